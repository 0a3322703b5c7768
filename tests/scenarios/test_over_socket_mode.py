"""The whole bot against the sandbox, over HTTP and a socket, unmodified."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.delivery import DeliveryState
from bot.partnership import Platform
from handlers.slack.connect import quiet_client
from handlers.slack.notifier import SlackNotifier
from leadline.app import Leadline
from leadline.app import running as bot_running
from leadline.composing import COMPOSING
from leadline.config import Settings
from sandbox.api.limits import RateRules
from sandbox.clock import Clock
from sandbox.delivery import DeliveryRules
from sandbox.entities import Message
from sandbox.faults import Fault
from sandbox.run import Server
from sandbox.run import running as sandbox_running
from sandbox.workspace import Workspace
from schedules.reconciler import Reconciler
from schedules.timing import Timing
from tests.scenarios.larkmere import OFFICER, ON_SLACK, settle_in
from tests.schedules.test_worker import eventually

START = datetime(2026, 9, 21, 8, 30, tzinfo=UTC)
PATIENCE = 60.0


@dataclass
class Town:
    """A workspace of the sandbox with the bot in it, and what people there see."""

    workspace: Workspace
    server: Server
    bot: Leadline

    def dm(self, who: str) -> str:
        return self.workspace.direct_with_bot(self.workspace.people.named(who).id).id

    def from_bot(self, who: str) -> list[Message]:
        with self.workspace.lock:
            seen = self.workspace.messages.seen_by(self.workspace.people.named(who).id, self.dm(who))
            return [message for message in seen if message.bot_id]

    def say(self, who: str, text: str) -> list[str]:
        """Write to the bot and wait until something new is answered and nothing waits any more."""
        before = len(self.from_bot(who))
        self.server.acts.say(who, "@app", text)
        eventually(lambda: len(self.from_bot(who)) > before)
        assert self.bot.settle(PATIENCE)
        return [message.text for message in self.from_bot(who)[before:]]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    home: Path = tmp_path_factory.mktemp("town")
    workspace = Workspace(clock=Clock(START))
    people = {name: workspace.people.add(name).id for name in ON_SLACK}
    channel = workspace.channels.add("larkmere-plan", [*people.values(), workspace.bot.id])
    quick = DeliveryRules(retry_after=(0.0, 0.1, 0.1))
    with sandbox_running(workspace, delivery=quick, rates=RateRules(is_on=False)) as server:
        settings = Settings(
            database_url=f"sqlite:///{home / 'leadline.db'}",
            slack_bot_token=workspace.application.bot_token,
            slack_app_token=workspace.application.app_token,
            slack_api_url=server.api_url,
            command="/status",
            audit_key_file=home / "audit.key",
            posts_per_second=1000.0,
        )
        with bot_running(settings, workspace.clock) as bot:
            (here,) = bot.record.workspaces.all()
            settle_in(bot.record.open_work, here, people, channel.id)
            bot.tick()  # everybody is introduced, so that what the tests see is what they asked for
            assert bot.settle(PATIENCE)
            yield Town(workspace, server, bot)
            server.hang_up()
    workspace.close()


@pytest.fixture(autouse=True)
def no_faults(town: Town) -> Iterator[None]:
    yield
    town.server.faults.clear()


def test_a_message_is_answered(town: Town) -> None:
    (answer,) = town.say("S Okoro", "help")
    assert "on track" in answer


def test_a_command_is_answered_to_its_author_alone(town: Town) -> None:
    town.server.acts.command("S Okoro", town.dm("S Okoro"), "/status", "2.7a").result(PATIENCE)
    eventually(lambda: "2.7a Discharge letters" in town.from_bot("S Okoro")[-1].text)
    assert town.from_bot("S Okoro")[-1].only_for == town.workspace.people.named("S Okoro").id


def test_an_event_whose_acknowledgement_is_lost_is_answered_once(town: Town) -> None:
    town.server.faults.arm(Fault.DROP_ACK)
    assert len(town.say("S Okoro", "help")) == 1
    eventually(lambda: not town.server.faults.armed())
    assert len(town.say("S Okoro", "privacy")) == 1


def test_an_event_that_arrives_twice_is_answered_once(town: Town) -> None:
    town.server.faults.arm(Fault.DELIVER_TWICE)
    assert len(town.say("S Okoro", "help")) == 1
    assert len(town.say("S Okoro", "privacy")) == 1


def test_a_pdf_that_is_being_made_keeps_nobody_waiting_and_comes_when_it_is(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go, office = tmp_path / "begun", tmp_path / "go", tmp_path / "soffice"
    wait = f"touch {begun}; until [ -e {go} ]; do sleep 0.05; done"
    office.write_text(f'#!/bin/sh\n{wait}\necho %PDF- > "$6/paper.pdf"\n')
    office.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    town.server.acts.say(OFFICER, "@app", "exception report as pdf")
    eventually(begun.exists)
    assert "Exception report for Board" in town.from_bot(OFFICER)[-1].text
    before = len(town.from_bot("S Okoro"))
    town.server.acts.say("S Okoro", "@app", "help")
    eventually(lambda: len(town.from_bot("S Okoro")) > before)
    assert not any(message.files for message in town.from_bot(OFFICER))
    go.touch()
    eventually(lambda: any(message.files for message in town.from_bot(OFFICER)))
    assert town.bot.settle(PATIENCE)


def test_a_post_that_was_stored_but_answered_with_500_is_found_and_not_repeated(town: Town) -> None:
    before = len(town.from_bot("K Bramley"))
    town.server.faults.arm(Fault.FAIL_AFTER_STORING, method="chat.postMessage")
    town.server.acts.say("K Bramley", "@app", "help")
    eventually(lambda: len(town.from_bot("K Bramley")) == before + 1)
    record = town.bot.record
    client = quiet_client(town.workspace.application.bot_token, town.server.api_url)
    Reconciler(
        "test",
        record.outbox,
        record.open_work,
        COMPOSING,
        SlackNotifier(client),
        town.workspace.clock,
        Timing(settle=timedelta(seconds=-61)),
    ).reconcile()
    assert town.bot.settle(PATIENCE)
    assert len(town.from_bot("K Bramley")) == before + 1
    here = record.workspaces.of(Platform.SLACK, town.workspace.team_id)
    with record.open_work(here.id, read_only=True) as work:
        (*_, newest) = work.owing.recent("reply", START)
    assert (newest.state, newest.reason) == (DeliveryState.POSTED, None)
    assert newest.attempt == 2, "it was to be looked for"
