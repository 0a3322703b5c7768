"""The words dates are made of, as one dictionary from a word in lower case to its sense."""

from __future__ import annotations

from enum import IntEnum
from itertools import chain
from typing import NamedTuple

from bot.language.dates.misspellings import misspellings


class Kind(IntEnum):
    """What part a word can play in a date."""

    MONTH = 1
    WEEKDAY = 2
    NUMBER = 3  # one to three figures
    YEAR = 4  # four figures that can be a year
    COUNT = 5  # a number in words: "three", "a", "couple"
    ORDINAL = 6  # "third"; the figures "3rd" are a number and a suffix
    UNIT = 7
    SEASON = 8
    EDGE = 9  # "end", "early", "mid"
    RELATION = 10  # "next", "last", "this"
    DAY = 11  # "today", "tomorrow"
    QUARTER = 12  # "q", "qtr" before a figure
    HALF = 13  # "h" before a figure
    FISCAL = 14  # "fy", "financial"
    WEEK_MARK = 15  # "w" of "w/c"
    LEAD = 16  # "in", "within", "over": opens an offset
    ARTICLE = 17  # "the"
    HOLIDAY = 18  # first word of a named day
    CODE = 19  # "eom", "eoy"
    MEETING = 20


class Sense(NamedTuple):
    """A word's part in a date, and its number: the month, the weekday from Monday 0, the count."""

    kind: Kind
    value: int


class Unit(IntEnum):
    """A length of time the grammar counts in."""

    DAY = 1
    WORKING_DAY = 2
    WEEK = 3
    FORTNIGHT = 4
    MONTH = 5
    QUARTER = 6
    YEAR = 7
    WEEKEND = 8


class Edge(IntEnum):
    """A part of a period."""

    START = 1
    EARLY = 2
    MID = 3
    LATE = 4
    END = 5


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb febr", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu", "friday fri",
            "saturday sat", "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip
COUNTS = {
    word: number
    for number, words in enumerate(
        (
            "a an one", "two couple", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
        ),
        start=1,
    )
    for word in words.split()
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}  # fmt: skip
ORDINALS = {
    word: number
    for number, word in enumerate(
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ).split(),
        start=1,
    )
} | {"thirtieth": 30}
UNITS = {
    "day": Unit.DAY, "days": Unit.DAY,
    "week": Unit.WEEK, "weeks": Unit.WEEK, "wk": Unit.WEEK, "wks": Unit.WEEK,
    "fortnight": Unit.FORTNIGHT, "fortnights": Unit.FORTNIGHT,
    "month": Unit.MONTH, "months": Unit.MONTH, "mth": Unit.MONTH, "mths": Unit.MONTH, "mnth": Unit.MONTH, "mnths": Unit.MONTH,
    "quarter": Unit.QUARTER, "quarters": Unit.QUARTER,
    "year": Unit.YEAR, "years": Unit.YEAR, "yr": Unit.YEAR, "yrs": Unit.YEAR,
    "weekend": Unit.WEEKEND,
}  # fmt: skip
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
DAYS = {"today": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1, "tomorow": 1, "tommorow": 1, "tommorrow": 1, "yesterday": -1}
RELATIONS = {
    "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1, "upcoming": 1, "last": -1, "previous": -1, "past": -1,
    "prior": -1,
}  # fmt: skip
EDGES = {
    "end": Edge.END, "close": Edge.END, "start": Edge.START, "beginning": Edge.START, "early": Edge.EARLY,
    "mid": Edge.MID, "middle": Edge.MID, "midway": Edge.MID, "halfway": Edge.MID, "late": Edge.LATE,
}  # fmt: skip


def _figures() -> dict[str, Sense]:
    figures = {str(n): Sense(Kind.NUMBER, n) for n in range(400)}
    figures |= {f"{n:02}": Sense(Kind.NUMBER, n) for n in range(10)}
    figures |= {str(n): Sense(Kind.YEAR, n) for n in range(1900, 2200)}
    return figures


def _senses(kind: Kind, table: dict[str, int]) -> dict[str, Sense]:
    return {word: Sense(kind, value) for word, value in table.items()}


SENSES: dict[str, Sense] = dict(
    chain(
        _figures().items(),
        _senses(Kind.MONTH, misspellings(MONTHS)).items(),
        _senses(Kind.WEEKDAY, misspellings(WEEKDAYS)).items(),
        _senses(Kind.COUNT, COUNTS).items(),
        _senses(Kind.ORDINAL, ORDINALS).items(),
        _senses(Kind.UNIT, dict(UNITS)).items(),
        _senses(Kind.SEASON, SEASONS).items(),
        _senses(Kind.DAY, DAYS).items(),
        _senses(Kind.RELATION, RELATIONS).items(),
        _senses(Kind.EDGE, dict(EDGES)).items(),
        _senses(Kind.MONTH, MONTHS).items(),
        _senses(Kind.WEEKDAY, WEEKDAYS).items(),
    )
)
