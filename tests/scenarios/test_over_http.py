"""The bot in HTTP mode: two replicas on one PostgreSQL behind a load balancer, against the sandbox."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from leadline.app import Leadline
from leadline.app import running as bot_running
from leadline.config import Address, Mode, Settings
from sandbox.api.limits import RateRules
from sandbox.clock import Clock
from sandbox.delivery import DeliveryRules
from sandbox.entities import Message
from sandbox.faults import Fault
from sandbox.posting import Posts
from sandbox.run import Server
from sandbox.run import running as sandbox_running
from sandbox.workspace import Workspace
from tests.scenarios.larkmere import ON_SLACK, settle_in
from tests.schedules.test_worker import eventually

START = datetime(2026, 9, 21, 8, 30, tzinfo=UTC)
PATIENCE = 30.0
IMPATIENT = DeliveryRules(ack_seconds=PATIENCE, retry_after=(0.0, 0.1, 0.1))


@dataclass
class Town:
    """A workspace of the sandbox, and the replicas that serve it."""

    workspace: Workspace
    server: Server
    settings: Settings
    replicas: list[Leadline]

    def addresses(self) -> list[str]:
        return [f"http://127.0.0.1:{each.http_port}/slack/events" for each in self.replicas]

    def from_bot(self, who: str) -> list[Message]:
        person = self.workspace.people.named(who)
        with self.workspace.lock:
            seen = self.workspace.messages.seen_by(person.id, self.workspace.direct_with_bot(person.id).id)
            return [message for message in seen if message.bot_id]

    def quiet(self, posts: Posts) -> None:
        eventually(lambda: not posts.on_their_way)
        assert all(replica.settle(PATIENCE) for replica in self.replicas)


@pytest.fixture
def town(postgresql_url: str, tmp_path: Path) -> Iterator[Town]:
    workspace = Workspace(clock=Clock(START))
    people = {name: workspace.people.add(name).id for name in ON_SLACK}
    channel = workspace.channels.add("larkmere-plan", [*people.values(), workspace.bot.id])
    with (
        sandbox_running(workspace, delivery=IMPATIENT, rates=RateRules(is_on=False)) as server,
        ExitStack() as running,
    ):
        settings = Settings(
            database_url=postgresql_url,
            slack_bot_token=workspace.application.bot_token,
            slack_api_url=server.api_url,
            slack_signing_secret=workspace.application.signing_secret,
            mode=Mode.HTTP,
            http=Address("127.0.0.1", 0),
            drain_seconds=0.0,
            audit_key_file=tmp_path / "audit.key",
            posts_per_second=1000.0,
        )
        first = running.enter_context(bot_running(settings, workspace.clock))
        (here,) = first.record.workspaces.all()
        settle_in(first.record.open_work, here, people, channel.id)
        first.tick()
        assert first.settle(PATIENCE)
        second = running.enter_context(bot_running(settings, workspace.clock))
        yield Town(workspace, server, settings, [first, second])
    workspace.close()


def test_every_message_is_answered_once_whichever_replica_hears_it(town: Town) -> None:
    before = len(town.from_bot("S Okoro"))
    with town.server.posting_to(town.addresses()) as posts:
        for at in range(4):
            town.server.faults.arm(Fault.DELIVER_TWICE if at % 2 else Fault.DROP_ACK)
            town.server.acts.say("S Okoro", "@app", "help" if at % 2 else "privacy")
            eventually(lambda at=at: len(town.from_bot("S Okoro")) == before + at + 1)  # type: ignore[misc]
        town.quiet(posts)
    assert len(town.from_bot("S Okoro")) == before + 4


def test_a_command_and_a_tap_are_answered(town: Town) -> None:
    with town.server.posting_to(town.addresses()) as posts:
        outcome = town.server.acts.command("S Okoro", "@app", "/status", "2.7a").result(PATIENCE)
        assert outcome.is_accepted
        eventually(lambda: "2.7a Discharge letters" in town.from_bot("S Okoro")[-1].text)
        town.quiet(posts)


def test_a_replica_that_stops_loses_nothing(town: Town) -> None:
    """A rolling restart: one is added, one leaves, while people go on writing."""
    before = len(town.from_bot("S Okoro"))
    with ExitStack() as third, ExitStack() as everywhere:
        leaving = third.enter_context(bot_running(town.settings, town.workspace.clock))
        addresses = [*town.addresses(), f"http://127.0.0.1:{leaving.http_port}/slack/events"]
        posts = everywhere.enter_context(town.server.posting_to(addresses))
        for _ in range(3):
            town.server.acts.say("S Okoro", "@app", "help")
        third.close()
        for _ in range(3):
            town.server.acts.say("S Okoro", "@app", "help")
        eventually(lambda: len(town.from_bot("S Okoro")) == before + 6)
        town.quiet(posts)
    assert len(town.from_bot("S Okoro")) == before + 6


def test_it_says_how_it_is(town: Town) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", town.replicas[0].http_port, timeout=PATIENCE)
    try:
        for path in ("/healthz", "/readyz"):
            connection.request("GET", path)
            answer = connection.getresponse()
            assert (answer.status, json.loads(answer.read())["failing"]) == (200, [])
        connection.request("GET", "/metrics")
        text = connection.getresponse().read().decode()
    finally:
        connection.close()
    assert 'leadline_deliveries{kind="prompt",state="posted"}' in text
    assert "S Okoro" not in text


def test_what_the_sandbox_did_not_sign_is_turned_away(town: Town) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", town.replicas[0].http_port, timeout=PATIENCE)
    try:
        connection.request("POST", "/slack/events", b'{"type": "event_callback"}')
        assert connection.getresponse().status == 401
    finally:
        connection.close()
