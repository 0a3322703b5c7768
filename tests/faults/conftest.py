"""A partnership to talk in, on SQLite and on PostgreSQL; and a Slack that fails as it is asked to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.delivery import DeliveryState
from bot.partnership import Workspace
from handlers.slack.connect import quiet_client
from handlers.slack.notifier import SlackNotifier
from storage import Record
from tests.databases import StoppedClock
from tests.faults.delivering import drain, owe, reconcile, state, worker
from tests.handlers.slack.web_api import WebApi, web_api
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.settled import Settled, settled_in


@pytest.fixture
def slack() -> Iterator[WebApi]:
    with web_api() as server:
        yield server


@pytest.fixture(scope="session")
def settled(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Settled:
    return settled_in(migrated_sqlite, tmp_path_factory.mktemp("settled") / "record.db")


@pytest.fixture
def sqlite_url(request: pytest.FixtureRequest, sqlite_url: str) -> str:
    return _with_everybody_settled_in(request, sqlite_url)


@pytest.fixture
def postgresql_url(request: pytest.FixtureRequest, postgresql_url: str) -> str:
    return _with_everybody_settled_in(request, postgresql_url)


def _with_everybody_settled_in(request: pytest.FixtureRequest, url: str) -> str:
    """This database, as one who asks to chat finds it."""
    if {"chat", "one_chat"} & set(request.fixturenames):
        request.getfixturevalue("settled").put_into(url)
    return url


@pytest.fixture
def chat(record: Record, clock: StoppedClock, slack: WebApi, settled: Settled) -> Dialogue:
    """The Larkmere partnership on a Monday morning, nothing said yet, on each kind of database."""
    return settled.chat(record, clock, slack)


@pytest.fixture
def one_chat(sqlite_record: Record, clock: StoppedClock, slack: WebApi, settled: Settled) -> Dialogue:
    """The same on SQLite alone, for faults that do not reach the database."""
    return settled.chat(sqlite_record, clock, slack)


@pytest.fixture
def posted_once(
    record: Record, workspace: Workspace, clock: StoppedClock, slack: WebApi
) -> Callable[[str], None]:
    """That a message which Slack stored without saying so is found, and is not posted again."""
    key = "the weekly digest"

    def check(fault: str) -> None:
        client = quiet_client("xoxb-test", slack.url)
        client.timeout = 1
        notifier = SlackNotifier(client)
        slack.fault = fault
        owe(record, workspace, clock, key)
        delivering = worker(record, notifier, clock)
        drain(delivering)
        assert state(record, workspace, key) is DeliveryState.POSTING, "nobody knows"
        assert slack.requests.count("chat.postMessage") == 1, "the SDK must not try again by itself"
        reconcile(record, notifier, clock)
        clock.instant += timedelta(hours=1)
        drain(delivering)
        assert state(record, workspace, key) is DeliveryState.POSTED
        assert len(slack.stored) == 1

    return check
