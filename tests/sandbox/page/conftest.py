"""A small partnership with a hand-made app behind the page, and a browser in front of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
from aiohttp import web
from playwright.sync_api import Browser, Locator, expect, sync_playwright
from playwright.sync_api import Page as Tab

from sandbox.acts import Acts
from sandbox.clock import Clock
from sandbox.desk import Desk
from sandbox.dispatching import Answer, EnvelopeType
from sandbox.entities import Channel, Message, Person
from sandbox.page import Thing, Welcome, page_with
from sandbox.run import running
from sandbox.server import ACTS, DESK
from sandbox.workspace import Workspace

PATIENCE = 30.0
"""Seconds a busy machine may take; what is awaited comes as soon as it can."""

expect.set_options(timeout=PATIENCE * 1000)
CHROMIUM = Path("/usr/bin/chromium")
START = datetime(2026, 9, 21, 8, 30, tzinfo=UTC)  # 09:30 in London
Json = dict[str, Any]


@dataclass
class FakeApp:
    """Stands where the bot would: hears every envelope and answers as a test tells it to."""

    heard: list[tuple[EnvelopeType, Json]] = field(default_factory=list)
    answer: Callable[[EnvelopeType, Json], Answer] = lambda _kind, _payload: Answer()

    def send(self, kind: EnvelopeType, payload: Json) -> Future[Answer]:
        self.heard.append((kind, json.loads(json.dumps(payload))))
        settled: Future[Answer] = Future()
        settled.set_result(self.answer(kind, payload))
        return settled

    def soon(self, heard: Callable[[], list[Json]], count: int = 1) -> list[Json]:
        """What was heard, once there is so much of it: what the page shows may be ahead of what is sent."""
        deadline = monotonic() + PATIENCE
        while len(heard()) < count and monotonic() < deadline:
            sleep(0.01)
        return heard()

    def actions(self) -> list[Json]:
        return [action for _, payload in self.heard for action in payload.get("actions", ())]

    def submissions(self) -> list[Json]:
        return [payload for _, payload in self.heard if payload.get("type") == "view_submission"]

    def commands(self) -> list[Json]:
        return [payload for _, payload in self.heard if "command" in payload]

    def events(self, kind: str) -> list[Json]:
        events = [payload["event"] for _, payload in self.heard if "event" in payload]
        return [event for event in events if event["type"] == kind]


@dataclass
class Stage:
    """The partnership: who is there, the app, and the address of the page."""

    url: str
    workspace: Workspace
    acts: Acts
    desk: Desk
    app: FakeApp
    lead: Person
    chair: Person
    officer: Person
    plan: Channel

    def dm(self, person: Person) -> Channel:
        return self.workspace.direct_with_bot(person.id)

    def bot_says(
        self,
        channel: Channel,
        text: str = "",
        *blocks: Json,
        only_for: str | None = None,
        thread_ts: str | None = None,
        **more: Any,
    ) -> Message:
        bot = self.workspace.bot
        with self.workspace.lock:
            return self.workspace.messages.post(
                Message(
                    channel.id,
                    "",
                    bot.id,
                    text,
                    blocks=tuple(blocks),
                    bot_id=self.workspace.bot_id,
                    only_for=only_for,
                    thread_ts=thread_ts,
                    **more,
                )
            )

    def at(self, person: Person, channel: Channel | None = None, **query: str) -> str:
        place = f"{self.url}/as/{person.id}/{(channel or self.dm(person)).id}"
        return f"{place}?{'&'.join(f'{name}={value}' for name, value in query.items())}" if query else place


WELCOME = Welcome(
    title="You are S Okoro, a ward manager",
    text="You lead two actions of the plan.",
    things=(
        Thing("Answer the prompt", "Write back in your own words, or press a button.", "sokoro"),
        Thing("Ask how the plan stands", "Become the chair and type /status.", "amerrin", "@app", "/status"),
        Thing(
            "Read the digest",
            "Jump to next Monday, 09:00, and read what is slipping.",
            "amerrin",
            "larkmere-plan",
        ),
    ),
)


@contextmanager
def partnership(welcome: Welcome = WELCOME) -> Iterator[Stage]:
    workspace = Workspace(clock=Clock(START, running=False))
    people = workspace.people
    lead = people.add("S Okoro", name="sokoro", title="Ward manager, Dunvale NHS Trust")
    chair = people.add("Cllr A Merrin", name="amerrin", title="Chair of the board, Larkmere Council")
    officer = people.add("P Lowell", name="plowell", title="Board officer, Larkmere Council")
    other = people.add("K Bramley", name="kbramley", title="Lead for advice, Larkmere Council")
    everybody = [lead.id, chair.id, officer.id, other.id, workspace.bot.id]
    plan = workspace.channels.add("larkmere-plan", everybody, topic="The partnership's action plan")
    workspace.channels.add("tea-room", [lead.id, officer.id], topic="Everything else")
    app, desks = FakeApp(), list[web.Application]()

    def pages(application: web.Application) -> None:
        application[DESK].dispatcher = app
        desks.append(application)
        page_with(welcome)(application)

    with running(workspace, pages=pages) as server:
        desk, acts = desks[0][DESK], desks[0][ACTS]
        yield Stage(server.url, workspace, acts, desk, app, lead, chair, officer, plan)
    workspace.close()


def follow(link: Locator) -> None:
    """Follow a link to another page, and wait until that page's own script listens."""
    with link.page.expect_navigation(wait_until="load"):
        link.click()


@pytest.fixture
def stage() -> Iterator[Stage]:
    with partnership() as made:
        yield made


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for one module: while Playwright runs, its event loop keeps others off this thread."""
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed at /usr/bin/chromium")
    quiet = ("--disable-background-networking", "--disable-component-update", "--no-first-run")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu", *quiet]
        )
        yield launched
        launched.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A tab at 1280 by 860 in which any script error or blocked resource fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    yield opened
    context.close()
    assert complaints == []
