"""Meanings that are a part of a longer time: its end, its middle, its second week, its last working day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from bot.calendar import add_working_days
from bot.language.dates.reckoning import (
    Direction,
    Interval,
    Meaning,
    Reckoning,
    add_months,
    day_interval,
    month_interval,
    months_in,
)
from bot.language.dates.words import Edge, Unit
from bot.timescale import Precision

FRIDAY = 4


class Part(NamedTuple):
    """ "end of Feb", "early next week", "mid-2027"; `to` joins two edges ("mid to late January")."""

    edge: Edge
    whole: Meaning
    to: Edge | None = None

    @property
    def has_year(self) -> bool:
        return self.whole.has_year

    def resolve(self, at: Reckoning) -> Interval:
        """The part of the whole; one already over is not the coming one, so the next such whole is taken.

        The end of a week, seen from its weekend, is the coming Friday.
        """
        found = coming(self.whole, lambda whole: self._of(whole, at), at)
        if found.end >= at.today or at.direction is Direction.PAST or at.before is not None:
            return found
        whole = self.whole.resolve(at)
        if (
            whole.precision is Precision.WEEK
            and whole.start <= at.today <= whole.end
            and at.today.weekday() > FRIDAY
        ):
            week = timedelta(days=7)
            return Interval(found.start + week, found.end + week, found.precision)
        return found

    def _of(self, whole: Interval, at: Reckoning) -> Interval:
        if self.edge is Edge.EARLIER:
            yesterday = at.today - timedelta(days=1)
            return Interval(whole.start, min(max(yesterday, whole.start), whole.end), whole.precision)
        if self.edge is Edge.LATER:
            late = part_of(whole, Edge.LATE)
            start = min(max(late.start, at.today), whole.end)
            return Interval(start, max(late.end, start), whole.precision)
        first = part_of(whole, self.edge)
        if self.to is None:
            return first
        last = part_of(whole, self.to)
        return Interval(min(first.start, last.start), max(first.end, last.end), whole.precision)


def coming(whole: Meaning, part: Callable[[Interval], Interval], at: Reckoning) -> Interval:
    """A part of a whole without a year: if it is over and the clause looks ahead, that of the next whole."""
    interval = whole.resolve(at)
    found = part(interval)
    looks_ahead = at.direction is Direction.FUTURE and at.before is None
    if found.end < at.today and looks_ahead and not whole.has_year:
        return part(whole.resolve(Reckoning(interval.end + timedelta(days=1), at.conventions)))
    return found


def part_of(whole: Interval, edge: Edge) -> Interval:
    """This part of an interval, by what kind of interval it is."""
    start, end, precision = whole
    if edge is Edge.END:
        if precision is Precision.SEASON:
            return Interval(end, end, precision)  # a season has no sharp end
        is_week = precision is Precision.WEEK and (end - start).days == 6 and start.weekday() == 0
        return day_interval(start + timedelta(days=FRIDAY) if is_week else end)
    if edge in (Edge.START, Edge.EARLIER):
        return Interval(start, start, precision)
    if precision is Precision.DAY:
        return whole
    if precision is Precision.WEEK:
        first, last = _WEEK[edge]
        return Interval(start + timedelta(days=first), start + timedelta(days=last), precision)
    is_whole_months = start.day == 1 and (end + timedelta(days=1)).day == 1
    if precision is Precision.MONTH and (end - start).days < 31 and is_whole_months:
        first, last = _MONTH[edge]
        return Interval(start.replace(day=first), start.replace(day=last) if last else end, precision)
    return _part_of_months(whole, edge) if is_whole_months else _part_of_days(whole, edge)


def _part_of_days(whole: Interval, edge: Edge) -> Interval:
    """Thirds, or halves, of any run of days: "early in 5-16 October"."""
    start, end, precision = whole
    days = (end - start).days
    share = days // 2 if edge in (Edge.FIRST_HALF, Edge.SECOND_HALF) else days // 3
    if edge in (Edge.EARLY, Edge.FIRST_HALF):
        return Interval(start, start + timedelta(days=share), precision)
    if edge in (Edge.LATE, Edge.SECOND_HALF):
        return Interval(end - timedelta(days=share), end, precision)
    return Interval(start + timedelta(days=share), end - timedelta(days=share), precision)


_WEEK = {
    Edge.EARLY: (0, 2),
    Edge.MID: (2, 2),
    Edge.LATE: (3, 4),
    Edge.FIRST_HALF: (0, 2),
    Edge.SECOND_HALF: (2, 4),
}
_MONTH = {
    Edge.EARLY: (1, 10),
    Edge.MID: (15, 15),
    Edge.LATE: (21, 0),
    Edge.FIRST_HALF: (1, 15),
    Edge.SECOND_HALF: (16, 0),
}


def _part_of_months(whole: Interval, edge: Edge) -> Interval:
    """Early, mid and late in a period of several months, counted in months."""
    start, _, precision = whole
    months = months_in(whole)
    if edge in (Edge.FIRST_HALF, Edge.SECOND_HALF):
        half = max(months // 2, 1)
        first = 0 if edge is Edge.FIRST_HALF else months - half
        return month_interval(start.year, start.month + first, half, Precision.HALF)
    third = 3 if months == 12 else max(months // 3, 1)
    if edge is Edge.EARLY:
        return month_interval(start.year, start.month, third, precision)
    if edge is Edge.LATE:
        return month_interval(start.year, start.month + months - third, third, precision)
    middle = 2 if months % 2 == 0 else 1
    return month_interval(start.year, start.month + (months - middle) // 2, middle, precision)


class Nth(NamedTuple):
    """The nth day, working day, week or month of a longer time, from its end if negative; `many` of them."""

    number: int
    unit: Unit
    whole: Meaning
    many: int = 1

    @property
    def has_year(self) -> bool:
        return self.whole.has_year

    def resolve(self, at: Reckoning) -> Interval:
        """The part; weeks of a month are counted in sevens from its first day, or back from its last."""
        return coming(self.whole, lambda whole: self._of(whole, at), at)

    def _of(self, whole: Interval, at: Reckoning) -> Interval:
        start, end, _ = whole
        n, many = self.number, self.many
        if self.unit is Unit.WORKING_DAY:
            nation = at.conventions.nation
            if n < 0:
                return day_interval(add_working_days(end + timedelta(days=1), n, nation))
            return day_interval(add_working_days(start - timedelta(days=1), n, nation))
        if self.unit is Unit.MONTH:
            first = start if n > 0 else add_months(end, 1 - many).replace(day=1)
            step = (n - 1) if n > 0 else (n + 1)
            return month_interval(first.year, first.month + step, many)
        length = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14}[self.unit]
        if n > 0:
            first_day = start + timedelta(days=(n - 1) * length)
        else:
            first_day = end + timedelta(days=1 + (n + 1) * length - length * many)
        last_day = min(first_day + timedelta(days=length * many - 1), max(end, first_day))
        if first_day == last_day:
            return day_interval(first_day)
        return Interval(first_day, last_day, Precision.WEEK if self.unit is not Unit.DAY else Precision.RANGE)


class NthWeekday(NamedTuple):
    """ "second Tuesday in December", "last Friday of the month"."""

    number: int
    weekday: int
    whole: Meaning

    @property
    def has_year(self) -> bool:
        return self.whole.has_year

    def resolve(self, at: Reckoning) -> Interval:
        """The day; a fifth that the month does not have is its last."""
        return coming(self.whole, self._of, at)

    def _of(self, whole: Interval) -> Interval:
        start, end, _ = whole
        if self.number > 0:
            first = start + timedelta(days=(self.weekday - start.weekday()) % 7)
            day = first + timedelta(days=7 * (self.number - 1))
            if day <= end:
                return day_interval(day)
            return day_interval(_last(end, self.weekday))
        return day_interval(_last(end, self.weekday) + timedelta(days=7 * (self.number + 1)))


def _last(end: date, weekday: int) -> date:
    return end - timedelta(days=(end.weekday() - weekday) % 7)


class Between(NamedTuple):
    """From one time to another: the first is the latest before the second."""

    first: Meaning
    last: Meaning
    precision: Precision | None = None

    @property
    def has_year(self) -> bool:
        return self.first.has_year or self.last.has_year

    def resolve(self, at: Reckoning) -> Interval:
        """From the start of the one to the end of the other."""
        if self.first.has_year:
            first = self.first.resolve(at)
            onward = Reckoning(first.start, at.conventions)
            last = self.last.resolve(at if self.last.has_year else onward)
        else:
            last = self.last.resolve(at)
            first = self.first.resolve(at.up_to(last.start))
        start, end = min(first.start, last.start), max(first.end, last.end)  # in order, whatever was typed
        return Interval(start, end, self.precision or Precision.RANGE)


class Tied(NamedTuple):
    """A time without a year beside one that has: just before it ("March or April 2028"), or within it."""

    meaning: Meaning
    later: Meaning
    within: bool = False

    @property
    def has_year(self) -> bool:
        return self.later.has_year

    def resolve(self, at: Reckoning) -> Interval:
        """The latest occurrence before the other."""
        later = self.later.resolve(at)
        return self.meaning.resolve(at.up_to(later.end + timedelta(days=1) if self.within else later.start))
