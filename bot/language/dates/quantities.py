"""Reading a length of time: "three weeks", "10 working days", "2-3 months", "a couple of weeks"."""

from __future__ import annotations

from typing import NamedTuple

from bot.language.dates.tokens import APOSTROPHES, DASHES, Tokens
from bot.language.dates.words import Kind, Unit

WORKING = frozenset({"working", "business", "clear", "wking", "w"})
PLAIN = frozenset(
    {"full", "whole", "calendar", "short", "solid", "more", "additional", "extra", "further", "school", "odd"}
)
SHORT_UNITS = {"d": Unit.DAY, "w": Unit.WEEK, "m": Unit.MONTH, "y": Unit.YEAR}
COUNTED = frozenset(
    {Unit.DAY, Unit.WORKING_DAY, Unit.WEEK, Unit.FORTNIGHT, Unit.MONTH, Unit.QUARTER, Unit.YEAR}
)


class Quantity(NamedTuple):
    """From `least` to `most` units, the same unless both were said; read up to the piece `end`."""

    least: int
    most: int
    unit: Unit
    end: int


def read_count(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A number at `i`, in figures or words, and where it ends: "3", "three", "a couple of", "twenty-one"."""
    sense = tokens.senses[i]
    if sense is None or sense.kind not in (Kind.NUMBER, Kind.COUNT):
        return None
    if sense.kind is Kind.NUMBER:
        return sense.value, i + 1
    word, j = tokens.words[i], i + 1
    if word in ("a", "an"):
        if tokens.words[j] in ("further", "full", "good", "whole", "clear", "short"):
            j += 1
        if tokens.words[j] == "couple":
            word = "couple"
            j += 1
        else:
            return 1, j
    if word == "couple":
        return 2, j + (tokens.words[j] == "of")
    if word in ("twenty", "thirty", "forty", "fifty", "sixty"):
        k = j + 1 if tokens.words[j] in DASHES and tokens.words[j] else j
        ones = tokens.value(k, Kind.COUNT)
        if ones is not None and ones < 10 and tokens.words[k] not in ("a", "an", "couple"):
            return sense.value + ones, k + 1
    return sense.value, j


def read_unit(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """A unit at `i`: "weeks", "working days", "calendar months"."""
    word = tokens.words[i]
    if word in WORKING and tokens.words[i + 1] in ("day", "days"):
        return Unit.WORKING_DAY, i + 2
    if word in PLAIN and tokens.kind(i + 1) is Kind.UNIT:
        i += 1
    unit = tokens.value(i, Kind.UNIT)
    if unit is None or unit not in COUNTED:
        return None
    return Unit(unit), i + 1


def read_quantity(tokens: Tokens, i: int) -> Quantity | None:
    """A length of time at `i`, or None."""
    if tokens.words[i] == "half" and tokens.words[i + 1] in ("a", "an"):
        return _half(tokens, i + 2)
    count = read_count(tokens, i)
    if count is None:
        return None
    least, j = count
    if _and_a_half(tokens, j):
        return _and_half_of(tokens, least, j + 3)
    upper = _upper_count(tokens, j, least)
    most, j = upper if upper is not None else (least, j)
    if tokens.words[j] in DASHES and tokens.words[j] and tokens.kind(j + 1) is Kind.UNIT:
        j += 1  # "6-week"
    read = read_unit(tokens, j)
    if read is None:
        glued = (
            SHORT_UNITS.get(tokens.words[j]) if tokens.touches(j) and tokens.words[j - 1].isdigit() else None
        )
        if glued is None or glued is Unit.MONTH or glued is Unit.DAY:
            return None
        read = glued, j + 1
    unit, end = read
    is_fraction = (
        unit is Unit.QUARTER
        and tokens.kind(i - 1) is not Kind.RELATION
        and (least > 4 or tokens.words[end] == "of" or tokens.words[i] == "three")
    )
    if is_fraction:
        return None
    return _trailing(tokens, Quantity(least, most, unit, end))


def _upper_count(tokens: Tokens, j: int, least: int) -> tuple[int, int] | None:
    """The second number of "2-3 weeks", "3 to 6 months", "two or three days"."""
    word = tokens.words[j]
    if not (word in ("to", "or", "/", "and") or word in DASHES) or not word:
        return None
    if word == "and" and tokens.words[j - 2] != "between":
        return None
    upper = read_count(tokens, j + 1)
    if upper is None or upper[0] <= least or tokens.words[j + 1] in ("a", "an"):
        return None
    return upper


def _and_a_half(tokens: Tokens, j: int) -> bool:
    return tokens.words[j] == "and" and tokens.words[j + 1] == "a" and tokens.words[j + 2] == "half"


def _half(tokens: Tokens, i: int) -> Quantity | None:
    """ "half a year" is six months; of a month or week it is not worth a date."""
    if tokens.value(i, Kind.UNIT) == Unit.YEAR:
        return Quantity(6, 6, Unit.MONTH, i + 1)
    return None


_HALVES = {Unit.YEAR: (12, 6, Unit.MONTH), Unit.MONTH: (4, 2, Unit.WEEK), Unit.WEEK: (7, 4, Unit.DAY)}
"""How "and a half" is counted: so many smaller units to the whole one, and so many to its half."""


def _and_half_of(tokens: Tokens, whole: int, j: int) -> Quantity | None:
    """ "two and a half years" in the smaller unit."""
    unit = tokens.value(j, Kind.UNIT)
    if unit is None or unit not in _HALVES:
        return None
    each, half, smaller = _HALVES[Unit(unit)]
    count = whole * each + half
    return Quantity(count, count, smaller, j + 1)


def _trailing(tokens: Tokens, quantity: Quantity) -> Quantity:
    """What may follow the unit: "or so", "or two", "and a half"."""
    least, most, unit, end = quantity
    if tokens.words[end] == "or":
        if tokens.words[end + 1] == "so":
            return quantity._replace(end=end + 2)
        more = read_count(tokens, end + 1)
        is_whole = (
            more is not None and tokens.kind(more[1]) is not Kind.UNIT and not tokens.words[end + 1].isdigit()
        )
        if more is not None and is_whole and least < more[0] <= least + 3 and tokens.words[end + 1] != "a":
            return quantity._replace(most=more[0], end=more[1])
    if _and_a_half(tokens, end) and least == most and unit in _HALVES:
        each, half, smaller = _HALVES[unit]
        count = least * each + half
        return Quantity(count, count, smaller, end + 3)
    return quantity


def skip_possessive(tokens: Tokens, i: int) -> int:
    """The place after an apostrophe at `i`, with its "s" or without: "weeks' time", "month's time"."""
    if tokens.words[i] in APOSTROPHES and tokens.words[i]:
        return i + 2 if tokens.words[i + 1] == "s" else i + 1
    return i
