"""Working days and bank holidays, by the nation whose offices keep them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

NATIONS: dict[str, str] = {
    "england": "ENG",
    "wales": "WLS",
    "scotland": "SCT",
    "northern_ireland": "NIR",
}
"""How the `holidays` library calls each nation."""

SATURDAY = 5


@lru_cache(maxsize=256)
def bank_holidays(year: int, nation: str = "england") -> dict[date, str]:
    """The bank holidays of one year in one nation, with their names."""
    import holidays  # imported late: it is slow to load, and few messages count working days

    return dict(holidays.country_holidays("GB", subdiv=NATIONS[nation], years=year))


def is_bank_holiday(day: date, nation: str = "england") -> bool:
    """Whether offices in that nation are closed for a bank holiday."""
    return day in bank_holidays(day.year, nation)


def is_working_day(day: date, nation: str = "england") -> bool:
    """Whether the day is neither at a weekend nor a bank holiday."""
    return day.weekday() < SATURDAY and not is_bank_holiday(day, nation)


def working_day_on_or_before(day: date, nation: str = "england") -> date:
    """The day itself if offices are open, else the last day they were."""
    while not is_working_day(day, nation):
        day -= timedelta(days=1)
    return day


def add_working_days(day: date, count: int, nation: str = "england") -> date:
    """The day so many working days later (earlier if negative), not counting `day` itself; with 0, the day
    itself.
    """
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day, nation):
            day += step
    return day
