"""Days that no calendar has, written as a date all the same: "31/02/2027", "30 Feb", "31st of June"."""

from __future__ import annotations

import re
from calendar import monthrange

LEAP_YEAR = 2028
"""Without a year 29 February may be meant of one that has it."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMERIC = re.compile(r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/]|[.-]\d)")
_NAMED = re.compile(
    r"(?<![\w/.-])(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?"
    r"(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|ust|ember|ober)?\.?(?:\s+(\d{4}))?(?!\w)",
    re.IGNORECASE,
)


def no_such_day(text: str) -> str:
    """The first date in the text that names a day its month has not; "" where every date can be."""
    for found in _NUMERIC.finditer(text):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
        if 1 <= month <= 12 and not _is_day(day, month, year + 2000 if year < 100 else year):
            return found.group()
    for found in _NAMED.finditer(text):
        month = _MONTHS.index(found[2][:3].casefold()) + 1
        if not _is_day(int(found[1]), month, int(found[3]) if found[3] else LEAP_YEAR):
            return found.group()
    return ""


def _is_day(day: int, month: int, year: int) -> bool:
    """Whether the month has this day; of a number that is no day of any month nothing is said."""
    return not 28 < day <= 31 or day <= monthrange(year, month)[1]
