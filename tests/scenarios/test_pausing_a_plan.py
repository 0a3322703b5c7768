"""A plan rests: nobody is asked, status says so, and going on brings no heap."""

from __future__ import annotations

from datetime import timedelta

from tests.bot.services.dialogue import plan_due
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHAIR, CHANNEL, OFFICER

LEAD = "S Okoro"
NEWS = "2.7a slips to end of Jan, waiting for IT"


def test_nobody_is_asked_while_the_plan_is_paused_and_status_says_so(chat: Dialogue) -> None:
    (answer,) = chat.says(OFFICER, "pause the plan until 5 January")
    assert answer.startswith(
        "Larkmere plan is paused until Tue 5 Jan 2027: no asks, reminders, nudges or weekly digests"
    )
    chat.at(timedelta(hours=1))
    chat.at(timedelta(days=7))
    assert not [one for one in chat.everything_for(LEAD) if "update by" in one]
    assert chat.reads(CHANNEL) == []
    assert not [one for one in chat.everything_for(OFFICER) if one.startswith("Round for")]
    assert "Paused until Tue 5 Jan: nobody is asked" in chat.says(LEAD, "status")[0]
    assert "Paused until Tue 5 Jan: nobody is asked" in chat.says(CHAIR, "status")[0]
    assert "end of Jan 2027" in chat.says(LEAD, NEWS)[0], "what a lead says is still read"
    assert "so nobody has been asked" in chat.says(CHAIR, "ask 2.7a")[0]


def test_going_on_asks_for_the_open_round_once_and_makes_up_for_nothing(chat: Dialogue) -> None:
    chat.says(OFFICER, "pause the plan")
    for _ in range(2):
        chat.at(timedelta(days=2))
    before = len(chat.posted)
    (answer,) = chat.presses(OFFICER, "Resume now")
    assert answer.startswith("Larkmere plan goes on. Next ask ")
    chat.tick()
    asked = [one for one in chat.everything_for(LEAD) if "update by noon Tue 29 Sept" in one]
    assert len(asked) == 1
    assert len(chat.posted) - before <= 5, "an ask for each lead, a round for the officer, and no heap"
    assert chat.reads(CHANNEL) == [], "Monday's digest is left out"
    assert "is not paused" in chat.says(OFFICER, "resume the plan")[0]


def test_an_ask_that_was_owed_when_the_pause_came_moves_and_is_not_lost(chat: Dialogue) -> None:
    plan_due(chat.record, chat.workspace, chat.clock.now())
    chat.says(OFFICER, "pause the plan")
    assert asks(chat) == 0, "owed before, and left out when it was to be sent"
    with chat.record.open_work(chat.workspace.id) as work:
        (plan,) = work.plans.live()
        assert plan.asked_since(work.now) is None, "silence does not count meanwhile"
    chat.says(OFFICER, "resume the plan")
    chat.tick()
    assert asks(chat) == 1
    chat.says(OFFICER, "pause the plan until 25 September")
    chat.at(timedelta(days=4, hours=2))
    chat.tick()
    assert asks(chat) == 1, "whoever was asked in this round is not asked again"


def asks(chat: Dialogue) -> int:
    return sum("update by noon Tue 29 Sept" in one for one in chat.everything_for(LEAD))


def test_only_an_officer_pauses_and_only_until_a_day_ahead(chat: Dialogue) -> None:
    assert chat.says(LEAD, "pause the plan")[0].startswith("Only the board officer can do that")
    assert chat.says(CHAIR, "close the plan")[0].startswith("Only the board officer can do that")
    assert chat.says(OFFICER, "pause the plan until 5 January 2020")[0].startswith("I find no single day")
    assert chat.says(OFFICER, "pause")[0].startswith("Larkmere plan is paused: no asks")
    assert chat.says(OFFICER, "pause 5.3, no funding")[0].startswith("5.3 is on hold"), (
        "one action is no plan"
    )
