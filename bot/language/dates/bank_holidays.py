"""The bank holiday nobody names: "before the bank holiday", "bank holiday Monday"."""

from __future__ import annotations

from typing import NamedTuple

from bot.calendar import bank_holidays
from bot.language.dates.found import Found, Page
from bot.language.dates.reckoning import Direction, Interval, Reckoning, day_interval
from bot.language.dates.words import Kind


class NearestBankHoliday(NamedTuple):
    """The coming bank holiday of the plan's nation, or the latest; on a weekday if one was said."""

    weekday: int | None = None

    @property
    def has_year(self) -> bool:
        return False

    def resolve(self, at: Reckoning) -> Interval:
        """Its day; where no calendar reaches, the day counted from."""
        pivot = at.before or at.today
        past = at.before is not None or at.direction is Direction.PAST
        years = range(pivot.year - 1, pivot.year + 2)
        days = sorted(day for year in years for day in bank_holidays(year, at.conventions.nation))
        suit = [day for day in days if self.weekday is None or day.weekday() == self.weekday]
        behind = [day for day in suit if day < pivot]
        ahead = [day for day in suit if day >= pivot]
        if past:
            return day_interval(behind[-1] if behind else pivot)
        return day_interval(ahead[0] if ahead else pivot)


def bank_holiday(page: Page, i: int) -> Found | None:
    """ "the bank holiday", "bank holiday Monday"."""
    tokens = page.tokens
    if tokens.words[i] != "bank" or tokens.words[i + 1] != "holiday":
        return None
    weekday = tokens.value(i + 2, Kind.WEEKDAY)
    return Found(i + 2 + (weekday is not None), NearestBankHoliday(weekday), "bank_holiday")
