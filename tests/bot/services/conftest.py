"""The Larkmere office, live, on a fresh database."""

from __future__ import annotations

import pytest

from storage import Record
from tests.bot.services.dialogue import Office, open_office
from tests.databases import StoppedClock


@pytest.fixture
def office(sqlite_record: Record, clock: StoppedClock) -> Office:
    return open_office(sqlite_record, clock)
