"""A partnership to talk in."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from storage import Record
from storage.engine import open_engine
from tests.databases import AUDIT_KEY, STARTS, StoppedClock
from tests.handlers.slack.payloads import Payload
from tests.handlers.slack.web_api import WebApi, web_api
from tests.scenarios.dialogue import Dialogue


@dataclass(frozen=True)
class Settled:
    """The partnership once everybody was introduced: its database, and what Slack then shows."""

    database: Path
    posted: list[Payload]
    at: datetime


@pytest.fixture(scope="session")
def settled(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Settled:
    """Settling in is the same for every conversation, and most of its cost: done once, then copied."""
    database, clock = tmp_path_factory.mktemp("settled") / "record.db", StoppedClock(STARTS)
    shutil.copy(migrated_sqlite, database)
    record = Record(open_engine(f"sqlite:///{database}"), clock, AUDIT_KEY)
    with web_api() as slack:
        Dialogue(record, clock, slack)
        posted = slack.stored
    record.close()
    return Settled(database, posted, clock.instant)


@pytest.fixture
def sqlite_url(request: pytest.FixtureRequest, migrated_sqlite: Path, tmp_path: Path) -> str:
    """A SQLite database of the test's own; one who asks for `chat` finds everybody settled in."""
    is_settled = "chat" in request.fixturenames
    source = request.getfixturevalue("settled").database if is_settled else migrated_sqlite
    copied = tmp_path / "record.db"
    shutil.copy(source, copied)
    return f"sqlite:///{copied}"


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
    clock.instant = settled.at
    slack.stored.extend(copy.deepcopy(settled.posted))
    return Dialogue(sqlite_record, clock, slack, is_settled=True)
