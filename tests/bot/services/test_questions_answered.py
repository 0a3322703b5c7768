"""Questions, and the words or taps that answer them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.card import Answer
from bot.plan import ActionStatus
from bot.rag import Rag
from bot.services.replies import REPLIES
from tests.bot.services.dialogue import Office, text_of

TWO_DATES = "2.7a sign-off 3 Nov, live end of Jan"


def forecast(office: Office, ref: str) -> date | None:
    due = office.action(ref).forecast_due
    return due.end if due is not None else None


def test_two_dates_are_asked_about_and_one_is_chosen_by_tap(asked: Office) -> None:
    post = asked.say("S Okoro", TWO_DATES)[0]
    assert post.text == (
        "2.7a: you gave 3 Nov 2026 and end of Jan 2027. When will the action be finished?\n"
        "[3 Nov 2026] [End of Jan 2027] [The date stays] [Another date] [Cancel]\n"
        "Nothing is saved yet."
    )
    assert forecast(asked, "2.7a") is None
    given = asked.press("S Okoro", post.card, "End of Jan 2027")
    assert isinstance(given, Answer)
    assert text_of(given.card).startswith(
        "Saved for 14 Oct. 2.7a Discharge letters to GPs\n Forecast: Sept 2026"
    )
    assert forecast(asked, "2.7a") == date(2027, 1, 31)


def test_a_date_of_something_else_leaves_the_finish_alone(asked: Office) -> None:
    post = asked.say("S Okoro", TWO_DATES)[0]
    asked.press("S Okoro", post.card, "The date stays")
    assert forecast(asked, "2.7a") is None
    assert asked.action("2.7a").reported_at == asked.clock.instant


def test_yes_takes_a_single_date_at_its_word(asked: Office) -> None:
    post = asked.say("S Okoro", "2.7a amber, locum from 12 Oct")[0]
    assert post.text.startswith("2.7a: is 12 Oct 2026 when the action will be finished?")
    asked.say("S Okoro", "yes")
    assert forecast(asked, "2.7a") == date(2026, 10, 12)


def test_or_by_words(asked: Office) -> None:
    asked.say("S Okoro", TWO_DATES)
    assert asked.answer("S Okoro", "end of Jan").startswith("Saved for 14 Oct. 2.7a")
    assert forecast(asked, "2.7a") == date(2027, 1, 31)


def test_or_by_a_correction(asked: Office) -> None:
    asked.say("S Okoro", TWO_DATES)
    asked.say("S Okoro", "no, 4 Dec")
    assert forecast(asked, "2.7a") in (date(2026, 12, 4), None)
    asked.say("S Okoro", "yes")
    assert forecast(asked, "2.7a") == date(2026, 12, 4)


def test_an_answer_without_being_asked_is_read_back(office: Office) -> None:
    post = office.say("S Okoro", TWO_DATES)[0]
    given = office.press("S Okoro", post.card, "3 Nov 2026")
    assert isinstance(given, Answer)
    assert "I read this. Nothing is saved yet." in text_of(given.card)
    assert forecast(office, "2.7a") is None
    again = office.press("S Okoro", post.card, "3 Nov 2026")
    assert isinstance(again, Answer)
    office.press("S Okoro", again.card, "Confirm")
    assert forecast(office, "2.7a") == date(2026, 11, 3)


def test_confirming_with_a_question_open_asks_it_again(office: Office) -> None:
    office.say("S Okoro", f"{TWO_DATES}. 4.1 is green")
    assert "When will the action be finished?" in office.answer("S Okoro", "yes")
    assert forecast(office, "2.7a") is None


def test_slipping_without_a_date_asks_to_when(asked: Office) -> None:
    assert asked.answer("S Okoro", "2.7a slips").startswith("2.7a: to when? A month is enough.")
    assert "You gave no colour for 2.7a. Shall it be 🔶 Amber?" not in asked.answer("S Okoro", "end of Jan")
    assert forecast(asked, "2.7a") == date(2027, 1, 31)


@pytest.mark.parametrize(
    ("answer", "status"),
    [("Done", ActionStatus.CLAIMED_DONE), ("Not done yet", ActionStatus.IN_PROGRESS)],
)
def test_done_but_is_never_silently_either(asked: Office, answer: str, status: ActionStatus) -> None:
    post = asked.say("S Okoro", "4.1 complete except training")[0]
    assert post.text.startswith("4.1: is it done, or does some of it go on?")
    assert asked.action("4.1").status is ActionStatus.IN_PROGRESS
    asked.press("S Okoro", post.card, answer)
    assert asked.action("4.1").status is status
    assert asked.action("4.1").narrative == "4.1 complete except training"


def test_done_but_can_be_answered_in_words(asked: Office) -> None:
    asked.say("S Okoro", "4.1 complete except training")
    asked.say("S Okoro", "4.1 is done")
    assert asked.action("4.1").status is ActionStatus.CLAIMED_DONE


def test_two_colours_are_asked_about(asked: Office) -> None:
    post = asked.say("S Okoro", "2.7a is amber or red")[0]
    assert post.text.startswith("2.7a: which colour is it now?\n[🔶 Amber] [🔺 Red] [Cancel]")
    asked.press("S Okoro", post.card, "🔶 Amber")
    assert asked.action("2.7a").rag is Rag.AMBER


def test_a_colour_in_words_answers_it_too(asked: Office) -> None:
    asked.say("S Okoro", "2.7a is amber or red")
    asked.say("S Okoro", "red")
    assert asked.action("2.7a").rag is Rag.RED


def test_a_question_cannot_hold_up_other_news(asked: Office) -> None:
    asked.say("S Okoro", TWO_DATES)
    assert asked.answer("S Okoro", "4.1 no change").startswith("Saved for 14 Oct. 4.1: no change.")
    assert asked.answer("S Okoro", "status 4.1").startswith("4.1 Supervision policy")


def test_the_lines_of_one_number_are_told_apart(office: Office) -> None:
    post = office.say("K Bramley", "2.7 amber, printer broken")[0]
    assert "[2.7b Discharge letters to carers] [2.7a Discharge letters to GPs]" in post.text
    refused = office.press("K Bramley", post.card, "2.7a Discharge letters to GPs")
    assert isinstance(refused, Answer)
    assert refused.card.summary == "2.7a is led by S Okoro, so I have not changed it."
    chosen = office.press("K Bramley", post.card, "2.7b Discharge letters to carers")
    assert isinstance(chosen, Answer)
    office.press("K Bramley", chosen.card, "Confirm")
    assert office.action("2.7b").rag is Rag.AMBER


def test_a_request_with_nothing_to_record_is_kept_honestly(office: Office) -> None:
    with office.record.open_work(office.workspace.id) as work:
        lead = work.people.by_identity("U1")
        assert lead is not None
        card = REPLIES["request"](work, {"say": "request", "person": lead.id})
    assert card.summary == (
        "I have kept your message, but I cannot act on requests. P Lowell can. Nothing was changed."
    )


def test_nobody_is_sent_to_themselves(office: Office) -> None:
    with office.record.open_work(office.workspace.id) as work:
        officer = next(one for one in work.people.all() if one.name == "P Lowell")
        card = REPLIES["request"](work, {"say": "request", "person": officer.id})
    assert card.summary.startswith("I have kept your message, but not understood what to do.")


def test_a_correction_says_more_than_a_date(office: Office) -> None:
    office.say("S Okoro", "2.7a amber, two nurses short, 40% done")
    answer = office.answer("S Okoro", "no, red, 60% done")
    assert "🔺 Red" in answer
    assert "60%" in answer


def test_a_correction_without_anything_to_correct_is_news(office: Office) -> None:
    assert "I read this." in office.answer("S Okoro", "actually 2.7a is amber, two nurses short")


def test_the_action_can_be_named_in_words(office: Office) -> None:
    office.say("S Okoro", "slips to end of March")
    assert "4.1 Supervision policy" in office.answer("S Okoro", "the supervision policy")


def test_a_reply_in_the_prompts_thread_answers_that_prompt(asked: Office) -> None:
    prompt = next(post for post in asked.posts_to("S Okoro") if post.delivery.owed.kind == "prompt")
    post = asked.say("S Okoro", "2.7a no change", thread=prompt.where.ts)[0]
    assert post.text.startswith("Saved for 14 Oct.")
    assert post.delivery.owed.thread_ts == prompt.where.ts
    other = asked.say("K Bramley", "2.7b no change", thread=prompt.where.ts)[0]
    assert other.text.startswith("Saved for 14 Oct.")


def test_somebody_elses_update_cannot_be_confirmed_in_words(office: Office) -> None:
    office.say("S Okoro", "2.7a amber, two nurses short")
    assert office.answer("K Bramley", "yes").startswith("Nothing waits for your word.")
