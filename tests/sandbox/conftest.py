"""A small partnership on a running sandbox, and an unmodified Bolt app that talks to it."""

from __future__ import annotations

import json
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from sandbox.api.limits import RateRules
from sandbox.clock import Clock
from sandbox.delivery import DeliveryRules
from sandbox.entities import Channel, Message, Person
from sandbox.run import Server, running
from sandbox.workspace import Workspace

START = datetime(2026, 9, 21, 8, 30, tzinfo=UTC)  # 09:30 in London
PATIENCE = 30.0
PATIENT = DeliveryRules(ack_seconds=PATIENCE, retry_after=(0.0, 0.05, 0.05))
SOON_OVERDUE = DeliveryRules(ack_seconds=0.3, retry_after=(0.0, 0.05, 0.05))
LATER_OVERDUE = replace(SOON_OVERDUE, ack_seconds=1.5)
"""Where one that comes at once must not be overdue, even on a busy machine."""
acknowledgements_soon_overdue = pytest.mark.parametrize("delivery", [SOON_OVERDUE], indirect=True, ids=[""])
acknowledgements_later_overdue = pytest.mark.parametrize("delivery", [LATER_OVERDUE], indirect=True, ids=[""])
Json = dict[str, Any]


@dataclass
class Partnership:
    """Two people, their channel, and the app in it."""

    workspace: Workspace
    lead: Person
    chair: Person
    plan: Channel

    def dm(self, person: Person) -> Channel:
        return self.workspace.direct_with_bot(person.id)

    def seen(self, person: Person, channel: Channel, thread_ts: str | None = None) -> list[Message]:
        with self.workspace.lock:
            return self.workspace.messages.seen_by(person.id, channel.id, thread_ts)

    def texts(self, person: Person, channel: Channel, thread_ts: str | None = None) -> list[str]:
        return [message.text for message in self.seen(person, channel, thread_ts)]


def larkmere(workspace: Workspace) -> Partnership:
    lead = workspace.people.add("S Okoro", name="sokoro", email="s.okoro@larkmere.example")
    chair = workspace.people.add("Cllr A Merrin", name="amerrin")
    plan = workspace.channels.add("larkmere-plan", [lead.id, chair.id, workspace.bot.id])
    return Partnership(workspace, lead, chair, plan)


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    made = Workspace(clock=Clock(START, running=False))
    yield made
    made.close()


@pytest.fixture
def partnership(workspace: Workspace) -> Partnership:
    return larkmere(workspace)


@pytest.fixture
def delivery(request: pytest.FixtureRequest) -> DeliveryRules:
    """Patient, so that a busy machine fails no test, unless a test is about what comes too late."""
    rules: DeliveryRules = getattr(request, "param", PATIENT)
    return rules


@pytest.fixture
def server(partnership: Partnership, delivery: DeliveryRules) -> Iterator[Server]:
    with running(partnership.workspace, delivery=delivery, rates=RateRules(is_on=False)) as started:
        yield started


@pytest.fixture
def client(server: Server) -> WebClient:
    return client_of(server)


def client_of(server: Server) -> WebClient:
    return WebClient(token=server.workspace.application.bot_token, base_url=server.api_url, retry_handlers=[])


@pytest.fixture
def bolt(server: Server) -> Iterator[Callable[[Callable[[App], None]], App]]:
    """Connects a Bolt app whose listeners the given function registers; hangs up at the end."""
    with ExitStack() as connections:

        def connect(register: Callable[[App], None]) -> App:
            app = App(client=client_of(server), raise_error_for_unhandled_request=False)
            register(app)
            connections.enter_context(connected(server, app))
            return app

        yield connect


@contextmanager
def connected(server: Server, app: App) -> Iterator[None]:
    """An app on its socket for as long as the block lasts."""
    # The SDK looks at its connection once a ping interval; after a cut it needs five looks to notice.
    handler = SocketModeHandler(app, server.workspace.application.app_token, ping_interval=0.2)
    handler.connect()  # type: ignore[no-untyped-call]  # slack_bolt does not annotate it
    eventually(lambda: server.sockets.connection_count == 1)
    try:
        yield
    finally:
        handler.client.auto_reconnect_enabled = False
        server.hang_up()  # otherwise the client sits out its reading time of three seconds
        eventually(lambda: not handler.client.is_connected())
        closing = threading.Thread(target=handler.close)
        closing.start()
        while closing.is_alive():
            handler.client.message_queue.put(None)  # its reader looks up once a second otherwise
            closing.join(0.02)


def eventually(holds: Callable[[], object]) -> None:
    """Wait until something holds; fail when even a busy machine would have come to it."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, "It did not come to hold in time."
        time.sleep(0.005)


def asked(
    url: str, body: Json | None = None, *, method: str | None = None, headers: dict[str, str] | None = None
) -> tuple[int, Any]:
    """An HTTP request in JSON: the status and what was answered."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(  # noqa: S310  # always the server of the test
        url, data, {"Content-Type": "application/json", **(headers or {})}, method=method
    )
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310  # see above
            return answer.status, _read(answer.read())
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, _read(refusal.read())


def _read(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return body.decode()
