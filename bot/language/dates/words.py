"""The words dates are made of, as one dictionary from a word in lower case to its sense."""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from itertools import chain
from typing import NamedTuple

from bot.language.dates.misspellings import misspellings
from bot.language.dates.word_set import word_set


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
    PERIOD = 12  # "q", "h", "fy", "financial": opens a quarter, half or financial year
    WEEK_MARK = 13  # "w" of "w/c"
    LEAD = 14  # "in", "within", "over": opens an offset
    ARTICLE = 15  # "the"
    HOLIDAY = 16  # first word of a named day
    CODE = 17  # "eom", "eoy"
    # What figures can open, told by what follows them:
    FIGURES_SLASHED = 18  # "3/12", "26/27"
    FIGURES_DASHED = 19  # "5-16 October", "3-12-26"
    FIGURES_DOTTED = 20  # "31.12.26"
    FIGURES_RANKED = 21  # "3rd"
    FIGURES_DATED = 22  # "3 December", "3 of May"
    FIGURES_COUNTED = 23  # "3 weeks"
    FIGURES_LISTED = 24  # "3 and 4 May", "3 to 6 months"


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
    HALF = 9
    FINANCIAL_YEAR = 10


class Edge(IntEnum):
    """A part of a period."""

    START = 1
    EARLY = 2
    MID = 3
    LATE = 4
    END = 5
    FIRST_HALF = 6
    SECOND_HALF = 7
    EARLIER = 8
    LATER = 9


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
            "a an one", "two couple", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven",
            "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
            "twenty",
        ),
        start=1,
    )
    for word in words.split()
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}  # fmt: skip
ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
} | {"thirtieth": 30, "penultimate": -2, "final": -1}
UNITS = {
    "day": Unit.DAY, "days": Unit.DAY,
    "week": Unit.WEEK, "weeks": Unit.WEEK, "wk": Unit.WEEK, "wks": Unit.WEEK,
    "fortnight": Unit.FORTNIGHT, "fortnights": Unit.FORTNIGHT,
    "month": Unit.MONTH, "months": Unit.MONTH, "mth": Unit.MONTH, "mths": Unit.MONTH, "mnth": Unit.MONTH,
    "mnths": Unit.MONTH,
    "quarter": Unit.QUARTER, "quarters": Unit.QUARTER, "qtr": Unit.QUARTER, "qtrs": Unit.QUARTER,
    "year": Unit.YEAR, "years": Unit.YEAR, "yr": Unit.YEAR, "yrs": Unit.YEAR,
    "weekend": Unit.WEEKEND,
}  # fmt: skip
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
DAYS = {
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "tmrw": 1,
    "tomorow": 1,
    "tommorow": 1,
    "tommorrow": 1,
    "yesterday": -1,
}
RELATIONS = {
    "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1, "upcoming": 1, "last": -1,
    "previous": -1, "past": -1,
    "prior": -1,
}  # fmt: skip
PERIODS = (
    "q", "h", "fy", "fye", "cy", "financial", "fiscal", "tax", "calendar", "academic", "school",
)  # fmt: skip
WEEK_MARKS = ("w", "wc", "wb", "we")
LEADS = (
    "in",
    "within",
    "inside",
    "over",
    "during",
    "for",
    "throughout",
    "under",
    "about",
    "around",
    "roughly",
)
ABOUT = word_set(
    """
    about around approximately roughly approx circa another maybe probably perhaps say just over under
    nearly almost only
    some c like
    """
)
"""What may stand between "in" and a length of time."""
ARTICLES = ("the",)
CODES = {
    "eom": Unit.MONTH,
    "eoy": Unit.YEAR,
    "eow": Unit.WEEK,
    "eoq": Unit.QUARTER,
    "eofy": Unit.FINANCIAL_YEAR,
}
CLOSES = ("cop", "cob", "eop", "eod", "eob")
HOLIDAY_WORDS = (
    "christmas", "xmas", "boxing", "easter", "good", "new", "nye", "whit", "whitsun", "whitsunday",
    "trinity", "st", "saint", "burns",
    "halloween", "bonfire", "guy", "remembrance", "armistice", "shrove", "pancake", "ash", "palm",
    "maundy", "mothering",
    "mothers", "mother", "fathers", "father", "valentine", "valentines", "hogmanay", "bank", "pentecost",
    "ascension",
    "black", "advent", "twelfth",
)  # fmt: skip
EDGES = {
    "end": Edge.END, "close": Edge.END, "eo": Edge.END, "beg": Edge.START, "start": Edge.START,
    "beginning": Edge.START, "early": Edge.EARLY, "mid": Edge.MID, "middle": Edge.MID,
    "midway": Edge.MID, "halfway": Edge.MID, "late": Edge.LATE, "later": Edge.LATER,
    "earlier": Edge.EARLIER, "back": Edge.LATE, "tail": Edge.LATE, "latter": Edge.LATE,
    "midweek": Edge.MID,
}  # fmt: skip


def _figures() -> dict[str, Sense]:
    figures = {str(n): Sense(Kind.NUMBER, n) for n in range(400)}
    figures |= {f"{n:02}": Sense(Kind.NUMBER, n) for n in range(10)}
    figures |= {str(n): Sense(Kind.YEAR, n) for n in range(1900, 2200)}
    return figures


def _senses(kind: Kind, table: dict[str, int]) -> dict[str, Sense]:
    return {word: Sense(kind, value) for word, value in table.items()}


@cache
def senses() -> dict[str, Sense]:
    """Every word that can be part of a date; made when the first text is read, misspellings and all."""
    return dict(
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
            _senses(Kind.CODE, dict(CODES)).items(),
            _senses(Kind.CODE, dict.fromkeys(CLOSES, Unit.DAY)).items(),
            _senses(Kind.PERIOD, dict.fromkeys(PERIODS, 0)).items(),
            _senses(Kind.WEEK_MARK, dict.fromkeys(WEEK_MARKS, 0)).items(),
            _senses(Kind.LEAD, dict.fromkeys(LEADS, 0)).items(),
            _senses(Kind.ARTICLE, dict.fromkeys(ARTICLES, 0)).items(),
            _senses(Kind.HOLIDAY, dict.fromkeys(HOLIDAY_WORDS, 0)).items(),
            _senses(Kind.MONTH, MONTHS).items(),
            _senses(Kind.WEEKDAY, WEEKDAYS).items(),
        )
    )
