"""The sandbox's clock moves forward only, wakes whoever waits, and is kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sandbox.changes import ChangeKind
from sandbox.clock import Clock, ClockWouldGoBack, real_now
from sandbox.workspace import Workspace
from tests.sandbox.conftest import START

MONDAY = datetime(2026, 9, 28, 8, 0, tzinfo=UTC)


def test_a_standing_clock_stands_between_jumps() -> None:
    clock = Clock(START, running=False)
    assert abs(clock.now() - START) < timedelta(seconds=1)
    assert clock.now() == clock.now()
    assert clock.advance_to(MONDAY) == clock.now() == MONDAY


def test_a_running_clock_goes_on_after_a_jump() -> None:
    clock = Clock(START)
    clock.advance_to(MONDAY)
    first = clock.now()
    assert MONDAY <= first < MONDAY + timedelta(minutes=1)
    assert clock.now() >= first


def test_the_clock_never_goes_back() -> None:
    clock = Clock(START, running=False)
    with pytest.raises(ClockWouldGoBack, match="only moves forward"):
        clock.advance_by(timedelta(days=-1))


def test_an_instant_needs_its_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Clock(START).advance_to(datetime(2026, 9, 28, 9, 0))  # noqa: DTZ001  # the mistake in question


def test_a_jump_wakes_the_subscribers_until_they_leave() -> None:
    clock = Clock(START, running=False)
    woken: list[datetime] = []
    leave = clock.subscribe(woken.append)
    clock.advance_to(MONDAY)
    leave()
    clock.advance_by(timedelta(days=1))
    assert woken == [MONDAY]


def test_the_clock_is_kept_with_the_workspace(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "demo.sqlite")
    far = real_now() + timedelta(days=100)
    workspace.clock.advance_to(far)
    workspace.close()
    again = Workspace(tmp_path / "demo.sqlite")
    assert far <= again.clock.now() < far + timedelta(minutes=5)
    again.close()


def test_a_clock_that_was_given_is_kept_though_it_never_jumped(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "demo.sqlite", clock=Clock(START))
    workspace.close()
    again = Workspace(tmp_path / "demo.sqlite")
    assert START <= again.clock.now() < START + timedelta(minutes=5)
    again.close()


def test_message_stamps_follow_the_clock_and_always_rise(workspace: Workspace) -> None:
    stamps = [workspace.mint_stamp() for _ in range(3)]
    assert stamps == sorted(set(stamps))
    workspace.clock.advance_to(MONDAY)
    assert float(workspace.mint_stamp()) == pytest.approx(MONDAY.timestamp(), abs=0.01)


def test_a_jump_is_in_the_feed(workspace: Workspace) -> None:
    kinds: list[ChangeKind] = []
    workspace.feed.subscribe(lambda change: kinds.append(change.kind))
    workspace.clock.advance_to(MONDAY)
    assert kinds == [ChangeKind.CLOCK_MOVED]
