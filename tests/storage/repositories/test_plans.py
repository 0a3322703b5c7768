"""Plans come back whole; their actions change one writer at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.changes import Change, Stored
from bot.conversation import Route, UpdateId, UpdateState
from bot.errors import ActionChanged, NotFound
from bot.partnership import PartnershipId, Platform, Workspace
from bot.plan import (
    Action,
    ActionId,
    ActionPlan,
    ActionStatus,
    DateChange,
    LeadRole,
    PlanId,
    PlanState,
    Theme,
)
from bot.ports import UnitOfWork
from bot.rag import Rag
from bot.stored import stored_timescale
from storage import Record
from tests.storage.larkmere import GREEN, NOVEMBER, OCTOBER, SEPTEMBER, add_partnership, add_plan, draft
from tests.storage.statements import statements_sent

LARKMERE = (Platform.SLACK, "T1", "Larkmere")


def change(action: Action, field: str, now: Stored) -> Change:
    return Change(action.id, action.version, field, None, now)


def test_a_kept_draft_comes_back_as_it_was_read(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        kept = add_plan(work, size=12)
    with record.open_work(workspace.id, read_only=True) as work:
        plan = work.plans.get(kept.id)
        assert work.plans.all() == (plan,) == (kept,)
    assert plan.state is PlanState.DRAFT
    assert plan.went_live_at is None
    assert plan.themes == (Theme("1.0", "Access"), Theme("2.0", "Carers"))
    assert [action.ref for action in plan.actions] == [f"1.{number}" for number in range(1, 13)]
    first = plan.actions[0]
    assert (first.baseline_due, first.approved_due, first.forecast_due) == (SEPTEMBER, SEPTEMBER, None)
    assert (first.status, first.status_text, first.rag) == (
        ActionStatus.IN_PROGRESS,
        "Some progress",
        Rag.AMBER,
    )
    assert (first.row, first.theme_ref, first.text) == (3, "1.0", "Open clinic 1")
    assert first.reported_at is None
    assert first.moves == ()


def test_the_first_named_lead_reports_and_the_others_support(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        first = add_plan(work).actions[0]
    assert [(lead.name, lead.role) for lead in first.leads] == [
        ("R. Vale", LeadRole.REPORTING),
        ("Lead 1", LeadRole.SUPPORTING),
    ]
    assert [organisation.name for organisation in first.leads[0].organisations] == [
        "Larkmere Council",
        "Dunvale NHS Trust",
    ]


def test_a_lead_written_in_two_ways_leads_once(record: Record, workspace: Workspace) -> None:
    one = draft(1)
    twice = replace(one, actions=(replace(one.actions[0], leads=("R Vale", "r. vale")),))
    with record.open_work(workspace.id) as work:
        plan = work.plans.add(add_partnership(work).id, twice, work.now)
    assert len(plan.actions[0].leads) == 1


def test_the_meetings_of_the_document_are_kept_with_their_own_deadline(
    record: Record, workspace: Workspace
) -> None:
    with record.open_work(workspace.id) as work:
        plan = add_plan(work)
        (meeting,) = work.meetings.of(plan.partnership_id)
    assert (meeting.body, meeting.papers_due_on) == ("Partnership board", date(2026, 10, 4))


def test_a_draft_is_kept_whole_or_not_at_all(record: Record, workspace: Workspace) -> None:
    same = draft(2)
    doubled = replace(same, actions=(same.actions[0], same.actions[0]))
    with record.open_work(workspace.id) as work:
        partnership = add_partnership(work)
    with pytest.raises(Exception, match=r"(?i)unique"), record.open_work(workspace.id) as work:
        work.plans.add(partnership.id, doubled, work.now)
    with record.open_work(workspace.id) as work:
        assert work.plans.all() == ()
        assert work.people.all() == ()


def test_a_draft_needs_its_partnership(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work, pytest.raises(NotFound):
        work.plans.add(PartnershipId(99), draft(), work.now)


def test_going_live_happens_once(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        plan = add_plan(work)
        assert work.plans.live() == ()
        live = work.plans.go_live(plan.id, work.now)
        assert (live.state, live.went_live_at) == (PlanState.LIVE, work.now)
        again = work.plans.go_live(plan.id, work.now + timedelta(days=1))
        assert again.went_live_at == work.now
        assert work.plans.live() == (again,)


def test_a_plan_is_found_by_an_action_it_holds(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        one = add_plan(work, partnership="Larkmere")
        other = add_plan(work, partnership="Dunvale")
        assert work.plans.holding(other.actions[1].id) == other
        assert work.plans.holding(one.actions[2].id) == one
        with pytest.raises(NotFound):
            work.plans.holding(ActionId(999))
        with pytest.raises(NotFound):
            work.plans.get(PlanId(999))


EVERY_FIELD: dict[str, tuple[Stored, object]] = {
    "status": ("on_hold", ActionStatus.ON_HOLD),
    "status_text": ("Paused", "Paused"),
    "rag": ("red", Rag.RED),
    "approved_due": (stored_timescale(OCTOBER), OCTOBER),
    "forecast_due": (stored_timescale(NOVEMBER), NOVEMBER),
    "completed_on": ("2026-09-20", date(2026, 9, 20)),
    "narrative": ("The room fell through", "The room fell through"),
    "path_to_green": ("New room by Nov", "New room by Nov"),
    "blocker": ("No room", "No room"),
    "support_wanted": (True, True),
    "percent": (40, 40),
    "comments": ("As minuted", "As minuted"),
}


@pytest.mark.parametrize("field", EVERY_FIELD)
def test_a_change_sets_its_field_and_nothing_else(sqlite_record: Record, field: str) -> None:
    workspace = sqlite_record.workspaces.of(*LARKMERE)
    stored, value = EVERY_FIELD[field]
    with sqlite_record.open_work(workspace.id) as work:
        before = add_plan(work).actions[0]
        work.plans.apply([change(before, field, stored)], work.now)
    with sqlite_record.open_work(workspace.id) as work:
        after = work.plans.holding(before.id).actions[0]
    assert after == replace(before, **{field: value}, version=before.version + 1)  # type: ignore[arg-type]  # by name


def test_a_field_can_be_emptied(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        first = add_plan(work).actions[0]
        work.plans.apply(
            [change(first, "forecast_due", stored_timescale(OCTOBER)), change(first, "rag", "green")],
            work.now,
        )
        between = work.plans.holding(first.id).actions[0]
        assert (between.forecast_due, between.rag) == (OCTOBER, Rag.GREEN)
        work.plans.apply([change(between, "forecast_due", None), change(between, "rag", None)], work.now)
        after = work.plans.holding(first.id).actions[0]
    assert (after.forecast_due, after.rag, after.version) == (None, None, first.version + 2)


def test_a_change_decided_on_an_older_version_is_refused(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        seen = add_plan(work).actions[0]
    with record.open_work(workspace.id) as work:
        work.plans.apply([change(seen, "rag", "red")], work.now)
    with pytest.raises(ActionChanged) as refused, record.open_work(workspace.id) as work:
        work.plans.apply([change(seen, "rag", "green")], work.now)
    assert refused.value.ref == "1.1"
    with record.open_work(workspace.id) as work:
        assert work.plans.holding(seen.id).actions[0].rag is Rag.RED


def test_a_change_of_an_unknown_action_is_not_found(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work, pytest.raises(NotFound):
        work.plans.apply([Change(ActionId(99), 1, "rag", None, "red")], work.now)


def test_no_changes_change_nothing(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        plan = add_plan(work)
        work.plans.apply([], work.now)
        assert work.plans.get(plan.id) == plan


def test_being_reported_is_noted_without_a_new_version(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        first = add_plan(work).actions[0]
        work.plans.reported(first.id, work.now)
        assert work.plans.holding(first.id).actions[0] == replace(first, reported_at=work.now)
        work.plans.reported(first.id, None)
        assert work.plans.holding(first.id).actions[0] == first


def add_update(work: UnitOfWork, action: Action) -> UpdateId:
    return work.updates.add(
        message_id=None,
        person_id=action.leads[0].person_id,
        plan_id=action.plan_id,
        action_id=action.id,
        candidates=(),
        reading=GREEN,
        words="1.1 slips",
        state=UpdateState.PROPOSED,
        route=Route.BUTTON,
        at=work.now,
    )


def test_the_moves_of_a_forecast_are_counted_in_order_and_taken_back(
    record: Record, workspace: Workspace
) -> None:
    with record.open_work(workspace.id) as work:
        first = add_plan(work).actions[0]
        by = first.leads[0].person_id
        today = date(2026, 9, 21)
        one, two = add_update(work, first), add_update(work, first)
        work.plans.moved(first.id, None, OCTOBER, None, today, by, one)
        work.plans.moved(first.id, OCTOBER, NOVEMBER, "the room", today, by, two)
        moves = (
            DateChange(None, OCTOBER, None, today, by, work.now),
            DateChange(OCTOBER, NOVEMBER, "the room", today, by, work.now),
        )
        assert work.plans.holding(first.id).actions[0].moves == moves
        work.plans.unmoved(two)
        assert work.plans.holding(first.id).actions[0].moves == moves[:1]


def test_plans_are_read_in_as_many_statements_however_long_they_are(
    record: Record, workspace: Workspace
) -> None:
    reads: dict[str, Callable[[UnitOfWork, ActionPlan], object]] = {
        "get": lambda work, plan: work.plans.get(plan.id),
        "holding": lambda work, plan: work.plans.holding(plan.actions[5].id),
        "all": lambda work, plan: work.plans.all(),
        "live": lambda work, plan: work.plans.live(),
    }
    counts: dict[str, list[int]] = {name: [] for name in reads}
    for size in (10, 510):
        place = record.workspaces.of(Platform.SLACK, f"of {size}")
        with record.open_work(place.id) as work:
            plan = work.plans.go_live(add_plan(work, size).id, work.now)
        for name, read in reads.items():
            with record.open_work(place.id, read_only=True) as work, statements_sent() as sent:
                assert read(work, plan) in (plan, (plan,))
            counts[name].append(len(sent))
    assert all(short == long <= 13 for short, long in counts.values()), counts
