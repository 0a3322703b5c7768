"""Rules for times counted from another: "in three weeks", "a week on Monday"."""

from __future__ import annotations

from bot.language.dates.absolute import DayAfter
from bot.language.dates.found import Found, Page
from bot.language.dates.function_words import FOLLOWS_DATE, MOVE_WORDS
from bot.language.dates.holidays import NamedDay
from bot.language.dates.quantities import Quantity, read_quantity, read_unit, skip_possessive
from bot.language.dates.relative import (
    Shifted,
    Window,
)
from bot.language.dates.tokens import Tokens
from bot.language.dates.words import ABOUT, Kind, Unit

TODAY = DayAfter(0)
MONDAY = 0
WITHIN = frozenset({"within", "inside", "under"})
AHEAD = frozenset({"next", "coming", "following", "upcoming"})
BACK = frozenset({"last", "past", "previous"})
HENCE = frozenset({"hence", "away"})


def _skip_about(tokens: Tokens, i: int) -> int:
    for _ in range(3):
        if tokens.words[i] not in ABOUT or (tokens.words[i] == "c" and tokens.touches(i + 1)):
            break
        i += 1
    return i


def _ahead(quantity: Quantity, end: int, rule: str) -> Found:
    return Found(end, Shifted(quantity.least, quantity.most, quantity.unit, TODAY), rule)


def led(page: Page, i: int) -> Found | None:
    """ "in three weeks", "within six weeks", "over the next 3 to 6 months", "in about a month's time"."""
    tokens = page.tokens
    lead, j = tokens.words[i], i + 1
    if lead in ("about", "around", "roughly"):
        return _timed(page, i)
    if lead in ("in", "for") and tokens.words[j] in ("under", "less"):
        lead = "within"
        j += 2 if tokens.words[j] == "less" and tokens.words[j + 1] == "than" else 1
    has_the = tokens.words[j] in ("the", "these", "our")
    if has_the:
        j += 1
    word = tokens.words[j]
    if word in AHEAD or word in BACK:
        return _window(page, j, lead)
    j = _skip_about(tokens, j)
    if has_the:
        return None
    quantity = read_quantity(tokens, j)
    if quantity is None or lead in ("for", "over", "during", "throughout"):
        return None
    if lead in WITHIN:
        return _within(page, quantity)
    return _after_quantity(page, quantity)


def _within(page: Page, quantity: Quantity) -> Found | None:
    """The time from today to the end of so long; of two lengths, from the shorter."""
    tokens = page.tokens
    end = quantity.end
    if tokens.words[end] in ("of", "after") or _is_attributive(tokens, quantity):
        return None
    least = quantity.least if quantity.least != quantity.most else 0
    return Found(end, Window(least, quantity.most, quantity.unit), "within")


