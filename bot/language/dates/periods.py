"""Rules for periods: quarters, halves, financial years, years, seasons, and "next month" and its kind."""

from __future__ import annotations

from bot.language.dates.absolute import FinancialYear, Fixed, Half, Month, Quarter, Season
from bot.language.dates.calendar_dates import is_part_of_figure
from bot.language.dates.found import Found, Page
from bot.language.dates.function_words import (
    FOLLOWS_DATE,
    LEADS_TO_DATE,
    MEETING_NOUNS,
    SEASON_NOUNS,
    VERSION_WORDS,
)
from bot.language.dates.names import is_month, is_person
from bot.language.dates.reckoning import Meaning, month_interval
from bot.language.dates.relative import Stepped
from bot.language.dates.tokens import Tokens
from bot.language.dates.word_set import word_set
from bot.language.dates.words import Kind, Unit
from bot.language.dates.years import financial_start, read_year, two_figure_year
from bot.timescale import Precision

FISCAL_WORDS = frozenset({"financial", "fiscal", "tax"})
BEFORE_YEAR = word_set(
    """
    by in until till til to from before after since during of for circa c between and early mid late end
    into through throughout beginning start year around about or than pre post towards past summer
    autumn spring winter calendar is now - – — / , ( = on due target -> → >
    """
)


def year_named(page: Page, year: int) -> Meaning:
    """A calendar year."""
    return Fixed(month_interval(year, 1, 12, Precision.YEAR))


def _fiscal_year_after(page: Page, i: int) -> tuple[int, int, bool] | None:
    """The year of a quarter or half at `i`: its number, its end, and whether it names a calendar year.

    "26/27" names the financial year; "2027" alone the calendar year the quarter lies in; "next year" beside a
    quarter is a financial one.
    """
    tokens = page.tokens
    j = i
    while (
        tokens.words[j] in (",", "of", "in", "the", "-", "(", "fy", "for", "financial", "year") and j < i + 4
    ):
        j += 1
    fiscal = financial_start(page, j)
    if fiscal is not None:
        end = fiscal[1] + (tokens.words[j - 1] == "(" and tokens.words[fiscal[1]] == ")")
        return fiscal[0], end, False
    if tokens.words[j - 1] == "fy":
        year = tokens.value(j, Kind.YEAR) or two_figure_year(page, j)
        return None if year is None else (year - 1, j + 1, False)
    step = tokens.value(j, Kind.RELATION)
    if step is not None:
        is_fiscal = tokens.words[j + 1] in FISCAL_WORDS
        end = j + 1 + is_fiscal
        if tokens.words[end] in ("year", "yr") or (tokens.words[end] == "fy"):
            begun = page.today.year - (page.today.month < page.conventions.fiscal_start_month)
            return begun + step, end + 1, False
    year = tokens.value(j, Kind.YEAR)
    if year is not None:
        return year, j + 1, True
    if tokens.words[j] in ("'", "’"):
        year = two_figure_year(page, j + 1)
        return None if year is None else (year, j + 2, True)
    year = two_figure_year(page, j) if j <= i + 1 else None
    if year is not None and tokens.words[j - 1] not in (",", "(") and not tokens.words[j + 1].isalpha():
        return year, j + 1, True
    return None


def _numbered(page: Page, i: int, number: int, j: int, *, by_calendar: bool = False) -> Found | None:
    """A quarter whose number ends at `j`, with its year."""
    year = _fiscal_year_after(page, j)
    if year is not None:
        begins, end, is_calendar_year = year
        return Found(end, Quarter(number, begins, by_calendar, is_calendar_year), "quarter_year")
    return Found(j, Quarter(number, None, by_calendar), "quarter")


_QUARTER_WORDS = frozenset({"q", "qtr", "quarter", "qu"})
_SPELT = {"one": 1, "two": 2, "three": 3, "four": 4}


def quarter(page: Page, i: int) -> Found | None:
    """ "Q3", "Q1 27/28", "Qtr 4", "quarter three of 2026/27", "calendar Q1"."""
    tokens = page.tokens
    j = i
    by_calendar = tokens.words[j] in ("calendar", "cy")
    if by_calendar or tokens.words[j] in ("financial", "fiscal", "fy"):
        j += 1
    if tokens.words[j] not in _QUARTER_WORDS:
        return None
    k = j + 1
    if tokens.words[k] in (".", "-", "") and tokens.words[j] != "quarter":
        k += 1
    number = tokens.value(k, Kind.NUMBER) if len(tokens.words[k]) == 1 else _SPELT.get(tokens.words[k])
    if number is None or not 1 <= number <= 4 or (tokens.words[j] == "q" and not tokens.touches(k)):
        return None
    if tokens.touches(j) and tokens.words[j - 1].isalnum():
        return None
    if tokens.touches(k + 1) and tokens.words[k + 1].isalnum():
        return None
    return _numbered(page, i, number, k + 1, by_calendar=by_calendar)


