"""Counting time: intervals, months, quarters and financial years, as one plan's conventions have them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, Protocol

from bot.language.reading import Conventions
from bot.timescale import Precision

FIRST_YEAR, LAST_YEAR = 1900, 2199


class Direction(StrEnum):
    """Which occurrence a date without a year takes: the coming one, or the latest."""

    FUTURE = "future"
    PAST = "past"


class Interval(NamedTuple):
    """Whole days, both ends included."""

    start: date
    end: date
    precision: Precision


class Reckoning(NamedTuple):
    """What a date is counted from; with `before`, it is the latest that starts before that day."""

    today: date
    conventions: Conventions
    direction: Direction = Direction.FUTURE
    before: date | None = None

    def looking(self, direction: Direction) -> Reckoning:
        """The same day and customs, looking the other way or bounded no more."""
        return self._replace(direction=direction, before=None)

    def up_to(self, before: date) -> Reckoning:
        """The same, but for the latest occurrence before this day."""
        return self._replace(before=before)


class Meaning(Protocol):
    """What a date-shaped stretch of text means, before it is known which way the sentence looks."""

    @property
    def has_year(self) -> bool:
        """Whether the words settle the time alone, so that the direction cannot matter."""

    def resolve(self, at: Reckoning) -> Interval:
        """The interval meant, seen from there."""


def day_interval(day: date) -> Interval:
    """One day."""
    return Interval(day, day, Precision.DAY)


_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in(year: int, month: int) -> int:
    """How many days the month has."""
    if month != 2:
        return _DAYS[month - 1]
    return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28


@lru_cache(maxsize=1024)
def month_interval(
    year: int, month: int, months: int = 1, precision: Precision = Precision.MONTH
) -> Interval:
    """So many whole months from this one; months past December run into the next year."""
    first = year * 12 + month - 1
    last = first + months - 1
    year, month = divmod(first, 12)
    end_year, end_month = divmod(last, 12)
    return Interval(
        date(year, month + 1, 1),
        date(end_year, end_month + 1, days_in(end_year, end_month + 1)),
        precision,
    )


def months_in(whole: Interval) -> int:
    """How many months an interval touches, from that of its first day to that of its last."""
    start, end, _ = whole
    return (end.year - start.year) * 12 + end.month - start.month + 1


def week_interval(day: date) -> Interval:
    """The Monday to Sunday this day is in."""
    monday = day - timedelta(days=day.weekday())
    return Interval(monday, monday + timedelta(days=6), Precision.WEEK)


def add_months(day: date, months: int) -> date:
    """The same day of a later (or earlier) month, or its last day where that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))


def financial_year(year: int, conventions: Conventions) -> Interval:
    """The financial year that begins in this calendar year."""
    return month_interval(year, conventions.fiscal_start_month, 12, Precision.YEAR)


def financial_year_of(day: date, conventions: Conventions) -> int:
    """The calendar year in which the financial year of this day began."""
    return day.year - (day.month < conventions.fiscal_start_month)


def nearest(occurrence: Callable[[int], Interval | None], at: Reckoning, reach: int = 9) -> Interval:
    """The occurrence meant of what comes once a year: the coming, the latest, or the last before a day.

    `occurrence` gives the interval of one calendar year, or None where it does not fall (29 February).
    """
    pivot = at.before or at.today
    past = at.before is not None or at.direction is Direction.PAST
    years = (
        range(pivot.year + 1, pivot.year - reach, -1) if past else range(pivot.year - 1, pivot.year + reach)
    )
    for year in years:
        found = occurrence(year)
        if found is None:
            continue
        if at.before is not None:
            suits = found.start < pivot
        else:
            suits = found.start <= pivot if past else found.end >= pivot
        if suits:
            return found
    raise ValueError("no such day in any year near")


def in_year_or_nearest(year: int | None, occurrence: Callable[[int], Interval], at: Reckoning) -> Interval:
    """The occurrence of the year that was said, or the one meant where none was."""
    return occurrence(year) if year is not None else nearest(occurrence, at)
