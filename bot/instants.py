"""Wall time to instants and back. Times are kept as people set them and worked out afresh for each date,
so that nothing moves by an hour when the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def instant(day: date, at: time, zone: str) -> datetime:
    """This wall time of this day, in UTC.

    Of a repeated hour the first is meant; a missing wall time moves forward by the gap.
    """
    return datetime.combine(day, at, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def end_of_day(day: date, zone: str) -> datetime:
    """The last instant of a day: as at a day, everything said on it is known."""
    return instant(day + timedelta(days=1), time(0, 0), zone) - timedelta(microseconds=1)


def due_utc(year: int, week: int, weekday: int, at: time, zone: str) -> datetime:
    """When the ISO weekday of this ISO week reaches this wall time, in UTC."""
    return instant(date.fromisocalendar(year, week, weekday), at, zone)


def local_day(at: datetime, zone: str) -> date:
    """The day it is in the zone."""
    return at.astimezone(ZoneInfo(zone)).date()


def local_time(at: datetime, zone: str) -> datetime:
    """The wall time in the zone."""
    return at.astimezone(ZoneInfo(zone))


def week_key(day: date) -> str:
    """The ISO week of a local day: "2026-W53". The year is the week's, not the day's."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"
