"""What the weekly digest is made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.assessment import assess
from bot.conversation import FieldChange
from bot.digest import Digest, digest_of, frozen
from bot.past import Past, Recorded, withdrawn_between
from bot.phrases import digests as phrases
from bot.plan import Action, ActionId, ActionPlan, ActionStatus
from bot.rag import Standing
from tests.bot.larkmere import action, month, plan

THEN, NOW = date(2026, 9, 28), date(2026, 10, 5)
SINCE = datetime(2026, 9, 28, 8, 0, tzinfo=UTC)
DECEMBER = month(2026, 12)
ONE = action()
TWO = action(id=ActionId(2), ref="4.1", baseline_due=DECEMBER, approved_due=DECEMBER)


def recorded(of: Action, at: datetime, *changed: FieldChange) -> Recorded:
    return Recorded(of.id, at, changed)


def digest(now: ActionPlan, before: ActionPlan | None, *changes: Recorded) -> Digest:
    return digest_of(
        "Larkmere plan",
        NOW,
        assess(now, NOW, None),
        assess(before, THEN, None) if before else None,
        withdrawn_between(now, before) if before else (),
        THEN if before else None,
        is_news=Past(SINCE, changes).is_news,
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
    quiet = recorded(TWO, datetime(2026, 10, 1, tzinfo=UTC), FieldChange("percent", None, 40))
    assert not digest(plan(TWO), plan(TWO), quiet).is_unchanged
    no_change = recorded(TWO, datetime(2026, 10, 1, tzinfo=UTC), FieldChange("reported_at", None, "x"))
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


def test_what_is_kept_counts_everything_and_holds_only_what_is_spoken_of() -> None:
    made = digest(plan(ONE, TWO), None)
    kept = frozen(made)
    assert kept.counts == made.counts
    assert kept.total == 2
    assert [one.action.ref for one in kept.assessed] == ["2.7a"]
    assert phrases.cards(kept) == phrases.cards(made)
