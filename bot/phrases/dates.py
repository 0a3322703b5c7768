"""Dates as people say them: "Tue 29 Sept", "14 Oct 2026", "end of Jan 2027"; never 3/12."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from bot.timescale import Precision, Timescale

_MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_PARTS = {
    "end of": "end of",
    "end": "end of",
    "start of": "start of",
    "beginning of": "start of",
    "early": "early",
    "early in": "early",
    "mid": "mid",
    "middle of": "mid",
    "late": "late",
    "late in": "late",
    "back end of": "late",
}
"""A part of a month as it is written and as it is said back."""
_PART_OF_MONTH = re.compile(
    rf"(?:(?:by|in|for|until|till|around|about|before) )?(?:the )?({'|'.join(_PARTS)})[ -](?:of )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:[ ,-]+(?:20)?\d\d)?",
    re.IGNORECASE,
)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def month(day: date) -> str:
    """ "Sept"."""
    return _MONTHS[day.month - 1]


def day_and_month(day: date) -> str:
    """ "14 Oct"."""
    return f"{day.day} {month(day)}"


def weekday_and_day(day: date) -> str:
    """ "Tue 29 Sept"."""
    return f"{_DAYS[day.weekday()]} {day_and_month(day)}"


def day_with_year(day: date) -> str:
    """ "14 Oct 2026"."""
    return f"{day_and_month(day)} {day.year}"


def weekday_with_year(day: date) -> str:
    """ "Mon 5 Oct 2026"."""
    return f"{weekday_and_day(day)} {day.year}"


def month_and_year(day: date) -> str:
    """ "Sept 2026"."""
    return f"{month(day)} {day.year}"


def end_of_plan(day: date) -> str:
    """ "March 2027" for its last day, any other day in full."""
    is_last = (day + timedelta(days=1)).day == 1
    return month_and_year(day) if is_last else day_with_year(day)


def near(day: date, today: date) -> str:
    """A day with its year only when that is not the one we are in: "14 Aug", "14 Aug 2025"."""
    return day_and_month(day) if day.year == today.year else day_with_year(day)


def clock(at: datetime) -> str:
    """A wall time: "noon", "09:30"."""
    return "noon" if (at.hour, at.minute) == (12, 0) else f"{at:%H:%M}"


def timescale(when: Timescale) -> str:
    """A plan's or a lead's own words, made definite where they leave the year or the day open.

    "end of Jan" is said with its year, however it was put ("by end January"), and "mid Dec" stays a part of
    its month; "Friday" and "in three weeks" become the day they mean, and so do figures, because 3/12 is two
    days.
    """
    words = " ".join(when.words.split())
    part = _PART_OF_MONTH.fullmatch(words)
    if part is not None:
        return f"{_PARTS[part[1].casefold()]} {month_and_year(when.end)}"
    is_figures = not any(mark.isalpha() for mark in words)
    if when.precision is Precision.DAY and is_figures:
        return day_with_year(when.end)
    if str(when.end.year) in words:
        return words
    if when.precision is Precision.DAY:
        return day_with_year(when.end)
    if _names_month(words) and not any(mark.isdigit() for mark in words):
        return f"{words} {when.end.year}"
    if when.precision is Precision.MONTH and when.start.month == when.end.month:
        return month_and_year(when.end)
    if words and when.precision in (Precision.QUARTER, Precision.HALF, Precision.SEASON, Precision.YEAR):
        return f"{words} (to {day_with_year(when.end)})"
    return f"{words} ({day_with_year(when.end)})" if words else day_with_year(when.end)


def _names_month(words: str) -> bool:
    said = words.casefold()
    return any(said.find(name.casefold()[:3]) >= 0 for name in _MONTHS)


def weeks(days: int) -> str:
    """A length for people: days up to a fortnight, whole weeks from then on."""
    size = abs(days)
    if size < 14:
        return "1 day" if size == 1 else f"{size} days"
    count = round(size / 7)
    return f"{count} weeks"
