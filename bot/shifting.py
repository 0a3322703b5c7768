"""A known date moved by so much: "slipped three weeks", "brought forward a month"."""

from __future__ import annotations

import calendar as month_lengths
from datetime import date, timedelta

from bot.calendar import add_working_days
from bot.language.reading import Shift
from bot.partnership import Nation
from bot.phrases.dates import day_with_year, month_and_year
from bot.timescale import Precision, Timescale

_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def shifted(known: Timescale, shift: Shift, nation: Nation = "england") -> Timescale:
    """The finish after a move. A month moved by months stays a month; anything else becomes a day."""
    if shift.unit in _MONTHS:
        moved = _add_months(known.end, shift.n * _MONTHS[shift.unit])
        if known.precision is Precision.MONTH:
            end = date(moved.year, moved.month, _length(moved.year, moved.month))
            return Timescale(end.replace(day=1), end, Precision.MONTH, month_and_year(end))
        return Timescale.of_day(moved, day_with_year(moved))
    if shift.unit == "working_day":
        moved = add_working_days(known.end, shift.n, nation)
    else:
        moved = known.end + timedelta(days=shift.n * (7 if shift.unit == "week" else 1))
    return Timescale.of_day(moved, day_with_year(moved))


def _add_months(day: date, months: int) -> date:
    """The same day so many months on; the last day of a month stays the last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    length = _length(year, month + 1)
    is_last = day.day == _length(day.year, day.month)
    return date(year, month + 1, length if is_last else min(day.day, length))


def _length(year: int, month: int) -> int:
    return month_lengths.monthrange(year, month)[1]
