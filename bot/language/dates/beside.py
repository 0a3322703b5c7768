"""Rules for the day, week or weekday beside a date: "the day after tomorrow"."""

from __future__ import annotations

from bot.language.dates.absolute import DayAfter
from bot.language.dates.found import Found, Page
from bot.language.dates.offsets import TODAY
from bot.language.dates.quantities import read_unit
from bot.language.dates.relative import Shifted, Stepped, WeekdayIn, WeekendOf, WeekOf
from bot.language.dates.words import Kind, Unit

SIGNS = {"after": 1, "before": -1, "following": 1}


def day_beside(page: Page, i: int) -> Found | None:
    """ "day after tomorrow", "day before yesterday", "week before Christmas", "month after Easter"."""
    tokens = page.tokens
    unit = tokens.value(i, Kind.UNIT)
    sign = SIGNS.get(tokens.words[i + 1])
    if unit is None or sign is None or unit not in (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.WEEKEND):
        return None
    j = i + 2
    if tokens.words[j] == "the":
        j += 1
    anchor = page.edge(j)
    if anchor is None or tokens.words[i].endswith("s"):
        return None
    if unit == Unit.WEEK:
        return Found(anchor.end, WeekOf(anchor.meaning, sign), "week_beside")
    if unit == Unit.WEEKEND:
        return Found(anchor.end, WeekendOf(anchor.meaning, sign), "weekend_beside")
    return Found(
        anchor.end, Shifted(sign, sign, Unit(unit), anchor.meaning, plain=unit == Unit.DAY), "day_beside"
    )


def weekday_beside(page: Page, i: int) -> Found | None:
    """ "Friday before Christmas", "Monday after Easter", "first Monday after 1 April"."""
    tokens = page.tokens
    count, j = 1, i
    if tokens.kind(i) in (Kind.ORDINAL, Kind.RELATION) or tokens.words[i + 1] in ("st", "nd", "rd", "th"):
        count = {"first": 1, "second": 2, "third": 3, "last": 1}.get(tokens.words[i], 0)
        j = i + 1
    number = tokens.value(j, Kind.WEEKDAY)
    sign = SIGNS.get(tokens.words[j + 1])
    if number is None or sign is None or count == 0:
        return None
    k = j + 2
    if tokens.words[k] == "the":
        k += 1
    anchor = page.edge(k)
    if anchor is None:
        return None
    return Found(anchor.end, WeekdayIn(number, anchor.meaning, sign * count), "weekday_beside")


def working_day_beside(page: Page, i: int) -> Found | None:
    """ "last working day before Christmas", "first working day after Easter", "next working day"."""
    tokens = page.tokens
    read = read_unit(tokens, i + 1)
    if read is None or read[0] is not Unit.WORKING_DAY or tokens.words[read[1] - 1] != "day":
        return None
    j = read[1]
    sign = SIGNS.get(tokens.words[j])
    if sign is None:
        is_next = tokens.words[i] in ("next", "following")
        return Found(j, Stepped(Unit.WORKING_DAY, 1), "period_near") if is_next else None
    k = j + 2 if tokens.words[j + 1] == "the" else j + 1
    anchor = page.edge(k)
    if anchor is None:
        return None
    return Found(anchor.end, Shifted(sign, sign, Unit.WORKING_DAY, anchor.meaning), "day_beside")


def this_time(page: Page, i: int) -> Found | None:
    """ "this time next week", "this time next year"."""
    tokens = page.tokens
    if tokens.words[i] != "this" or tokens.words[i + 1] != "time":
        return None
    if tokens.kind(i + 2) is Kind.DAY:
        return Found(i + 3, DayAfter(tokens.value(i + 2, Kind.DAY) or 0), "this_time")
    step = tokens.value(i + 2, Kind.RELATION)
    unit = tokens.value(i + 3, Kind.UNIT)
    if step is None or unit is None:
        return None
    return Found(i + 4, Shifted(step, step, Unit(unit), TODAY), "this_time")
