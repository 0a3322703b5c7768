"""An NHS number, however it is sent, stands in no table of either database: the inbox included."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from storage import Record
from storage.engine import open_engine
from tests.databases import StoppedClock
from tests.handlers.slack.web_api import WebApi
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHANNEL, OFFICER
from tests.storage.everywhere import found_in

NUMBER = "943 476 5919"


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    opened = open_engine(database_url)
    yield opened
    opened.dispose()


def test_a_number_sent_along_every_path_survives_nowhere(
    record: Record, clock: StoppedClock, slack: WebApi, engine: Engine
) -> None:
    chat = Dialogue(record, clock, slack)
    (told,) = chat.says("S Okoro", f"2.7a amber, waiting for {NUMBER}")
    assert told.startswith("This looks like an NHS number, so I have not kept the message.")
    chat.says("S Okoro", "2.7a amber, waiting for IT")
    assert found_in(engine, "waiting for IT"), "what is looked for would be found"
    chat.edits("S Okoro", f"2.7a amber, waiting for {NUMBER}")
    chat.deletes("S Okoro")
    chat.mentions("S Okoro", CHANNEL, f"2.7a red, {NUMBER} is waiting")
    chat.types("S Okoro", f"/plan-status {NUMBER}")
    chat.types(OFFICER, f"/plan-status withdraw 6.2, {NUMBER} has moved")
    chat.says(OFFICER, f"decision: we agreed to see {NUMBER}")
    chat.says(OFFICER, f"for T Vance by phone: 1.10 amber, {NUMBER} waits")
    for written in (NUMBER, NUMBER.replace(" ", "")):
        assert found_in(engine, written) == {}
