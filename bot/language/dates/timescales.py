"""A text that is nothing but a time, as in a plan's timescale column or an answer to "new date?"."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from bot.language.dates.absolute import DayInMonth, DayOfSomeMonth
from bot.language.dates.durations import UNITS, find_durations
from bot.language.dates.find import DateSpan, find_dates
from bot.language.dates.reckoning import Direction, Meaning, Reckoning, day_interval
from bot.language.dates.relative import Window
from bot.language.dates.word_set import word_set
from bot.language.late import Late
from bot.language.reading import Conventions
from bot.timescale import Precision, Timescale

LONGEST: Final = 120
"""Longer than this a cell holds sentences, not a time."""

AROUND_A_TIME: Final = word_set(
    """
    by before due in on for at until till til from to target date the of approx approximately circa c
    about around no not
    later earlier than latest earliest completion complete completed start starting starts during over
    within a an period
    timescale deadline expected revised now is it be will please thanks thank you end after initially then
    new planned plan
    maybe probably think say hopefully its it's aim aiming let's lets go with make call timeframe
    currently still should
    """
)
"""What may stand around a time in a cell or an answer that is no more than that time."""
AROUND_THE_CLOCK: Final = "24/7"
ALTERNATIVES: Final = frozenset({"or", "and"})

_WORD: Final = Late(r"[^\W_]+(?:['’][^\W_]+)?")
_DAY_DOT_MONTH: Final = Late(r"(\d{1,2})[.\- ](\d\d)")
_DAY: Final = Late(r"the (\d{1,2})", re.IGNORECASE)
_COMPACT: Final = Late(r"(20\d\d)(\d\d)(\d\d)")
_SPACED: Final = Late(r"(\d{1,2})[ .](\d{1,2})[ .]((?:19|20)?\d\d)")
_UNIT_OF: Final = {name: unit for unit, (name, times) in UNITS.items() if times == 1}


def read_timescale(
    text: str, today: date, conventions: Conventions, direction: Direction = Direction.FUTURE
) -> Timescale | None:
    """The time the whole text states, in its own words; None where it states none, or more than one.

    Our own grammar is asked first; a date in some other order that it cannot read goes to dateparser.
    """
    words = text.strip()
    if not words or len(words) > LONGEST:
        return None
    found = (
        _by_grammar(words, today, conventions, direction)
        or _by_length(words, today, conventions)
        or _in_figures(words, today, direction)
        or _elsewhere(words, today)
    )
    return None if found is None else found.in_words(words)


def _by_grammar(words: str, today: date, conventions: Conventions, direction: Direction) -> Timescale | None:
    """Read the cell as it stands, or as if "by" stood before it, which settles "8/10", "may" and "2028"."""
    for lead in ("", "by ") if words != AROUND_THE_CLOCK else ():
        text = lead + words
        spans = find_dates(text, today, conventions)
        if not spans or not _is_all(text, spans):
            continue
        times = [span.resolve(direction) for span in spans]
        if all(time.same_time(times[0]) for time in times):
            return times[0]
        between = text[spans[0].end : spans[-1].start].split()
        if len(times) == 2 and between in (["or"], ["and/or"]):
            return max(times, key=lambda time: time.end)
        return None
    return None


def _is_all(text: str, spans: list[DateSpan]) -> bool:
    """Whether nothing but small words stands around the dates."""
    rest = list(text)
    for span in spans:
        rest[span.start : span.end] = " " * (span.end - span.start)
    around = _WORD.pattern.findall("".join(rest).lower())
    return all(word in AROUND_A_TIME or word in ALTERNATIVES for word in around)


def _by_length(words: str, today: date, conventions: Conventions) -> Timescale | None:
    """ "12 – 18 month period", "18 months": from today to then, or between the two lengths."""
    lengths = find_durations(words)
    if len(lengths) != 1:
        return None
    one = lengths[0]
    around = _WORD.pattern.findall((words[: one.start] + " " + words[one.end :]).lower())
    if not all(word in AROUND_A_TIME for word in around):
        return None
    unit = _UNIT_OF[one.unit]
    window = Window(one.at_least if one.at_least != one.n else 0, one.n, unit)
    start, end, precision = window.resolve(Reckoning(today, conventions))
    return Timescale(start, end, precision, words)


def _in_figures(words: str, today: date, direction: Direction) -> Timescale | None:
    """Figures that are a date only because nothing else stands there: "15.12", "15 12 26", "20261215"."""
    meaning: Meaning
    try:
        if match := _COMPACT.pattern.fullmatch(words):
            year, month, day = map(int, match.groups())
            return Timescale.of_day(date(year, month, day), words)
        if match := _SPACED.pattern.fullmatch(words):
            day, month, year = map(int, match.groups())
            return Timescale.of_day(date(year if year > 99 else 2000 + year, month, day), words)
        if match := _DAY_DOT_MONTH.pattern.fullmatch(words):
            day, month = map(int, match.groups())
            date(2000, month, day)  # a leap year: any day of the calendar
            meaning = DayInMonth(day, month)
        elif match := _DAY.pattern.fullmatch(words):
            meaning = DayOfSomeMonth(date(2000, 1, int(match.group(1))).day)
        else:
            return None
    except ValueError:
        return None
    found = meaning.resolve(Reckoning(today, Conventions(), direction))
    return Timescale(found.start, found.end, found.precision, words)


def _elsewhere(words: str, today: date) -> Timescale | None:
    """What dateparser makes of a full date in another order, if it makes sense."""
    if not any(character.isdigit() for character in words) or len(words) > 40:
        return None
    day = _parsed(words, today)
    if day is None or abs(day.year - today.year) > 30:
        return None
    start, end, _ = day_interval(day)
    return Timescale(start, end, Precision.DAY, words)


@lru_cache(maxsize=256)
def _parsed(words: str, today: date) -> date | None:
    """A day with its month and year as dateparser reads it; imported only here, for it takes long to load."""
    import dateparser

    read = dateparser.parse(
        words,
        languages=["en"],
        settings={
            "DATE_ORDER": "DMY",
            "PARSERS": ["absolute-time"],
            "RELATIVE_BASE": datetime(today.year, today.month, today.day),  # noqa: DTZ001 - a day, not a moment
            "REQUIRE_PARTS": ["day", "month", "year"],
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    return None if read is None else read.date()
