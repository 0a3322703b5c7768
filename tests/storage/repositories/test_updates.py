"""Progress updates: kept with their reading, settled once, undone by what they changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.conversation import FieldChange, MessageId, Route, UpdateId, UpdateState
from bot.errors import AlreadySettled, NotFound
from bot.partnership import Platform, Workspace
from bot.plan import Action, ActionId
from bot.ports import UnitOfWork
from bot.rag import Rag
from storage import Record
from storage.repositories.updates import COMES_FROM
from tests.storage.larkmere import GREEN, add_plan, said

LARKMERE = (Platform.SLACK, "T1", "Larkmere")
CHANGED = (
    FieldChange("rag", "amber", "green"),
    FieldChange("forecast_due", None, {"start": "2026-10-01", "words": "Oct"}),
)


def add(
    work: UnitOfWork,
    action: Action,
    at: datetime | None = None,
    message_id: MessageId | None = None,
    state: UpdateState = UpdateState.PROPOSED,
) -> UpdateId:
    return work.updates.add(
        message_id=message_id,
        person_id=action.leads[0].person_id,
        plan_id=action.plan_id,
        action_id=action.id,
        candidates=(),
        reading=GREEN,
        words="1.1 green",
        state=state,
        route=Route.DIRECT_MESSAGE,
        at=at or work.now,
    )


def confirm(work: UnitOfWork, update_id: UpdateId, action: Action, at: datetime | None = None) -> None:
    work.updates.settle(update_id, UpdateState.CONFIRMED, at or work.now, action.leads[0].person_id, CHANGED)


def test_a_proposed_update_comes_back_as_it_was_read(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        one, two, _ = add_plan(work).actions
        message_id, _ = work.messages.keep(said("1.1 green"))
        update_id = work.updates.add(
            message_id=message_id,
            person_id=one.leads[0].person_id,
            plan_id=None,
            action_id=None,
            candidates=[one.id, two.id],
            reading=GREEN,
            words="1.1 green",
            state=UpdateState.PROPOSED,
            route=Route.MENTION,
            at=work.now,
        )
    with record.open_work(workspace.id, read_only=True) as work:
        kept = work.updates.get(update_id)
        assert work.updates.of_message(message_id) == (kept,)
    assert (kept.message_id, kept.plan_id, kept.action_id) == (message_id, None, None)
    assert kept.candidates == (one.id, two.id)
    assert (kept.reading, kept.words, kept.route) == (GREEN, "1.1 green", Route.MENTION)
    assert (kept.made_at, kept.settled_at, kept.settled_by) == (work.now, None, None)


def test_an_answer_revises_what_was_understood(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        one, two, _ = add_plan(work).actions
        update_id = add(work, one)
        red = replace(GREEN, rag=Rag.RED)
        work.updates.revise(update_id, red, two.plan_id, two.id)
        kept = work.updates.get(update_id)
        assert (kept.reading, kept.action_id) == (red, two.id)
        confirm(work, update_id, two)
        with pytest.raises(AlreadySettled):
            work.updates.revise(update_id, GREEN, one.plan_id, one.id)


def test_confirming_keeps_what_it_changed_and_undoing_does_not_forget_it(
    record: Record, workspace: Workspace
) -> None:
    with record.open_work(workspace.id) as work:
        one = add_plan(work).actions[0]
        update_id = add(work, one)
        confirm(work, update_id, one)
        confirmed = work.updates.get(update_id)
        assert (confirmed.state, confirmed.changed) == (UpdateState.CONFIRMED, CHANGED)
        assert (confirmed.settled_at, confirmed.settled_by) == (work.now, one.leads[0].person_id)
        later = work.now + timedelta(minutes=1)
        work.updates.settle(update_id, UpdateState.UNDONE, later, one.leads[1].person_id)
        undone = work.updates.get(update_id)
    assert (undone.state, undone.changed, undone.settled_at) == (UpdateState.UNDONE, CHANGED, later)
    assert undone.settled_by == one.leads[1].person_id


def test_every_state_says_what_it_comes_from() -> None:
    assert set(COMES_FROM) == set(UpdateState)


@pytest.mark.parametrize("before", UpdateState)
@pytest.mark.parametrize("after", UpdateState)
def test_an_update_is_settled_along_its_life_only(
    sqlite_record: Record, before: UpdateState, after: UpdateState
) -> None:
    workspace = sqlite_record.workspaces.of(*LARKMERE)
    with sqlite_record.open_work(workspace.id) as work:
        one = add_plan(work).actions[0]
        update_id = add(work, one, state=before)
        if COMES_FROM[after] is before:
            work.updates.settle(update_id, after, work.now, one.leads[0].person_id)
            assert work.updates.get(update_id).state is after
        else:
            with pytest.raises(AlreadySettled) as refused:
                work.updates.settle(update_id, after, work.now, one.leads[0].person_id)
            assert refused.value.state == before.value


def test_an_unknown_update_is_not_found(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        one = add_plan(work).actions[0]
        with pytest.raises(NotFound):
            work.updates.get(UpdateId(99))
        with pytest.raises(NotFound):
            confirm(work, UpdateId(99), one)


def test_open_updates_come_newest_first(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        one, two, three = add_plan(work).actions
        old = add(work, one, work.now - timedelta(hours=2))
        settled = add(work, two, work.now - timedelta(hours=1))
        new = add(work, three)
        confirm(work, settled, two)
        person_id = one.leads[0].person_id
        assert [update.id for update in work.updates.open_for(person_id)] == [new, old]
        assert work.updates.open_for(one.leads[1].person_id) == ()


def test_the_latest_are_those_of_the_newest_message_with_anything_confirmed(
    record: Record, workspace: Workspace
) -> None:
    with record.open_work(workspace.id) as work:
        one, two, three = add_plan(work).actions
        person_id = one.leads[0].person_id
        assert work.updates.latest_by(person_id) == ()
        earlier, _ = work.messages.keep(said("1.1 green"))
        newer, _ = work.messages.keep(said("1.2, 1.3 green, 1.1 done", ts="1790000060.0001"))
        before = add(work, one, work.now - timedelta(hours=2), earlier)
        pair = [add(work, action, work.now - timedelta(hours=1), newer) for action in (two, three)]
        add(work, one, work.now - timedelta(hours=1), newer)
        add(work, one)
        for update_id in (before, *pair):
            confirm(work, update_id, one)
        assert [update.id for update in work.updates.latest_by(person_id)] == pair


def test_the_updates_of_one_tap_are_undone_together(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        one, two, three = add_plan(work).actions
        earlier = add(work, one, work.now - timedelta(hours=1))
        tapped = [add(work, action) for action in (two, three)]
        for update_id in (earlier, *tapped):
            confirm(work, update_id, one)
        latest = work.updates.latest_by(one.leads[0].person_id)
        assert [update.id for update in latest] == tapped


def test_the_history_of_an_action_is_everything_said_of_it_oldest_first(
    record: Record, workspace: Workspace
) -> None:
    with record.open_work(workspace.id) as work:
        one, two, _ = add_plan(work).actions
        newer = add(work, one)
        older = add(work, one, work.now - timedelta(days=1))
        add(work, two)
        confirm(work, newer, one)
        assert [update.id for update in work.updates.history(one.id)] == [older, newer]
        assert work.updates.history(ActionId(99)) == ()
