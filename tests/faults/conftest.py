"""A partnership to talk in, on SQLite and on PostgreSQL; and a Slack that fails as it is asked to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

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


@pytest.fixture
def slack() -> Iterator[WebApi]:
    with web_api() as server:
        yield server


@pytest.fixture
def chat(record: Record, clock: StoppedClock, slack: WebApi) -> Dialogue:
    """The Larkmere partnership on a Monday morning, nothing said yet, on each kind of database."""
    return Dialogue(record, clock, slack)


@pytest.fixture
def one_chat(sqlite_record: Record, clock: StoppedClock, slack: WebApi) -> Dialogue:
    """The same on SQLite alone, for faults that do not reach the database."""
    return Dialogue(sqlite_record, clock, slack)


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
