"""Rules for days and months by name: "3rd of December", "Dec 3rd 2026", "the 14th", "Sept 2007", "Mar-27"."""

from __future__ import annotations

from bot.language.dates.absolute import DayInMonth, DayOfSomeMonth, Month, OnWeekday
from bot.language.dates.found import Found, Page
from bot.language.dates.function_words import FOLLOWS_DATE, LEADS_TO_DATE, MEETING_NOUNS, ORDINAL_NOUNS
from bot.language.dates.joints import joint_at
from bot.language.dates.names import is_month
from bot.language.dates.parts import Nth
from bot.language.dates.reckoning import days_in
from bot.language.dates.relative import Stepped
from bot.language.dates.tokens import APOSTROPHES, DASHES, Tokens
from bot.language.dates.word_set import word_set
from bot.language.dates.words import Kind, Unit
from bot.language.dates.years import SUFFIXES, counts_something, financial_start, read_year

MARKS = frozenset({".", ",", "/", "of", *APOSTROPHES, *DASHES})
MAY_FOLLOW = frozenset(
    {Kind.NUMBER, Kind.YEAR, Kind.ORDINAL, Kind.COUNT, Kind.RELATION, Kind.LEAD, Kind.ARTICLE}
)
"""What may stand after a month and belong to it."""
MOST_THINGS = 12
"""Beyond so many, an ordinal is a day of the month rather than the number of a draft or a workshop."""
WEAKLY_LED = word_set("is was be been being are and or not than as each every via")
LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def read_day_number(tokens: Tokens, i: int) -> tuple[int, int, bool] | None:
    """A day of the month in figures at `i`: its number, its end, and whether it is an ordinal ("3rd")."""
    number = tokens.value(i, Kind.NUMBER)
    if number is None or not 1 <= number <= 31:
        return None
    if tokens.words[i + 1] in SUFFIXES:
        return number, i + 2, True
    return number, i + 1, False


