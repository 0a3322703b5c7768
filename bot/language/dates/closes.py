"""Rules for the ends that have names of their own: "year end", "month-end", "EOM", "close of play"."""

from __future__ import annotations

from bot.language.dates.absolute import DayAfter, FinancialYear, Month
from bot.language.dates.found import Found, Page
from bot.language.dates.parts import Part
from bot.language.dates.quantities import skip_possessive
from bot.language.dates.reckoning import Meaning
from bot.language.dates.relative import Stepped
from bot.language.dates.tokens import DASHES
from bot.language.dates.words import Edge, Kind, Unit
from bot.language.dates.years import financial_start, two_figure_year


def close_of_play(page: Page, i: int) -> Found | None:
    """ "close of play", "end of day", "COP" with no day beside them: today."""
    tokens = page.tokens
    word = tokens.words[i]
    if word in ("end", "close"):
        if tokens.words[i + 1] != "of":
            return None
        the = tokens.words[i + 2] == "the"
        if tokens.words[i + 2 + the] not in ("play", "business", "day"):
            return None
        if tokens.words[i - 1] == "the" and tokens.words[i - 2] == "at":
            return None
        end = i + 3 + the
    elif word in ("cop", "cob", "eop", "eod", "eob"):
        end = i + 1
    else:
        return None
    after = end
    while tokens.words[after] in ("on", "this", "next", ",", "the", "(") and after < end + 2:
        after += 1
    before = tokens.kind(i - 1)
    if (tokens.senses[after] is not None and tokens.kind(after) in _DAYLIKE) or before in (
        Kind.WEEKDAY,
        Kind.MONTH,
        Kind.DAY,
    ):
        return None
    return Found(end, DayAfter(0), "close_of_play")


_DAYLIKE = (Kind.WEEKDAY, Kind.DAY, Kind.NUMBER, Kind.MONTH, Kind.RELATION)


def code(page: Page, i: int) -> Found | None:
    """ "EOM", "EOM March", "EOY", "EOFY"."""
    tokens = page.tokens
    unit = tokens.value(i, Kind.CODE)
    if unit is None:
        return None
    if unit == Unit.DAY:
        return close_of_play(page, i)
    month = page.day(i + 1) if unit == Unit.MONTH else None
    if month is not None and isinstance(month.meaning, Month):
        return Found(month.end, Part(Edge.END, month.meaning), "part_end")
    whole: Meaning = FinancialYear(None) if unit == Unit.FINANCIAL_YEAR else Stepped(Unit(unit))
    return Found(i + 1, Part(Edge.END, whole), "part_end")


def unit_end(page: Page, i: int) -> Found | None:
    """ "year end" (of the financial year), "month-end", "quarter end", "calendar year end", "FYE 2027"."""
    tokens = page.tokens
    word = tokens.words[i]
    if word == "fye":
        return _year_end(page, i + 1)
    is_calendar = word == "calendar"
    j = i + 1 if is_calendar or word in ("financial", "fiscal", "tax") else i
    unit = tokens.value(j, Kind.UNIT)
    if unit is None or tokens.words[j].endswith("s") or "half" in tokens.words[i - 2 : i]:
        return None
    k = j + 2 if tokens.words[j + 1] in DASHES else skip_possessive(tokens, j + 1)
    if tokens.words[k] != "end" or unit == Unit.DAY:
        return None
    if unit == Unit.YEAR and not is_calendar:
        return _year_end(page, k + 1)
    return Found(k + 1, Part(Edge.END, Stepped(Unit(unit))), "part_end")


def _year_end(page: Page, j: int) -> Found:
    """The end of the financial year, or of the one named at `j` ("year end 2027", "year end 26/27")."""
    tokens = page.tokens
    named = financial_start(page, j)
    if named is not None:
        return Found(named[1], Part(Edge.END, FinancialYear(named[0])), "part_end")
    year = tokens.value(j, Kind.YEAR) or (two_figure_year(page, j) if tokens.touches(j) else None)
    if year is not None:
        return Found(j + 1, Part(Edge.END, FinancialYear(year - 1)), "part_end")
    return Found(j, Part(Edge.END, FinancialYear(None)), "year_end")


def pointed_unit_end(page: Page, i: int) -> Found | None:
    """ "next quarter end", "this month-end"."""
    tokens = page.tokens
    step, unit = tokens.value(i, Kind.RELATION), tokens.value(i + 1, Kind.UNIT)
    k = i + 3 if tokens.words[i + 2] in DASHES and tokens.words[i + 2] else i + 2
    if step is None or unit not in (Unit.MONTH, Unit.QUARTER) or tokens.words[k] != "end":
        return None
    return Found(k + 1, Part(Edge.END, Stepped(Unit(unit), step)), "part_end")


def pointed_year_end(page: Page, i: int) -> Found | None:
    """ "this year end", "next financial year end", "2026/27 year end"."""
    tokens = page.tokens
    named = financial_start(page, i)
    step = tokens.value(i, Kind.RELATION)
    j = named[1] if named is not None else i + 1
    if named is None and step is None:
        return None
    if tokens.words[j] in ("financial", "fiscal"):
        j += 1
    if tokens.words[j] != "year":
        return None
    k = j + 2 if tokens.words[j + 1] in DASHES and tokens.words[j + 1] else j + 1
    if tokens.words[k] != "end":
        return None
    whole = FinancialYear(named[0]) if named is not None else FinancialYear(None, step or 0)
    return Found(k + 1, Part(Edge.END, whole), "year_end")
