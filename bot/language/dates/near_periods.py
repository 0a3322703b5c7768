"""Rules for periods pointed at from today: "next month", "this quarter", "the week after next"."""

from __future__ import annotations

from bot.language.dates.absolute import FinancialYear, Month, Season
from bot.language.dates.found import Found, Page
from bot.language.dates.function_words import MEETING_NOUNS, SEASON_NOUNS
from bot.language.dates.names import is_month
from bot.language.dates.parts import Between, Part
from bot.language.dates.relative import Stepped
from bot.language.dates.seasons import season
from bot.language.dates.tokens import Tokens
from bot.language.dates.words import Edge, Kind, Unit
from bot.language.dates.years import FISCAL_WORDS, read_year


def pointed_period(page: Page, i: int) -> Found | None:
    """ "next month", "this quarter", "last financial year", "the week after next", "next March"."""
    tokens = page.tokens
    step = tokens.value(i, Kind.RELATION)
    if step is None:
        return None
    j = i + 1
    if tokens.words[i] == "this" and tokens.words[j] in ("coming", "upcoming", "past", "current"):
        step, j = {"past": -1, "current": 0}.get(tokens.words[j], 1), j + 1
    elif tokens.words[i] == "past" and tokens.words[i - 1] in ("half", "quarter", "walk", "go", "it"):
        return None
    word = tokens.words[j]
    if word in _QUALIFIED:
        return _pointed_qualified(tokens, j, step)
    unit = tokens.value(j, Kind.UNIT)
    if unit is not None and (not tokens.words[j].endswith("s") or tokens.words[j] == "days"):
        return _pointed_unit(page, i, j, Unit(unit), step)
    if word == "half" and step and tokens.words[j + 1] not in ("of", "a", "term", "day", "hour"):
        return Found(j + 1, Stepped(Unit.HALF, step), "period_near")
    return _pointed_name(page, j, step)


_QUALIFIED = FISCAL_WORDS | {"fy", "calendar", "working", "work", "academic", "school"}


def _pointed_qualified(tokens: Tokens, j: int, step: int) -> Found | None:
    """ "next financial year", "this FY", "next calendar year", "this working week"."""
    word, after = tokens.words[j], tokens.words[j + 1]
    if word == "fy":
        return Found(j + 1, FinancialYear(None, step), "financial_year_near")
    if word in FISCAL_WORDS and after in ("year", "yr"):
        return Found(j + 2, FinancialYear(None, step), "financial_year_near")
    if word == "calendar" and after in ("year", "month"):
        return Found(j + 2, Stepped(Unit.YEAR if after == "year" else Unit.MONTH, step), "period_near")
    if word in ("working", "work") and after == "week":
        week = Stepped(Unit.WEEK, step)
        return Found(j + 2, Between(Part(Edge.START, week), Part(Edge.END, week)), "period_near")
    return None


def _pointed_unit(page: Page, i: int, j: int, unit: Unit, step: int) -> Found | None:
    tokens = page.tokens
    if unit is Unit.DAY:
        is_next = tokens.words[i] in ("next", "following") and tokens.words[i - 1] == "the"
        return (
            Found(j + 1, Stepped(Unit.DAY, 1), "period_near")
            if is_next and tokens.words[j] == "day"
            else None
        )
    if unit is Unit.YEAR and tokens.words[i] == "last" and tokens.words[j + 1] == "of":
        return None
    return Found(j + 1, Stepped(unit, step), "period_near")


def _pointed_name(page: Page, j: int, step: int) -> Found | None:
    """ "next March", "last summer": strictly after, or before, the one today is in."""
    tokens = page.tokens
    month = tokens.value(j, Kind.MONTH)
    if month is not None and is_month(tokens, j):
        if read_year(page, j + 1) is not None or tokens.kind(j + 1) is Kind.NUMBER:
            return None
        this = page.today.month
        if step == 0:
            return Found(j + 1, Month(month), "month")
        ahead = page.today.year + (month <= this)
        behind = page.today.year - (month >= this)
        return Found(j + 1, Month(month, ahead if step > 0 else behind), "month_near")
    first = tokens.value(j, Kind.SEASON)
    if first is None or tokens.words[j + 1] in SEASON_NOUNS or tokens.words[j + 1] in MEETING_NOUNS:
        return None
    if read_year(page, j + 1) is not None or step == 0:
        return season(page, j)
    since = (page.today.year - 1) * 12 + first - 1
    now = page.today.year * 12 + page.today.month - 1
    while since + 12 <= now:
        since += 12
    within = now < since + 3
    begins = since // 12
    ahead = begins + 1
    behind = begins - within
    return Found(j + 1, Season(first, ahead if step > 0 else behind), "season_near")


def after_next(page: Page, i: int) -> Found | None:
    """ "week after next", "month after next", "week before last", "year after next"."""
    tokens = page.tokens
    unit = tokens.value(i, Kind.UNIT)
    if unit is None or unit == Unit.DAY:
        return None
    if tokens.words[i + 1] == "after" and tokens.words[i + 2] == "next":
        return Found(i + 3, Stepped(Unit(unit), 2), "period_after_next")
    if tokens.words[i + 1] == "before" and tokens.words[i + 2] == "last":
        return Found(i + 3, Stepped(Unit(unit), -2), "period_before_last")
    return None


def month_after_next(page: Page, i: int) -> Found | None:
    """ "March after next"."""
    tokens = page.tokens
    if tokens.words[i + 1] != "after" or tokens.words[i + 2] != "next":
        return None
    month = tokens.value(i, Kind.MONTH)
    if month is None:
        return None
    year = page.today.year + (month <= page.today.month) + 1
    return Found(i + 3, Month(month, year), "month_after_next")
