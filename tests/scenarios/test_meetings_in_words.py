"""A board officer keeps the calendar in chat: nobody is asked twice for a moved meeting, nor for a cancelled
one."""

from __future__ import annotations

from datetime import timedelta

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import OFFICER

LEAD = "S Okoro"


def asks(chat: Dialogue) -> int:
    return sum("update by noon" in one for one in chat.everything_for(LEAD))


def test_a_meeting_that_moves_is_the_same_meeting(chat: Dialogue) -> None:
    chat.tick()
    assert asks(chat) == 1

    read_back = "\n".join(chat.says(OFFICER, "move the board to 21 October, papers 12 October"))
    assert "Board: Wed 14 Oct 2026 → Wed 21 Oct 2026" in read_back
    assert "Papers: Fri 2 Oct (due Sun 4 Oct) → Mon 12 Oct" in read_back
    assert "2 leads have been asked for it already; they are not asked again." in read_back
    assert "Board, Wed 21 Oct 2026" in chat.says(OFFICER, "yes")[-1]
    assert "Nothing waits" in chat.says(OFFICER, "yes")[-1]
    chat.at(timedelta(days=8))
    assert asks(chat) == 1
    assert "21 Oct" in chat.says(LEAD, "2.7a green")[0]


def test_nobody_is_asked_for_a_cancelled_meeting(chat: Dialogue) -> None:
    assert "take it out of the calendar?" in chat.says(OFFICER, "the board on 14 October is cancelled")[0]
    chat.presses(OFFICER, "Take it out")
    chat.at(timedelta(minutes=5))
    chat.at(timedelta(days=7))
    assert asks(chat) == 0


def test_only_who_runs_the_calendar_changes_it(chat: Dialogue) -> None:
    assert "Please ask P Lowell" in chat.says(LEAD, "move the board to 21 October")[0]
    chat.says(LEAD, "yes")
    assert "14 Oct" in chat.says(OFFICER, "next board")[-1]
