"""Forgetting is done once a day, in every workspace, and tried again when the record was busy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from bot.errors import RecordBusy
from bot.partnership import WorkspaceId
from bot.retention import Kept, Outdated
from schedules.retention import AT_ONCE, Forgetting, Retention
from tests.schedules.hand_clock import HandClock
from tests.schedules.test_clockwork import Workspaces

DAY = 24 * 3600.0


class Cupboard:
    """Notes in which workspace something was forgotten."""

    def __init__(self) -> None:
        self.forgotten: list[int] = []
        self.is_busy = False

        self.outdated = [Outdated(Kept.SENT, "delivery", 1)]

    @contextmanager
    def open_work(self, workspace_id: WorkspaceId, *, read_only: bool = False) -> Iterator[Any]:
        if self.is_busy and workspace_id == 2:
            raise RecordBusy
        yield SimpleNamespace(workspace_id=workspace_id, read_only=read_only)

    def find(self, work: Any) -> list[Outdated]:
        assert work.read_only, "looking keeps nobody waiting"
        return self.outdated

    def forget(self, work: Any, among: Sequence[Outdated]) -> None:
        assert not work.read_only
        assert len(among) <= AT_ONCE, "others wait meanwhile"
        self.forgotten.append(work.workspace_id)


def retention(cupboard: Cupboard, clock: HandClock) -> Retention:
    return Retention(Workspaces(1, 2), cupboard.open_work, clock, Forgetting(cupboard.find, cupboard.forget))


def test_it_is_done_once_a_day_in_every_workspace() -> None:
    cupboard, clock = Cupboard(), HandClock()
    daily = retention(cupboard, clock)
    for _ in range(3):
        daily.enforce()
        clock.move(60)
    assert cupboard.forgotten == [1, 2]
    clock.move(DAY)
    daily.enforce()
    assert cupboard.forgotten == [1, 2, 1, 2]


def test_a_start_of_the_program_does_it_again() -> None:
    cupboard, clock = Cupboard(), HandClock()
    retention(cupboard, clock).enforce()
    retention(cupboard, clock).enforce()
    assert cupboard.forgotten == [1, 2, 1, 2], "what was missed while it was down is made up for"


def test_a_busy_record_is_tried_again_at_the_next_tick() -> None:
    cupboard, clock = Cupboard(), HandClock()
    daily = retention(cupboard, clock)
    cupboard.is_busy = True
    daily.enforce()
    assert cupboard.forgotten == [1]
    cupboard.is_busy = False
    daily.enforce()
    assert cupboard.forgotten == [1, 1, 2]
    daily.enforce()
    assert cupboard.forgotten == [1, 1, 2], "and then it is done for the day"


def test_much_is_forgotten_a_little_at_a_time_and_nothing_without_writing() -> None:
    cupboard, clock = Cupboard(), HandClock()
    cupboard.outdated *= 2 * AT_ONCE + 1
    retention(cupboard, clock).enforce()
    assert cupboard.forgotten == [1, 1, 1, 2, 2, 2]
    cupboard.outdated, cupboard.forgotten = [], []
    retention(cupboard, clock).enforce()
    assert cupboard.forgotten == []
