"""The audit trail: chained, without anybody's words, and telling when it was touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import date

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError

from bot.changes import AuditEvent, Verb
from bot.errors import NotFound
from bot.partnership import PartnershipId, Platform, Workspace
from storage import Record
from storage.audit_chain import GENESIS
from storage.engine import open_engine
from tests.databases import StoppedClock
from tests.storage.larkmere import add_partnership

CANARY = "the family in flat four"


@pytest.fixture
def partnership_id(record: Record, workspace: Workspace) -> PartnershipId:
    """A partnership with five events."""
    with record.open_work(workspace.id) as work:
        partnership_id = add_partnership(work).id
        actor = work.people.add("R Vale", []).id
    for number in range(1, 6):
        with record.open_work(workspace.id) as work:
            values: dict[str, object] = {"rag": "green", "on": date(2026, 9, number), "action": number}
            event = AuditEvent(
                partnership_id, Verb.UPDATE_CONFIRMED, actor, f"update:{number}", values, CANARY
            )
            work.audit.append(event, work.now)
    return partnership_id


@contextmanager
def somebody_with_the_file(database_url: str, *, triggers: bool) -> Iterator[Connection]:
    """A stranger's connection, with the triggers as they are or taken away."""
    engine = open_engine(database_url)
    try:
        with engine.begin() as connection:
            if not triggers:
                _take_the_triggers_away(connection)
            yield connection
    finally:
        engine.dispose()


def _take_the_triggers_away(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        return
    names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all()
    for name in names:
        connection.execute(text(f"DROP TRIGGER {name}"))


def test_an_untouched_chain_has_no_faults(record: Record, partnership_id: PartnershipId) -> None:
    assert record.verify_audit() == ()


def test_the_head_is_the_last_events_hash(
    record: Record, workspace: Workspace, partnership_id: PartnershipId
) -> None:
    with record.open_work(workspace.id) as work:
        other = add_partnership(work, "Dunvale")
        assert work.audit.head(other.id) == GENESIS
        before = work.audit.head(partnership_id)
        work.audit.append(AuditEvent(partnership_id, Verb.DIGEST_COMPOSED, None, "digest"), work.now)
        assert work.audit.head(partnership_id) not in (before, GENESIS)
        assert work.audit.head(other.id) == GENESIS
    assert record.verify_audit() == ()


def test_nobodys_words_are_in_the_trail(
    record: Record, partnership_id: PartnershipId, database_url: str
) -> None:
    with somebody_with_the_file(database_url, triggers=True) as connection:
        rows = connection.execute(text("SELECT * FROM audit_event")).all()
    assert len(rows) == 5
    assert CANARY not in repr(rows)


def test_an_event_of_an_undone_transaction_leaves_no_trace(
    record: Record, workspace: Workspace, partnership_id: PartnershipId
) -> None:
    def fail_after_appending() -> None:
        with record.open_work(workspace.id) as work:
            work.audit.append(AuditEvent(partnership_id, Verb.INTRODUCED, None, "person:1"), work.now)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_appending()
    with record.open_work(workspace.id) as work:
        work.audit.append(AuditEvent(partnership_id, Verb.INTRODUCED, None, "person:1"), work.now)
    assert record.verify_audit() == ()


def test_an_event_of_an_unknown_partnership_is_refused(record: Record, workspace: Workspace) -> None:
    with pytest.raises(NotFound), record.open_work(workspace.id) as work:
        work.audit.append(AuditEvent(PartnershipId(99), Verb.INTRODUCED, None, "person:1"), work.now)


REWRITING = {
    "update": "UPDATE audit_event SET subject = 'update:99' WHERE seq = 3",
    "delete": "DELETE FROM audit_event WHERE seq = 3",
    "delete the head": "DELETE FROM audit_head",
}
REWRITING_SQLITE = {
    "insert or replace": "INSERT OR REPLACE INTO audit_event SELECT * FROM audit_event WHERE seq = 3",
    "replace": "REPLACE INTO audit_event SELECT * FROM audit_event WHERE seq = 3",
    "update or replace": "UPDATE OR REPLACE audit_event SET seq = 4 WHERE seq = 3",
    "upsert": "INSERT INTO audit_event SELECT * FROM audit_event WHERE seq = 3"
    " ON CONFLICT (partnership_id, seq) DO UPDATE SET subject = 'update:99'",
}


@pytest.mark.parametrize("statement", REWRITING.values(), ids=REWRITING)
def test_the_database_refuses_rewriting(
    record: Record, partnership_id: PartnershipId, database_url: str, statement: str
) -> None:
    with (
        pytest.raises(DatabaseError, match=r"never (re|changed)"),
        somebody_with_the_file(database_url, triggers=True) as connection,
    ):
        connection.execute(text(statement))
    assert record.verify_audit() == ()


@pytest.mark.parametrize("are_recursive", ["ON", "OFF"])
@pytest.mark.parametrize("statement", REWRITING_SQLITE.values(), ids=REWRITING_SQLITE)
def test_sqlites_side_doors_are_shut_even_to_a_strangers_connection(
    sqlite_url: str, clock: StoppedClock, statement: str, are_recursive: str
) -> None:
    record = Record(open_engine(sqlite_url), clock, b"key")
    workspace = record.workspaces.of(Platform.SLACK, "T1")
    with record.open_work(workspace.id) as work:
        partnership_id = add_partnership(work).id
        for number in range(5):
            work.audit.append(AuditEvent(partnership_id, Verb.INTRODUCED, None, f"{number}"), work.now)
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as stranger:
        stranger.execute(f"PRAGMA recursive_triggers = {are_recursive}")
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            stranger.execute(statement)
    assert record.verify_audit() == ()
    record.close()


def test_postgresql_refuses_to_empty_the_trail(
    postgresql_url: str,
) -> None:
    with (
        pytest.raises(DatabaseError, match="never rewritten"),
        somebody_with_the_file(postgresql_url, triggers=True) as connection,
    ):
        connection.execute(text("TRUNCATE audit_event"))


def test_chains_of_partnerships_are_apart(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        one, other = add_partnership(work), add_partnership(work, "Dunvale")
        for partnership in (other, one, other):
            work.audit.append(AuditEvent(partnership.id, Verb.INTRODUCED, None, "person:1"), work.now)
    with record.open_work(workspace.id) as work:
        assert work.audit.head(one.id) != work.audit.head(other.id)
    assert record.verify_audit() == ()


def test_many_writers_make_one_chain(record: Record, workspace: Workspace) -> None:
    with record.open_work(workspace.id) as work:
        partnerships = [add_partnership(work, name).id for name in ("Larkmere", "Dunvale")]

    def write(number: int) -> None:
        with record.open_patient_work(workspace.id) as work:
            in_some_order = partnerships if number % 2 else partnerships[::-1]
            for partnership_id in in_some_order:
                work.audit.append(
                    AuditEvent(partnership_id, Verb.INTRODUCED, None, f"person:{number}"), work.now
                )

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(20)))
    assert record.verify_audit() == ()
