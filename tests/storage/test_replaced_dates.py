"""A date that takes another's place, of which it keeps a part."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from bot.changes import Change
from bot.partnership import Workspace
from bot.stored import stored_timescale
from bot.timescale import Precision, Timescale
from storage import Record
from tests.storage.larkmere import add_plan

IN_AUTUMN = Timescale(date(2026, 9, 1), date(2026, 10, 31), Precision.RANGE, "Sept-Oct")
END_OF_OCTOBER = Timescale(date(2026, 10, 31), date(2026, 10, 31), Precision.DAY, "31 Oct")


def test_a_forecast_may_begin_later_and_end_on_the_same_day(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        action = add_plan(work).actions[0]
    kept = [None, stored_timescale(IN_AUTUMN), stored_timescale(END_OF_OCTOBER)]
    for number, (was, now) in enumerate(pairwise(kept)):
        with record.open_work(workspace.id) as work:
            work.plans.apply([Change(action.id, action.version + number, "forecast_due", was, now)], work.now)
    with record.open_work(workspace.id, read_only=True) as work:
        assert work.plans.holding(action.id).actions[0].forecast_due == END_OF_OCTOBER
