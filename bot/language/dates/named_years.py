"""Rules for years: "2027/28", "FY27", "the new financial year", "calendar year 2027", "by 2028"."""

from __future__ import annotations

from bot.language.dates.absolute import FinancialYear, Fixed, Quarter
from bot.language.dates.calendar_dates import is_part_of_figure
from bot.language.dates.found import Found, Page
from bot.language.dates.function_words import FOLLOWS_DATE, VERSION_WORDS
from bot.language.dates.quarters import quarter_behind
from bot.language.dates.reckoning import Meaning, month_interval
from bot.language.dates.relative import Stepped
from bot.language.dates.tokens import DASHES, Tokens
from bot.language.dates.word_set import word_set
from bot.language.dates.words import Kind, Unit
from bot.language.dates.years import FISCAL_WORDS, financial_start, two_figure_year
from bot.timescale import Precision

BEFORE_YEAR = word_set(
    """
    by in until till til to from before after since during of for circa c between and early mid late end
    into through throughout beginning start year around about or than pre post towards past summer
    autumn spring winter calendar is now - – — / , ( = on due target -> → >
    """
)

FIRST_YEAR, YEARS_AHEAD, YEARS_NEAR = 1948, 60, 20
AFTER_YEAR = frozenset({"onwards", "onward", "target", "deadline"})
COUNTED = word_set("people staff clients patients cases referrals contacts hours hrs households")
NAMED_AFTER = frozenset({"the", "(", ",", "-", "–", "—", "/", "on", "is", "now"})
"""After these a year before a noun names a thing: "the 2026 review"."""


def year_named(year: int) -> Meaning:
    """A calendar year."""
    return Fixed(month_interval(year, 1, 12, Precision.YEAR))


def financial_year(page: Page, i: int) -> Found | None:
    """ "FY27/28", "financial year 2027/28", "FY27", "tax year 2027-28", "academic year 2027/28"."""
    tokens = page.tokens
    word = tokens.words[i]
    if word in ("academic", "school"):
        return _academic_year(page, i)
    if word not in FISCAL_WORDS and word != "fy":
        return _calendar_year(page, i)
    j = i + 1
    if word != "fy":
        if tokens.words[j] not in ("year", "yr"):
            return None
        j += 1
    named = financial_start(page, j)
    if named is not None:
        numbered = quarter_behind(page, named[1])
        if numbered is not None:
            return Found(numbered[1], Quarter(numbered[0], named[0]), "quarter_year")
        return Found(named[1], FinancialYear(named[0]), "financial_year")
    year = tokens.value(j, Kind.YEAR) or (two_figure_year(page, j) if word == "fy" else None)
    if year is not None:
        return Found(j + 1, FinancialYear(year - 1), "financial_year")
    return Found(j, FinancialYear(None, is_loose=True), "financial_year")


def new_financial_year(page: Page, i: int) -> Found | None:
    """ "the new financial year": the next one."""
    tokens = page.tokens
    if tokens.words[i] != "new":
        return None
    if tokens.words[i + 1] == "fy":
        return Found(i + 2, FinancialYear(None, 1), "financial_year_near")
    if tokens.words[i + 1] not in FISCAL_WORDS or tokens.words[i + 2] != "year":
        return None
    return Found(i + 3, FinancialYear(None, 1), "financial_year_near")


def _calendar_year(page: Page, i: int) -> Found | None:
    tokens = page.tokens
    if tokens.words[i] == "cy":
        year = tokens.value(i + 1, Kind.YEAR) or (
            two_figure_year(page, i + 1) if tokens.touches(i + 1) else None
        )
        return None if year is None else Found(i + 2, year_named(year), "calendar_year")
    if tokens.words[i] != "calendar" or tokens.words[i + 1] != "year":
        return None
    year = tokens.value(i + 2, Kind.YEAR)
    if year is not None:
        return Found(i + 3, year_named(year), "calendar_year")
    return Found(i + 2, Stepped(Unit.YEAR, is_loose=True), "calendar_year")


def _academic_year(page: Page, i: int) -> Found | None:
    """September to August."""
    if page.tokens.words[i + 1] != "year":
        return None
    named = financial_start(page, i + 2)
    if named is not None:
        return Found(named[1], Fixed(month_interval(named[0], 9, 12, Precision.YEAR)), "academic_year")
    begun = page.today.year - (page.today.month < 9)
    return Found(i + 2, Fixed(month_interval(begun, 9, 12, Precision.YEAR)), "academic_year")


def year_pair(page: Page, i: int) -> Found | None:
    """ "2027/28", "2025-26", "27/28": a financial year; "2027 Q3" and "2026/27 Q3" a quarter of one."""
    tokens = page.tokens
    if is_part_of_figure(tokens, i):
        return None
    named = financial_start(page, i)
    if named is not None:
        is_short = len(tokens.words[i]) == 2
        if is_short and not _is_year_pair(page, i, named[1]):
            return None
        end = named[1]
        numbered = quarter_behind(page, end)
        if numbered is not None:
            return Found(numbered[1], Quarter(numbered[0], named[0]), "quarter_year")
        if tokens.words[end] in ("financial", "fiscal", "tax") and tokens.words[end + 1] == "year":
            end += 2
        elif tokens.words[end] == "fy":
            end += 1
        return Found(end, FinancialYear(named[0]), "financial_year")
    year = tokens.value(i, Kind.YEAR)
    numbered = None if year is None else quarter_behind(page, i + 1)
    if year is None or numbered is None:
        return None
    return Found(numbered[1], Quarter(numbered[0], year, calendar_year_said=True), "quarter_year")


def _is_year_pair(page: Page, i: int, end: int) -> bool:
    """Whether "26/27" is a financial year: near today, and not counting or marking anything."""
    tokens = page.tokens
    first = int(tokens.words[i])
    if abs(2000 + first - page.today.year) > 6 or tokens.words[i + 1] != "/":
        return False
    return tokens.words[end] not in ("of", "sites", "staff", "people") and not tokens.words[end].endswith(
        "ed"
    )


def bare_year(page: Page, i: int) -> Found | None:
    """ "2028", where a word before it says it is a time ("by 2028") and nothing after it is counted."""
    tokens = page.tokens
    year = tokens.value(i, Kind.YEAR)
    if year is None or not FIRST_YEAR <= year <= page.today.year + YEARS_AHEAD or _is_in_figures(tokens, i):
        return None
    before, after = tokens.words[i - 1], tokens.words[i + 1]
    is_named = after.isalpha() and after not in FOLLOWS_DATE
    if before in VERSION_WORDS or after in COUNTED or (is_named and before in NAMED_AFTER):
        return None
    if is_named and after.endswith("s") and abs(year - page.today.year) > YEARS_NEAR:
        return None
    stands_alone = not before and (not after or after in FOLLOWS_DATE)
    is_time = before in BEFORE_YEAR or stands_alone or after in AFTER_YEAR
    return Found(i + 1, year_named(year), "year") if is_time else None


def _is_in_figures(tokens: Tokens, i: int) -> bool:
    """Whether the year at `i` is one part of a longer number: "32-2015", "2027.5", "2027a"."""
    if tokens.words[i - 1] in DASHES and tokens.words[i - 2].isdigit():
        return True
    after = tokens.words[i + 1]
    if tokens.touches(i + 1) and (after.isalnum() or after == "%"):
        return True
    goes_on = after in (".", ",", "/", ":", "-") and tokens.touches(i + 1) and tokens.touches(i + 2)
    return (goes_on and tokens.words[i + 2].isdigit()) or is_part_of_figure(tokens, i)
