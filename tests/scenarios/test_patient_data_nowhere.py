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
WRITTEN = (NUMBER, NUMBER.replace(" ", ""), NUMBER.replace(" ", "-"))

FILE = f"""Ref,Action,Lead,Timescale,Comments
8.1,Visit the ward with {NUMBER},S Okoro,Dec 2026,ready
8.2,Write to GPs,K Bramley,Jan 2027,patient {WRITTEN[1]} waits
8.3,Train the team,S Okoro,Feb 2027,nothing yet
"""

E_MAIL = f"""From: T Vance <t.vance@example.org>
Sent: 20 September 2026
Subject: 1.10

1.10 is amber, {WRITTEN[2]} waits for a bed
"""


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
    chat.mentions("S Okoro", CHANNEL, "2.7a red, no beds", thread_ts="1.1")
    chat.edits("S Okoro", f"2.7a red, no beds for {NUMBER}")
    chat.types("S Okoro", f"/plan-status {NUMBER}")
    chat.types("Q Nobody", f"/plan-status {NUMBER}", CHANNEL)
    chat.types(OFFICER, f"/plan-status withdraw 6.2, {NUMBER} has moved")
    chat.says(OFFICER, f"decision: we agreed to see {NUMBER}")
    chat.says(OFFICER, f"for T Vance by phone: 1.10 amber, {NUMBER} waits")
    chat.says(OFFICER, E_MAIL)
    chat.drops(OFFICER, f"plan {NUMBER}.csv", FILE.encode(), f"for {NUMBER}")
    with record.open_work(chat.workspace.id, read_only=True) as work:
        drafted = [action.ref for plan in work.plans.all() for action in plan.actions]
    assert "8.3" in drafted, "the file came in without it"
    for written in WRITTEN:
        assert found_in(engine, written) == {}


def test_no_form_takes_a_number_in_any_of_its_fields(chat: Dialogue) -> None:
    chat.records(OFFICER, CHANNEL, "We agreed more beds")
    asked = set(chat.fills(OFFICER, words="more beds", minute=f"for {NUMBER}"))
    assert asked == {"minute"}
    with chat.record.open_work(chat.workspace.id, read_only=True) as work:
        assert work.decisions.of(work.partnerships.all()[0].id) == ()
