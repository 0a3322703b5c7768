"""Messages to the bot, from the words to what is saved and what is answered."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation import UpdateState
from bot.plan import ActionStatus
from bot.rag import Rag
from tests.bot.services.dialogue import Office


def test_a_plain_answer_to_a_prompt_is_saved_at_once_with_undo(asked: Office) -> None:
    answer = asked.answer(
        "S Okoro", "2.7a slips to end of Jan, waiting for IT to open the GP mailbox; 4.1 no change"
    )
    assert answer.splitlines()[:5] == [
        "Saved for 14 Oct. 2.7a Discharge letters to GPs",
        " Forecast: Sept 2026 → end of Jan 2027 (18 weeks after the first date)",
        ' Blocker: "waiting for IT to open the GP mailbox"',
        "4.1: no change.",
        "[Undo] [Edit one: 2.7a Discharge letters to GPs, 4.1 Supervision policy]",
    ]
    saved = asked.action("2.7a")
    assert saved.forecast_due is not None
    assert saved.forecast_due.end == date(2027, 1, 31)
    assert saved.blocker == "waiting for IT to open the GP mailbox"
    assert len(saved.moves) == 1
    assert asked.action("4.1").reported_at == asked.clock.instant


def test_the_rest_is_what_was_asked_and_not_yet_answered(asked: Office) -> None:
    asked.say("S Okoro", "2.7a no change")
    assert asked.answer("S Okoro", "rest no change").startswith("Saved for 14 Oct. 4.1: no change.")


def test_without_being_asked_it_is_read_back_first(office: Office) -> None:
    answer = office.answer("S Okoro", "2.7a amber, two nurses short")
    assert answer.splitlines()[:4] == [
        "I read this. Nothing is saved yet.",
        "2.7a Discharge letters to GPs",
        " Colour: 🔶 Amber (was Green)",
        ' Note: "2.7a amber, two nurses short"',
    ]
    assert office.action("2.7a").rag is Rag.GREEN
    assert office.answer("S Okoro", "yes").startswith("Saved for 14 Oct. 2.7a")
    assert office.action("2.7a").rag is Rag.AMBER


def test_cancelling_saves_nothing(office: Office) -> None:
    office.say("S Okoro", "2.7a amber, two nurses short")
    assert office.answer("S Okoro", "cancel") == "Cancelled: 2.7a. Nothing was saved."
    assert office.action("2.7a").rag is Rag.GREEN


@pytest.mark.parametrize("word", ["yes", "no"])
def test_a_yes_or_no_to_nothing_says_so(office: Office, word: str) -> None:
    assert office.answer("S Okoro", word) == (
        'Nothing waits for your word. "undo" takes back what you saved last.'
    )


def test_a_new_reading_of_an_action_takes_the_place_of_one_that_waits(office: Office) -> None:
    office.say("S Okoro", "2.7a amber, two nurses short")
    office.say("S Okoro", "2.7a red, four nurses short")
    assert "🔺 Red" in office.answer("S Okoro", "confirm")
    with office.record.open_work(office.workspace.id, read_only=True) as work:
        states = [update.state for update in work.updates.history(office.action("2.7a").id)]
    assert states == [UpdateState.CANCELLED, UpdateState.CONFIRMED]


def test_one_action_of_somebody_elses_is_refused_and_the_rest_waits(asked: Office) -> None:
    answer = asked.answer("S Okoro", "4.1 no change. 6.1 is red")
    assert "4.1: no change." in answer
    assert "[Confirm]" in answer
    assert (
        "6.1 is led by K Bramley, so I have not changed it. I can pass your note on with your name." in answer
    )
    assert asked.action("6.1").rag is Rag.AMBER


def test_a_note_can_be_passed_on_to_the_lead(office: Office) -> None:
    post = office.say("S Okoro", "6.1 is red, no room at all")[0]
    given = office.press("S Okoro", post.card, "Pass on")
    assert given.card.summary == "Passed on to K Bramley, with your name."
    assert office.posts_to("K Bramley")[-1].text.splitlines()[0] == (
        'S Okoro sends you a note on 6.1: "6.1 is red, no room at all"'
    )
    left = office.press("S Okoro", post.card, "Leave")
    assert left.card.summary == "Left as it is. Nothing has been changed."
    refused = office.press("K Bramley", post.card, "Pass on")
    assert "Nothing has been changed" in refused.card.summary


def test_a_closed_action_is_opened_again_by_the_board_only(asked: Office) -> None:
    asked.say("S Okoro", "4.1 done")
    asked.press("A Merrin", asked.say("A Merrin", "status reported done")[0].card, "Accept 4.1")
    assert asked.action("4.1").status is ActionStatus.COMPLETE
    answer = asked.answer("S Okoro", "4.1 amber, audit found a gap")
    assert answer == "4.1 is closed, so I have not changed it. Please ask the chair or the board officer."
    asked.say("A Merrin", "4.1 amber, audit found a gap")
    asked.say("A Merrin", "yes")
    assert asked.action("4.1").status is ActionStatus.IN_PROGRESS
    assert asked.action("4.1").completed_on is None


def test_done_is_a_claim_that_its_lead_may_not_accept(asked: Office) -> None:
    answer = asked.answer("S Okoro", "4.1 done")
    assert "Reported done on 21 Sept, until the chair or board officer accepts it" in answer
    assert (
        'The plan\'s outcome for 4.1 is "every supervisor trained, checked by audit". '
        "Is that in place, and what shows it?" in answer
    )
    assert asked.action("4.1").status is ActionStatus.CLAIMED_DONE
    detail = asked.say("S Okoro", "status 4.1")[0]
    assert "[Accept as done]" not in detail.text
    for_chair = asked.say("A Merrin", "status 4.1")[0]
    refused = asked.press("S Okoro", for_chair.card, "Accept as done")
    assert refused.card.summary == (
        "Nobody accepts their own “done”, so 4.1 stays reported done. Please ask A Merrin and P Lowell."
    )
    given = asked.press("A Merrin", for_chair.card, "Accept as done")
    assert given.card.summary == "4.1 is 🟦 Complete, accepted by A Merrin."
    again = asked.press("A Merrin", for_chair.card, "Accept as done")
    assert again.card.summary == "This was complete already, so there is nothing left to do."


def test_amber_without_a_reason_is_saved_and_then_asked_for_just_that_line(asked: Office) -> None:
    answer = asked.answer("S Okoro", "2.7a amber")
    assert answer.splitlines()[-1] == (
        "2.7a: 🔶 Amber needs one line for the board: what brings it back, and by when? "
        'For example "mailbox open by 16 Oct".'
    )
    answer = asked.answer("S Okoro", "mailbox open by 16 Oct")
    assert ' Back on track: "mailbox open by 16 Oct"' in answer
    saved = asked.action("2.7a")
    assert (saved.path_to_green, saved.forecast_due) == ("mailbox open by 16 Oct", None)


def test_thanks_is_not_a_reason(asked: Office) -> None:
    asked.say("S Okoro", "2.7a amber")
    assert asked.answer("S Okoro", "thank you very much") == (
        'Thank you. Nothing was changed. "help" says what I can do.'
    )
    assert asked.action("2.7a").path_to_green is None


def test_news_of_another_action_is_not_a_reason(asked: Office) -> None:
    asked.say("S Okoro", "2.7a amber")
    assert asked.answer("S Okoro", "4.1 no change").startswith("Saved for 14 Oct. 4.1: no change.")
    assert asked.action("2.7a").path_to_green is None


def test_a_correction_sets_right_what_was_saved_and_is_no_second_move(asked: Office) -> None:
    asked.say("S Okoro", "2.7a slips to 3 Nov, waiting for IT; 4.1 no change")
    answer = asked.answer("S Okoro", "no, end of Jan")
    assert answer.startswith("Corrected: 2.7a")
    assert "I misread you. It does not count as a second move." in answer
    saved = asked.action("2.7a")
    assert saved.forecast_due is not None
    assert saved.forecast_due.end == date(2027, 1, 31)
    assert [move.was.words for move in saved.moves if move.was] == ["Sept 2026"]


def test_a_correction_back_to_the_agreed_date_is_no_move_at_all(asked: Office) -> None:
    asked.say("S Okoro", "2.7a slips to 3 Nov, waiting for IT")
    asked.say("S Okoro", "sorry, I meant 30 Sept 2026")
    assert asked.action("2.7a").moves == ()


def test_a_correction_of_what_waits_changes_the_reading(office: Office) -> None:
    office.say("S Okoro", "2.7a slips to 3 Nov, waiting for IT")
    answer = office.answer("S Okoro", "no, end of Jan")
    assert "I read this. Nothing is saved yet." in answer
    assert "Sept 2026 → end of Jan 2027" in answer
    assert office.action("2.7a").forecast_due is None


def test_undo_puts_back_what_was_saved_last(asked: Office) -> None:
    before = asked.action("2.7a")
    asked.say("S Okoro", "2.7a slips to end of Jan, waiting for IT")
    assert asked.answer("S Okoro", "undo") == "Undone: 2.7a is as before. Your words are kept."
    after = asked.action("2.7a")
    assert (after.forecast_due, after.blocker, after.moves) == (None, None, ())
    assert after.reported_at == before.reported_at
    assert asked.answer("S Okoro", "undo") == "There is nothing of yours from the last seven days to undo."


def test_undo_leaves_an_action_that_has_changed_since(asked: Office) -> None:
    asked.say("S Okoro", "2.7a amber, two nurses short")
    asked.say("P Lowell", "2.7a red, four nurses short")
    asked.say("P Lowell", "yes")
    assert asked.answer("S Okoro", "undo") == ("2.7a has changed again since, so I have left it as it is.")
    assert asked.action("2.7a").rag is Rag.RED


def test_an_action_that_is_not_named_is_asked_for(office: Office) -> None:
    post = office.say("S Okoro", "slips to end of March")[0]
    assert 'Which action is "slips to end of March"?' in post.text
    assert "Nothing is saved yet." in post.text
    assert office.answer("S Okoro", "4.1").startswith("I read this. Nothing is saved yet.\n4.1 Supervision")


def test_the_action_can_be_chosen_by_tap(asked: Office) -> None:
    post = asked.say("S Okoro", "slips to end of March")[0]
    given = asked.press("S Okoro", post.card, "4.1 Supervision policy")
    assert given.card.summary == "Saved for 14 Oct. 4.1"
    again = asked.press("S Okoro", post.card, "4.1 Supervision policy")
    assert "this one is settled" in again.card.summary


def test_an_edit_takes_back_what_was_only_proposed(office: Office) -> None:
    office.say("S Okoro", "2.7a amber, two nurses short", ts="1.0")
    assert "🔺 Red" in office.answer("S Okoro", "2.7a red, two nurses short", ts="1.0", edited="2.0")
    office.say("S Okoro", "yes")
    assert office.action("2.7a").rag is Rag.RED


def test_an_edit_of_what_was_saved_is_a_correction_to_confirm(asked: Office) -> None:
    asked.say("S Okoro", "2.7a slips to 3 Nov, waiting for IT", ts="1.0")
    answer = asked.answer("S Okoro", "2.7a slips to 3 Dec, waiting for IT", ts="1.0", edited="2.0")
    assert "I read this. Nothing is saved yet." in answer
    assert "3 Dec" in answer
    asked.say("S Okoro", "yes")
    assert len(asked.action("2.7a").moves) == 1
    same = asked.answer("S Okoro", "2.7a slips to 3 Dec: waiting for IT", ts="1.0", edited="3.0")
    assert same == "I have kept your edit. It changes nothing of what was saved."


def test_a_repeat_is_not_answered_twice_and_a_deletion_is_kept_silently(asked: Office) -> None:
    asked.say("S Okoro", "2.7a amber, two nurses short", ts="1.0")
    assert asked.say("S Okoro", "2.7a amber, two nurses short", ts="1.0") == []
    gone = asked.say("S Okoro", "2.7a amber, two nurses short", ts="1.0", edited="2.0", deleted=True)
    assert gone == []
    assert asked.action("2.7a").rag is Rag.AMBER
    with asked.record.open_work(asked.workspace.id, read_only=True) as work:
        message = work.messages.find("DU1", "1.0")
    assert message is not None
    assert message.is_deleted


def test_a_mention_is_answered_privately_and_confirmed_in_its_thread(office: Office) -> None:
    post = office.say("K Bramley", "<@UBOT> 2.7b slips three weeks", channel="C1", ts="7.0")[0]
    assert post.delivery.owed.channel == "U2"
    assert "Dec 2026 → 21 Jan 2027 (3 weeks after the first date)" in post.text
    assert (
        "2.7b stays 🟢 Green; by the dates it is 🔶 Amber (3 weeks past the agreed date). "
        "The board will see both." in post.text
    )
    office.press("K Bramley", post.card, "Confirm")
    line = office.posts[-1]
    assert (line.delivery.owed.channel, line.delivery.owed.thread_ts) == ("C1", "7.0")
    assert line.text == "2.7b: forecast 21 Jan 2027. K Bramley, 14 Sept.\n[History]"


def test_a_line_in_the_channel_is_not_posted_for_what_was_undone(office: Office) -> None:
    post = office.say("K Bramley", "<@UBOT> 2.7b amber, two short", channel="C1", ts="7.0")[0]
    office.clock.instant = office.clock.instant
    saved = office.press("K Bramley", post.card, "Confirm")
    office.posts.clear()
    office.press("K Bramley", saved.card, "Undo")
    assert office.action("2.7b").rag is Rag.GREEN


def test_words_that_say_nothing_are_kept_and_asked_about_kindly(office: Office) -> None:
    assert office.answer("S Okoro", "blah blah") == (
        "I could not read that as an update, so nothing is saved. Your words are kept.\n"
        'Try "2.7a on track", or "2.7a slips to end of Jan, waiting for IT", or "help".'
    )


def test_an_nhs_number_is_not_kept(office: Office) -> None:
    assert office.answer("S Okoro", "2.7a held up by patient 943 476 5919", ts="5.0").startswith(
        "This looks like an NHS number, so I have not kept the message."
    )
    with office.record.open_work(office.workspace.id, read_only=True) as work:
        assert work.messages.find("DU1", "5.0") is None


@pytest.mark.parametrize(
    ("text", "first_line"),
    [
        ("who leads 2.7b?", "2.7b is led by K Bramley, Larkmere Council."),
        ("who leads 4.2?", "4.2 has no lead."),
        ("what's mine?", "Your actions (3)"),
        ("what's late?", "Late: past the date the board agreed (1)"),
        ("how is 2.7a doing?", "2.7a Discharge letters to GPs"),
        ("status red", "🔺 Red (1)"),
        ("status 2.7", "Lines of 2.7 (2)"),
        ("status okoro", "Your actions (3)"),
        ("status L Bramley", 'I find nothing called "L Bramley" in the plans you can see.'),
        ("history 2.7a", "History of 2.7a Discharge letters to GPs"),
        ("history 9.9", 'I find nothing called "9.9" in the plans you can see.'),
        (
            "help",
            'Tell me how an action stands: "2.7a on track", "4.1 slips to Nov, waiting for HR", "rest no change".',  # noqa: E501 - as it is said
        ),
        (
            "privacy",
            "I keep your messages to me, what I read in them, who confirmed it and when, for plan end + 2 years. Nothing else said in a channel.",  # noqa: E501 - as it is said
        ),
    ],
)
def test_questions_and_commands_are_answered(office: Office, text: str, first_line: str) -> None:
    assert office.answer("S Okoro", text).splitlines()[0] == first_line


def test_an_absence_is_read_back_with_its_days(office: Office) -> None:
    assert office.answer("S Okoro", "I'm away 19 Oct to 6 Nov").splitlines()[0] == (
        "Noted: away Mon 19 Oct to Fri 6 Nov. I keep the dates, not the reason."
    )


def test_everything_is_on_a_chain_that_holds(asked: Office) -> None:
    asked.say("S Okoro", "2.7a slips to end of Jan, waiting for IT; 4.1 no change")
    asked.say("S Okoro", "undo")
    assert asked.record.verify_audit() == ()
