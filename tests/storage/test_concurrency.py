"""Two writers at once: one waits or is told, and nothing is lost."""

from __future__ import annotations

import time
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Barrier

import psycopg
import pytest

from bot.changes import Change
from bot.conversation import Route, UpdateId, UpdateState
from bot.delivery import DeliveryKind, Owed
from bot.errors import ActionChanged, AlreadySettled, RecordBusy
from bot.partnership import Platform, Workspace
from bot.plan import Action, ActionId
from storage import Record
from storage.engine import open_engine
from tests.databases import AUDIT_KEY, StoppedClock
from tests.storage.larkmere import GREEN, NOW, add_plan

WRITERS = 4


def add_action(record: Record, workspace: Workspace) -> Action:
    with record.open_work(workspace.id) as work:
        return add_plan(work).actions[0]


def current(record: Record, workspace: Workspace, action_id: ActionId) -> Action:
    with record.open_work(workspace.id, read_only=True) as work:
        return next(action for action in work.plans.holding(action_id).actions if action.id == action_id)


def test_of_two_writers_on_one_action_the_second_is_told(record: Record, workspace: Workspace) -> None:
    action = add_action(record, workspace)
    both_have_seen_it = Barrier(2)

    def write(field: str, now: str) -> bool:
        seen = current(record, workspace, action.id)
        both_have_seen_it.wait(timeout=10)
        try:
            with record.open_patient_work(workspace.id) as work:
                work.plans.apply([Change(seen.id, seen.version, field, None, now)], work.now)
        except ActionChanged:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        written = list(pool.map(write, ("narrative", "blocker"), ("first", "second")))
    assert sorted(written) == [False, True]
    after = current(record, workspace, action.id)
    assert (after.narrative, after.blocker) == (("first", None) if written[0] else (None, "second"))
    assert after.version == action.version + 1


def test_writers_who_read_again_when_told_lose_nothing(record: Record, workspace: Workspace) -> None:
    action = add_action(record, workspace)

    def add_one(_: int) -> None:
        while True:
            seen = current(record, workspace, action.id)
            try:
                with record.open_patient_work(workspace.id) as work:
                    more = (seen.percent or 0) + 1
                    work.plans.apply([Change(seen.id, seen.version, "percent", None, more)], work.now)
            except (ActionChanged, RecordBusy):
                continue
            return

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(add_one, range(12)))
    assert current(record, workspace, action.id).percent == 12


def test_a_writer_that_waited_for_the_other_is_told_too(postgresql_url: str, clock: StoppedClock) -> None:
    record = Record(open_engine(postgresql_url), clock, AUDIT_KEY)
    workspace = record.workspaces.of(Platform.SLACK, "T1")
    action = add_action(record, workspace)

    def write(now: str) -> None:
        with record.open_patient_work(workspace.id) as work:
            work.plans.apply([Change(action.id, action.version, "narrative", None, now)], work.now)

    with ThreadPoolExecutor(1) as pool:
        with record.open_patient_work(workspace.id) as work:
            work.plans.apply([Change(action.id, action.version, "narrative", None, "first")], work.now)
            second = pool.submit(write, "second")
            wait_until_blocked(postgresql_url, second)
        with pytest.raises(ActionChanged):
            second.result(timeout=10)
    assert current(record, workspace, action.id).narrative == "first"
    record.close()


def wait_until_blocked(url: str, waiting: Future[None]) -> None:
    """Return once some transaction waits for another's lock."""
    deadline = time.monotonic() + 10
    with psycopg.connect(url, autocommit=True) as connection:
        question = (
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE wait_event_type = 'Lock' AND datname = current_database()"
        )
        while connection.execute(question).fetchone() == (0,):
            assert not waiting.done(), "it did not wait"
            assert time.monotonic() < deadline, "nothing is waiting"


def test_an_update_pressed_twice_at_once_is_confirmed_once(record: Record, workspace: Workspace) -> None:
    action = add_action(record, workspace)
    person = action.leads[0].person_id
    with record.open_work(workspace.id) as work:
        update_id: UpdateId = work.updates.add(
            message_id=None,
            person_id=person,
            plan_id=action.plan_id,
            action_id=action.id,
            candidates=[],
            reading=GREEN,
            words="",
            state=UpdateState.PROPOSED,
            route=Route.BUTTON,
            at=work.now,
        )

    def press(_: int) -> bool:
        try:
            with record.open_patient_work(workspace.id) as work:
                work.updates.settle(update_id, UpdateState.CONFIRMED, work.now, person)
        except AlreadySettled:
            return False
        return True

    with ThreadPoolExecutor(WRITERS) as pool:
        assert sum(pool.map(press, range(WRITERS))) == 1


def test_the_same_delivery_planned_at_once_is_planned_once(record: Record, workspace: Workspace) -> None:
    def plan(_: int) -> bool:
        with record.open_patient_work(workspace.id) as work:
            return work.owing.owe(Owed("C1", DeliveryKind.WEEKLY_DIGEST, "2026-W39", NOW, {}))

    with ThreadPoolExecutor(WRITERS) as pool:
        assert sum(pool.map(plan, range(WRITERS * 2))) == 1


def test_the_same_person_added_at_once_is_one_person(record: Record, workspace: Workspace) -> None:
    def add(name: str) -> int:
        with record.open_patient_work(workspace.id) as work:
            return work.people.add(name, ["Larkmere Council"]).id

    with ThreadPoolExecutor(WRITERS) as pool:
        assert len(set(pool.map(add, ["R Vale", "R. Vale", "r vale", "R.VALE"]))) == 1
