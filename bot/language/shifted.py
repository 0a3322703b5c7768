"""The date that comes of a shift, where the plan knows the date that moves."""

from __future__ import annotations

from datetime import date, timedelta

from bot.language.dates.reckoning import add_months, days_in
from bot.language.reading import Shift
from bot.timescale import Precision, Timescale

_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def shifted(due: Timescale, shift: Shift, words: str) -> Timescale:
    """The timescale moved by so much, counted from its last day; a whole month moved by months stays one."""
    end = _moved(due.end, shift)
    if due.precision is Precision.MONTH and shift.unit in _MONTHS:
        return Timescale(end.replace(day=1), end, Precision.MONTH, words)
    return Timescale.of_day(end, words)


def _moved(day: date, shift: Shift) -> date:
    months = _MONTHS.get(shift.unit)
    if months is not None:
        moved = add_months(day, shift.n * months)
        is_last = day.day == days_in(day.year, day.month)
        return moved.replace(day=days_in(moved.year, moved.month)) if is_last else moved
    if shift.unit == "working_day":
        return _working_days_on(day, shift.n)
    return day + timedelta(days=shift.n * _DAYS[shift.unit])


def _working_days_on(day: date, n: int) -> date:
    step = timedelta(days=1 if n > 0 else -1)
    left = min(abs(n), 1000)
    while left:
        day += step
        left -= day.weekday() < 5
    return day
