"""Meanings counted from today or from another date: "next week", "in three weeks", "a week on Monday"."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from bot.calendar import add_working_days
from bot.language.dates.reckoning import (
    Direction,
    Interval,
    Meaning,
    Reckoning,
    add_months,
    day_interval,
    financial_year,
    financial_year_of,
    month_interval,
    months_in,
    week_interval,
)
from bot.language.dates.words import Unit
from bot.timescale import Precision

PRECISIONS: dict[Unit, Precision] = {
    Unit.DAY: Precision.DAY,
    Unit.WORKING_DAY: Precision.DAY,
    Unit.WEEK: Precision.WEEK,
    Unit.FORTNIGHT: Precision.WEEK,
    Unit.WEEKEND: Precision.RANGE,
    Unit.MONTH: Precision.MONTH,
    Unit.QUARTER: Precision.QUARTER,
    Unit.HALF: Precision.HALF,
    Unit.YEAR: Precision.YEAR,
    Unit.FINANCIAL_YEAR: Precision.YEAR,
}
"""How exactly a time is known that is counted in this unit."""

FRIDAY = 4
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14, Unit.WEEKEND: 7}
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.FINANCIAL_YEAR: 12}


def shift(day: date, count: int, unit: Unit, at: Reckoning) -> date:
    """The day so many units later, or earlier if negative."""
    if unit is Unit.WORKING_DAY:
        return add_working_days(day, count, at.conventions.nation)
    if unit in _DAYS:
        return day + timedelta(days=count * _DAYS[unit])
    return add_months(day, count * _MONTHS[unit])


class Which(Enum):
    """Which of the weekdays of that name: the nearest the way the clause looks, or the one pointed at."""

    NEAREST = "nearest"
    THIS = "this"
    NEXT = "next"
    LAST = "last"


class Weekday(NamedTuple):
    """ "Friday" is the coming one, "next Friday" that of next week, "last Friday" the one just gone."""

    number: int
    which: Which = Which.NEAREST

    @property
    def has_year(self) -> bool:
        return self.which in (Which.NEXT, Which.LAST)

    def resolve(self, at: Reckoning) -> Interval:
        """The day; one of today's own name is a week off, as people say "today" for today."""
        if self.which is Which.NEXT:
            return day_interval(week_interval(at.today).start + timedelta(days=7 + self.number))
        pivot = at.before or at.today
        if self.which is Which.LAST or at.before is not None or at.direction is Direction.PAST:
            return day_interval(pivot - timedelta(days=(pivot.weekday() - self.number - 1) % 7 + 1))
        return day_interval(pivot + timedelta(days=(self.number - pivot.weekday() - 1) % 7 + 1))


class Stepped(NamedTuple):
    """The week, month, quarter … so many steps from today's: "this week" is 0, "next month" is 1."""

    unit: Unit
    step: int = 0
    is_loose: bool = False
    """Whether it was said without "this": the start of "the month" may be that of the next."""

    @property
    def has_year(self) -> bool:
        return not self.is_loose

    def resolve(self, at: Reckoning) -> Interval:
        """The whole unit."""
        today = at.today
        if self.unit is Unit.DAY:
            return day_interval(today + timedelta(days=self.step))
        if self.unit is Unit.WORKING_DAY:
            return day_interval(add_working_days(today, self.step, at.conventions.nation))
        if self.unit is Unit.WEEK:
            return week_interval(today + timedelta(days=7 * self.step))
        if self.unit is Unit.WEEKEND:
            saturday = week_interval(today).start + timedelta(days=5 + 7 * self.step)
            return Interval(saturday, saturday + timedelta(days=1), Precision.RANGE)
        if self.unit is Unit.FORTNIGHT:
            ahead = day_interval(today + timedelta(days=1 if self.step > 0 else -14)).start
            return Interval(ahead, ahead + timedelta(days=13), Precision.WEEK)
        return self._of_months(at)

    def _of_months(self, at: Reckoning) -> Interval:
        today = at.today
        if self.unit is Unit.MONTH:
            return month_interval(today.year, today.month + self.step)
        if self.unit is Unit.YEAR:
            return month_interval(today.year + self.step, 1, 12, Precision.YEAR)
        begun = financial_year_of(today, at.conventions)
        if self.unit is Unit.FINANCIAL_YEAR:
            return financial_year(begun + self.step, at.conventions)
        first = 1 if at.conventions.quarters_by_calendar else at.conventions.fiscal_start_month
        length = _MONTHS[self.unit]
        since = (today.month - first) % 12
        month = today.month - since % length + self.step * length
        return month_interval(today.year, month, length, PRECISIONS[self.unit])


