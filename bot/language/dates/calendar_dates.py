"""Rules for days and months by name: "3rd of December", "Dec 3rd 2026", "Sept 2007", "Mar-27"."""

from __future__ import annotations

from bot.language.dates.absolute import DayInMonth, Month
from bot.language.dates.found import Found, Page
from bot.language.dates.tokens import APOSTROPHES, DASHES, Tokens
from bot.language.dates.words import Kind

SUFFIXES = frozenset({"st", "nd", "rd", "th"})
LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def read_day_number(tokens: Tokens, i: int) -> tuple[int, int, bool] | None:
    """A day of the month at `i`: its number, where it ends, and whether it is an ordinal."""
    sense = tokens.senses[i]
    if sense is None:
        return None
    if sense.kind is Kind.NUMBER and 1 <= sense.value <= 31:
        if tokens.words[i + 1] in SUFFIXES:
            return sense.value, i + 2, True
        return sense.value, i + 1, False
    return None


def read_year(page: Page, i: int) -> tuple[int, int] | None:
    """A year that belongs to the month before `i`: "2027", ", 2027", "'27", "-27", "27", "next year"."""
    tokens = page.tokens
    year = tokens.value(i, Kind.YEAR)
    if year is not None:
        return year, i + 1
    word = tokens.words[i]
    if word in APOSTROPHES or word in DASHES or word in "/.," and word:
        sense = tokens.senses[i + 1]
        if sense is not None and sense.kind is Kind.YEAR:
            return sense.value, i + 2
        if sense is not None and word != "," and len(tokens.words[i + 1]) == 2 and tokens.touches(i + 1):
            return 2000 + sense.value, i + 2
    return None


def day_first(page: Page, i: int) -> Found | None:
    """ "3 Dec", "3rd of December 2026", "31Mar27"."""
    number = read_day_number(page.tokens, i)
    if number is None:
        return None
    day, j, _ = number
    tokens = page.tokens
    if tokens.words[j] == "of":
        j += 1
    month = tokens.value(j, Kind.MONTH)
    if month is None or day > LONGEST[month - 1]:
        return None
    year = read_year(page, j + 1)
    if year is not None:
        return Found(year[1], DayInMonth(day, month, year[0]), "day_month_year")
    return Found(j + 1, DayInMonth(day, month), "day_month")


def month_first(page: Page, i: int) -> Found | None:
    """ "March", "March 2027", "Mar 27", "Dec 3rd"."""
    tokens = page.tokens
    month = tokens.value(i, Kind.MONTH)
    if month is None or (tokens.words[i] in ("may", "march") and not tokens.is_capital(i)):
        return None
    year = read_year(page, i + 1)
    if year is not None:
        return Found(year[1], Month(month, year[0]), "month_year")
    return Found(i + 1, Month(month), "month")
