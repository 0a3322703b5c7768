"""Reading the year that belongs to a day, a month, a quarter or a season, and telling a year from another
number.
"""

from __future__ import annotations

from bot.language.dates.found import Page
from bot.language.dates.function_words import FOLLOWS_DATE, MEETING_NOUNS
from bot.language.dates.tokens import APOSTROPHES, DASHES, Tokens
from bot.language.dates.words import Kind, Unit

FISCAL_WORDS = frozenset({"financial", "fiscal", "tax"})
SUFFIXES = frozenset({"st", "nd", "rd", "th"})
PEOPLE = frozenset(
    {"staff", "people", "posts", "am", "pm", "noon", "hours", "hrs", "minutes", "mins", "percent"}
)
YEARS_BACK, YEARS_AHEAD = 25, 15


def counts_something(tokens: Tokens, i: int) -> bool:
    """Whether the number before `i` counts what stands at `i` ("12 practices") or is part of another
    figure.
    """
    word = tokens.words[i]
    if not word:
        return False
    if word.isalpha():
        if word == "of":
            return tokens.kind(i + 1) not in (Kind.YEAR, Kind.RELATION)
        if word in PEOPLE:
            return True
        return word not in FOLLOWS_DATE and word not in MEETING_NOUNS and tokens.senses[i] is None
    if not tokens.touches(i):
        return False
    return word in "%:" or (word in ".,/" and tokens.touches(i + 1) and tokens.words[i + 1].isdigit())


def two_figure_year(page: Page, i: int) -> int | None:
    """The year two figures at `i` mean, if they can mean one near the day of writing."""
    word = page.tokens.words[i]
    if len(word) != 2 or not word.isdigit() or not word.isascii():
        return None
    year = 2000 + int(word)
    return year if page.today.year - YEARS_BACK <= year <= page.today.year + YEARS_AHEAD else None


def starts_another_day(tokens: Tokens, i: int) -> bool:
    """Whether the number before `i` is itself a day: "10 Dec", "27th"."""
    return tokens.words[i] in SUFFIXES or tokens.kind(i) is Kind.MONTH


def financial_start(page: Page, i: int) -> tuple[int, int] | None:
    """A financial year written out at `i` ("2027/28", "27-28", "2027-2028"): the year it begins in, and
    its end.
    """
    tokens = page.tokens
    mark = tokens.words[i + 1]
    if mark != "/" and mark not in DASHES:
        return None
    first = tokens.value(i, Kind.YEAR)
    if first is None:
        first = two_figure_year(page, i)
        if first is None:
            return None
    second = tokens.words[i + 2]
    j = i + 3
    if second in DASHES:  # a typed "2013 --14"
        second, j = tokens.words[j], j + 1
    if not second.isdigit() or len(second) == 3 or len(second) > len(tokens.words[i]):
        return None
    if len(second) == 1:  # "2027/8"
        is_next = len(tokens.words[i]) == 4 and mark == "/" and int(second) == (first + 1) % 10
        return (first, j) if is_next else None
    if int(second) % 100 != (first + 1) % 100 or (len(second) == 4 and int(second) != first + 1):
        return None
    after = tokens.words[j]
    if after in ("/", "-") and after == mark and tokens.touches(j) and tokens.words[j + 1].isdigit():
        return None
    return first, j


def read_year(page: Page, i: int, *, after_day: bool = False) -> tuple[int, int] | None:
    """A year at `i` that belongs to the month before it, and where it ends: "2027", ", 2027", "'27"."""
    tokens = page.tokens
    sense = tokens.senses[i]
    if sense is not None:
        if sense.kind is Kind.YEAR:
            return sense.value, i + 1
        if sense.kind is Kind.NUMBER:
            return _bare_two_figures(page, i, after_day=after_day)
        if sense.kind is Kind.RELATION or sense.kind is Kind.LEAD:
            return relative_year(page, i)
        return None
    word = tokens.words[i]
    if word == "of":
        year = tokens.value(i + 1, Kind.YEAR)
        return (year, i + 2) if year is not None else relative_year(page, i + 1)
    return _marked_year(page, i)


def _bare_two_figures(page: Page, i: int, *, after_day: bool) -> tuple[int, int] | None:
    year = two_figure_year(page, i)
    if year is None or starts_another_day(page.tokens, i + 1) or counts_something(page.tokens, i + 1):
        return None
    if not after_day and page.today.year + 3 < year and int(page.tokens.words[i]) <= 31:
        return None  # "March 31": no plan names so distant a month by two figures
    return year, i + 1


def _marked_year(page: Page, i: int) -> tuple[int, int] | None:
    """A year after a sign: ", 2027", "'27", "-27", "/2027", ". 2027"."""
    tokens = page.tokens
    mark = tokens.words[i]
    if not mark or mark.isalnum():
        return None
    full = tokens.value(i + 1, Kind.YEAR)
    if mark in ",.":
        if full is None or (mark == "." and not tokens.touches(i)):
            return None
        return full, i + 2
    is_apostrophe = mark in APOSTROPHES
    if is_apostrophe or ((mark == "/" or mark in DASHES) and tokens.touches(i)):
        if not tokens.touches(i + 1):
            return None
        year = full if full is not None else _any_two_figures(tokens, i + 1)
        if year is None or starts_another_day(tokens, i + 2):
            return None
        return (year, i + 2) if is_apostrophe or not counts_something(tokens, i + 2) else None
    return None


def _any_two_figures(tokens: Tokens, i: int) -> int | None:
    word = tokens.words[i]
    return 2000 + int(word) if len(word) == 2 and word.isdigit() and word.isascii() else None


def relative_year(page: Page, i: int) -> tuple[int, int] | None:
    """ "this year", "next year", "of last year", "in 2027" at `i`, as a calendar year."""
    tokens = page.tokens
    if tokens.words[i] == "in":
        year = tokens.value(i + 1, Kind.YEAR)
        return None if year is None else (year, i + 2)
    step = tokens.value(i, Kind.RELATION)
    if step is None or tokens.value(i + 1, Kind.UNIT) != Unit.YEAR or tokens.words[i + 1].endswith("s"):
        return None
    return page.today.year + step, i + 2