class NearestWeekend(NamedTuple):
    """ "the weekend": the coming one, or the one just gone; on a Sunday it belongs to the past."""

    @property
    def has_year(self) -> bool:
        return False

    def resolve(self, at: Reckoning) -> Interval:
        """Saturday and Sunday."""
        saturday = week_interval(at.today).start + timedelta(days=5)
        if at.direction is Direction.PAST and saturday > at.today:
            saturday -= timedelta(days=7)
        elif at.direction is Direction.FUTURE and saturday < at.today:
            saturday += timedelta(days=7)
        return Interval(saturday, saturday + timedelta(days=1), Precision.RANGE)


class Shifted(NamedTuple):
    """So much before or after another date: "two weeks before Christmas", "in 2 to 3 weeks" after today."""

    least: int
    most: int
    unit: Unit
    anchor: Meaning
    plain: bool = False
    """Whether the result is as exact as the anchor ("a week on Monday" is a day) and not as the unit."""

    @property
    def has_year(self) -> bool:
        return self.anchor.has_year

    def resolve(self, at: Reckoning) -> Interval:
        """The anchor moved."""
        anchor = self.anchor.resolve(at)
        start = shift(anchor.start, self.least, self.unit, at)
        end = shift(anchor.end, self.most, self.unit, at)
        if self.least != self.most:
            return Interval(min(start, end), max(start, end), Precision.RANGE)
        if anchor.precision is not Precision.DAY and self.unit in _MONTHS and anchor.precision in (
            Precision.MONTH, Precision.QUARTER, Precision.YEAR,
        ):  # fmt: skip
            return month_interval(start.year, start.month, months_in(anchor), anchor.precision)
        return Interval(start, end, anchor.precision if self.plain else PRECISIONS[self.unit])


class Window(NamedTuple):
    """The time from today to so much later ("within six weeks"), or back ("over the last month")."""

    least: int
    most: int
    unit: Unit

    @property
    def has_year(self) -> bool:
        return True

    def resolve(self, at: Reckoning) -> Interval:
        """From today (or from the nearer of two lengths) to the further end."""
        near = shift(at.today, self.least, self.unit, at)
        far = shift(at.today, self.most, self.unit, at)
        return Interval(min(near, far), max(near, far), Precision.RANGE)


class WeekOf(NamedTuple):
    """ "w/c 7 Dec": the Monday to Sunday around a day; moved by whole weeks ("the week after Easter")."""

    day: Meaning
    weeks: int = 0

    @property
    def has_year(self) -> bool:
        return self.day.has_year

    def resolve(self, at: Reckoning) -> Interval:
        """The week."""
        return week_interval(self.day.resolve(at).start + timedelta(days=7 * self.weeks))


class WeekendOf(NamedTuple):
    """The Saturday and Sunday of a day's week, or with `step` the nearest strictly before or after the
    day.
    """

    day: Meaning
    step: int = 0

    @property
    def has_year(self) -> bool:
        return self.day.has_year

    def resolve(self, at: Reckoning) -> Interval:
        """The two days."""
        anchor = self.day.resolve(at)
        edge = anchor.end if self.step > 0 else anchor.start
        saturday = week_interval(edge).start + timedelta(days=5)
        if self.step < 0 or (self.step > 0 and saturday <= edge):
            saturday += timedelta(days=7 * self.step)
        return Interval(saturday, saturday + timedelta(days=1), Precision.RANGE)


class WeekEnding(NamedTuple):
    """ "w/e 4 Dec": Monday to that day."""

    day: Meaning

    @property
    def has_year(self) -> bool:
        return self.day.has_year

    def resolve(self, at: Reckoning) -> Interval:
        """The week up to the day."""
        end = self.day.resolve(at).end
        return Interval(week_interval(end).start, end, Precision.WEEK)


class WeekdayIn(NamedTuple):
    """ "Tuesday of next week"; with `step`, "the Friday before Christmas"."""

    number: int
    anchor: Meaning
    step: int = 0

    @property
    def has_year(self) -> bool:
        return self.anchor.has_year

    def resolve(self, at: Reckoning) -> Interval:
        """The day."""
        anchor = self.anchor.resolve(at)
        if self.step < 0:
            first = anchor.start - timedelta(days=(anchor.start.weekday() - self.number - 1) % 7 + 1)
            return day_interval(first + timedelta(days=7 * (self.step + 1)))
        if self.step > 0:
            first = anchor.end + timedelta(days=(self.number - anchor.end.weekday() - 1) % 7 + 1)
            return day_interval(first + timedelta(days=7 * (self.step - 1)))
        day = week_interval(anchor.start).start + timedelta(days=self.number)
        is_over = anchor.start <= day < at.today <= anchor.end and at.today.weekday() > FRIDAY
        if is_over and at.direction is Direction.FUTURE and at.before is None:
            day += timedelta(days=7)  # said at a weekend, "Friday this week" is the coming one
        return day_interval(day)
