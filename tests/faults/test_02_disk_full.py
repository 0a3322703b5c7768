"""Fault 2: no page can be added to the database. (PostgreSQL refuses in the same place, with its own error;
filling a disk under a server takes rights that tests do not have.)"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.exc import OperationalError

from bot.services.asks.outages import tell_of_outage
from schedules.presence import Presence
from tests.handlers.slack import payloads
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import account

LONG = "2.7a on track, " + "and so on " * 2000


@contextmanager
def full(chat: Dialogue) -> Iterator[None]:
    """No connection may add a page, for as long as the block lasts."""
    engine = chat.record._engine  # the one place that must reach under the record: it plays a full disk

    def limit(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")  # the pages there are, and no more

    def lift(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count = 1073741823")

    event.listen(engine, "begin", limit)
    yield
    event.remove(engine, "begin", limit)
    event.listen(engine, "begin", lift)


def test_it_is_not_ready_until_there_is_room_again(one_chat: Dialogue) -> None:
    here = Presence(
        LONG, one_chat.record.heartbeats, one_chat.record.workspaces, one_chat.record.open_work,
        one_chat.clock, lambda: True, tell_of_outage, lambda: 0.0,
    )  # fmt: skip
    assert here.is_saved()
    with full(one_chat), pytest.raises(OperationalError):
        here.note()
    assert not here.is_saved()
    here.note()
    assert here.is_saved()


def test_nothing_is_acknowledged_nothing_is_half_written_and_it_recovers_without_a_restart(
    one_chat: Dialogue,
) -> None:
    said = payloads.message(account("S Okoro"), "DUSOKORO", one_chat.ts(), LONG)
    with full(one_chat):
        assert one_chat.send(said, "Ev-full").status == 500
        assert one_chat.record.backlog(one_chat.clock.now()).events == 0
    assert one_chat.send(said, "Ev-full").status == 200
    one_chat.settle()
    assert len(one_chat.posted) == 1
