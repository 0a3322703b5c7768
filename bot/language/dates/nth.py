"""Rules for one of several in a period: "first week of December", "last working day of the month"."""

from __future__ import annotations

from bot.language.dates.absolute import Month
from bot.language.dates.calendar_dates import read_ordinal_word
from bot.language.dates.found import Found, Page
from bot.language.dates.named_years import year_named
from bot.language.dates.parts import Nth, NthWeekday, Part
from bot.language.dates.quantities import read_unit
from bot.language.dates.reckoning import Meaning
from bot.language.dates.relative import Stepped
from bot.language.dates.tokens import Tokens
from bot.language.dates.words import Edge, Kind, Unit
from bot.language.dates.years import SUFFIXES


def _rank(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Which one of several, at `i`: "first", "2nd", "last" (-1), "second last" (-2)."""
    if tokens.words[i] in ("last", "final", "penultimate"):
        return (-2 if tokens.words[i] == "penultimate" else -1), i + 1
    number = read_ordinal_word(tokens, i)
    if number is None and tokens.words[i + 1] in SUFFIXES:
        value = tokens.value(i, Kind.NUMBER)
        number = None if value is None or value > 31 else (value, i + 2)
    if number is None:
        return None
    if tokens.words[number[1]] == "last":
        return -number[0], number[1] + 1
    return number


def nth(page: Page, i: int) -> Found | None:
    """ "first week of December", "second Tuesday in March", "last working day of the month"."""
    tokens = page.tokens
    ranked = _rank(tokens, i)
    if ranked is None:
        return None
    number, j = ranked
    if tokens.words[j] == "half" and number in (1, 2, -1):
        whole = _of_whole(page, j + 1, bare=number > 0)
        if whole is None:
            return None
        part = Edge.FIRST_HALF if number == 1 else Edge.SECOND_HALF
        return Found(whole[1], Part(part, whole[0]), "half_of")
    weekday = tokens.value(j, Kind.WEEKDAY)
    if weekday is not None:
        whole = _of_whole(page, j + 1)
        return (
            None if whole is None else Found(whole[1], NthWeekday(number, weekday, whole[0]), "nth_weekday")
        )
    return _nth_unit(page, number, j)


def _nth_unit(page: Page, number: int, j: int) -> Found | None:
    tokens = page.tokens
    sense = tokens.senses[j]
    count = 1
    if sense is not None and sense.kind in (Kind.NUMBER, Kind.COUNT) and sense.value < 32:
        count, j = sense.value, j + 1
    read = read_unit(tokens, j)
    if read is None or read[0] not in (Unit.DAY, Unit.WORKING_DAY, Unit.WEEK, Unit.FORTNIGHT, Unit.MONTH):
        return None
    unit, end = read
    whole = _of_whole(page, end, bare=number > 0)
    if whole is None:
        return None
    return Found(whole[1], Nth(number, unit, whole[0], count), f"nth_{unit.name.lower()}")


def _of_whole(page: Page, j: int, *, bare: bool = False) -> tuple[Meaning, int] | None:
    """ "of December", "in the month" at `j`; with `bare`, a month alone as well ("first week Jan")."""
    tokens = page.tokens
    if tokens.words[j] not in ("of", "in"):
        if bare and tokens.kind(j) is Kind.MONTH:
            found = page.day(j)
            return (
                None if found is None or not isinstance(found.meaning, Month) else (found.meaning, found.end)
            )
        return None
    j += 1
    if tokens.words[j] == "the":
        j += 1
    found = page.period(j)
    if found is not None:
        return found.meaning, found.end
    year = tokens.value(j, Kind.YEAR)
    if year is not None:
        return year_named(year), j + 1
    unit = tokens.value(j, Kind.UNIT)
    if unit is None or tokens.words[j].endswith("s") or tokens.kind(j + 1) is Kind.NUMBER or unit == Unit.DAY:
        return None
    return Stepped(Unit(unit), is_loose=True), j + 1


def numbered_week(page: Page, i: int) -> Found | None:
    """ "week 3 of January", "week two of Feb"."""
    tokens = page.tokens
    sense = tokens.senses[i + 1]
    if tokens.words[i] not in ("week", "wk") or sense is None or sense.kind not in (Kind.NUMBER, Kind.COUNT):
        return None
    if not 1 <= sense.value <= 5:
        return None
    whole = _of_whole(page, i + 2)
    if whole is None:
        return None
    return Found(whole[1], Nth(sense.value, Unit.WEEK, whole[0]), "nth_week")
