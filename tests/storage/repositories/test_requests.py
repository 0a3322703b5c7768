"""Requests for the record, on both databases."""

from __future__ import annotations

import pytest

from bot.disclosure import RequestId
from bot.errors import NotFound
from bot.partnership import Workspace
from storage import Record
from tests.storage.larkmere import NOW, add_plan


def test_a_request_is_open_until_it_is_closed_once(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        plan = add_plan(work)
        asked = work.requests.add(plan.id, [plan.actions[0].id], None, NOW)
    with record.open_work(workspace.id) as work:
        assert work.requests.open() == (asked,)
        assert asked.is_open
        work.requests.close(asked.id, None, NOW)
        assert work.requests.open() == ()
        for number in (asked.id, RequestId(99)):
            with pytest.raises(NotFound):
                work.requests.close(number, None, NOW)
