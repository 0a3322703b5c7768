"""Rules for weekdays: "Friday", "next Weds", "Friday 15 January", "Thursday the 19th", "Friday week"."""

from __future__ import annotations

from bot.language.dates.absolute import DayAfter, DayOfSomeMonth, OnWeekday
from bot.language.dates.calendar_dates import (
    day_first,
    month_with_day,
    read_day_number,
    read_ordinal_word,
    spoken_day,
)
from bot.language.dates.found import Found, Page
from bot.language.dates.names import is_weekday
from bot.language.dates.numeric import figures
from bot.language.dates.reckoning import Direction, Meaning, Reckoning
from bot.language.dates.relative import Shifted, Stepped, Weekday, WeekdayIn, Which
from bot.language.dates.words import Kind, Unit
from bot.language.dates.years import counts_something

MARKS = frozenset({",", "-", "–", "(", "."})
WHICH = {-1: Which.LAST, 0: Which.THIS, 1: Which.NEXT}


def weekday(page: Page, i: int) -> Found | None:
    """A weekday at `i`, alone or with the day of the month that says which."""
    tokens = page.tokens
    number = tokens.value(i, Kind.WEEKDAY)
    if number is None:
        return None
    dated = _with_date(page, i + 1, number)
    if dated is not None:
        return dated
    if not is_weekday(tokens, i) or (
        tokens.words[i + 1] in ("of", "in") and tokens.words[i + 2] in ("every", "each")
    ):
        return None
    return _followed(page, i + 1, number) or Found(i + 1, Weekday(number), "weekday")


def _with_date(page: Page, j: int, number: int) -> Found | None:
    """ "Friday 15 January", "Tues, Dec 8th", "Thursday the 19th", "Mon 7/12"."""
    tokens = page.tokens
    bracketed = tokens.words[j] == "("
    if tokens.words[j] in MARKS and tokens.words[j]:
        j += 1
    if tokens.words[j] == "the":
        j += 1
    for rule in (figures, day_first, spoken_day):
        found = rule(page, j)
        if found is not None:
            return _closed(page, found, number, closing=bracketed)
    found = month_with_day(page, j)
    if found is not None:
        return _closed(page, found, number, closing=bracketed)
    day = read_day_number(tokens, j)
    if day is None:
        spoken = read_ordinal_word(tokens, j) if tokens.words[j - 1] == "the" else None
        day = None if spoken is None or spoken[0] > 31 else (*spoken, True)
    if day is None or not (day[2] or _is_on_weekday(page, day[0], day[1], number)):
        return None
    return _closed(
        page, Found(day[1], DayOfSomeMonth(day[0], number), "weekday_day"), number, closing=bracketed
    )


def _is_on_weekday(page: Page, day: int, j: int, number: int) -> bool:
    """Whether bare figures after a weekday ("Monday 7") are the day of the month: near today it falls on
    that weekday.
    """
    if counts_something(page.tokens, j) or (
        page.tokens.words[j] in ("-", "–", ".", ":", "to") and page.tokens.touches(j)
    ):
        return False
    near = Reckoning(page.today, page.conventions)
    return any(
        DayOfSomeMonth(day).resolve(near.looking(way)).start.weekday() == number
        for way in (Direction.FUTURE, Direction.PAST)
    )


def _closed(page: Page, found: Found, number: int, *, closing: bool) -> Found:
    found = found._replace(meaning=OnWeekday(found.meaning, number))
    if closing and page.tokens.words[found.end] == ")":
        found = found._replace(end=found.end + 1)
    return found._replace(rule="weekday_" + found.rule.removeprefix("weekday_"))


def _followed(page: Page, j: int, number: int) -> Found | None:
    """What may follow a weekday to move it: "week", "fortnight", "next week", "of next week"."""
    tokens = page.tokens
    word = tokens.words[j]
    day = Weekday(number)
    if word == "week" and tokens.words[j + 1] not in ("commencing", "beginning", "ending", "of"):
        return Found(j + 1, Shifted(1, 1, Unit.WEEK, day, plain=True), "weekday_week")
    if word == "fortnight":
        return Found(j + 1, Shifted(2, 2, Unit.WEEK, day, plain=True), "weekday_week")
    if word == "after" and tokens.words[j + 1] == "next":
        return Found(
            j + 2, Shifted(1, 1, Unit.WEEK, Weekday(number, Which.NEXT), plain=True), "weekday_after_next"
        )
    if word in ("next", "last") and tokens.kind(j + 1) is not Kind.UNIT:
        is_adverb = not tokens.words[j + 1].isalpha() or tokens.words[j + 1] in (
            "and",
            "or",
            "at",
            "with",
            "but",
            "when",
        )
        return (
            Found(j + 1, Weekday(number, WHICH[1 if word == "next" else -1]), "weekday")
            if is_adverb
            else None
        )
    if word in ("in", "of") and tokens.words[j + 1] == "the":
        j += 1
    if word in ("of", "in"):
        j += 1
    step = tokens.value(j, Kind.RELATION)
    if step is not None and tokens.words[j + 1] in ("week", "wk"):
        return Found(j + 2, WeekdayIn(number, Stepped(Unit.WEEK, step)), "weekday_in_week")
    return None


def pointed_weekday(page: Page, i: int) -> Found | None:
    """ "next Friday", "last Tuesday", "this coming Monday", "the following Thursday"."""
    tokens = page.tokens
    step = tokens.value(i, Kind.RELATION)
    if step is None:
        return None
    word, j = tokens.words[i], i + 1
    if word == "this" and tokens.words[j] in ("coming", "upcoming", "past"):
        word, j = tokens.words[j], j + 1
    if tokens.value(j, Kind.UNIT) == Unit.WEEK and not tokens.words[j].endswith("s"):
        return _day_of_week_near(page, j + 1, step)
    number = tokens.value(j, Kind.WEEKDAY)
    if number is None:
        return None
    dated = _with_date(page, j + 1, number)
    if dated is not None:
        return dated
    meaning: Meaning = Weekday(number, WHICH[step])
    if word in ("coming", "upcoming"):
        meaning = Weekday(number, Which.THIS)
    elif word in ("previous", "prior", "past"):
        meaning = Weekday(number, Which.LAST)
    return Found(j + 1, meaning, "weekday_pointed")


def _day_of_week_near(page: Page, j: int, step: int) -> Found | None:
    tokens = page.tokens
    if tokens.words[j] == "on" or (tokens.words[j] == "'" and tokens.words[j + 1] == "s"):
        j += 1 if tokens.words[j] == "on" else 2
    number = tokens.value(j, Kind.WEEKDAY)
    if number is None:
        return None
    return Found(j + 1, WeekdayIn(number, Stepped(Unit.WEEK, step)), "weekday_in_week")


def near_day(page: Page, i: int) -> Found | None:
    """ "today", "tomorrow", "yesterday", "tonight"; "tomorrow week"."""
    tokens = page.tokens
    days = tokens.value(i, Kind.DAY)
    if days is None:
        return None
    meaning = DayAfter(days)
    if tokens.words[i + 1] in ("week", "fortnight"):
        weeks = 1 if tokens.words[i + 1] == "week" else 2
        return Found(i + 2, Shifted(weeks, weeks, Unit.WEEK, meaning, plain=True), "near_day_week")
    return Found(i + 1, meaning, "near_day")
