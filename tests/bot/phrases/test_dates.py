"""Dates as people say them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.phrases import dates
from bot.timescale import Precision, Timescale
from tests.bot.larkmere import day, month

TODAY = date(2026, 9, 21)


def between(start: date, end: date, precision: Precision, words: str) -> Timescale:
    return Timescale(start, end, precision, words)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (month(2026, 9, "Sept 2026"), "Sept 2026"),
        (month(2026, 9, "September"), "September 2026"),
        (month(2026, 9, "next month"), "Sept 2026"),
        (day(2027, 1, 31).in_words("end of Jan"), "end of Jan 2027"),
        (day(2026, 11, 3).in_words("3 Nov"), "3 Nov 2026"),
        (day(2026, 9, 25).in_words("Friday"), "25 Sept 2026"),
        (day(2026, 9, 30).in_words("end of the month"), "30 Sept 2026"),
        (day(2026, 12, 3).in_words("3/12"), "3 Dec 2026"),
        (day(2026, 12, 3).in_words("2026-12-03"), "3 Dec 2026"),
        (day(2026, 12, 3).in_words("03/12/2026"), "3 Dec 2026"),
        (between(date(2026, 10, 1), date(2026, 12, 31), Precision.QUARTER, "Q3"), "Q3 (to 31 Dec 2026)"),
        (between(date(2027, 3, 1), date(2027, 5, 31), Precision.SEASON, "Spring 2027"), "Spring 2027"),
        (between(date(2026, 9, 21), date(2026, 10, 12), Precision.WEEK, "in three weeks"),
         "in three weeks (12 Oct 2026)"),
        (between(date(2027, 2, 1), date(2027, 3, 31), Precision.RANGE, "Feb/March"), "Feb/March 2027"),
        (between(date(2027, 2, 1), date(2027, 2, 10), Precision.RANGE, ""), "10 Feb 2027"),
    ],
)  # fmt: skip
def test_a_timescale_keeps_its_words_and_is_made_definite(when: Timescale, said: str) -> None:
    assert dates.timescale(when) == said


def test_days_months_and_times() -> None:
    assert dates.weekday_and_day(date(2026, 9, 29)) == "Tue 29 Sept"
    assert dates.weekday_with_year(date(2026, 10, 5)) == "Mon 5 Oct 2026"
    assert dates.day_with_year(date(2027, 3, 1)) == "1 March 2027"
    assert dates.month_and_year(date(2027, 1, 31)) == "Jan 2027"
    assert (dates.near(date(2026, 8, 14), TODAY), dates.near(date(2025, 8, 14), TODAY)) == (
        "14 Aug",
        "14 Aug 2025",
    )
    assert dates.clock(datetime(2026, 9, 29, 12, 0, tzinfo=UTC)) == "noon"
    assert dates.clock(datetime(2026, 9, 29, 9, 30, tzinfo=UTC)) == "09:30"


@pytest.mark.parametrize(
    ("days", "said"),
    [(1, "1 day"), (-5, "5 days"), (13, "13 days"), (14, "2 weeks"), (123, "18 weeks"), (-21, "3 weeks")],
)
def test_lengths_are_days_and_then_whole_weeks(days: int, said: str) -> None:
    assert dates.weeks(days) == said


@pytest.mark.parametrize(
    ("words", "last", "said"),
    [
        ("the end of January", date(2027, 1, 31), "end of Jan 2027"),
        ("by end Jan", date(2027, 1, 31), "end of Jan 2027"),
        ("end January", date(2027, 1, 31), "end of Jan 2027"),
        ("By the end of February", date(2027, 2, 28), "end of Feb 2027"),
        ("end of Jan 2027", date(2027, 1, 31), "end of Jan 2027"),
        ("late Jan", date(2027, 1, 31), "late Jan 2027"),
        ("back end of March", date(2027, 3, 31), "late March 2027"),
        ("mid-December", date(2026, 12, 15), "mid Dec 2026"),
        ("middle of Feb", date(2027, 2, 15), "mid Feb 2027"),
        ("beginning of April", date(2027, 4, 1), "start of April 2027"),
        ("early in Sept", date(2027, 9, 10), "early Sept 2027"),
        ("the end of the month", date(2026, 9, 30), "30 Sept 2026"),
        ("end of the marking round", date(2026, 9, 30), "30 Sept 2026"),
        ("late March 12th", date(2027, 3, 12), "12 March 2027"),
    ],
)
def test_a_part_of_a_month_is_said_back_as_one(words: str, last: date, said: str) -> None:
    assert dates.timescale(between(last, last, Precision.DAY, words)) == said
