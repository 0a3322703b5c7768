"""A partnership to talk in, on SQLite and on PostgreSQL; and a Slack that fails as it is asked to."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from storage import Record
from tests.databases import StoppedClock
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
