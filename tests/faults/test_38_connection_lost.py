"""Fault 38: the connection to Slack is closed, refreshed or cut while people write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from leadline.app import Leadline
from leadline.app import running as bot_running
from leadline.config import Settings
from sandbox.api.limits import RateRules
from sandbox.clock import Clock
from sandbox.delivery import DeliveryRules
from sandbox.run import Server
from sandbox.run import running as sandbox_running
from sandbox.workspace import Workspace
from tests.scenarios.larkmere import ON_SLACK, settle_in
from tests.scenarios.test_over_socket_mode import PATIENCE, Town
from tests.schedules.test_worker import eventually

START = datetime(2026, 9, 21, 8, 30, tzinfo=UTC)


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    workspace = Workspace(clock=Clock(START))
    people = {name: workspace.people.add(name).id for name in ON_SLACK}
    channel = workspace.channels.add("larkmere-plan", [*people.values(), workspace.bot.id])
    again = DeliveryRules(retry_after=(0.0, *(0.2,) * 100))
    with sandbox_running(workspace, delivery=again, rates=RateRules(is_on=False)) as server:
        settings = Settings(
            database_url=f"sqlite:///{tmp_path / 'leadline.db'}",
            slack_bot_token=workspace.application.bot_token,
            slack_app_token=workspace.application.app_token,
            slack_api_url=server.api_url,
            command="/status",
            audit_key_file=tmp_path / "audit.key",
            posts_per_second=1000.0,
        )
        with bot_running(settings, workspace.clock) as bot:
            (here,) = bot.record.workspaces.all()
            settle_in(bot.record.open_work, here, people, channel.id)
            bot.tick()
            assert bot.settle(PATIENCE)
            yield Town(workspace, server, bot)
            server.hang_up()
    workspace.close()


def speak(town: Town, *words: str) -> None:
    for text in words:
        town.server.acts.say("S Okoro", "@app", text)


def refresh(server: Server, _: Leadline) -> None:
    server.loop.call_soon_threadsafe(server.sockets.refresh)


def cut(server: Server, _: Leadline) -> None:
    server.loop.call_soon_threadsafe(server.sockets.cut)


@pytest.mark.parametrize("disturb", [refresh, cut])
def test_it_connects_anew_and_everything_is_answered_once(town: Town, disturb: object) -> None:
    assert callable(disturb)
    before = len(town.from_bot("S Okoro"))
    speak(town, "help")
    disturb(town.server, town.bot)
    speak(town, "privacy", "help")
    eventually_within(PATIENCE, lambda: len(town.from_bot("S Okoro")) >= before + 3)
    assert town.bot.settle(PATIENCE)
    assert len(town.from_bot("S Okoro")) == before + 3


def eventually_within(seconds: float, is_so: object) -> None:
    assert callable(is_so)
    for _ in range(int(seconds / 5) + 1):
        try:
            eventually(is_so)
        except AssertionError:
            continue
        return
    raise AssertionError("it never became so")
