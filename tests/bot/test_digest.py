"""What the weekly digest is made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.assessment import assess
from bot.conversation import FieldChange, ProgressUpdate, Route, UpdateId, UpdateState
from bot.digest import Digest, as_it_was, digest_of, withdrawn_between
from bot.language.reading import Outcome, ReadUpdate
from bot.partnership import PersonId
from bot.plan import Action, ActionId, ActionPlan, ActionStatus, PlanId
from bot.rag import Rag, Standing
from tests.bot.larkmere import action, month, plan

THEN, NOW = date(2026, 9, 28), date(2026, 10, 5)
ONE, TWO = action(), action(id=ActionId(2), ref="4.1", approved_due=month(2026, 12))


def update(number: int, of: Action, at: datetime | None, *changed: FieldChange) -> ProgressUpdate:
    return ProgressUpdate(
        UpdateId(number),
        None,
        PersonId(1),
        PlanId(1),
        of.id,
        ReadUpdate(Outcome.UNDERSTOOD, of.ref),
        "",
        UpdateState.CONFIRMED,
        Route.BUTTON,
        datetime(2026, 9, 1, tzinfo=UTC),
        settled_at=at,
        changed=changed,
    )


def digest(now: ActionPlan, before: ActionPlan | None, *updates: ProgressUpdate) -> Digest:
    return digest_of(
        "Larkmere plan",
        NOW,
        assess(now, NOW, None),
        assess(before, THEN, None) if before else None,
        withdrawn_between(now, before) if before else (),
        updates,
        THEN if before else None,
    )


def refs(found: tuple[Action, ...]) -> list[str]:
    return [one.ref for one in found]


def test_the_first_is_a_starting_position() -> None:
    first = digest(plan(ONE, TWO), None)
    assert first.since is None
    assert not first.news
    assert not first.is_unchanged


def test_time_alone_makes_an_action_late() -> None:
    found = digest(plan(ONE, TWO), plan(ONE, TWO))
    assert refs(found.news.late) == ["2.7a"]
    assert [one.action.ref for one in found.late] == ["2.7a"]
    assert not found.is_unchanged


def test_nothing_new_is_unchanged() -> None:
    assert digest(plan(TWO), plan(TWO)).is_unchanged


def test_a_change_that_moves_no_list_is_still_a_change() -> None:
    quiet = update(1, TWO, datetime(2026, 10, 1, tzinfo=UTC), FieldChange("percent", None, 40))
    assert not digest(plan(TWO), plan(TWO), quiet).is_unchanged
    no_change = update(1, TWO, datetime(2026, 10, 1, tzinfo=UTC), FieldChange("reported_at", None, "x"))
    assert digest(plan(TWO), plan(TWO), no_change).is_unchanged


def test_news_names_what_finished_slipped_or_went() -> None:
    three = replace(TWO, id=ActionId(3), ref="5.2")
    four = replace(TWO, id=ActionId(4), ref="5.4")
    now = plan(
        replace(TWO, status=ActionStatus.COMPLETE),
        replace(three, status=ActionStatus.WITHDRAWN),
        replace(four, forecast_due=month(2027, 3)),
    )
    found = digest(now, plan(TWO, three, four))
    assert refs(found.news.complete) == ["4.1"]
    assert refs(found.news.withdrawn) == ["5.2"]
    assert refs(found.news.forecast_late) == ["5.4"]
    assert found.counts[Standing.COMPLETE] == 1
    assert len(found.assessed) == 2


def test_the_lists_are_whole_and_the_furthest_comes_first() -> None:
    further = action(id=ActionId(5), ref="1.10", approved_due=month(2026, 6), baseline_due=month(2026, 6))
    helped = replace(TWO, id=ActionId(6), ref="6.1", support_wanted=True, leads=())
    claimed = replace(TWO, id=ActionId(7), ref="6.2", status=ActionStatus.CLAIMED_DONE)
    found = digest(plan(ONE, further, helped, claimed), None)
    assert [one.action.ref for one in found.late] == ["1.10", "2.7a"]
    assert [one.action.ref for one in found.help_wanted] == ["6.1"]
    assert [one.action.ref for one in found.undated] == ["6.1"]
    assert [one.action.ref for one in found.reported_done] == ["6.2"]
    assert found.no_update == ()


def test_the_past_is_told_from_what_has_changed_since() -> None:
    now = plan(replace(ONE, rag=Rag.RED, percent=60), TWO)
    first = update(1, ONE, datetime(2026, 9, 29, tzinfo=UTC), FieldChange("rag", "green", "amber"))
    second = update(
        2,
        ONE,
        datetime(2026, 9, 30, tzinfo=UTC),
        FieldChange("rag", "amber", "red"),
        FieldChange("percent", None, 60),
    )
    elsewhere = update(3, replace(ONE, id=ActionId(99)), datetime(2026, 9, 30, tzinfo=UTC))
    never = update(4, TWO, None, FieldChange("rag", "red", "green"))
    assert as_it_was(now, (first, second, elsewhere, never)) == plan(ONE, TWO)
