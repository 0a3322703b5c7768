"""Workstreams: what is said of each is kept, and which actions belong to it stands with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.fields import changes_between
from bot.partnership import Workspace
from bot.past import as_known
from bot.workstreams import narrowed
from storage import Record
from tests.databases import StoppedClock
from tests.storage.larkmere import add_partnership, add_plan


def test_what_is_said_of_a_workstream_is_kept_and_a_new_channel_is_open(
    record: Record, workspace: Workspace
) -> None:
    with record.open_work(workspace.id) as work:
        partnership = add_partnership(work)
        one = work.workstreams.named(partnership.id, "Estates  and Facilities")
        assert work.workstreams.named(partnership.id, "estates and facilities") == one
        assert (one.name, one.body, one.channel) == ("Estates and Facilities", None, None)
        body = work.boards.named(partnership.id, "Estates group")
        work.workstreams.set_body(one.id, body.id)
        work.workstreams.set_channel(one.id, "C7")
        work.workstreams.restrict_channel(one.id, is_restricted=True)
    with record.open_work(workspace.id) as work:
        (found,) = work.workstreams.by_channel("C7")
        assert (found.body, found.channel, found.channel_is_restricted) == ("Estates group", "C7", True)
        work.workstreams.set_channel(found.id, "C8")
        assert not work.workstreams.get(found.id).channel_is_restricted


def test_whether_others_share_its_channel_is_known_until_it_has_another(
    record: Record, workspace: Workspace
) -> None:
    with record.open_work(workspace.id) as work:
        one = work.workstreams.named(add_partnership(work).id, "IMT")
        work.workstreams.set_channel(one.id, "C7")
        work.workstreams.note_shared("C7", is_shared=True)
        assert work.workstreams.is_known_shared("C7")
        work.workstreams.set_channel(one.id, "C8")
        assert not work.workstreams.is_known_shared("C8")


def test_a_plan_that_is_kept_is_read_anew_when_an_action_joins_a_workstream(
    record: Record, workspace: Workspace, clock: StoppedClock
) -> None:
    with record.open_work(workspace.id) as work:
        plan = work.plans.go_live(add_plan(work).id, work.now)
        work.plans.live()
    clock.instant += timedelta(minutes=1)
    with record.open_work(workspace.id) as work:
        (seen,) = work.plans.live()
        action, before = seen.actions[0], work.now
    clock.instant += timedelta(minutes=1)
    with record.open_work(workspace.id) as work:
        work.plans.apply(changes_between(action, replace(action, workstream="Finance")), work.now)
    with record.open_work(workspace.id, read_only=True) as work:
        (now,) = work.plans.live()
        then = as_known(now, work.plans.past(plan.id, before))
    assert [one.ref for one in narrowed(now, "finance").actions] == [action.ref]
    assert narrowed(then, "finance").actions == ()
