"""Named days: Christmas, Easter, and the other bank holidays and feasts people plan around."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from bot.language.dates.found import Found, Page
from bot.language.dates.reckoning import Interval, Reckoning, day_interval, month_interval, nearest
from bot.language.dates.tokens import APOSTROPHES
from bot.language.dates.word_set import word_set
from bot.language.dates.words import Kind
from bot.language.dates.years import read_year
from bot.timescale import Precision


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian computus)."""
    golden, century = year % 19, year // 100
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    full = moon - moon // 28 * (1 - 29 // (moon + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + full + 2 - century + century // 4) % 7
    day = full - weekday
    month = 3 + (day + 40) // 44
    return date(year, month, day + 28 - 31 * (month // 4))


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


def _weekday(month: int, weekday: int, number: int) -> Callable[[int], date]:
    """The nth such weekday of a month, from its end if negative."""

    def day(year: int) -> date:
        if number > 0:
            first = date(year, month, 1)
            return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
        last = month_interval(year, month).end
        return last - timedelta(days=(last.weekday() - weekday) % 7 - 7 * (number + 1))

    return day


def _advent(year: int) -> date:
    christmas = date(year, 12, 25)
    return christmas - timedelta(days=(christmas.weekday() + 1) % 7 or 7) - timedelta(days=21)


DAYS: dict[str, Callable[[int], date]] = {
    "christmas": _fixed(12, 25),
    "christmas day": _fixed(12, 25),
    "xmas": _fixed(12, 25),
    "xmas day": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "xmas eve": _fixed(12, 24),
    "boxing day": _fixed(12, 26),
    "new years day": _fixed(1, 1),
    "new year s day": _fixed(1, 1),
    "new year day": _fixed(1, 1),
    "new years eve": _fixed(12, 31),
    "new year s eve": _fixed(12, 31),
    "nye": _fixed(12, 31),
    "hogmanay": _fixed(12, 31),
    "burns night": _fixed(1, 25),
    "valentines day": _fixed(2, 14),
    "valentine s day": _fixed(2, 14),
    "valentine day": _fixed(2, 14),
    "st david s day": _fixed(3, 1),
    "st davids day": _fixed(3, 1),
    "st patrick s day": _fixed(3, 17),
    "st patricks day": _fixed(3, 17),
    "saint patrick s day": _fixed(3, 17),
    "saint patricks day": _fixed(3, 17),
    "st george s day": _fixed(4, 23),
    "st georges day": _fixed(4, 23),
    "st andrew s day": _fixed(11, 30),
    "st andrews day": _fixed(11, 30),
    "halloween": _fixed(10, 31),
    "bonfire night": _fixed(11, 5),
    "guy fawkes": _fixed(11, 5),
    "guy fawkes night": _fixed(11, 5),
    "guy fawkes day": _fixed(11, 5),
    "armistice day": _fixed(11, 11),
    "remembrance day": _fixed(11, 11),
    "remembrance sunday": _weekday(11, 6, 2),
    "twelfth night": _fixed(1, 5),
    "pancake day": _from_easter(-47),
    "shrove tuesday": _from_easter(-47),
    "ash wednesday": _from_easter(-46),
    "mothering sunday": _from_easter(-21),
    "mothers day": _from_easter(-21),
    "mother s day": _from_easter(-21),
    "palm sunday": _from_easter(-7),
    "maundy thursday": _from_easter(-3),
    "good friday": _from_easter(-2),
    "easter": _from_easter(0),
    "easter sunday": _from_easter(0),
    "easter day": _from_easter(0),
    "easter saturday": _from_easter(-1),
    "easter mon": _from_easter(1),
    "trinity sunday": _from_easter(56),
    "easter monday": _from_easter(1),
    "easter bank holiday": _from_easter(1),
    "ascension day": _from_easter(39),
    "pentecost": _from_easter(49),
    "whit sunday": _from_easter(49),
    "whitsunday": _from_easter(49),
    "fathers day": _weekday(6, 6, 3),
    "father s day": _weekday(6, 6, 3),
    "may day": _weekday(5, 0, 1),
    "may day bank holiday": _weekday(5, 0, 1),
    "early may bank holiday": _weekday(5, 0, 1),
    "first may bank holiday": _weekday(5, 0, 1),
    "spring bank holiday": _weekday(5, 0, -1),
    "late may bank holiday": _weekday(5, 0, -1),
    "second may bank holiday": _weekday(5, 0, -1),
    "whitsun": _weekday(5, 0, -1),
    "whit monday": _from_easter(50),
    "whit bank holiday": _weekday(5, 0, -1),
    "whitsun bank holiday": _weekday(5, 0, -1),
    "summer bank holiday": _weekday(8, 0, -1),
    "late summer bank holiday": _weekday(8, 0, -1),
    "august bank holiday": _weekday(8, 0, -1),
    "black friday": lambda year: _weekday(11, 3, 4)(year) + timedelta(days=1),
    "advent sunday": _advent,
    "christmas bank holiday": _fixed(12, 25),
    "new year bank holiday": _fixed(1, 1),
    "new year s bank holiday": _fixed(1, 1),
}
SCOTTISH: dict[str, Callable[[int], date]] = {
    "summer bank holiday": _weekday(8, 0, 1),
    "august bank holiday": _weekday(8, 0, 1),
}
LONGEST_NAME = 5
_OPENERS = frozenset(name.split()[0] for name in DAYS)

NOT_DAYS = word_set(
    """
    agreement party parties card cards tree do lunch dinner jumper jumpers shopping appeal hamper hampers meal
    lights road egg eggs
    """
)
"""What is named after a feast and is not on it."""
GREETINGS = frozenset({"happy", "merry", "jolly"})


class NamedDay(NamedTuple):
    """A feast or bank holiday, with a year or without."""

    name: str
    year: int | None = None

    @property
    def has_year(self) -> bool:
        return self.year is not None

    def resolve(self, at: Reckoning) -> Interval:
        """Its day in that year, or the nearest."""
        day_of = DAYS[self.name]
        if at.conventions.nation == "scotland":
            day_of = SCOTTISH.get(self.name, day_of)
        if self.year is not None:
            return day_interval(day_of(self.year))
        return nearest(lambda year: day_interval(day_of(year)), at)


class NewYear(NamedTuple):
    """ "the new year": January, as people plan in it, and not one day."""

    year: int | None = None

    @property
    def has_year(self) -> bool:
        return self.year is not None

    def resolve(self, at: Reckoning) -> Interval:
        """The coming January (this one while it lasts), or the latest."""
        if self.year is not None:
            return month_interval(self.year, 1, precision=Precision.MONTH)
        return nearest(lambda year: month_interval(year, 1), at)


def named_day(page: Page, i: int) -> Found | None:
    """ "Christmas", "Easter 2027", "Good Friday", "the late May bank holiday" and the like at `i`."""
    tokens = page.tokens
    if tokens.words[i] not in _OPENERS:
        return None
    words: list[str] = []
    best: tuple[int, str] | None = None
    j = i
    while len(words) < LONGEST_NAME and tokens.words[j]:
        word = tokens.words[j]
        j += 1
        if word in APOSTROPHES or (word == "." and words == ["st"]):
            continue
        words.append(word)
        name = " ".join(words)
        if name in DAYS:
            best = j, name
    if best is None:
        return None
    end, name = best
    if tokens.words[end] in NOT_DAYS or tokens.words[i - 1] in GREETINGS:
        return None
    year = read_year(page, end)
    if year is not None:
        return Found(year[1], NamedDay(name, year[0]), "named_day_year")
    return Found(end, NamedDay(name), "named_day")


def new_year(page: Page, i: int) -> Found | None:
    """ "the new year", "New Year 2028"."""
    tokens = page.tokens
    if (
        tokens.words[i] != "new"
        or tokens.words[i + 1] != "year"
        or tokens.words[i + 2] in ("s", "resolution", "honours", "group", "groups")
        or tokens.words[i - 1] in GREETINGS
    ):
        return None
    year = tokens.value(i + 2, Kind.YEAR)
    if year is not None:
        return Found(i + 3, NewYear(year), "new_year")
    return Found(i + 2, NewYear(), "new_year")
