"""The dates of a sentence in British English: where they stand, and which days they mean.

`find_dates` points at every date-shaped stretch of a text; each is resolved when it is known whether the
clause looks forward or back. `find_durations` and `find_unresolved` find the lengths of time and the
times that no
calendar knows. `read_timescale` reads a text that is nothing but a date, as in a plan's timescale column.
"""

from bot.language.dates.durations import Duration, find_durations
from bot.language.dates.find import DateSpan, find_dates, resolve_pair
from bot.language.dates.reckoning import Direction
from bot.language.dates.timescales import read_timescale
from bot.language.dates.unresolved import find_unresolved

__all__ = [
    "DateSpan",
    "Direction",
    "Duration",
    "find_dates",
    "find_durations",
    "find_unresolved",
    "read_timescale",
    "resolve_pair",
]
