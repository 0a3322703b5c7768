"""A duty that recurs: when it is owed, what was missed, and what a "done" is about."""

from __future__ import annotations

from datetime import date

import pytest

from bot.recurring import Duty
from bot.stored import duty_of, stored_duty
from bot.waiting import Waiting, WaitsFor, waiting_of

QUARTERLY = Duty(3, date(2026, 3, 31))


def test_a_month_end_stays_a_month_end() -> None:
    assert [QUARTERLY.occurrence(number) for number in range(3)] == [
        date(2026, 3, 31),
        date(2026, 6, 30),
        date(2026, 9, 30),
    ]
    assert Duty(1, date(2026, 1, 30)).occurrence(1) == date(2026, 2, 28)


def test_an_occurrence_is_missed_from_the_day_after_it_was_due() -> None:
    assert QUARTERLY.missed(date(2026, 3, 31)) == ()
    assert QUARTERLY.missed(date(2026, 7, 1)) == (date(2026, 3, 31), date(2026, 6, 30))
    assert QUARTERLY.with_done(date(2026, 3, 31)).missed(date(2026, 7, 1)) == (date(2026, 6, 30),)


def test_done_is_about_the_oldest_missed_else_the_next() -> None:
    assert QUARTERLY.owed(date(2026, 7, 1)) == date(2026, 3, 31)
    assert QUARTERLY.owed(date(2026, 3, 31)) == date(2026, 3, 31)
    first_done = QUARTERLY.with_done(date(2026, 3, 31))
    assert first_done.owed(date(2026, 3, 31)) == date(2026, 6, 30)
    assert first_done.with_done(date(2026, 6, 30)).owed(date(2026, 4, 1)) == date(2026, 9, 30)


def test_a_duty_that_ends_owes_nothing_after_its_end() -> None:
    ending = Duty(3, date(2026, 3, 31), (date(2026, 3, 31),), until=date(2026, 5, 1))
    assert ending.next_due(date(2026, 4, 1)) is None
    assert ending.missed(date(2027, 1, 1)) == ()


def test_a_duty_recurs_at_least_monthly_or_more_seldom() -> None:
    with pytest.raises(ValueError, match="recurs"):
        Duty(0, date(2026, 3, 31))


@pytest.mark.parametrize(
    "duty", [None, QUARTERLY, Duty(2, date(2026, 1, 5), (date(2026, 1, 5),), date(2027, 1, 1))]
)
def test_a_duty_is_stored_and_read_back(duty: Duty | None) -> None:
    assert duty_of(stored_duty(duty)) == duty


def test_what_is_no_duty_is_refused() -> None:
    with pytest.raises(ValueError, match="duty"):
        duty_of("every 3 months")


def test_waiting_is_stored_and_read_back() -> None:
    for waiting in (Waiting(WaitsFor.ACTION, "1.4"), Waiting(WaitsFor.DECISION, "the board's decision a)")):
        assert waiting_of(waiting.stored()) == waiting
    assert waiting_of(None) is None
