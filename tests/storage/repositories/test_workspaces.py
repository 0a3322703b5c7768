"""Tenants are made on first sight."""

from __future__ import annotations

import pytest

from bot.errors import NotFound
from bot.partnership import Platform, WorkspaceId
from storage import Record


def test_a_workspace_is_made_on_first_sight_and_known_afterwards(record: Record) -> None:
    made = record.workspaces.of(Platform.SLACK, "T1", "Larkmere")
    assert (made.platform, made.external_id, made.name) == (Platform.SLACK, "T1", "Larkmere")
    assert record.workspaces.of(Platform.SLACK, "T1") == made
    other = record.workspaces.of(Platform.TERMINAL, "T1")
    assert record.workspaces.all() == (made, other)


def test_the_only_workspace_is_the_one_there_is(record: Record) -> None:
    with pytest.raises(NotFound):
        record.workspaces.only()
    made = record.workspaces.of(Platform.SLACK, "T1")
    assert record.workspaces.only() == made
    record.workspaces.of(Platform.SLACK, "T2")
    with pytest.raises(NotFound):
        record.workspaces.only()


def test_no_work_is_opened_on_an_unknown_workspace(record: Record) -> None:
    with pytest.raises(NotFound), record.open_work(WorkspaceId(99)):
        pass
