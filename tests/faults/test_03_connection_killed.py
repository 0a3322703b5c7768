"""Fault 3: the connection to the database dies in the middle of a transaction."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from bot.partnership import Platform
from bot.services import hear
from storage import Record
from storage.engine import open_engine
from tests.databases import AUDIT_KEY, StoppedClock
from tests.handlers.slack import payloads
from tests.handlers.slack.web_api import WebApi
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import account

KILL = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid()"""


def test_what_it_did_is_rolled_back_and_done_once_at_the_next_try(
    postgresql_url: str, clock: StoppedClock, slack: WebApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = Record(open_engine(postgresql_url), clock, AUDIT_KEY)
    chat, apply, killed = Dialogue(record, clock, slack), hear.apply, list[bool]()

    def apply_and_be_cut_off(work: Any, *rest: Any) -> None:
        apply(work, *rest)
        if not killed:
            killed.append(True)
            with psycopg.connect(postgresql_url, autocommit=True) as another:
                another.execute(KILL)

    monkeypatch.setattr(hear, "apply", apply_and_be_cut_off)
    said = payloads.message(account("S Okoro"), "DUSOKORO", chat.ts(), "2.7a on track, letters are out")
    chat.send(said)
    assert chat.try_inbox() is False
    with record.open_work(record.workspaces.of(Platform.SLACK, payloads.TEAM).id) as work:
        assert work.messages.find(said["channel"], said["ts"]) is None
    chat.settle()
    assert killed == [True]
    assert len(chat.posted) == 1
    record.close()
