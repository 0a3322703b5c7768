"""Meetings the plan's calendar knows are dates; those it does not are not."""

from datetime import date

import pytest

from bot.language.dates import find_unresolved
from bot.language.reading import Conventions
from tests.bot.language.dates.saying import said

CALENDAR = Conventions(
    meetings=(
        ("Larkmere Partnership Board", date(2026, 9, 15)),
        ("Larkmere Partnership Board", date(2026, 12, 15)),
        ("Larkmere Partnership Board", date(2027, 1, 19)),
        ("Larkmere Partnership Board", date(2027, 3, 16)),
        ("Steering Group", date(2026, 12, 1)),
    )
)
KNOWN = [
    ("will be picked up at the next board", {"the next board": "2026-12-15"}),
    ("next partnership board", {"next partnership board": "2026-12-15"}),
    ("before the March partnership board", {"the March partnership board": "2027-03-16"}),
    ("to the January board", {"the January board": "2027-01-19"}),
    ("at January's board", {"January's board": "2027-01-19"}),
    ("agreed at the last board", {"the last board": "2026-09-15"}),
    ("the board after next", {"the board after next": "2027-01-19"}),
    ("next steering group", {"next steering group": "2026-12-01"}),
    ("next month's board", {"next month's board": "2026-12-15"}),
    ("the March 2027 board", {"the March 2027 board": "2027-03-16"}),
    ("at the next meeting", {"the next meeting": "2026-12-01"}),
]
UNKNOWN = [
    ("the February board", {"February": "2027-02-01..2027-02-28"}),
    ("the next cabinet", {}),
    ("the steering group after next", {}),
    ("the last steering group", {}),
    ("on board with this", {}),
]


@pytest.mark.parametrize(("text", "dates"), KNOWN)
def test_a_meeting_in_the_calendar_has_its_day(text: str, dates: dict[str, str]) -> None:
    assert said(text, customs=CALENDAR) == dates


@pytest.mark.parametrize(("text", "dates"), UNKNOWN)
def test_a_meeting_the_calendar_does_not_know_has_none(text: str, dates: dict[str, str]) -> None:
    assert said(text, customs=CALENDAR) == dates


def test_in_a_past_clause_a_month_s_meeting_is_the_latest() -> None:
    calendar = Conventions(meetings=(("Board", date(2026, 3, 3)), ("Board", date(2027, 3, 16))))

    assert said("agreed at the March board", past=True, customs=calendar) == {"the March board": "2026-03-03"}
    assert said("to the March board", customs=calendar) == {"the March board": "2027-03-16"}


def test_without_a_calendar_the_next_board_is_unresolved() -> None:
    text = "will be picked up at the next board"

    assert said(text) == {}
    assert [text[start:end] for start, end in find_unresolved(text)] == ["the next board"]
