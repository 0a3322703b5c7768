"""Working days and bank holidays, by nation."""

from datetime import date, timedelta

import pytest

from bot.calendar import (
    NATIONS,
    add_working_days,
    bank_holidays,
    is_bank_holiday,
    is_working_day,
    working_day_on_or_before,
)


def test_weekends_and_bank_holidays_are_not_working_days() -> None:
    assert is_working_day(date(2026, 11, 23))
    assert not is_working_day(date(2026, 11, 22))
    assert not is_working_day(date(2026, 12, 25))
    assert is_bank_holiday(date(2026, 12, 28))  # Boxing Day, kept on the Monday
    assert not is_bank_holiday(date(2026, 12, 29))


@pytest.mark.parametrize(
    ("nation", "day"),
    [
        ("scotland", date(2026, 11, 30)),
        ("scotland", date(2027, 8, 2)),
        ("northern_ireland", date(2027, 3, 17)),
        ("england", date(2027, 3, 29)),
        ("wales", date(2027, 3, 29)),
    ],
)
def test_each_nation_keeps_its_own_holidays(nation: str, day: date) -> None:
    keeping = {one for one in NATIONS if is_bank_holiday(day, one)}

    assert nation in keeping
    assert keeping != set(NATIONS)


def test_every_nation_has_holidays() -> None:
    assert all(len(bank_holidays(2027, nation)) >= 8 for nation in NATIONS)


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        (date(2026, 11, 22), 10, date(2026, 12, 4)),
        (date(2026, 12, 24), 1, date(2026, 12, 29)),
        (date(2026, 12, 29), -1, date(2026, 12, 24)),
        (date(2026, 11, 27), 1, date(2026, 11, 30)),
        (date(2026, 11, 22), 0, date(2026, 11, 22)),
    ],
)
def test_working_days_are_counted_over_closed_ones(day: date, count: int, then: date) -> None:
    assert add_working_days(day, count) == then


def test_the_nearest_working_day_is_the_day_itself_when_open() -> None:
    assert working_day_on_or_before(date(2026, 12, 27)) == date(2026, 12, 24)
    assert working_day_on_or_before(date(2026, 11, 23)) == date(2026, 11, 23)


def test_counting_there_and_back_returns_to_a_working_day() -> None:
    day = date(2026, 1, 1)
    while day < date(2027, 1, 1):
        if is_working_day(day):
            assert add_working_days(add_working_days(day, 7), -7) == day
        day += timedelta(days=1)
