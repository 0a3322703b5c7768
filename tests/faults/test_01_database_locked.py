"""Fault 1: another writer holds the database for longer than Slack waits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import text

from storage import engine as engine_module
from storage import record as record_module
from storage.engine import open_engine
from storage.repositories import inbox
from tests.handlers.slack import payloads
from tests.scenarios.dialogue import COMMAND, Dialogue
from tests.scenarios.larkmere import account

A_MOMENT = timedelta(milliseconds=50)


@contextmanager
def locked(database_url: str) -> Iterator[None]:
    """Somebody else writes, for as long as the block lasts."""
    engine = open_engine(database_url)
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("LOCK TABLE inbox, workspace, message IN ACCESS EXCLUSIVE MODE"))
        yield
    engine.dispose()


def test_an_event_is_not_acknowledged_and_is_worked_on_once_when_slack_sends_it_again(
    chat: Dialogue, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox, "ARRIVAL_WAIT", A_MOMENT)
    said = payloads.message(account("S Okoro"), "DUSOKORO", chat.ts(), "help")
    with locked(database_url):
        assert chat.send(said, "Ev-locked").status == 500
    assert chat.send(said, "Ev-locked").status == 200
    assert chat.send(said, "Ev-locked").status == 200
    chat.settle()
    assert len(chat.posted) == 1


def test_a_command_says_to_try_again(
    chat: Dialogue, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record_module, "INTERACTIVE_WAIT", A_MOMENT)
    monkeypatch.setattr(engine_module, "WORKER_WAIT", A_MOMENT)
    said = payloads.command(
        account("S Okoro"), "DUSOKORO", COMMAND, "undo", chat.slack.response_url("command")
    )
    with locked(database_url):
        chat.dispatch(said)
    ((_, answer),) = chat.slack.answered
    assert "again" in answer["text"]
