"""Wall time to UTC: right through both clock changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.instants import due_utc, instant, local_day, local_time, week_key

LONDON = "Europe/London"


@pytest.mark.parametrize(
    ("day", "wall", "expected"),
    [
        (date(2026, 10, 5), time(9, 0), datetime(2026, 10, 5, 8, 0, tzinfo=UTC)),
        (date(2026, 10, 26), time(9, 0), datetime(2026, 10, 26, 9, 0, tzinfo=UTC)),
        (date(2026, 3, 30), time(9, 0), datetime(2026, 3, 30, 8, 0, tzinfo=UTC)),
        (date(2026, 10, 25), time(1, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # the first of two
        (
            date(2026, 3, 29),
            time(1, 30),
            datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
        ),  # missing: 02:30 on the wall
    ],
)
def test_a_wall_time_becomes_the_instant_people_mean(day: date, wall: time, expected: datetime) -> None:
    assert instant(day, wall, LONDON) == expected


def test_a_missing_wall_time_moves_forward_by_the_gap() -> None:
    assert local_time(instant(date(2026, 3, 29), time(1, 30), LONDON), LONDON).time() == time(2, 30)


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2026, 10, 5), "2026-W41"),
        (date(2026, 12, 28), "2026-W53"),
        (date(2027, 1, 3), "2026-W53"),
        (date(2027, 1, 4), "2027-W01"),
    ],
)
def test_a_week_is_named_by_its_own_year(day: date, key: str) -> None:
    assert week_key(day) == key


@settings(deadline=None)  # ten years a case; the machine may be busy
@given(
    weekday=st.integers(1, 7),
    hour=st.integers(0, 23),
    minute=st.sampled_from([0, 1, 29, 30, 59]),
    zone=st.sampled_from([LONDON, "Europe/Dublin", "UTC", "America/New_York"]),
)
def test_over_ten_years_every_week_has_one_instant_on_its_own_day(
    weekday: int, hour: int, minute: int, zone: str
) -> None:
    monday, before, keys = date(2024, 1, 1), None, set()
    for _ in range(522):
        year, week, _ = monday.isocalendar()
        at = due_utc(year, week, weekday, time(hour, minute), zone)
        assert local_day(at, zone) == date.fromisocalendar(year, week, weekday)
        wall = at.astimezone(ZoneInfo(zone))
        assert (wall.hour, wall.minute) == (hour, minute) or _is_missing(wall, hour)
        if before is not None:
            assert timedelta(days=6, hours=22) <= at - before <= timedelta(days=7, hours=2)
        before = at
        keys.add(week_key(date.fromisocalendar(year, week, weekday)))
        monday += timedelta(days=7)
    assert len(keys) == 522


def _is_missing(wall: datetime, hour: int) -> bool:
    """Whether the wall shows an hour later because the one that was set did not exist that day."""
    return wall.hour == hour + 1
