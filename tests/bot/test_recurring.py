"""A duty that recurs: when it is owed, what was missed, and what a "done" is about."""

from __future__ import annotations

from datetime import date

import pytest

from bot.recurring import Duty, begun, duty_from, months_between
from bot.stored import duty_of, stored_duty
from bot.waiting import Waiting, WaitsFor, waiting_from, waiting_of

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


@pytest.mark.parametrize(
    ("words", "months"),
    [
        *[("every 3 months", 3), ("every month", 1), ("quarterly", 3), ("every six months", 6)],
        *[("Two-monthly", 2), ("bi-monthly", 2), ("six monthly", 6), ("half-yearly", 6), ("annually", 12)],
        *[("every other month", 2), ("each quarter", 3), ("twice a year", 6), ("four times a year", 3)],
        *[("reported on a monthly basis", 1), ("every two years", 24)],
    ],
)
def test_how_many_months_lie_between_occurrences(words: str, months: int) -> None:
    assert months_between(words) == months


@pytest.mark.parametrize("words", ["", "weekly", "every fortnight", "at each board meeting", "half-monthly"])
def test_what_comes_round_more_often_or_at_no_fixed_distance_is_no_duty_of_months(words: str) -> None:
    assert months_between(words) is None
    assert duty_from(words, date(2026, 10, 14)) is None


def test_a_plans_words_count_from_the_month_it_is_brought_in() -> None:
    assert duty_from("quarterly", date(2026, 11, 22)) == Duty(3, date(2027, 1, 31))
    assert duty_from("monthly", date(2026, 12, 31)) == Duty(1, date(2026, 12, 31))


def test_nothing_of_a_duty_falls_due_while_its_plan_is_a_draft() -> None:
    brought_in = Duty(1, date(2026, 5, 31))
    assert begun(brought_in, date(2026, 9, 21)) == Duty(1, date(2026, 9, 30))
    assert begun(Duty(3, date(2026, 7, 31)), date(2026, 9, 21)).missed(date(2026, 9, 21)) == ()


def test_an_occurrence_is_near_once_it_is_due_by_a_day_or_was_missed() -> None:
    assert not QUARTERLY.is_near(date(2026, 2, 1), date(2026, 3, 30))
    assert QUARTERLY.is_near(date(2026, 2, 1), date(2026, 3, 31))
    assert QUARTERLY.is_near(date(2026, 4, 1), date(2026, 4, 1))


def test_an_action_waits_until_everything_it_waits_for_has_happened() -> None:
    waiting = waiting_from(("1.4", "2.1"))
    assert waiting is not None
    assert waiting.refs == ("1.4", "2.1")
    left = waiting.without_action("1.4")
    assert left == Waiting(WaitsFor.ACTION, "2.1")
    assert left.without_action("2.1") is None


def test_letters_are_decisions() -> None:
    waiting = waiting_from(("a", "b"))
    assert waiting == Waiting(WaitsFor.DECISION, "decision a) and decision b)")
    assert waiting.awaits_decision("b")
    assert not waiting.awaits_decision("c")
    assert waiting.without_decision("a") == Waiting(WaitsFor.DECISION, "decision b)")
    assert waiting.without_decision("b") == Waiting(WaitsFor.DECISION, "decision a)")
    assert Waiting(WaitsFor.DECISION, "the board's decision a)").without_decision("a") is None
    assert waiting_from(()) is None
