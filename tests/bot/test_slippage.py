"""What the dates say of an action."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.plan import Action, ActionStatus, DateChange
from bot.rag import Rag, RagScale, Standing, scale_of
from bot.recurring import Duty
from bot.slippage import (
    LEAD_TIME,
    days_past_agreed,
    disagreement,
    has_no_lead,
    is_due_to_start,
    is_forecast_late,
    is_late,
    is_undated,
    redate_count,
    slippage_days,
    standing,
    suggested,
)
from bot.waiting import Waiting, WaitsFor
from tests.bot.larkmere import SEPTEMBER, action, day, month

IN_SEPTEMBER, FIRST_OF_OCTOBER, CHRISTMAS = date(2026, 9, 30), date(2026, 10, 1), date(2026, 12, 25)
JANUARY = month(2027, 1, "end of Jan")


@pytest.mark.parametrize(
    ("today", "fields", "days"),
    [
        (IN_SEPTEMBER, {}, 0),
        (FIRST_OF_OCTOBER, {}, 1),
        (CHRISTMAS, {}, 86),
        (IN_SEPTEMBER, {"forecast_due": JANUARY}, 123),
        (CHRISTMAS, {"forecast_due": JANUARY}, 123),
        (date(2027, 2, 10), {"forecast_due": JANUARY}, 133),
        (IN_SEPTEMBER, {"approved_due": JANUARY}, 123),
        (IN_SEPTEMBER, {"forecast_due": day(2026, 9, 16)}, -14),
        (CHRISTMAS, {"status": ActionStatus.CLAIMED_DONE, "completed_on": date(2026, 10, 14)}, 14),
        (CHRISTMAS, {"status": ActionStatus.COMPLETE, "completed_on": date(2026, 9, 20)}, -10),
        (CHRISTMAS, {"status": ActionStatus.COMPLETE}, None),
        (CHRISTMAS, {"status": ActionStatus.WITHDRAWN}, None),
        (CHRISTMAS, {"baseline_due": None}, None),
    ],
)
def test_slippage_counts_from_the_first_date(
    today: date, fields: dict[str, object], days: int | None
) -> None:
    assert slippage_days(action(**fields), today) == days


def test_slippage_of_a_baseline_alone() -> None:
    assert slippage_days(action(approved_due=None), CHRISTMAS) == 0


@pytest.mark.parametrize(
    ("today", "fields", "late"),
    [
        (IN_SEPTEMBER, {}, False),
        (FIRST_OF_OCTOBER, {}, True),
        (FIRST_OF_OCTOBER, {"approved_due": JANUARY}, False),
        (FIRST_OF_OCTOBER, {"status": ActionStatus.CLAIMED_DONE}, False),
        (FIRST_OF_OCTOBER, {"status": ActionStatus.COMPLETE}, False),
        (FIRST_OF_OCTOBER, {"status": ActionStatus.ON_HOLD}, True),
        (FIRST_OF_OCTOBER, {"approved_due": None}, False),
    ],
)
def test_late_is_past_the_end_of_the_agreed_timescale(
    today: date, fields: dict[str, object], late: bool
) -> None:
    assert is_late(action(**fields), today) is late


def test_forecast_late_is_not_late_yet() -> None:
    moved = action(forecast_due=JANUARY)
    assert is_forecast_late(moved, IN_SEPTEMBER)
    assert not is_forecast_late(moved, FIRST_OF_OCTOBER)
    assert not is_forecast_late(action(), IN_SEPTEMBER)


def test_the_fourth_list_is_of_no_date_or_no_lead() -> None:
    assert is_undated(action(approved_due=None))
    assert not is_undated(action(approved_due=None, status=ActionStatus.COMPLETE))
    assert has_no_lead(action(leads=()))
    assert not has_no_lead(action())


def test_moves_are_counted() -> None:
    move = DateChange(SEPTEMBER, JANUARY, None, IN_SEPTEMBER, None)
    assert redate_count(action(moves=(move, move))) == 2


@pytest.mark.parametrize(
    ("today", "fields", "expected"),
    [
        (IN_SEPTEMBER, {}, Standing.GREEN),
        (FIRST_OF_OCTOBER, {}, Standing.AMBER),
        (date(2026, 10, 31), {}, Standing.AMBER),
        (date(2026, 11, 1), {}, Standing.RED),
        (IN_SEPTEMBER, {"forecast_due": JANUARY}, Standing.RED),
        (IN_SEPTEMBER, {"status": ActionStatus.COMPLETE}, Standing.COMPLETE),
        (IN_SEPTEMBER, {"status": ActionStatus.CLAIMED_DONE}, None),
        (IN_SEPTEMBER, {"approved_due": None}, None),
        (
            IN_SEPTEMBER,
            {
                "status": ActionStatus.NOT_STARTED,
                "approved_due": JANUARY,
                "rag": None,
                "reported_at": None,
            },
            Standing.NOT_YET_DUE,
        ),
    ],
)
def test_the_dates_suggest_a_colour(
    today: date, fields: dict[str, object], expected: Standing | None
) -> None:
    assert suggested(action(**fields), 31, today) is expected


@pytest.mark.parametrize(
    ("rag", "found"),
    [(Rag.GREEN, True), (Rag.AMBER, True), (Rag.AMBER_RED, True), (Rag.RED, False), (None, False)],
)
def test_only_a_colour_brighter_than_the_dates_disagrees(rag: Rag | None, found: bool) -> None:
    one = disagreement(action(rag=rag, forecast_due=JANUARY), 31, IN_SEPTEMBER)
    assert (one is not None) is found
    if one is not None:
        assert (one.suggested, one.days_past_agreed) == (Rag.RED, 123)


def test_no_date_and_no_lateness_disagree_with_nothing() -> None:
    assert disagreement(action(approved_due=None), 31, CHRISTMAS) is None
    assert disagreement(action(), 31, IN_SEPTEMBER) is None


NOT_BEGUN: Action = action(
    status=ActionStatus.NOT_STARTED, rag=None, reported_at=None, approved_due=JANUARY, baseline_due=JANUARY
)


@pytest.mark.parametrize(
    ("one", "silent", "expected"),
    [
        (action(), False, Standing.GREEN),
        (action(), True, Standing.NOT_REPORTED),
        (action(rag=Rag.AMBER_GREEN), True, Standing.NOT_REPORTED),
        (action(rag=Rag.AMBER), True, Standing.AMBER),
        (action(rag=Rag.RED), True, Standing.RED),
        (action(rag=None), False, Standing.NOT_REPORTED),
        (action(status=ActionStatus.COMPLETE), True, Standing.COMPLETE),
        (NOT_BEGUN, False, Standing.NOT_YET_DUE),
    ],
)
def test_silence_is_never_shown_as_green(one: Action, silent: bool, expected: Standing) -> None:
    assert standing(one, IN_SEPTEMBER, is_silent=silent) is expected


def test_news_of_work_that_has_not_begun_is_due_four_months_before_its_end() -> None:
    assert NOT_BEGUN.approved_due is not None
    from_then_on = NOT_BEGUN.approved_due.end - LEAD_TIME
    assert not is_due_to_start(NOT_BEGUN, from_then_on - timedelta(days=1))
    assert is_due_to_start(NOT_BEGUN, from_then_on)


def test_news_is_due_of_what_has_begun_has_a_colour_or_has_no_date() -> None:
    assert is_due_to_start(action(status=ActionStatus.NOT_STARTED), IN_SEPTEMBER)
    assert is_due_to_start(action(status=ActionStatus.NOT_STARTED, reported_at=None), IN_SEPTEMBER)
    undated = action(status=ActionStatus.NOT_STARTED, reported_at=None, rag=None, approved_due=None)
    assert is_due_to_start(undated, IN_SEPTEMBER)


def test_waiting_for_something_else_is_not_the_leads_slippage() -> None:
    waiting = action(waiting_for=Waiting(WaitsFor.DECISION, "decision a)"))
    assert is_late(action(), CHRISTMAS)
    assert not is_late(waiting, CHRISTMAS)
    assert slippage_days(waiting, CHRISTMAS) is None


def test_a_missed_occurrence_is_late_and_a_duty_without_a_date_is_not_undated() -> None:
    duty = Duty(3, date(2026, 9, 30))
    recurring = action(duty=duty, baseline_due=None, approved_due=None)
    assert is_late(recurring, date(2026, 10, 12))
    assert days_past_agreed(recurring, date(2026, 10, 12)) == 12
    assert not is_undated(recurring)
    done = action(duty=duty.with_done(date(2026, 9, 30)), baseline_due=None, approved_due=None)
    assert not is_late(done, date(2026, 10, 12))
    assert days_past_agreed(done, date(2026, 10, 12)) == 0


@pytest.mark.parametrize(
    ("days", "three", "five"),
    [
        (0, Rag.GREEN, Rag.GREEN),
        (1, Rag.AMBER, Rag.AMBER_GREEN),
        (14, Rag.AMBER, Rag.AMBER_GREEN),
        (15, Rag.AMBER, Rag.AMBER),
        (28, Rag.AMBER, Rag.AMBER),
        (29, Rag.RED, Rag.AMBER_RED),
        (56, Rag.RED, Rag.AMBER_RED),
        (57, Rag.RED, Rag.RED),
    ],
)
def test_what_the_dates_say_on_either_scale(days: int, three: Rag, five: Rag) -> None:
    assert RagScale.THREE_POINT.by_dates(days, 28) is three
    assert RagScale.FIVE_POINT.by_dates(days, 28) is five


def test_a_document_with_a_colour_between_two_others_is_of_five_points() -> None:
    assert scale_of([Rag.RED, None, Rag.AMBER_GREEN]) is RagScale.FIVE_POINT
    assert scale_of([Rag.RED, None, Rag.GREEN]) is RagScale.THREE_POINT
