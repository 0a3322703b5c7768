"""Fault 27: two people update one action at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from bot.changes import Change
from bot.errors import ActionChanged, RecordBusy
from bot.partnership import Workspace
from storage import Record
from tests.storage.larkmere import add_plan

LEADS = 4
TRIES = 200


def test_each_change_rests_on_what_it_has_seen_and_none_is_lost(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        plan = add_plan(work)
    action = plan.actions[0].id

    def change(number: int) -> None:
        """Read the percentage, add one, write it: again whenever somebody else was quicker."""
        for _ in range(TRIES):
            try:
                with record.open_patient_work(workspace.id) as work:
                    found = next(one for one in work.plans.get(plan.id).actions if one.id == action)
                    was = found.percent or 0
                    work.plans.apply(
                        [Change(action, found.version, "percent", found.percent, was + 1)], work.now
                    )
                return
            except (ActionChanged, RecordBusy):
                continue
        raise AssertionError(f"lead {number} never got a word in")

    with ThreadPoolExecutor(LEADS) as pool:
        list(pool.map(change, range(LEADS * 3)))
    with record.open_work(workspace.id) as work:
        found = next(one for one in work.plans.get(plan.id).actions if one.id == action)
    assert found.percent == LEADS * 3
