"""Rules for weeks named by a day, and for weekends: "w/c 7 Dec", "week ending Friday", "the weekend"."""

from __future__ import annotations

from bot.language.dates.absolute import OnWeekday
from bot.language.dates.edges import whole_at
from bot.language.dates.found import Found, Page
from bot.language.dates.reckoning import Meaning
from bot.language.dates.relative import NearestWeekend, WeekEnding, WeekendOf, WeekOf
from bot.language.dates.tokens import DASHES, Tokens
from bot.language.dates.words import Kind, Unit

MONDAY = 0
COMMENCING = frozenset(
    {"commencing", "beginning", "starting", "comm", "beg", "of", "begining", "commencement"}
)


def _week_mark(tokens: Tokens, i: int) -> tuple[bool, int] | None:
    """ "w/c", "week of", "week ending" …: whether the week ends there, and where the day begins."""
    word = tokens.words[i]
    if word in ("wc", "wb"):
        return False, i + 1
    if word == "we":  # "WE 11/12", but not "we 11 partners"
        return (True, i + 1) if tokens.said(i) == "WE" else None
    if word in ("w", "wk", "week") and tokens.words[i + 1] in ("/", ".", "-") and tokens.touches(i + 1):
        letter = tokens.words[i + 2]
        if letter in ("c", "b", "e", "comm", "commencing", "beginning", "ending", "com", "ends") and letter:
            j = i + 3
            if tokens.words[j] == "." and tokens.touches(j):
                j += 1
            return letter[0] == "e", j
    if word in ("week", "wk"):
        after = tokens.words[i + 1]
        if after in COMMENCING:
            return False, i + 2
        if after in ("ending", "ended", "end", "ends"):
            return True, i + 2
    return None


def week_marked(page: Page, i: int) -> Found | None:
    """ "w/c 7 Dec", "week commencing Monday 30 November", "w/e 4 Dec", "week of the 14th"."""
    tokens = page.tokens
    mark = _week_mark(tokens, i)
    if mark is None:
        return None
    ends, j = mark
    while (tokens.words[j] in ("the", "on", "of", ":") and tokens.words[j]) or (
        tokens.words[j] in DASHES and tokens.words[j]
    ):
        j += 1
    found = page.day(j)
    if found is None:
        return None
    if found.rule.startswith("month") or (found.rule == "named_day" and tokens.words[i + 1] == "of" and ends):
        return None
    day = found.meaning if ends or found.meaning.has_year else OnWeekday(found.meaning, MONDAY)
    meaning: Meaning = WeekEnding(day) if ends else WeekOf(day)
    return Found(found.end, meaning, "week_ending" if ends else "week_commencing")


def this_unit(page: Page, i: int) -> Found | None:
    """ "within the month", "over the weekend", "rest of the week", "in the week": a unit with "the" and a
    lead.
    """
    tokens = page.tokens
    lead = tokens.words[i]
    if lead not in ("within", "inside") or tokens.words[i + 1] not in ("the", "this"):
        return None
    unit = tokens.value(i + 2, Kind.UNIT)
    if unit is None or tokens.words[i + 2].endswith("s") or unit == Unit.DAY:
        return None
    whole = whole_at(page, i + 1)
    return None if whole is None else Found(whole[1], whole[0], "within_unit")


def weekend(page: Page, i: int) -> Found | None:
    """ "the weekend", "weekend of 12 December"."""
    tokens = page.tokens
    if tokens.words[i] != "weekend":
        return None
    if tokens.words[i + 1] == "of":
        j = i + 3 if tokens.words[i + 2] == "the" else i + 2
        found = page.day(j)
        if found is not None:
            return Found(found.end, WeekendOf(found.meaning), "weekend_of")
    if tokens.words[i - 1] == "the" and tokens.words[i - 2] in (
        "over",
        "at",
        "by",
        "after",
        "before",
        "until",
        "for",
        "this",
    ):
        return Found(i + 1, NearestWeekend(), "weekend")
    return None
