"""A meeting's moments: which is next, which was last, and which still lacks a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.meetings import last_before, last_met, next_meeting, papers_go_on, to_be_fixed
from bot.partnership import MeetingId
from tests.bot.larkmere import OCTOBER_BOARD, PARTNERSHIP, day, month

SEPTEMBER_BOARD = replace(OCTOBER_BOARD, id=MeetingId(2), on=day(2026, 9, 14))
NOVEMBER_BOARD = replace(OCTOBER_BOARD, id=MeetingId(3), on=month(2026, 11), papers_due_on=None)
CABINET = replace(OCTOBER_BOARD, id=MeetingId(4), body="Cabinet", on=day(2026, 10, 7))
ALL = (SEPTEMBER_BOARD, CABINET, OCTOBER_BOARD, NOVEMBER_BOARD)


def test_papers_due_on_a_bank_holiday_go_the_working_day_before_in_that_nation() -> None:
    st_andrew = replace(OCTOBER_BOARD, on=day(2026, 12, 9), papers_due_on=date(2026, 11, 30))
    assert papers_go_on(st_andrew, PARTNERSHIP) == date(2026, 11, 30)
    assert papers_go_on(st_andrew, replace(PARTNERSHIP, nation="scotland")) == date(2026, 11, 27)


def test_the_next_meeting_is_of_one_body_or_of_any() -> None:
    assert next_meeting(ALL, date(2026, 9, 21)) == CABINET
    assert next_meeting(ALL, date(2026, 9, 21), "Board") == OCTOBER_BOARD
    assert next_meeting(ALL, date(2026, 11, 20), "board") == NOVEMBER_BOARD
    assert next_meeting(ALL, date(2026, 12, 1)) is None


def test_a_board_last_met_at_its_own_meeting_not_at_anothers() -> None:
    assert last_before(ALL, OCTOBER_BOARD) == SEPTEMBER_BOARD
    assert last_before(ALL, SEPTEMBER_BOARD) is None
    assert last_met(ALL, date(2026, 10, 14)) == CABINET
    assert last_met(ALL, date(2026, 10, 14), "board") == SEPTEMBER_BOARD


def test_a_month_without_a_day_is_asked_about_when_it_is_near() -> None:
    assert to_be_fixed(ALL, date(2026, 9, 5)) == ()
    assert to_be_fixed(ALL, date(2026, 9, 6)) == (NOVEMBER_BOARD,)
    assert to_be_fixed(ALL, date(2026, 12, 1)) == ()