def _is_attributive(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether the length only describes the thing that follows: "in 2 week sprints"."""
    end = quantity.end
    after = tokens.words[end]
    if not after.isalpha() or after in FOLLOWS_DATE or tokens.senses[end] is not None or after == "time":
        return False
    is_plural = tokens.words[end - 1].endswith("s") or quantity.most == 1
    return not is_plural


def _after_quantity(page: Page, quantity: Quantity) -> Found | None:
    """ "in three weeks", with "time", "from now" or "from Monday" after it."""
    tokens = page.tokens
    if _is_attributive(tokens, quantity):
        return None
    timed = _tail(page, quantity)
    if timed is not None:
        return timed
    end = quantity.end
    if tokens.words[end] == "of" or (quantity.unit is Unit.YEAR and tokens.words[end].isdigit()):
        return None
    return _ahead(quantity, end, "in_quantity")


def _window(page: Page, j: int, lead: str) -> Found | None:
    """ "over the next six months", "in the last fortnight", "over the next week"."""
    tokens = page.tokens
    sign = 1 if tokens.words[j] in AHEAD else -1
    k = _skip_about(tokens, j + 1)
    quantity = read_quantity(tokens, k)
    if quantity is None:
        return _window_of_one(page, j, lead, sign)
    if tokens.words[quantity.end] in ("of", "in") and sign < 0:
        return None
    least = quantity.least if quantity.least != quantity.most else 0
    return Found(quantity.end, Window(sign * least, sign * quantity.most, quantity.unit), "window")


def _window_of_one(page: Page, j: int, lead: str, sign: int) -> Found | None:
    tokens = page.tokens
    read = read_unit(tokens, j + 1)
    if read is None or tokens.words[j + 1].endswith("s") or tokens.words[j - 1] != "the":
        return None
    unit, end = read
    if unit is Unit.QUARTER or (unit is Unit.DAY and sign > 0 and lead == "in"):
        return None
    if tokens.words[j] not in ("next", "coming", "last", "past"):
        return None
    is_length = lead in ("over", "within", "during", "throughout", "in", "for", "inside")
    if not is_length or tokens.words[end] in ("of", "in"):
        return None
    return Found(end, Window(0, sign, unit), "window")


def bare_window(page: Page, i: int) -> Found | None:
    """ "next six weeks", "last 3 months", "coming fortnight", with "the" or without."""
    word = page.tokens.words[i]
    return _window(page, i, "") if word in AHEAD or word in BACK else None


def counted(page: Page, i: int) -> Found | None:
    """ "three weeks ago", "6 weeks from now", "a week on Monday", "two weeks before Christmas"."""
    quantity = read_quantity(page.tokens, i)
    if quantity is None or (page.tokens.words[quantity.end] == "from" and _is_shift(page.tokens, i)):
        return None
    return _tail(page, quantity)


def _is_shift(tokens: Tokens, i: int) -> bool:
    """Whether the length is how far something moved: "slipped by two months from June"."""
    before = tokens.words[i - 1]
    return before == "by" or before in MOVE_WORDS


def _timed(page: Page, i: int) -> Found | None:
    quantity = read_quantity(page.tokens, i + 1)
    return None if quantity is None else _tail(page, quantity)


def fortnight_on(page: Page, i: int) -> Found | None:
    """ "week on Monday", "fortnight today": the unit with no number."""
    tokens = page.tokens
    unit = tokens.value(i, Kind.UNIT)
    if unit not in (Unit.WEEK, Unit.FORTNIGHT) or tokens.words[i].endswith("s"):
        return None
    quantity = Quantity(1, 1, Unit(unit), i + 1)
    if tokens.words[i + 1] == "on" and tokens.kind(i + 2) is Kind.WEEKDAY:
        return _on_day(page, quantity, i + 2)
    if tokens.kind(i + 1) is Kind.WEEKDAY and unit == Unit.WEEK and tokens.words[i - 1] != "the":
        return None
    return None


def _tail(page: Page, quantity: Quantity) -> Found | None:
    """What makes a date of a length of time."""
    tokens = page.tokens
    least, most, unit, end = quantity
    after = skip_possessive(tokens, end)
    if tokens.words[after] == "time" and tokens.words[after + 1] not in ("limit", "frame", "scale", "limits"):
        return _ahead(quantity, after + 1, "in_quantity")
    word = tokens.words[end]
    if word == "ago" or (word == "back" and not _goes_on(tokens, end + 1)):
        return Found(end + 1, Shifted(-most, -least, unit, TODAY), "ago")
    if word in HENCE and tokens.words[end + 1] not in ("from", "in", "on", "at", "this", "for"):
        return _ahead(quantity, end + 1, "in_quantity")
    if tokens.kind(end) is Kind.DAY and unit in (Unit.WEEK, Unit.FORTNIGHT, Unit.MONTH, Unit.YEAR):
        days = tokens.value(end, Kind.DAY) or 0
        return Found(end + 1, Shifted(least, most, unit, DayAfter(days), plain=True), "quantity_on")
    if unit in (Unit.WEEK, Unit.FORTNIGHT) and (word == "on" or tokens.kind(end) is Kind.WEEKDAY):
        return _on_day(page, quantity, end + (word == "on")) or _from_anchor(page, quantity)
    if (
        word in ("last", "next")
        and tokens.kind(end + 1) is Kind.WEEKDAY
        and unit in (Unit.WEEK, Unit.FORTNIGHT)
    ):
        day, sign = page.period(end), 1 if word == "next" else -1
        if day is not None:
            return Found(
                day.end, Shifted(sign * least, sign * most, unit, day.meaning, plain=True), "quantity_on"
            )
    return _from_anchor(page, quantity)


def _goes_on(tokens: Tokens, i: int) -> bool:
    """Whether "two weeks back" goes on to where something was moved, or stands after what moved it."""
    if tokens.words[i] in ("to", "in", "from", "on", "the", "at"):
        return True
    return any(word in MOVE_WORDS for word in tokens.words[max(i - 6, 0) : i - 1])


def _on_day(page: Page, quantity: Quantity, j: int) -> Found | None:
    """ "a week on Monday", "two weeks on Friday": so long after that day."""
    found = page.period(j)
    if found is None or page.tokens.kind(j) not in (Kind.WEEKDAY, Kind.DAY):
        return None
    return Found(
        found.end,
        Shifted(quantity.least, quantity.most, quantity.unit, found.meaning, plain=True),
        "quantity_on",
    )


SIGNS = {"from": 1, "after": 1, "following": 1, "before": -1, "prior": -1, "ahead": -1, "beyond": 1}


def _from_anchor(page: Page, quantity: Quantity) -> Found | None:
    """ "6 weeks from now", "3 days after Easter", "two weeks before 1 March"."""
    tokens = page.tokens
    start = quantity.end + (tokens.words[quantity.end] == "on")  # "six months on from April"
    sign = SIGNS.get(tokens.words[start])
    if sign is None:
        return None
    j = start + 1
    if tokens.words[j] in ("to", "of") and sign < 0:
        j += 1
    if tokens.words[j] == "now" and sign > 0:
        return _ahead(quantity, j + 1, "in_quantity")
    if tokens.words[j] == "the":
        j += 1
    anchor = page.edge(j)
    if anchor is None:
        return None
    if anchor.rule == "new_year":
        anchor = anchor._replace(meaning=NamedDay("new years day"))
    least, most = (quantity.least, quantity.most) if sign > 0 else (-quantity.most, -quantity.least)
    return Found(anchor.end, Shifted(least, most, quantity.unit, anchor.meaning, plain=True), "quantity_from")
