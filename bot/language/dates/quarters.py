"""Rules for quarters and halves: "Q3 26/27", "the third quarter", "H1", "Q4 next year"."""

from __future__ import annotations

from bot.language.dates.absolute import Half, Quarter
from bot.language.dates.found import Found, Page
from bot.language.dates.reckoning import financial_year_of
from bot.language.dates.tokens import Tokens
from bot.language.dates.words import Kind
from bot.language.dates.years import FISCAL_WORDS, financial_start, two_figure_year

_QUARTER_WORDS = frozenset({"q", "qtr", "quarter", "qu"})
_SPELT = {"one": 1, "two": 2, "three": 3, "four": 4}


def year_of_quarter(page: Page, i: int) -> tuple[int, int, bool] | None:
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
            return financial_year_of(page.today, page.conventions) + step, end + 1, False
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


def _numbered(page: Page, number: int, j: int, *, by_calendar: bool = False) -> Found | None:
    """A quarter whose number ends at `j`, with its year."""
    year = year_of_quarter(page, j)
    if year is not None:
        begins, end, is_calendar_year = year
        return Found(end, Quarter(number, begins, by_calendar, is_calendar_year), "quarter_year")
    return Found(j, Quarter(number, None, by_calendar), "quarter")


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
    if tokens.words[k] in (".", "-") and tokens.words[j] != "quarter":
        k += 1
    number = tokens.value(k, Kind.NUMBER) if len(tokens.words[k]) == 1 else _SPELT.get(tokens.words[k])
    if (
        number is None
        or not 1 <= number <= 4
        or (tokens.words[j] == "q" and not tokens.touches(k) and not _is_spaced(tokens, j))
    ):
        return None
    if tokens.touches(j) and tokens.words[j - 1].isalnum():
        return None
    if tokens.touches(k + 1) and tokens.words[k + 1].isalnum():
        return None
    return _numbered(page, number, k + 1, by_calendar=by_calendar)


def _is_spaced(tokens: Tokens, j: int) -> bool:
    """Whether "Q 4" is written so, and is no numbered question ("Q 4: who …")."""
    return tokens.is_capital(j) and tokens.words[j + 2] not in (":", ".", ")", "-")


def ordinal_quarter(page: Page, i: int) -> Found | None:
    """ "third quarter of 2026/27", "4th qtr", "second half of the financial year"."""
    tokens = page.tokens
    number = tokens.value(i, Kind.ORDINAL)
    j = i + 1
    if number is None and tokens.words[i + 1] in ("st", "nd", "rd", "th"):
        number, j = tokens.value(i, Kind.NUMBER), i + 2
    if tokens.words[i] == "final" or (tokens.words[i] == "last" and tokens.words[j + 1] in ("of", "in")):
        number = 4
    if number is None or not 1 <= number <= 4:
        return None
    by_calendar = tokens.words[j] == "calendar"
    if by_calendar or tokens.words[j] in FISCAL_WORDS:
        j += 1
    if tokens.words[j] not in ("quarter", "qtr"):
        return None
    if tokens.words[j + 1] == "of" and year_of_quarter(page, j + 1) is None:
        k = j + 3 + (tokens.words[j + 3] in FISCAL_WORDS)
        of_the_year = tokens.words[j + 2] == "the" and tokens.words[k] == "year"
        return Found(k + 1, Quarter(number, None, by_calendar), "quarter") if of_the_year else None
    return _numbered(page, number, j + 1, by_calendar=by_calendar)


def half(page: Page, i: int) -> Found | None:
    """ "H1", "H2 27/28", "calendar H1"."""
    tokens = page.tokens
    j = i + (by_calendar := tokens.words[i] == "calendar")
    number = tokens.value(j + 1, Kind.NUMBER)
    if tokens.words[j] != "h" or number not in (1, 2) or not tokens.touches(j + 1):
        return None
    if (tokens.touches(j + 2) and tokens.words[j + 2].isalnum()) or tokens.words[j + 2] == "/":
        return None
    year = year_of_quarter(page, j + 2)
    if year is None:
        return Found(j + 2, Half(number, None, by_calendar), "half")
    return Found(year[1], Half(number, year[0], by_calendar), "half_year")


def quarter_behind(page: Page, j: int) -> tuple[int, int] | None:
    """The number of a quarter that follows its year at `j` ("2026/27 Q4"), and where it ends."""
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
