"""A partnership to talk in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import Record
from tests.databases import StoppedClock
from tests.handlers.slack.web_api import WebApi, web_api
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.settled import Settled, settled_in


@pytest.fixture(scope="session")
def settled(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Settled:
    return settled_in(migrated_sqlite, tmp_path_factory.mktemp("settled") / "record.db")


@pytest.fixture
def sqlite_url(request: pytest.FixtureRequest, sqlite_url: str) -> str:
    """A SQLite database of the test's own; one who asks for `chat` finds everybody settled in."""
    if "chat" in request.fixturenames:
        request.getfixturevalue("settled").put_into(sqlite_url)
    return sqlite_url


@pytest.fixture
def slack() -> Iterator[WebApi]:
    with web_api() as server:
        yield server


@pytest.fixture
def empty_chat(sqlite_record: Record, clock: StoppedClock, slack: WebApi) -> Dialogue:
    """A workspace in which nothing is set up yet."""
    return Dialogue(sqlite_record, clock, slack, is_settled=True)


@pytest.fixture
def chat(sqlite_record: Record, clock: StoppedClock, slack: WebApi, settled: Settled) -> Dialogue:
    """The Larkmere partnership on a Monday morning, nothing said yet."""
    return settled.chat(sqlite_record, clock, slack)
