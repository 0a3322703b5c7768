"""Rules for two dates that are one time: "5-16 October", "Jan to Mar 2027", "Feb/March"."""

from __future__ import annotations

from bot.language.dates.absolute import DayAfter, DayInMonth, DayOfSomeMonth, Quarter
from bot.language.dates.calendar_dates import (
    LONGEST,
    day_first,
    is_part_of_figure,
    read_day_number,
    read_ordinal_word,
)
from bot.language.dates.found import Found, Page
from bot.language.dates.holidays import NamedDay
from bot.language.dates.joints import follows_between, is_move, joint_at
from bot.language.dates.names import is_month
from bot.language.dates.parts import Between
from bot.language.dates.reckoning import Meaning, days_in
from bot.language.dates.tokens import DASHES, Tokens
from bot.language.dates.words import Kind
from bot.language.dates.years import read_year
from bot.timescale import Precision

AND = frozenset({"and", "or", "&", ",", "/"})


def days_of_month(page: Page, i: int) -> Found | None:
    """ "5-16 October", "from the 13th to the 15th of July", "27 to 3 April"."""
    tokens = page.tokens
    number = read_day_number(tokens, i)
    if number is None or is_part_of_figure(tokens, i):
        return None
    first, j, _ = number
    between = follows_between(tokens, i)
    k = joint_at(tokens, j, between=between)
    if not k:
        return None
    second = read_day_number(tokens, k)
    if second is None:
        return None
    found = day_first(page, k)
    if found is None or not isinstance(found.meaning, DayInMonth):
        return None
    last = found.meaning
    if is_move(tokens, i):
        return Found(j, _same_month(first, last), "day_month") if first <= LONGEST[last.month - 1] else None
    if tokens.kind(j) is Kind.MONTH:
        return None
    return Found(found.end, Between(_same_month(first, last), last), "range_days")


def _same_month(day: int, last: DayInMonth) -> DayInMonth:
    """The day of the month of the range's last day, or of the month before where its number is higher."""
    if day <= last.day:
        return DayInMonth(day, last.month, last.year)
    month = last.month - 1 or 12
    year = last.year - (last.month == 1) if last.year is not None else None
    return DayInMonth(min(day, LONGEST[month - 1]), month, year)


def month_then_days(page: Page, i: int) -> Found | None:
    """ "July 13-15", "Aug 27th to 29th 2027", "April ninth through seventeenth"."""
    tokens = page.tokens
    month = tokens.value(i, Kind.MONTH)
    first = None if tokens.senses[i + 1] is None else _any_day(tokens, i + 1)
    if month is None or first is None or not is_month(tokens, i):
        return None
    k = joint_at(tokens, first[1], between=follows_between(tokens, i))
    if not k or is_move(tokens, i):
        return None
    last = _any_day(tokens, k)
    if last is None or tokens.kind(last[1]) is Kind.MONTH or max(first[0], last[0]) > LONGEST[month - 1]:
        return None
    touches = tokens.touches(first[1])
    if (
        tokens.words[last[1]].isalpha()
        and tokens.senses[last[1]] is None
        and not touches
        and last[1] == k + 1
    ):
        return None
    year = read_year(page, last[1], after_day=True)
    if first[0] >= last[0] or (year is not None and last[0] > days_in(year[0], month)):
        return None
    in_year = year[0] if year is not None else None
    meaning = Between(DayInMonth(first[0], month, in_year), DayInMonth(last[0], month, in_year))
    return Found(year[1] if year is not None else last[1], meaning, "range_days")


def _any_day(tokens: Tokens, i: int) -> tuple[int, int] | None:
    if tokens.words[i] == "the":
        i += 1
    number = read_day_number(tokens, i)
    return (number[0], number[1]) if number is not None else read_ordinal_word(tokens, i)