def read_ordinal_word(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """An ordinal in words at `i`: "first", "twenty-first"."""
    tens = {"twenty": 20, "thirty": 30}.get(tokens.words[i])
    if tens is not None:
        j = i + 2 if tokens.words[i + 1] in DASHES else i + 1
        ones = tokens.value(j, Kind.ORDINAL)
        return (tens + ones, j + 1) if ones is not None and ones < 10 and tens + ones <= 31 else None
    number = tokens.value(i, Kind.ORDINAL)
    return None if number is None or number < 1 else (number, i + 1)


def is_part_of_figure(tokens: Tokens, i: int) -> bool:
    """Whether the figures at `i` go on from a sign before them: "1.5", "£12", "#3", "24/7"."""
    before = tokens.words[i - 1]
    if not before or not tokens.touches(i):
        return False
    if before in ".:,/":
        return tokens.touches(i - 1) and tokens.words[i - 2].isdigit()
    return before in "£$€#+" or (before.isalpha() and before.isascii() and tokens.kind(i - 1) is None)


def day_first(page: Page, i: int) -> Found | None:
    """ "3 Dec", "3rd of December 2026", "31Mar27", "15-Jan-27"."""
    tokens = page.tokens
    number = read_day_number(tokens, i)
    if number is None or is_part_of_figure(tokens, i):
        return None
    day, j, is_ordinal = number
    if is_ordinal and tokens.words[j] == "day":
        j += 1
    return day_and_month(page, day, j)


def day_and_month(page: Page, day: int, j: int) -> Found | None:
    """The month that a day's number is followed by at `j`, with its year: "of December 2026", "-Jan-27"."""
    tokens = page.tokens
    word = tokens.words[j]
    if word == "of" or (
        (word == "/" or word in DASHES or word == ".")
        and tokens.touches(j)
        and tokens.touches(j + 1)
        and word
    ):
        j += 1
    month = tokens.value(j, Kind.MONTH)
    if month is None or not 1 <= day <= LONGEST[month - 1] or not is_month(tokens, j):
        return None
    found = dated(page, day, month, j + 1)
    return found._replace(rule="day_of_month_named") if found is not None and word == "of" else found


def dated(page: Page, day: int, month: int, j: int) -> Found | None:
    """A day of a month whose year, if it has one, stands at `j`."""
    year = read_year(page, j, after_day=True)
    if year is None:
        return _on_weekday(page, Found(j, DayInMonth(day, month), "day_month"))
    if day > days_in(year[0], month):
        return None
    return _on_weekday(page, Found(year[1], DayInMonth(day, month, year[0]), "day_month_year"))


def _on_weekday(page: Page, found: Found) -> Found:
    """The date with the weekday in brackets behind it, if one is: "15 Jan (Friday)"."""
    tokens, j = page.tokens, found.end
    weekday = (
        tokens.value(j + 1, Kind.WEEKDAY) if tokens.words[j] == "(" and tokens.words[j + 2] == ")" else None
    )
    return found if weekday is None else Found(j + 3, OnWeekday(found.meaning, weekday), found.rule)


def spoken_day(page: Page, i: int) -> Found | None:
    """ "first of March", "the twenty-first of next month": an ordinal in words needs its month."""
    tokens = page.tokens
    number = read_ordinal_word(tokens, i)
    if number is None:
        return None
    day, j = number
    if tokens.words[j] == "day":
        j += 1
    if tokens.words[j] != "of":
        return None
    return day_and_month(page, day, j) or _day_of_month_near(page, day, j)


def month_first(page: Page, i: int) -> Found | None:
    """ "March", "March 2027", "Mar 27" (a month and a year), "Dec 3rd", "December the 3rd 2026"."""
    tokens = page.tokens
    month = tokens.value(i, Kind.MONTH)
    if month is None or not is_month(tokens, i):
        return None
    j = i + 1
    after = tokens.senses[j]
    if tokens.words[j] not in MARKS if after is None else after.kind not in MAY_FOLLOW:
        return Found(j, Month(month), "month")
    if tokens.words[j] == "." and tokens.touches(j) and tokens.kind(j + 1) in (Kind.NUMBER, Kind.YEAR):
        j += 1
    day = _day_after_month(page, month, j)
    if day is not None:
        return day
    fiscal = financial_start(page, j)
    if fiscal is not None:
        begins, end = fiscal
        return Found(
            end, Month(month, begins + (month < page.conventions.fiscal_start_month)), "month_financial_year"
        )
    year = read_year(page, j)
    if year is not None:
        return Found(year[1], Month(month, year[0]), "month_year")
    return Found(i + 1, Month(month), "month")


def month_with_day(page: Page, i: int) -> Found | None:
    """ "Dec 10" where the weekday before it tells that the figures are the day."""
    month = page.tokens.value(i, Kind.MONTH)
    return None if month is None else _day_after_month(page, month, i + 1, is_day=True)


def _day_after_month(page: Page, month: int, j: int, *, is_day: bool = False) -> Found | None:
    """The day's number after its month; two bare figures are a year unless a year follows them."""
    tokens = page.tokens
    if tokens.words[j] in DASHES and tokens.words[j] and is_day:
        j += 1
    if tokens.words[j] == "the" or (tokens.words[j] == "," and tokens.words[j + 2] in SUFFIXES):
        j += 1
    ordinal = read_ordinal_word(tokens, j)
    if ordinal is not None and ordinal[0] <= LONGEST[month - 1]:
        day, end = ordinal
        names_thing = tokens.words[end] in ORDINAL_NOUNS or counts_something(tokens, end)
        return None if names_thing else dated(page, day, month, end)
    number = read_day_number(tokens, j)
    if number is None or number[0] > LONGEST[month - 1] or counts_something(tokens, number[1]):
        return None
    day, end, is_ordinal = number
    is_certain = is_day or is_ordinal or len(tokens.words[j]) == 1 or _full_year_follows(tokens, end)
    is_certain = is_certain or _is_in_range_of_days(tokens, month, j)
    if not is_certain and read_year(page, j) is not None:
        return None
    if tokens.words[end] in DASHES and tokens.words[j - 1] not in DASHES:  # "Feb 8-12": no year
        return Found(end, DayInMonth(day, month), "day_month")
    return dated(page, day, month, end)


def _full_year_follows(tokens: Tokens, i: int) -> bool:
    if tokens.words[i] == ",":
        i += 1
    return tokens.kind(i) is Kind.YEAR


def _is_in_range_of_days(tokens: Tokens, month: int, j: int) -> bool:
    """Whether "July 13" stands in "July 13 - July 15" or "July 8 to July 13"."""
    after, before = tokens.words[j + 1], tokens.words[j - 2]
    ahead = (after == "to" or (after in DASHES and after != "")) and tokens.value(j + 2, Kind.MONTH) == month
    behind = (before == "to" or (before in DASHES and before != "")) and tokens.value(
        j - 4, Kind.MONTH
    ) == month
    return ahead or (behind and tokens.kind(j - 3) is Kind.NUMBER)


def ordinal_day(page: Page, i: int) -> Found | None:
    """ "the 14th", "on 19th", "20th of next month"; not "the 2nd draft"."""
    tokens = page.tokens
    number = read_day_number(tokens, i)
    if number is None or is_part_of_figure(tokens, i):
        return None
    day, j, is_ordinal = number
    near = _day_of_month_near(page, day, j)
    if near is not None:
        return near
    if not is_ordinal or tokens.words[j] in ORDINAL_NOUNS or tokens.words[j] == "of":
        return None
    k = joint_at(tokens, j, between=False)
    other = read_day_number(tokens, k) if k else None
    if other is not None and day_and_month(page, other[0], other[1]) is not None:
        return None  # "from the 12th to the 19th of January": read together
    is_day = _is_led_to(tokens, i, is_late=day > MOST_THINGS) and _is_left(
        tokens, j, is_late=day > MOST_THINGS
    )
    return Found(j, DayOfSomeMonth(day), "day_of_month") if is_day else None


def _is_led_to(tokens: Tokens, i: int, *, is_late: bool) -> bool:
    """Whether the words before an ordinal let it be a day; "the 14th" is one anywhere, "the 2nd" is not."""
    before = tokens.words[i - 1]
    if before == "the":
        if is_late:
            return True
        before = tokens.words[i - 2]
        i -= 1
        if before in ("and", "or"):
            return tokens.words[i - 2] in SUFFIXES
    if before in WEAKLY_LED:
        return is_late
    if before in LEADS_TO_DATE or before in ("c", "b", "e", "commencing"):
        return True
    is_told_of = tokens.words[i + 2 + (tokens.words[i] == "the")] in ("is", "was", "has", "are", "to")
    return tokens.opens_sentence(i) and (is_late or not is_told_of)


def _is_left(tokens: Tokens, j: int, *, is_late: bool) -> bool:
    """Whether what follows an ordinal at `j` is not what it counts ("the 2nd draft", "the 6th and final")."""
    after = tokens.words[j]
    if after in ("and", "&") and tokens.words[j + 1] in ("final", "last"):
        return False
    if tokens.kind(j) is Kind.COUNT or after in ("one", "ones"):
        return is_late
    if not after.isalpha() or after in FOLLOWS_DATE or tokens.senses[j] is not None:
        return True
    return is_late and after not in MEETING_NOUNS


def _day_of_month_near(page: Page, day: int, j: int) -> Found | None:
    """A day's number before "of next month", "of this month", "of the month" at `j`."""
    tokens = page.tokens
    has_of = tokens.words[j] == "of"
    if has_of:
        j += 1
    if tokens.words[j] == "the":
        j += 1
    step = tokens.value(j, Kind.RELATION)
    if step is None:
        if has_of and tokens.words[j] == "month":
            return Found(j + 1, DayOfSomeMonth(day), "day_of_month")
        return None
    if tokens.words[j + 1] not in ("month", "mth") or not (has_of or tokens.words[j - 1] in SUFFIXES):
        return None
    return Found(j + 2, Nth(day, Unit.DAY, Stepped(Unit.MONTH, step)), "day_of_month_near")