def ordinal_quarter(page: Page, i: int) -> Found | None:
    """ "third quarter of 2026/27", "4th qtr", "second half of the financial year", "last quarter of 2027/28"."""
    tokens = page.tokens
    number = tokens.value(i, Kind.ORDINAL)
    j = i + 1
    if number is None and tokens.words[i + 1] in ("st", "nd", "rd", "th"):
        number, j = tokens.value(i, Kind.NUMBER), i + 2
    if number is None and tokens.words[i] in ("final", "last"):
        number = 4 if tokens.words[j + 1] in ("of", "in") else None
    if number is None or not 1 <= number <= 4:
        return None
    by_calendar = tokens.words[j] == "calendar"
    if by_calendar or tokens.words[j] in FISCAL_WORDS:
        j += 1
    if tokens.words[j] not in ("quarter", "qtr"):
        return None
    if tokens.words[j + 1] == "of" and _fiscal_year_after(page, j + 1) is None:
        return None  # "the first quarter of the patients"
    return _numbered(page, i, number, j + 1, by_calendar=by_calendar)


def half(page: Page, i: int) -> Found | None:
    """ "H1", "H2 27/28", "calendar H1"."""
    tokens = page.tokens
    j = i + (by_calendar := tokens.words[i] == "calendar")
    number = tokens.value(j + 1, Kind.NUMBER)
    if tokens.words[j] != "h" or number not in (1, 2) or not tokens.touches(j + 1):
        return None
    if (tokens.touches(j + 2) and tokens.words[j + 2].isalnum()) or tokens.words[j + 2] == "/":
        return None
    year = _fiscal_year_after(page, j + 2)
    if year is None:
        return Found(j + 2, Half(number, None, by_calendar), "half")
    return Found(year[1], Half(number, year[0], by_calendar), "half_year")


def financial_year(page: Page, i: int) -> Found | None:
    """ "FY27/28", "financial year 2027/28", "FY27", "tax year 2027-28", "academic year 2027/28", "the financial year"."""
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
        numbered = _quarter_behind(page, named[1])
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
    if tokens.words[i] != "new" or tokens.words[i + 1] not in FISCAL_WORDS or tokens.words[i + 2] != "year":
        return None
    return Found(i + 3, FinancialYear(None, 1), "financial_year_near")


def _calendar_year(page: Page, i: int) -> Found | None:
    tokens = page.tokens
    if tokens.words[i] == "cy":
        year = tokens.value(i + 1, Kind.YEAR) or (
            two_figure_year(page, i + 1) if tokens.touches(i + 1) else None
        )
        return None if year is None else Found(i + 2, year_named(page, year), "calendar_year")
    if tokens.words[i] != "calendar" or tokens.words[i + 1] != "year":
        return None
    year = tokens.value(i + 2, Kind.YEAR)
    if year is not None:
        return Found(i + 3, year_named(page, year), "calendar_year")
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
        numbered = _quarter_behind(page, end)
        if numbered is not None:
            return Found(numbered[1], Quarter(numbered[0], named[0]), "quarter_year")
        if tokens.words[end] in ("financial", "fiscal", "tax") and tokens.words[end + 1] == "year":
            end += 2
        elif tokens.words[end] == "fy":
            end += 1
        return Found(end, FinancialYear(named[0]), "financial_year")
    year = tokens.value(i, Kind.YEAR)
    numbered = None if year is None else _quarter_behind(page, i + 1)
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


def _quarter_behind(page: Page, j: int) -> tuple[int, int] | None:
    tokens = page.tokens
    if tokens.words[j] in ("-", ",") and tokens.words[j + 1] == "q":
        j += 1
    number = tokens.value(j + 1, Kind.NUMBER)
    if (
        tokens.words[j] not in _QUARTER_WORDS
        or number is None
        or not 1 <= number <= 4
        or len(tokens.words[j + 1]) > 1
    ):
        return None
    return number, j + 2