def slashed(page: Page, found: Found) -> Found | None:
    """ "Feb/March", "Q3/4", "Spring/Summer 2027", "late Jan/early Feb": one time."""
    tokens = page.tokens
    meaning, rule = found.meaning, found.rule
    end = found.end
    for _ in range(3):
        if tokens.words[end] != "/":
            break
        following = page.single(end + 1)
        if following is None:
            following = _bare_quarter(tokens, meaning, end + 1)
        if following is None or following.rule.split("_")[0] not in _ALIKE.get(rule.split("_")[0], ()):
            break
        if not is_range(page, meaning, following.meaning):
            break
        meaning = Between(meaning, following.meaning, _PRECISIONS.get(following.rule.split("_")[0]))
        end, rule = following.end, following.rule
    return None if end == found.end else Found(end, meaning, "range_slash")


_ALIKE = {
    "month": ("month", "part"),
    "part": ("month", "part"),
    "quarter": ("quarter",),
    "season": ("season",),
    "weekday": ("weekday",),
    "day": ("day",),
    "half": ("half",),
}
"""What may stand on the other side of a slash, by the first word of the rules' names."""


_PRECISIONS = {
    "month": Precision.MONTH,
    "part": Precision.MONTH,
    "quarter": Precision.QUARTER,
    "season": Precision.SEASON,
    "half": Precision.HALF,
}
"""How exactly two neighbours of a kind are known together, by the first word of the rule's name."""


def _bare_quarter(tokens: Tokens, first: Meaning, i: int) -> Found | None:
    number = tokens.value(i, Kind.NUMBER)
    if (
        not isinstance(first, Quarter)
        or first.year is not None
        or number is None
        or not first.number < number <= 4
    ):
        return None
    return Found(i + 1, Quarter(number, first.year, first.by_calendar), "quarter")


def is_range(page: Page, first: Meaning, last: Meaning) -> bool:
    """Whether the two make a time that does not end before it starts."""
    if not (first.has_year and last.has_year):
        return True  # the year left out is chosen to suit
    return first.resolve(page.reckoning).start <= last.resolve(page.reckoning).end


def joined(page: Page, i: int, found: Found) -> Found | None:
    """The range that the date found at `i` begins: "1 Dec to 31 Jan", "between January and March"."""
    tokens = page.tokens
    between = follows_between(tokens, i)
    k = joint_at(tokens, found.end, between=between)
    if not k:
        return None
    following = page.single(k) or _now(tokens, i, k)
    if following is None or is_move(tokens, i):
        return None
    if following.rule == "new_year" and found.rule == "named_day":
        following = following._replace(meaning=NamedDay("new years day"))  # "between Christmas and New Year"
    is_dash = tokens.words[found.end] in DASHES
    if is_dash and not _matches(page, found, following):
        return None
    if isinstance(found.meaning, DayOfSomeMonth) and isinstance(following.meaning, DayOfSomeMonth):
        return Found(following.end, Between(found.meaning, following.meaning), "range")
    if not is_range(page, found.meaning, following.meaning):
        return None
    return Found(following.end, Between(found.meaning, following.meaning), "range")


def _now(tokens: Tokens, i: int, k: int) -> Found | None:
    """The end of "between March and now", "from March to date"."""
    is_led = tokens.words[i - 1] in ("between", "from", "since")
    is_now = tokens.words[k] == "now" or (tokens.words[k] == "date" and tokens.words[k - 1] == "to")
    return Found(k + 1, DayAfter(0), "near_day") if is_led and is_now else None


def _matches(page: Page, first: Found, last: Found) -> bool:
    """Whether a dash joins two times of a kind, and does not part two thoughts."""
    one, other = (
        first.meaning.resolve(page.reckoning).precision,
        last.meaning.resolve(page.reckoning).precision,
    )
    if one is other or (first.rule == "week_commencing" and other is Precision.DAY):
        is_relative = "pointed" in last.rule or last.rule in ("near_day", "close_of_play", "in_quantity")
        return not is_relative
    return page.tokens.touches(first.end)
