"""The date that comes of a shift, where the plan knows the date that moves."""

from __future__ import annotations

from datetime import date, timedelta

from bot.calendar import add_working_days
from bot.language.dates.reckoning import add_months, days_in
from bot.language.reading import Shift
from bot.timescale import Precision, Timescale

_DAYS = {"day": 1, "week": 7}
_FARTHEST = 1000
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def shifted(due: Timescale, shift: Shift, words: str, nation: str) -> Timescale:
    """The timescale moved by so much, counted from its last day; a whole month moved by months stays one.

    Working days leave out weekends and the bank holidays of the nation.
    """
    end = _moved(due.end, shift, nation)
    if due.precision is Precision.MONTH and shift.unit in _MONTHS:
        return Timescale(end.replace(day=1), end, Precision.MONTH, words)
    return Timescale.of_day(end, words)


def _moved(day: date, shift: Shift, nation: str) -> date:
    months = _MONTHS.get(shift.unit)
    if months is not None:
        moved = add_months(day, shift.n * months)
        is_last = day.day == days_in(day.year, day.month)
        return moved.replace(day=days_in(moved.year, moved.month)) if is_last else moved
    if shift.unit == "working_day":
        return add_working_days(day, max(-_FARTHEST, min(shift.n, _FARTHEST)), nation)
    return day + timedelta(days=shift.n * _DAYS[shift.unit])
