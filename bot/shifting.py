"""A known date moved by so much: "slipped three weeks", "brought forward a month"."""

from __future__ import annotations

from datetime import timedelta

from bot.calendar import add_working_days
from bot.calendar_months import months_later
from bot.language.reading import Shift
from bot.phrases.dates import day_with_year, month_and_year
from bot.timescale import Precision, Timescale

_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_DAYS = {"day": 1, "week": 7}
_FARTHEST = 1000
"""Working days are counted one by one; nobody moves a date by more."""


def later(known: Timescale, months: int) -> Timescale:
    """The same time so many months on: a month stays a month, a window stays one."""
    start, end = months_later(known.start, months), months_later(known.end, months)
    if known.precision is Precision.DAY:
        return Timescale.of_day(end, day_with_year(end))
    words = month_and_year(end) if known.precision is Precision.MONTH else day_with_year(end)
    return Timescale(start, end, known.precision, words)


def shifted(known: Timescale, shift: Shift, nation: str = "england") -> Timescale:
    """The finish after a move, counted from the last day of what was known.

    A month moved by months stays a month; anything else becomes a day. Working days leave out weekends and
    the bank holidays of the nation.
    """
    if shift.unit in _MONTHS:
        end = months_later(known.end, shift.n * _MONTHS[shift.unit])
        if known.precision is Precision.MONTH:
            return Timescale(end.replace(day=1), end, Precision.MONTH, month_and_year(end))
    elif shift.unit == "working_day":
        end = add_working_days(known.end, max(-_FARTHEST, min(shift.n, _FARTHEST)), nation)
    else:
        end = known.end + timedelta(days=shift.n * _DAYS[shift.unit])
    return Timescale.of_day(end, day_with_year(end))
