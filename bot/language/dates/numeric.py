"""Rules for dates in figures, day first ("31/03/2027", "1.2.27", "3/12"), and what only looks like one."""

from __future__ import annotations

from datetime import date

from bot.language.dates.absolute import DayInMonth, Fixed, Month
from bot.language.dates.calendar_dates import LONGEST, is_part_of_figure
from bot.language.dates.found import Found, Page
from bot.language.dates.function_words import (
    COUNT_STATES,
    FOLLOWS_DATE,
    MEETING_NOUNS,
    MOVE_WORDS,
    SCORE_WORDS,
    VERSION_WORDS,
)
from bot.language.dates.reckoning import day_interval, days_in
from bot.language.dates.tokens import DASHES, Tokens
from bot.language.dates.word_set import word_set
from bot.language.dates.words import Kind

LOOK_BACK = 8
PLAINLY_BEFORE_DATE = word_set(
    """
    by on until till til before since due dated w/c c b e date deadline target forecast fcast eta ecd
    commencing beginning ending starting after monday tuesday wednesday thursday friday mon tue tues wed
    weds thu thur thurs fri from to live launch launches opens handover starts
    """
)
TWO_PART_CUES = word_set("by on until till til due date dated deadline before c b e")


def _sign(tokens: Tokens, i: int) -> str:
    """The sign between two figures at `i`, with no space on either side or one on both; "" if it is none."""
    word = tokens.words[i]
    if not word or not (word in "/." or word in DASHES):
        return ""
    if tokens.touches(i) != tokens.touches(i + 1):
        return ""
    if not tokens.touches(i) and word != "/":
        return ""
    return "-" if word in DASHES else word


def _figures(tokens: Tokens, i: int) -> int | None:
    word = tokens.words[i]
    return int(word) if word.isascii() and word.isdigit() and len(word) <= 4 else None


def figures(page: Page, i: int) -> Found | None:
    """A date in figures at `i`, in three parts or in two."""
    tokens = page.tokens
    sign = _sign(tokens, i + 1)
    if sign == "-" and tokens.words[i - 1] == "-" and tokens.touches(i) and tokens.words[i - 2].isdigit():
        return None
    if not sign or is_part_of_figure(tokens, i) or tokens.words[i - 1] in VERSION_WORDS:
        return None
    if _figures(tokens, i) is None or _figures(tokens, i + 2) is None:
        return None
    if _sign(tokens, i + 3) == sign and _figures(tokens, i + 4) is not None:
        return _three_parts(page, i, sign)
    return _two_parts(page, i, sign)


def _runs_on(tokens: Tokens, i: int, sign: str) -> bool:
    """Whether the figures go on at `i`, so that this is an address or a number of some other kind."""
    word = tokens.words[i]
    if not word or not tokens.touches(i):
        return False
    if word in (sign, ".") or (sign != "/" and word in "/-"):
        return tokens.touches(i + 1) and tokens.words[i + 1].isdigit()
    return word in "%°" or word.isdigit()


def _three_parts(page: Page, i: int, sign: str) -> Found | None:
    tokens = page.tokens
    first, second, third = tokens.words[i], tokens.words[i + 2], tokens.words[i + 4]
    end = i + 5
    if _runs_on(tokens, end, sign) or max(map(len, (first, second, third))) > 4:
        return None
    if len(first) == 4:
        return _dated(int(first), int(second), int(third), end, "iso")
    if len(third) == 4:
        year = int(third)
    elif len(third) == 2:
        year = 2000 + int(third)
        if sign == "." and abs(year - page.today.year) > 25 and "0" not in (first[0], second[0]):
            return None
    else:
        return None
    day_first = _dated(year, int(second), int(first), end, "figures")
    if day_first is None and len(third) == 4:
        return _dated(year, int(first), int(second), end, "figures_month_first")
    return day_first


def _dated(year: int, month: int, day: int, end: int, rule: str) -> Found | None:
    if not (1900 <= year < 2200 and 1 <= month <= 12 and 1 <= day <= days_in(year, month)):
        return None
    return Found(end, Fixed(day_interval(date(year, month, day))), rule)


def _two_parts(page: Page, i: int, sign: str) -> Found | None:
    tokens = page.tokens
    first, second = tokens.words[i], tokens.words[i + 2]
    if tokens.kind(i) is Kind.YEAR:
        return _year_and_month(tokens, i, second)
    if tokens.kind(i + 2) is Kind.YEAR:
        if sign == "/" and 1 <= int(first) <= 12:
            return Found(i + 3, Month(int(first), int(second)), "month_year_figures")
        return None
    if len(first) > 2 or len(second) > 2 or _runs_on(tokens, i + 3, sign):
        return None
    day, month = int(first), int(second)
    if not (1 <= month <= 12 and 1 <= day <= LONGEST[month - 1]):
        return None
    if sign == "/" and not is_fraction(tokens, i, day, month):
        return Found(i + 3, DayInMonth(day, month), "day_month_figures")
    if (
        sign == "."
        and tokens.words[i - 1] in TWO_PART_CUES
        and (second[0] == "0" or (day > 12 and len(second) == 2))
    ):
        return Found(i + 3, DayInMonth(day, month), "day_month_figures")
    return None


def _year_and_month(tokens: Tokens, i: int, second: str) -> Found | None:
    """ "2027-03": a month, if its figures are two and not the next year's ("2011-12" is a financial year)."""
    year, month = int(tokens.words[i]), int(second)
    if (
        len(second) == 2
        and 1 <= month <= 12
        and (year + 1) % 100 != month
        and not _runs_on(tokens, i + 3, "-")
    ):
        return Found(i + 3, Month(month, year), "year_month_figures")
    return None


def is_fraction(tokens: Tokens, i: int, top: int, bottom: int) -> bool:
    """Whether "6/10" at `i` is a mark, a share or a service around the clock, and not a day and a month."""
    before, after = tokens.words[i - 1], tokens.words[i + 3]
    is_led = before in PLAINLY_BEFORE_DATE
    if (top, bottom) == (24, 7):
        return not (before in ("by", "on", "until", "due", "c", "b", "e") and not after.isalpha())
    if after.isalpha() and _is_counted(after):
        return True
    if _is_scored(tokens, i) and before not in ("on", "c", "b", "e"):
        return True
    if is_led and (before not in ("from", "to") or _is_moved(tokens, i)):
        return False
    if top <= bottom and (after in COUNT_STATES or bottom == 10):
        return True
    return not is_led and top < bottom <= 5


def _is_moved(tokens: Tokens, i: int) -> bool:
    return any(word in MOVE_WORDS for word in tokens.words[max(i - 5, 0) : i])


def _is_counted(word: str) -> bool:
    if word in ("of", "staff", "people", "cover", "service", "full", "wte", "fte"):
        return True
    return len(word) > 3 and word.endswith("s") and word not in FOLLOWS_DATE and word not in MEETING_NOUNS


def _is_scored(tokens: Tokens, i: int) -> bool:
    """Whether a word of marking stands a little before in the same sentence."""
    for j in range(i - 1, max(i - 1 - LOOK_BACK, -1), -1):
        word = tokens.words[j]
        if word in SCORE_WORDS and word not in COUNT_STATES:
            return True
        if word in (".", ";", "!", "?", ",", ""):
            return False
    return False
