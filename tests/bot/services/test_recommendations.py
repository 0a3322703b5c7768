"""A recommendation is closed when all of it is done, and "done, but" is kept as what it is."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.card import Answer, Form
from bot.going_on import work_that_goes_on
from tests.bot.services.dialogue import Office, text_of


def test_a_recommendation_with_an_open_line_is_not_closed_and_the_line_is_named(asked: Office) -> None:
    asked.say("S Okoro", "2.7a done")
    refused = asked.answer("P Lowell", "close rec 2.7")
    assert refused.startswith(
        "2.7 is not complete yet: 2.7a is to be accepted (🟢 Green, reported done, S Okoro)"
    )
    assert "2.7b is open (🟢 Green, K Bramley). Nothing has been closed." in refused
    assert "[Accept 2.7a] [Open 2.7b] [Remind me when they are done]" in refused
    asked.say("P Lowell", "accept 2.7a")
    asked.say("P Lowell", "withdraw 2.7b, merged with 2.7a")
    closed = asked.answer("P Lowell", "close recommendation 2.7")
    assert closed.startswith("2.7 is closed: “All the actions for this recommendation are completed”")


def test_whoever_asks_to_be_reminded_is_told_once_when_nothing_is_open_any_more(asked: Office) -> None:
    asked.say("S Okoro", "2.7a done")
    (refused,) = asked.say("P Lowell", "close rec 2.7")
    button = "Remind me when they are done"
    first = asked.press("P Lowell", refused.card, button)
    assert isinstance(first, Answer)
    assert first.card.summary == "I tell you, once, when 2.7a and 2.7b are done."
    again = asked.press("P Lowell", refused.card, button)
    assert isinstance(again, Answer)
    assert again.card.summary.startswith("I tell you already when 2.7a and 2.7b are done.")
    asked.say("P Lowell", "accept 2.7a")
    asked.at(date(2026, 9, 21), time(12, 0))
    assert not _told_of_ends(asked)
    asked.at(date(2026, 9, 21), time(22, 0))
    asked.say("P Lowell", "withdraw 2.7b, merged with 2.7a")
    asked.at(date(2026, 9, 22), time(5, 0))
    assert not _told_of_ends(asked), "in the night nobody is told"
    asked.at(date(2026, 9, 22), time(10, 0))
    assert _told_of_ends(asked) == ["You asked me to tell you: 2.7a is complete; 2.7b is withdrawn."]
    asked.at(date(2026, 9, 24), time(10, 0))
    assert len(_told_of_ends(asked)) == 1


def test_nobody_is_reminded_of_a_plan_that_has_been_closed(asked: Office) -> None:
    (refused,) = asked.say("P Lowell", "close rec 6.1")
    asked.press("P Lowell", refused.card, "Remind me when it is done")
    asked.tick()
    asked.say("P Lowell", "withdraw 6.1, no room")
    with asked.record.open_work(asked.workspace.id) as work:
        work.plans.close(work.plans.live()[0].id)
    asked.at(date(2026, 9, 22), time(12, 0))
    assert not _told_of_ends(asked)


def _told_of_ends(office: Office) -> list[str]:
    return [
        post.card.summary
        for post in office.posts_to("P Lowell")
        if post.card.summary.startswith("You asked me to tell you")
    ]


def test_done_but_is_asked_about_and_kept_as_a_note_or_proposed_as_an_action(asked: Office) -> None:
    (question,) = asked.say("S Okoro", "4.1 done, but there is ongoing work to train new starters")
    saved = asked.press("S Okoro", question.card, "Done")
    assert isinstance(saved, Answer)
    assert 'You also say: "there is ongoing work to train new starters".' in text_of(saved.card)
    form = asked.press("S Okoro", saved.card, "Done, but some work goes on")
    assert isinstance(form, Form)
    assert form.fields[0].initial == "there is ongoing work to train new starters"
    asked.submit("S Okoro", form, what="train new starters", kept="note")
    assert (asked.action("4.1").status_text, asked.action("4.1").narrative) == (
        "Delivered, continuing",
        "train new starters",
    )
    answer = asked.submit("S Okoro", form, what="Train new starters", kept="action", when="March 2027")
    assert isinstance(answer, Answer)
    assert "Train new starters" in text_of(answer.card)
    assert "P Lowell" in text_of(answer.card)


@pytest.mark.parametrize(
    ("words", "goes_on"),
    [
        ("delivered, but a review of carers' views will be next", "a review of carers' views will be next"),
        ("Delivered. There is ongoing work to develop engagement", "ongoing work to develop engagement"),
        ("done", None),
        ("done, but late", None),
        ("still waiting for IT", None),
    ],
)
def test_what_goes_on_is_told_from_plain_done(words: str, goes_on: str | None) -> None:
    assert work_that_goes_on(words) == goes_on


def test_the_lead_list_is_put_to_the_officer_each_half_year_and_shown_at_any_time(office: Office) -> None:
    shown = office.answer("P Lowell", "lead list")
    assert shown.startswith("Larkmere plan: is this lead list still right? Mon 14 Sept 2026")
    assert "No lead: 4.2" in shown
    assert "S Okoro (2.7a, 4.1" in shown
    with office.record.open_work(office.workspace.id) as work:
        work.people.set_active(work.people.named("K Bramley")[0].id, is_active=False)
    office.clock.instant = office.clock.instant.replace(year=2027, month=3)
    office.at(date(2027, 3, 16), time(10, 0))
    (asked,) = [one for one in office.posts_to("P Lowell") if "lead list still right" in one.text][1:]
    assert "Account closed: K Bramley (" in asked.text
    office.at(date(2027, 3, 20), time(10, 0))
    assert len([one for one in office.posts_to("P Lowell") if "lead list still right" in one.text]) == 2
