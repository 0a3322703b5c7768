"""Fault 38: the connection to Slack is closed, refreshed or cut while people write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.services.asks.outages import tell_of_outage
from leadline.app import Leadline
from leadline.app import running as bot_running
from leadline.config import Settings
from sandbox.api.limits import RateRules
from sandbox.clock import Clock
from sandbox.delivery import DeliveryRules
from sandbox.run import Server
from sandbox.run import running as sandbox_running
from sandbox.workspace import Workspace
from schedules.presence import Presence
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import OFFICER, ON_SLACK, settle_in
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
    eventually(lambda: len(town.from_bot("S Okoro")) >= before + 3)
    assert town.bot.settle(PATIENCE)
    assert len(town.from_bot("S Okoro")) == before + 3


def test_after_a_long_silence_the_officer_is_told_at_once_and_everybody_with_their_next_question(
    one_chat: Dialogue,
) -> None:
    """What Slack gave up sending is lost, and only whoever wrote it can bring it back."""
    line = Line()

    def program() -> Presence:
        return Presence(
            "one", one_chat.record.heartbeats, one_chat.record.workspaces, one_chat.record.open_work,
            one_chat.clock, line.is_open, tell_of_outage, line.seconds,
        )  # fmt: skip

    before = program()
    before.note()
    line.is_up = False
    pass_time(one_chat, line, hours=3)
    before.note()
    line.is_up = True
    before.note()
    for again in (before, program()):
        again.note()
        one_chat.settle()
    told = [text for text in one_chat.everything_for(OFFICER) if "I could not be reached" in text]
    assert len(told) == 1
    assert "on Mon 21 Sept from 09:30 to 12:30" in told[0]
    for _ in range(8):
        one_chat.at(timedelta(days=1))
    hello, question, reminder = one_chat.everything_for("S Okoro")
    assert "If you wrote to me then, please send it again" in question
    assert "I could not be reached" not in hello + reminder


def test_a_clock_moved_by_hand_is_no_silence(one_chat: Dialogue) -> None:
    line = Line()
    here = Presence(
        "one", one_chat.record.heartbeats, one_chat.record.workspaces, one_chat.record.open_work,
        one_chat.clock, line.is_open, tell_of_outage, line.seconds,
    )  # fmt: skip
    here.note()
    one_chat.clock.instant += timedelta(days=7)
    line.now += 30
    here.note()
    with one_chat.record.open_work(one_chat.workspace.id, read_only=True) as work:
        assert work.outages.ended_after(datetime(2020, 1, 1, tzinfo=UTC)) == ()


@dataclass
class Line:
    """Whether Slack reaches the bot, and what real time it is."""

    is_up: bool = True
    now: float = 0.0

    def is_open(self) -> bool:
        return self.is_up

    def seconds(self) -> float:
        return self.now


def pass_time(chat: Dialogue, line: Line, hours: int) -> None:
    chat.clock.instant += timedelta(hours=hours)
    line.now += 3600 * hours
