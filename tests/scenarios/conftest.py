"""A partnership to talk in."""

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
def empty_chat(sqlite_record: Record, clock: StoppedClock, slack: WebApi) -> Dialogue:
    """A workspace in which nothing is set up yet."""
    return Dialogue(sqlite_record, clock, slack, is_empty=True)


@pytest.fixture
def chat(sqlite_record: Record, clock: StoppedClock, slack: WebApi) -> Dialogue:
    """The Larkmere partnership on a Monday morning, nothing said yet."""
    return Dialogue(sqlite_record, clock, slack)
