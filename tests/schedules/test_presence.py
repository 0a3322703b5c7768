"""A silence that is over is told of everywhere, though telling fails at first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.errors import RecordBusy
from bot.outages import Outage
from bot.partnership import Platform, Workspace, WorkspaceId
from schedules.presence import Presence
from tests.schedules.hand_clock import HandClock

NOON = datetime(2026, 9, 21, 12, 0, tzinfo=UTC)
SILENCE = Outage(NOON - timedelta(hours=3), NOON)
HERE, THERE = WorkspaceId(1), WorkspaceId(2)


@dataclass
class Bot:
    """Its record gives the silence once; `busy` are the workspaces whose record cannot be written to."""

    silences: list[Outage] = field(default_factory=lambda: [SILENCE])
    busy: set[WorkspaceId] = field(default_factory=set)
    told: list[tuple[WorkspaceId, Outage]] = field(default_factory=list)

    def beat(self, replica: str, at: datetime, *, was_here: bool = False) -> Outage | None:
        return self.silences.pop() if self.silences else None

    def all(self) -> tuple[Workspace, ...]:
        return tuple(Workspace(one, Platform.SLACK, f"T{one}", "") for one in (HERE, THERE))

    @contextmanager
    def open_work(self, workspace_id: WorkspaceId, *, read_only: bool = False) -> Iterator[Any]:
        if workspace_id in self.busy:
            raise RecordBusy
        yield workspace_id

    def tell(self, work: Any, outage: Outage) -> None:
        self.told.append((work, outage))

    def presence(self) -> Presence:
        unused: Any = self
        return Presence(
            "one", unused, unused, self.open_work, HandClock(NOON), lambda: True, self.tell, lambda: 0.0
        )


def test_what_could_not_be_told_is_told_at_a_later_tick_and_then_no_more() -> None:
    bot = Bot(busy={THERE})
    presence = bot.presence()
    with pytest.raises(RecordBusy):
        presence.note()
    bot.busy.clear()
    presence.note()
    presence.note()
    assert bot.told == [(HERE, SILENCE), (HERE, SILENCE), (THERE, SILENCE)], "once more does no harm"
