"""Meanings a calendar names: days, months, quarters, years, seasons; with or without their year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from bot.language.dates.reckoning import (
    Direction,
    Interval,
    Meaning,
    Reckoning,
    day_interval,
    days_in,
    financial_year,
    in_year_or_nearest,
    month_interval,
    nearest,
)
from bot.timescale import Precision

NEAR = 2
"""So many months away a weekday still tells which month's day is meant ("Mon 16th")."""


class Fixed(NamedTuple):
    """A time the words settle alone."""

    interval: Interval

    @property
    def has_year(self) -> bool:
        return True

    def resolve(self, _: Reckoning) -> Interval:
        """The interval itself."""
        return self.interval


class DayInMonth(NamedTuple):
    """ "3 December", with a year or without."""

    day: int
    month: int
    year: int | None = None

    @property
    def has_year(self) -> bool:
        return self.year is not None

    def in_year(self, year: int) -> Interval | None:
        """That day of one year, if the year has it."""
        if self.day > days_in(year, self.month):
            return None
        return day_interval(date(year, self.month, self.day))

    def resolve(self, at: Reckoning) -> Interval:
        """The day in its year, or in the year meant."""
        if self.year is not None:
            return day_interval(date(self.year, self.month, self.day))
        return nearest(self.in_year, at)


class Month(NamedTuple):
    """A month: "Sept 2007", "March"."""

    month: int
    year: int | None = None

    @property
    def has_year(self) -> bool:
        return self.year is not None

    def in_year(self, year: int) -> Interval:
        """That month of one year."""
        return month_interval(year, self.month)

    def resolve(self, at: Reckoning) -> Interval:
        """The month in its year; without one, this month if today is in it, else the next (or the latest)."""
        return in_year_or_nearest(self.year, self.in_year, at)


class DayOfSomeMonth(NamedTuple):
    """ "the 14th": the coming one, or the one just gone."""

    day: int
    weekday: int | None = None

    @property
    def has_year(self) -> bool:
        return False

    def resolve(self, at: Reckoning) -> Interval:
        """The nearest such day in the direction meant; on the weekday said, if any month near has it so."""
        days = self._days(at)
        if self.weekday is None or at.before is not None:
            return day_interval(days[0])
        other = Direction.FUTURE if at.direction is Direction.PAST else Direction.PAST
        suit = [day for day in days if day.weekday() == self.weekday]
        near = [day for day in self._days(at.looking(other))[:NEAR] if day.weekday() == self.weekday]
        if near and (not suit or suit[0] not in days[:NEAR]):
            return day_interval(near[0])
        return day_interval((suit or days)[0])

    def _days(self, at: Reckoning) -> list[date]:
        pivot = at.before or at.today
        past = at.before is not None or at.direction is Direction.PAST
        first = pivot.year * 12 + pivot.month - 1
        days = []
        for step in range(14):
            year, month = divmod(first - step if past else first + step, 12)
            if self.day > days_in(year, month + 1):
                continue
            day = date(year, month + 1, self.day)
            late = day >= pivot if at.before is not None else day > pivot
            if not (late if past else day < pivot):
                days.append(day)
        return days


class OnWeekday(NamedTuple):
    """A day said with its weekday ("Thursday 19 November"), which tells the year whatever the clause says."""

    day: Meaning
    weekday: int

    @property
    def has_year(self) -> bool:
        return self.day.has_year

    def resolve(self, at: Reckoning) -> Interval:
        """The day in the direction meant, unless only the other way it falls on that weekday."""
        found = self.day.resolve(at)
        if found.start.weekday() == self.weekday or self.day.has_year or at.before is not None:
            return found
        other = self.day.resolve(
            at.looking(Direction.FUTURE if at.direction is Direction.PAST else Direction.PAST)
        )
        return other if other.start.weekday() == self.weekday else found


class Quarter(NamedTuple):
    """A quarter by number, of the plan's financial year unless the calendar's is meant."""

    number: int
    year: int | None = None
    by_calendar: bool = False
    calendar_year_said: bool = False
    """Whether `year` is a calendar year ("Q4 2027") and not the start of a financial one ("Q4 26/27")."""

    @property
    def has_year(self) -> bool:
        return self.year is not None

    def resolve(self, at: Reckoning) -> Interval:
        """The quarter in its year, or the nearest of that number."""
        customs = at.conventions
        first = 1 if self.by_calendar or customs.quarters_by_calendar else customs.fiscal_start_month
        month = first + (self.number - 1) * 3
        year = self.year
        if year is not None and self.calendar_year_said and month > 12:
            year -= 1

        def in_year(year: int) -> Interval:
            return month_interval(year, month, 3, Precision.QUARTER)

        return in_year_or_nearest(year, in_year, at)


class Half(NamedTuple):
    """H1 or H2 of the plan's financial year unless the calendar's is meant."""

    number: int
    year: int | None = None
    by_calendar: bool = False

    @property
    def has_year(self) -> bool:
        return self.year is not None

    def resolve(self, at: Reckoning) -> Interval:
        """The half in its year, or the nearest of that number."""
        customs = at.conventions
        first = 1 if self.by_calendar or customs.quarters_by_calendar else customs.fiscal_start_month

        def in_year(year: int) -> Interval:
            return month_interval(year, first + (self.number - 1) * 6, 6, Precision.HALF)

        return in_year_or_nearest(self.year, in_year, at)


class FinancialYear(NamedTuple):
    """ "2027/28", by the calendar year it begins in; "the financial year", by `step` from now."""

    year: int | None
    step: int = 0
    is_loose: bool = False
    """Whether it was said without "this", so that its start may be that of the next."""

    @property
    def has_year(self) -> bool:
        return not self.is_loose

    def resolve(self, at: Reckoning) -> Interval:
        """The whole financial year."""
        if self.year is not None:
            return financial_year(self.year, at.conventions)
        begun = at.today.year - (at.today.month < at.conventions.fiscal_start_month)
        return financial_year(begun + self.step, at.conventions)


class Season(NamedTuple):
    """A season, known by its first month; a winter is named by the year it begins in."""

    month: int
    year: int | None = None

    @property
    def has_year(self) -> bool:
        return self.year is not None

    def in_year(self, year: int) -> Interval:
        """The season that begins in that year."""
        return month_interval(year, self.month, 3, Precision.SEASON)

    def resolve(self, at: Reckoning) -> Interval:
        """The season in its year, or this one if today is in it, else the next (or the latest)."""
        return in_year_or_nearest(self.year, self.in_year, at)


class DayAfter(NamedTuple):
    """So many days from today: "today", "tomorrow", "yesterday"."""

    days: int

    @property
    def has_year(self) -> bool:
        return True

    def resolve(self, at: Reckoning) -> Interval:
        """That day."""
        return day_interval(at.today + timedelta(days=self.days))
