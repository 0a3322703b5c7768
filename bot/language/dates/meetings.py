"""Rules for meetings the plan's calendar knows: "next board", "the March partnership board"."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from bot.language.dates.found import Found, Page
from bot.language.dates.names import is_month
from bot.language.dates.reckoning import Direction, Interval, Reckoning, day_interval
from bot.language.dates.tokens import APOSTROPHES
from bot.language.dates.words import Kind, Unit
from bot.language.dates.years import read_year

LONGEST_NAME = 4
_ONE = frozenset({"one", "meeting", "board"})


class NextMeeting(NamedTuple):
    """One of a meeting's days: `step` meetings ahead of today, or back if negative."""

    days: tuple[date, ...]
    step: int

    @property
    def has_year(self) -> bool:
        return True

    def resolve(self, at: Reckoning) -> Interval:
        """Its day."""
        if self.step > 0:
            return day_interval([day for day in self.days if day > at.today][self.step - 1])
        return day_interval([day for day in self.days if day < at.today][self.step])


class MeetingInMonth(NamedTuple):
    """A meeting's days in one month of any year; the nearest is meant."""

    days: tuple[date, ...]

    @property
    def has_year(self) -> bool:
        return len(self.days) == 1

    def resolve(self, at: Reckoning) -> Interval:
        """The coming one, or the latest; if there is none that way, the nearest the other way."""
        if at.before is not None:
            earlier = [day for day in self.days if day < at.before]
            return day_interval(earlier[-1] if earlier else self.days[0])
        past = [day for day in self.days if day <= at.today]
        ahead = [day for day in self.days if day >= at.today]
        if at.direction is Direction.PAST:
            return day_interval(past[-1] if past else self.days[0])
        return day_interval(ahead[0] if ahead else self.days[-1])


def _named(page: Page, i: int) -> tuple[tuple[date, ...], int] | None:
    """The days of the meeting named at `i` ("partnership board"), in order, and where its name ends."""
    words = page.tokens.words
    said: list[str] = []
    best: tuple[tuple[date, ...], int] | None = None
    for j in range(i, i + LONGEST_NAME):
        if not words[j].isalpha():
            break
        said.append(words[j])
        days = sorted(
            day for name, day in page.conventions.meetings if _is_called(name.lower().split(), said)
        )
        if days:
            best = tuple(days), j + 1
    return best


def _is_called(name: list[str], said: list[str]) -> bool:
    """Whether "partnership board" may be said of the "Larkmere Partnership Board"."""
    if said == ["meeting"] or said[-1] != name[-1]:
        return said == ["meeting"]
    return all(word in name for word in said)


def pointed_meeting(page: Page, i: int) -> Found | None:
    """ "next board", "last partnership board", "this month's board"."""
    tokens = page.tokens
    step = tokens.value(i, Kind.RELATION)
    if not page.conventions.meetings or step is None:
        return None
    if tokens.value(i + 1, Kind.UNIT) == Unit.MONTH:
        month = (page.today.year * 12 + page.today.month - 1 + step) % 12 + 1
        return _in_month(page, i + 2, month, None)
    named = _named(page, i + 1)
    if named is None:
        return None
    days, end = named
    step = step or 1
    if step > 0 and i > 1 and tokens.words[i - 1] == "after" and tokens.words[i - 2] in _ONE:
        step += 1  # "the one after next board"
    if len([day for day in days if (day > page.today if step > 0 else day < page.today)]) < abs(step):
        return None
    return Found(end, NextMeeting(days, step), "meeting")


def meeting_after_next(page: Page, i: int) -> Found | None:
    """ "the board after next": opened by "the", as any word can name a meeting."""
    tokens = page.tokens
    if not page.conventions.meetings:
        return None
    named = _named(page, i + 1)
    if named is None or tokens.words[named[1]] != "after" or tokens.words[named[1] + 1] != "next":
        return None
    days, end = named
    if len([day for day in days if day > page.today]) < 2:
        return None
    return Found(end + 2, NextMeeting(days, 2), "meeting")


def meeting_in_month(page: Page, i: int) -> Found | None:
    """ "March partnership board", "January's board"."""
    tokens = page.tokens
    month = tokens.value(i, Kind.MONTH)
    if not page.conventions.meetings or month is None or not is_month(tokens, i):
        return None
    year = read_year(page, i + 1)
    return _in_month(page, i + 1 if year is None else year[1], month, year[0] if year is not None else None)


def _in_month(page: Page, j: int, month: int, year: int | None) -> Found | None:
    tokens = page.tokens
    if tokens.words[j] in APOSTROPHES and tokens.words[j] and tokens.words[j + 1] == "s":
        j += 2
    named = _named(page, j)
    if named is None:
        return None
    days = tuple(day for day in named[0] if day.month == month and year in (None, day.year))
    return Found(named[1], MeetingInMonth(days), "meeting") if days else None