def bare_year(page: Page, i: int) -> Found | None:
    """ "2028", where a word before it says it is a time ("by 2028") and nothing after it is counted."""
    tokens = page.tokens
    year = tokens.value(i, Kind.YEAR)
    if (
        tokens.touches(i)
        and not tokens.words[i - 1].isalnum()
        and tokens.words[i - 2].isdigit()
        and tokens.touches(i - 1)
    ):
        return None
    if year is None or is_part_of_figure(tokens, i) or not 1948 <= year <= page.today.year + 60:
        return None
    before, after = tokens.words[i - 1], tokens.words[i + 1]
    if before in VERSION_WORDS or (tokens.touches(i + 1) and after.isalnum()) or after in ("%",):
        return None
    if (
        after in (".", ",", "/", ":", "-")
        and tokens.touches(i + 1)
        and tokens.touches(i + 2)
        and tokens.words[i + 2].isdigit()
    ):
        return None
    is_led = before in BEFORE_YEAR
    stands_alone = not before and (not after or after in FOLLOWS_DATE)
    if not (is_led or stands_alone or after in ("onwards", "onward", "target", "deadline")):
        return None
    if before in ("the", "(") and after.isalpha():
        return None
    if (
        after.isalpha()
        and after not in FOLLOWS_DATE
        and abs(year - page.today.year) > 20
        and after.endswith("s")
    ):
        return None
    if after in (
        "people",
        "staff",
        "clients",
        "patients",
        "cases",
        "referrals",
        "contacts",
        "hours",
        "hrs",
        "households",
    ):
        return None
    if before in (",", "-", "–", "—", "/", "on", "is", "now") and (
        after.isalpha() and after not in FOLLOWS_DATE
    ):
        return None
    return Found(i + 1, year_named(page, year), "year")


def season(page: Page, i: int) -> Found | None:
    """ "Spring 2027", "the summer", "in autumn"; not "winter pressures" or "spring clean"."""
    tokens = page.tokens
    month = tokens.value(i, Kind.SEASON)
    if month is None:
        return None
    fiscal = financial_start(page, i + 1)
    if fiscal is not None and month == 12:
        return Found(fiscal[1], Season(month, fiscal[0]), "season_year")
    year = read_year(page, i + 1)
    if year is not None:
        return Found(year[1], Season(month, year[0]), "season_year")
    after = tokens.words[i + 1]
    if after in SEASON_NOUNS or is_person(tokens, i) or (after == "term"):
        return None
    if after in ("time", "months", "period", "quarter"):
        return Found(i + 1, Season(month), "season")
    before = tokens.words[i - 1]
    is_led = before in LEADS_TO_DATE and before not in ("and", "or", "as", "is", "be", "per", "w/c")
    if (
        after.isalpha()
        and after not in FOLLOWS_DATE
        and not (is_led and before not in ("for", "at", "of", "about"))
    ):
        if tokens.senses[i + 1] is None:
            return None
    if is_led or before in ("the", "/", "-", "–", "or", "and", "to", "->", ":", "→", "=", ">", ","):
        return Found(i + 1, Season(month), "season")
    return (
        Found(i + 1, Season(month), "season")
        if tokens.opens_sentence(i) or tokens.is_capital(i) or _ends(tokens, i)
        else None
    )


def _ends(tokens: Tokens, i: int) -> bool:
    return not tokens.words[i + 1].isalpha()


def pointed_period(page: Page, i: int) -> Found | None:
    """ "next month", "this quarter", "last financial year", "the week after next", "next March", "this summer"."""
    tokens = page.tokens
    step = tokens.value(i, Kind.RELATION)
    if step is None:
        return None
    j = i + 1
    if tokens.words[i] == "this" and tokens.words[j] in ("coming", "upcoming", "past", "current"):
        step, j = {"past": -1, "current": 0}.get(tokens.words[j], 1), j + 1
    elif tokens.words[i] == "past" and tokens.words[i - 1] in ("half", "quarter", "walk", "go", "it"):
        return None
    if tokens.words[j] == "calendar":
        j += 1
    elif tokens.words[j] in FISCAL_WORDS and tokens.words[j + 1] in ("year", "yr"):
        return Found(j + 2, FinancialYear(None, step), "financial_year_near")
    elif tokens.words[j] == "fy":
        return Found(j + 1, FinancialYear(None, step), "financial_year_near")
    elif tokens.words[j] in ("academic", "school"):
        return None
    unit = tokens.value(j, Kind.UNIT)
    if unit is not None and (not tokens.words[j].endswith("s") or tokens.words[j] == "days"):
        return _pointed_unit(page, i, j, Unit(unit), step)
    if tokens.words[j] == "half" and step and tokens.words[j + 1] not in ("of", "a", "term", "day", "hour"):
        return Found(j + 1, Stepped(Unit.HALF, step), "period_near")
    return _pointed_name(page, j, step)


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
    month = tokens.value(i, Kind.MONTH)
    if month is None or tokens.words[i + 1] != "after" or tokens.words[i + 2] != "next":
        return None
    year = page.today.year + (month <= page.today.month) + 1
    return Found(i + 3, Month(month, year), "month_after_next")
