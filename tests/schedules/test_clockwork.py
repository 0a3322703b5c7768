"""The clock ticks for every workspace, and one workspace's trouble is not the others'."""

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from bot.delivery import DeliveryKind, Owed
from bot.partnership import Platform, Workspace, WorkspaceId
from schedules.clockwork import AT_ONCE, Calendar, Clockwork
from tests.schedules.hand_clock import HandClock
from tests.schedules.test_worker import eventually

DUE = Owed("C1", DeliveryKind.NOTICE, "a key", datetime(2026, 9, 21, tzinfo=UTC), {"say": "x"})

DUE_AT_ONCE = 2 * AT_ONCE + 1


class Workspaces:
    def __init__(self, *ids: int) -> None:
        self.ids = ids

    def all(self) -> tuple[Workspace, ...]:
        return tuple(Workspace(WorkspaceId(n), Platform.SLACK, f"T{n}", "") for n in self.ids)

    def of(self, platform: Platform, external_id: str, name: str = "") -> Workspace:
        raise AssertionError("the clock makes no workspace")


class Diary:
    """Stands in for everything a tick calls, and notes what was called."""

    def __init__(self, clock: HandClock) -> None:
        self.clock = clock
        self.owed = Counter[int]()
        self.planned: list[tuple[int, datetime]] = []
        self.wakes = 0
        self.chores = 0
        self.is_broken = False

    @contextmanager
    def open_work(self, workspace_id: WorkspaceId, *, read_only: bool = False) -> Iterator[Any]:
        yield SimpleNamespace(workspace_id=workspace_id, now=self.clock.now(), read_only=read_only)

    def due(self, work: Any, now: datetime) -> tuple[Owed, ...]:
        assert work.read_only, "looking keeps nobody waiting"
        if self.is_broken and work.workspace_id == 1:
            raise ValueError("what somebody wrote")
        return (DUE,) * DUE_AT_ONCE

    def owe(self, work: Any, found: Sequence[Owed]) -> None:
        assert not work.read_only
        assert len(found) <= AT_ONCE, "others wait meanwhile"
        self.owed[work.workspace_id] += len(found)

    def plan(self, work: Any, now: datetime) -> None:
        assert self.owed[work.workspace_id] == DUE_AT_ONCE, "what is noted as planned is owed"
        self.planned.append((work.workspace_id, now))

    def chore(self) -> None:
        self.chores += 1
        raise RuntimeError("a chore failed")

    def wake(self) -> None:
        self.wakes += 1


def clockwork(diary: Diary, *ids: int) -> Clockwork:
    return Clockwork(
        Workspaces(*ids),
        diary.open_work,
        Calendar(diary.due, diary.owe, diary.plan),
        diary.wake,
        (diary.chore, diary.chore),
        diary.clock.monotonic,
    )


def test_a_tick_plans_every_workspace_at_one_instant_and_wakes_the_workers() -> None:
    diary = Diary(HandClock())
    clockwork(diary, 1, 2).tick()
    assert diary.planned == [(1, diary.clock.at), (2, diary.clock.at)]
    assert diary.wakes == 1


def test_a_failing_workspace_or_chore_does_not_stop_the_rest(caplog: pytest.LogCaptureFixture) -> None:
    diary = Diary(HandClock())
    diary.is_broken = True
    with caplog.at_level(logging.DEBUG):
        clockwork(diary, 1, 2).tick()
    assert diary.planned == [(2, diary.clock.at)]
    assert diary.chores == 2
    assert diary.wakes == 1
    assert "ValueError" in caplog.text
    assert "somebody wrote" not in caplog.text


def test_the_clock_is_alive_only_while_ticks_come() -> None:
    diary = Diary(HandClock())
    ticking = clockwork(diary, 1)
    assert not ticking.is_alive()
    ticking.tick()
    assert ticking.is_alive()
    diary.clock.move(149)
    assert ticking.is_alive()
    diary.clock.move(2)
    assert not ticking.is_alive()


def test_a_started_clock_ticks_at_once_and_stops_cleanly() -> None:
    diary = Diary(HandClock())
    ticking = clockwork(diary, 1)
    ticking.start()
    eventually(lambda: diary.wakes == 1)
    ticking.stop()
    assert diary.planned == [(1, diary.clock.at)]
