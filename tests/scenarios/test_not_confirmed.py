"""What was read and not confirmed is brought up once on the next working day, and then stands as said."""

from __future__ import annotations

from datetime import timedelta

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHANNEL

LEAD = "K Bramley"
SAID = "6.2 amber, locum starts 12 Oct"


def nudges(chat: Dialogue) -> list[str]:
    return [one for one in chat.everything_for(LEAD) if "It is not saved." in one]


def test_a_reading_is_nudged_once_and_saved_by_its_button(chat: Dialogue) -> None:
    chat.mentions(LEAD, CHANNEL, SAID)
    chat.at(timedelta(hours=5))
    assert nudges(chat) == []
    chat.at(timedelta(days=1))
    (nudge,) = nudges(chat)
    assert nudge.startswith(f'On Mon 21 Sept I read "{SAID}" as this. It is not saved.')
    assert nudge.endswith('If you leave it, the pack shows your words as "said, not confirmed".')
    chat.at(timedelta(days=2))
    assert len(nudges(chat)) == 1
    (saved,) = chat.presses(LEAD, "Save")
    assert saved.startswith("Saved for 14 Oct. 6.2")


def test_over_a_weekend_it_waits_for_monday(chat: Dialogue) -> None:
    chat.at(timedelta(days=4))
    chat.mentions(LEAD, CHANNEL, SAID)
    chat.at(timedelta(days=2))
    assert nudges(chat) == []
    chat.at(timedelta(days=1))
    assert len(nudges(chat)) == 1


def test_what_is_settled_meanwhile_is_not_brought_up(chat: Dialogue) -> None:
    chat.mentions(LEAD, CHANNEL, SAID)
    chat.presses(LEAD, "Cancel")
    chat.at(timedelta(days=2))
    assert nudges(chat) == []


def test_an_open_question_is_asked_again(chat: Dialogue) -> None:
    chat.mentions(LEAD, CHANNEL, "6.2 is slipping")
    chat.at(timedelta(days=1, hours=1))
    (asked,) = [one for one in chat.everything_for(LEAD) if "One thing is missing." in one]
    assert asked.startswith('On Mon 21 Sept you wrote "6.2 is slipping".')
    (answer,) = chat.says(LEAD, "end of Nov")
    assert "end of Nov 2026" in answer


def test_which_action_it_was_is_asked_again(chat: Dialogue) -> None:
    asked = chat.mentions("S Okoro", CHANNEL, "✅")
    assert asked[-1].startswith("Which action is")
    chat.at(timedelta(days=1, hours=1))
    again = [one for one in chat.everything_for("S Okoro") if "One thing is missing." in one]
    assert len(again) == 1
    assert again[0].startswith('On Mon 21 Sept you wrote "✅".')
    chat.at(timedelta(days=2))
    assert len([one for one in chat.everything_for("S Okoro") if "One thing is missing." in one]) == 1


def test_left_alone_it_stands_as_said_not_confirmed(chat: Dialogue) -> None:
    chat.mentions(LEAD, CHANNEL, SAID)
    chat.at(timedelta(days=8))
    (history,) = chat.says(LEAD, "history 6.2")
    assert f'"{SAID}"' in history
    assert "(said, not confirmed)" in history


def test_somebody_away_is_nudged_when_they_are_back(chat: Dialogue) -> None:
    chat.mentions(LEAD, CHANNEL, SAID)
    chat.says(LEAD, "I'm away until 23 Sept")
    chat.at(timedelta(days=2))
    assert nudges(chat) == []
    chat.at(timedelta(days=1, hours=1))
    assert len(nudges(chat)) == 1
