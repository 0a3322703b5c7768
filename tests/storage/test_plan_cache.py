"""Plans kept between units of work are never older than what was written, whoever wrote it."""

from __future__ import annotations

from datetime import timedelta

from bot.changes import AuditEvent, Change, Verb
from bot.partnership import Workspace
from bot.plan import ActionPlan
from bot.rag import Rag
from storage import Record
from storage.engine import open_engine
from storage.plan_cache import MOST_ACTIONS, PlanCache
from tests.databases import AUDIT_KEY, StoppedClock
from tests.storage.larkmere import NOW, add_partnership, add_plan
from tests.storage.statements import statements_sent


def live_plan(record: Record, workspace: Workspace) -> ActionPlan:
    with record.open_work(workspace.id, read_only=True) as work:
        (plan,) = work.plans.live()
    return plan


def went_live(record: Record, workspace: Workspace) -> ActionPlan:
    with record.open_work(workspace.id) as work:
        return work.plans.go_live(add_plan(work).id, work.now)


def make_red(record: Record, workspace: Workspace, plan: ActionPlan, *, is_audited: bool) -> None:
    action = plan.actions[0]
    with record.open_work(workspace.id) as work:
        work.plans.apply([Change(action.id, action.version, "rag", "amber", "red")], work.now)
        if is_audited:
            event = AuditEvent(plan.partnership_id, Verb.UPDATE_CONFIRMED, None, "update:1")
            work.audit.append(event, work.now)


def test_a_plan_is_loaded_once_while_nothing_happens(record: Record, workspace: Workspace) -> None:
    went_live(record, workspace)
    first = live_plan(record, workspace)
    with statements_sent() as statements:
        assert live_plan(record, workspace) is first
    assert not any(" FROM action " in one for one in statements)


def test_what_another_process_wrote_is_seen(
    record: Record, workspace: Workspace, database_url: str, clock: StoppedClock
) -> None:
    went_live(record, workspace)
    before = live_plan(record, workspace)
    other = Record(open_engine(database_url), clock, AUDIT_KEY)
    make_red(other, workspace, before, is_audited=True)
    other.close()
    assert live_plan(record, workspace).actions[0].rag is Rag.RED


def test_a_write_of_this_process_is_seen_even_unaudited(record: Record, workspace: Workspace) -> None:
    went_live(record, workspace)
    make_red(record, workspace, live_plan(record, workspace), is_audited=False)
    assert live_plan(record, workspace).actions[0].rag is Rag.RED


def test_a_unit_of_work_sees_what_it_wrote_itself(record: Record, workspace: Workspace) -> None:
    went_live(record, workspace)
    live_plan(record, workspace)
    with record.open_work(workspace.id) as work:
        (plan,) = work.plans.live()
        action = plan.actions[0]
        work.plans.apply([Change(action.id, action.version, "rag", "amber", "red")], work.now)
        assert work.plans.live()[0].actions[0].rag is Rag.RED
        assert work.plans.holding(action.id).actions[0].rag is Rag.RED


def test_one_workspaces_plans_are_never_anothers(record: Record, workspace: Workspace) -> None:
    went_live(record, workspace)
    live_plan(record, workspace)
    elsewhere = record.workspaces.of(workspace.platform, "T2", "Elsewhere")
    with record.open_work(elsewhere.id, read_only=True) as work:
        assert work.plans.live() == ()


def test_no_more_is_kept_than_fits(record: Record, workspace: Workspace) -> None:
    plan = went_live(record, workspace)
    cache = PlanCache()
    many = (plan,) * (MOST_ACTIONS // len(plan.actions))
    early, late = (0, (1, "one")), (0, (2, "two"))
    cache.keep(1, early, many)
    assert cache.find({1: early}) == {1: many}
    assert cache.find({1: late}) == {}
    cache.keep(2, early, (plan,))
    assert cache.find({1: early, 2: early}) == {2: (plan,)}


def test_what_is_of_no_plan_lets_the_plans_be_kept(record: Record, workspace: Workspace) -> None:
    plan = went_live(record, workspace)
    before = live_plan(record, workspace)
    with record.open_work(workspace.id) as work:
        work.audit.append(AuditEvent(plan.partnership_id, Verb.UPDATE_PROPOSED, None, "update:1"), work.now)
    assert live_plan(record, workspace) is before


def test_one_partnerships_news_leaves_the_others_plans_kept(record: Record, workspace: Workspace) -> None:
    went_live(record, workspace)
    with record.open_work(workspace.id) as work:
        other = work.plans.go_live(add_plan(work, partnership="Elsewhere").id, work.now)
    with record.open_work(workspace.id, read_only=True) as work:
        first, second = work.plans.live()
    make_red(record, workspace, second, is_audited=True)
    with record.open_work(workspace.id, read_only=True) as work:
        kept, changed = work.plans.live()
    assert kept is first
    assert changed.id == other.id
    assert changed.actions[0].rag is Rag.RED


def test_what_is_of_no_one_plan_is_seen_by_another_process(
    record: Record, workspace: Workspace, database_url: str, clock: StoppedClock
) -> None:
    plan = went_live(record, workspace)
    other = Record(open_engine(database_url), clock, AUDIT_KEY)
    lead = live_plan(other, workspace).actions[0].leads[0]
    with record.open_work(workspace.id) as work:
        work.people.add(lead.name, ["A new body"])
    bodies = live_plan(other, workspace).actions[0].leads[0].organisations
    assert "A new body" in [body.name for body in bodies]
    make_red(record, workspace, plan, is_audited=False)
    assert live_plan(other, workspace).actions[0].rag is Rag.RED
    other.close()


def test_an_audit_elsewhere_does_not_hide_a_write(
    record: Record, workspace: Workspace, database_url: str, clock: StoppedClock
) -> None:
    plan = went_live(record, workspace)
    other = Record(open_engine(database_url), clock, AUDIT_KEY)
    live_plan(other, workspace)
    with record.open_work(workspace.id) as work:
        elsewhere = add_partnership(work, "Elsewhere")
        action = plan.actions[0]
        work.plans.apply([Change(action.id, action.version, "rag", "amber", "red")], work.now)
        work.audit.append(AuditEvent(elsewhere.id, Verb.UPDATE_CONFIRMED, None, "update:1"), work.now)
    assert live_plan(other, workspace).actions[0].rag is Rag.RED
    other.close()


def test_a_look_back_is_read_once_and_again_after_a_write(record: Record, workspace: Workspace) -> None:
    plan = went_live(record, workspace)
    since = NOW - timedelta(days=1)
    with record.open_work(workspace.id, read_only=True) as work:
        first = work.plans.past(plan.id, since)
    with record.open_work(workspace.id, read_only=True) as work:
        assert work.plans.past(plan.id, since) is first
    make_red(record, workspace, plan, is_audited=False)
    with record.open_work(workspace.id, read_only=True) as work:
        assert len(work.plans.past(plan.id, since).changes) == len(first.changes) + 1
