"""Rules for days that share a month said once: "8 and 9 December", "3, 10 or 17 Jan", "3/4 May"."""

from __future__ import annotations

from bot.language.dates.absolute import DayInMonth
from bot.language.dates.calendar_dates import day_and_month, is_part_of_figure, read_day_number
from bot.language.dates.found import Found, Page
from bot.language.dates.parts import Between
from bot.language.dates.tokens import Tokens

AND = frozenset({"and", "or", "&", ",", "/"})
LONGEST_LIST = 5


def listed_day(page: Page, i: int) -> Found | None:
    """The first of several days: its month stands at the list's end. A slash joins two days to one time."""
    tokens = page.tokens
    first = read_day_number(tokens, i)
    if first is None or is_part_of_figure(tokens, i):
        return None
    day, j, is_ordinal = first
    k = j
    for _ in range(LONGEST_LIST):
        k = _past_comma(tokens, k)
        other = read_day_number(tokens, k) if k else None
        if other is None:
            return None
        found = day_and_month(page, other[0], other[1])
        if found is None:
            k = other[1]
            continue
        last = found.meaning
        if not isinstance(last, DayInMonth) or day > last.day:
            return None
        meaning = DayInMonth(day, last.month, last.year)
        if tokens.words[j] == "/":
            return Found(found.end, Between(meaning, last), "range_days") if k == j + 1 else None
        return Found(j, meaning, "day_of_month_listed" if is_ordinal else "day_month")
    return None


def _past_comma(tokens: Tokens, k: int) -> int:
    """The place after what joins two days of a list at `k`; 0 if nothing does."""
    if tokens.words[k] == "," and tokens.words[k + 1] in AND:
        k += 1
    if tokens.words[k] not in AND:
        return 0
    return k + 2 if tokens.words[k + 1] == "the" else k + 1
