from datetime import UTC, datetime

import pytest

from sandbox.page.moments import (
    LONDON,
    clock_face,
    day_heading,
    filled,
    from_ts,
    next_day_at_nine,
    next_monday_at_nine,
    time_of_day,
)


def london(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=LONDON)  # type: ignore[arg-type,misc]  # year to minute, as datetime takes them


def test_a_time_stamp_is_shown_in_london() -> None:
    summer = str(datetime(2026, 9, 21, 8, 30, tzinfo=UTC).timestamp())
    winter = str(datetime(2026, 11, 2, 9, 30, tzinfo=UTC).timestamp())
    assert time_of_day(from_ts(summer)) == time_of_day(from_ts(winter)) == "09:30"


def test_the_clock_says_day_and_time() -> None:
    assert clock_face(london(2026, 9, 21, 9, 30)) == "Mon 21 Sept 2026, 09:30"


@pytest.mark.parametrize(
    ("now", "monday"),
    [
        (london(2026, 9, 21, 9, 30), london(2026, 9, 28, 9)),
        (london(2026, 9, 21, 8, 59), london(2026, 9, 21, 9)),
        (london(2026, 9, 21, 9, 0), london(2026, 9, 28, 9)),
        (london(2026, 9, 27, 23, 59), london(2026, 9, 28, 9)),
        (london(2026, 10, 23, 12, 0), london(2026, 10, 26, 9)),  # the clocks go back on the 25th
        (london(2027, 3, 26, 12, 0), london(2027, 3, 29, 9)),  # and forward on the 28th
    ],
)
def test_the_next_monday_is_always_ahead_and_at_nine_in_london(now: datetime, monday: datetime) -> None:
    assert next_monday_at_nine(now) == monday
    assert time_of_day(next_monday_at_nine(now)) == "09:00"


def test_the_next_day_begins_at_nine_even_when_the_clocks_change() -> None:
    assert next_day_at_nine(london(2026, 10, 24, 23, 30)) == london(2026, 10, 25, 9)
    assert next_day_at_nine(london(2026, 9, 21, 0, 5)) == london(2026, 9, 22, 9)


def test_days_nearby_have_names() -> None:
    now = london(2026, 9, 21, 9, 30)
    assert day_heading(london(2026, 9, 21, 0, 1), now) == "Today"
    assert day_heading(london(2026, 9, 20, 23, 59), now) == "Yesterday"
    assert day_heading(london(2026, 9, 14, 9), now) == "Monday 14 September 2026"
    assert day_heading(london(2026, 9, 22, 9), now) == "Tuesday 22 September 2026"


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "just now"), (1, "1 minute ago"), (150, "2 hours ago"), (-2880, "in 2 days")]
)
def test_how_long_ago_is_said_in_whole_units(minutes: int, words: str) -> None:
    now = london(2026, 9, 21, 9, 30)
    assert filled("{ago}", int(now.timestamp()) - minutes * 60, now) == words
