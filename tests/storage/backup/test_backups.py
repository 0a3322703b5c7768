"""A backup made while others write, put back on either database, and refused where it must be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from sqlalchemy import Engine, Table, event, insert, select, text, update

from bot.partnership import Workspace
from bot.restores import Restore
from bot.services.arrangements import set_up
from bot.timescale import Timescale
from storage import Record, schema
from storage.backup.file import UnfitBackup, heading
from storage.backup.making import back_up
from storage.backup.restoring import restore
from storage.backup.tables import asked, reflected
from storage.engine import open_engine, reading
from storage.repositories.audit import verify
from storage.tables import metadata
from tests.databases import AUDIT_KEY
from tests.faults.delivering import Killed
from tests.scenarios.larkmere import ON_SLACK, account, settle_in
from tests.storage.larkmere import said

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
PATIENCE = 60.0
FROM_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
"""Where it is what takes the backup that may differ, one kind of source is enough."""

NEXT_BOARD = Timescale.of_day(date(2026, 12, 9), "Wed 9 Dec")
ODD = said("“2.7a” é 🟢\u2028, \\ \x7f\t<@U1>")


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    opened = open_engine(database_url)
    yield opened
    opened.dispose()


@pytest.fixture
def at_work(record: Record, workspace: Workspace) -> Record:
    """A record with a live plan, and somebody who has said something odd."""
    settle_in(record.open_work, workspace, {name: account(name) for name in ON_SLACK})
    with record.open_work(workspace.id) as work:
        work.messages.keep(ODD)
    return record


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Somewhere else, never used, of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'elsewhere.db'}"
    url: str = request.getfixturevalue("empty_postgresql_url")
    return url


TABLES: dict[str, list[Table]] = {}
"""This release's tables by kind of database, which take long to ask a database for."""


def everything(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    kind = engine.dialect.name
    with reading(engine).connect() as connection:
        if kind not in TABLES:
            TABLES[kind] = reflected(connection)
        return {
            table.name: [
                tuple(row) for row in connection.execute(select(*asked(table)).order_by(*table.primary_key))
            ]
            for table in TABLES[kind]
        }


def assert_put_back(elsewhere: Engine, engine: Engine) -> None:
    """Everything is there, and beside it only that it was put back."""
    came, was = everything(elsewhere), everything(engine)
    assert (len(came.pop("restore")), len(was.pop("restore"))) == (1, 0)
    assert came == was


def test_every_row_comes_back_on_either_database(
    at_work: Record, engine: Engine, empty_url: str, tmp_path: Path
) -> None:
    file = tmp_path / "record.backup"
    back_up(engine, file, NOW, AUDIT_KEY)
    elsewhere = open_engine(empty_url)
    restore(elsewhere, file, NOW)
    schema.check(elsewhere)
    assert verify(elsewhere) == ()
    assert_put_back(elsewhere, engine)
    assert len(everything(engine)["audit_event"]) > 3
    elsewhere.dispose()


@FROM_SQLITE
def test_the_record_goes_on_where_it_was_put_back(
    at_work: Record, engine: Engine, empty_url: str, tmp_path: Path, clock: Any
) -> None:
    """New rows get numbers of their own, and the audit chain grows on."""
    back_up(engine, tmp_path / "record.backup", NOW, AUDIT_KEY)
    elsewhere = open_engine(empty_url)
    restore(elsewhere, tmp_path / "record.backup", LATER)
    again = Record(elsewhere, clock, AUDIT_KEY)
    (here,) = again.workspaces.all()
    with again.open_work(here.id) as work:
        work.people.add("R Dunmore", ("Larkmere Carers",))
        (partnership,) = work.partnerships.all()
        assert work.restores.losing(LATER) == Restore(NOW, LATER)
    assert partnership.name == "Larkmere plan"
    assert again.verify_audit() == ()
    again.close()


def test_a_backup_is_one_instant_though_others_write_meanwhile(
    at_work: Record, workspace: Workspace, engine: Engine, tmp_path: Path
) -> None:
    """The writer saves before, while and after the tables are read; what the file holds fits together."""
    begun, enough = Event(), Event()
    saved = 0

    def write() -> None:
        nonlocal saved
        while not enough.is_set():
            with at_work.open_patient_work(workspace.id) as work:
                work.people.add(f"Lead {saved}", ())
                (partnership,) = work.partnerships.all()
                work.partnerships.rename(partnership.id, f"Larkmere {saved}")
                set_up.add_meeting(work, partnership.id, body="Board", on=NEXT_BOARD, papers_due_on=None)
            saved += 1
            begun.set()

    def wait_for_more(_connection: Any, _cursor: Any, words: str, *_: Any) -> None:
        """Between any two tables somebody has saved something."""
        if words.startswith(("SELECT workspace.", "SELECT person.", "SELECT audit_event.")):
            before = saved
            for _ in range(600):
                if saved > before or not writer.is_alive():
                    return
                enough.wait(0.1)

    writer = Thread(target=write, daemon=True)
    event.listen(engine, "before_cursor_execute", wait_for_more)
    writer.start()
    try:
        assert begun.wait(PATIENCE)
        back_up(engine, tmp_path / "record.backup", NOW, AUDIT_KEY)
    finally:
        enough.set()
        writer.join(PATIENCE)
    elsewhere = open_engine(f"sqlite:///{tmp_path / 'elsewhere.db'}")
    restore(elsewhere, tmp_path / "record.backup", NOW)
    assert verify(elsewhere) == ()
    names = {row.name for row in _rows(elsewhere, "person")}
    numbers = sorted(int(name.split()[1]) for name in names if name.startswith("Lead "))
    assert numbers == list(range(len(numbers))), "none is there without those before it"
    (partnership,) = _rows(elsewhere, "partnership")
    assert partnership.name == f"Larkmere {numbers[-1]}", "two tables tell of the same instant"
    elsewhere.dispose()


def _rows(engine: Engine, name: str) -> list[Any]:
    with reading(engine).connect() as connection:
        return list(connection.execute(select(metadata.tables[name])))


def test_a_database_with_a_record_in_it_is_refused_and_left_as_it_was(
    at_work: Record, engine: Engine, tmp_path: Path
) -> None:
    back_up(engine, tmp_path / "record.backup", NOW, AUDIT_KEY)
    before = everything(engine)
    with pytest.raises(UnfitBackup, match="holds a record already"):
        restore(engine, tmp_path / "record.backup", NOW)
    assert everything(engine) == before


@FROM_SQLITE
def test_a_restore_that_ends_midway_leaves_no_rows_and_is_begun_again(
    at_work: Record, engine: Engine, empty_url: str, tmp_path: Path
) -> None:
    back_up(engine, tmp_path / "record.backup", NOW, AUDIT_KEY)
    elsewhere = open_engine(empty_url)

    def die(_connection: Any, _cursor: Any, words: str, *_: Any) -> None:
        if words.startswith("INSERT INTO audit_event"):
            raise Killed

    event.listen(elsewhere, "before_cursor_execute", die)
    with pytest.raises(Killed):
        restore(elsewhere, tmp_path / "record.backup", NOW)
    event.remove(elsewhere, "before_cursor_execute", die)
    assert not any(everything(elsewhere).values())
    restore(elsewhere, tmp_path / "record.backup", NOW)
    assert_put_back(elsewhere, engine)
    elsewhere.dispose()


def test_a_record_of_an_older_revision_is_kept_as_it_is_and_brought_up_to_date_when_put_back(
    empty_url: str, tmp_path: Path
) -> None:
    """As before an upgrade: the new program backs up what the old one left."""
    old = open_engine(f"sqlite:///{tmp_path / 'old.db'}")
    schema.upgrade(old, "0001")
    with old.begin() as connection:
        connection.execute(
            text("INSERT INTO workspace (id, platform, external_id, name) VALUES (7, 'slack', 'T1', '')")
        )
    back_up(old, tmp_path / "old.backup", NOW, AUDIT_KEY)
    assert heading(tmp_path / "old.backup").revision == "0001"
    elsewhere = open_engine(empty_url)
    restore(elsewhere, tmp_path / "old.backup", LATER)
    schema.check(elsewhere)
    assert [row.id for row in _rows(elsewhere, "workspace")] == [7]
    assert [row[1:] for row in _rows(elsewhere, "restore")] == [(NOW, LATER)]
    old.dispose()
    elsewhere.dispose()


def test_nulls_of_the_database_and_of_json_stay_apart(sqlite_url: str, tmp_path: Path) -> None:
    """`body IS NULL` is asked by the program, so the two must not become one."""
    engine = open_engine(sqlite_url)
    delivery = metadata.tables["delivery"]
    row = {
        "workspace_id": 1, "channel": "C1", "kind": "reply", "period_key": "k", "part": 0, "state": "pending",
        "attempt": 0, "due_at": NOW, "not_before": NOW, "subject": {},
    }  # fmt: skip
    with engine.begin() as connection:
        connection.execute(
            text("INSERT INTO workspace (id, platform, external_id, name) VALUES (1, 'slack', 'T1', '')")
        )
        connection.execute(insert(delivery), row)
        connection.execute(insert(delivery), {**row, "part": 1})
        connection.execute(text("UPDATE delivery SET body = NULL WHERE part = 0"))
        connection.execute(text("UPDATE delivery SET body = 'null' WHERE part = 1"))
    back_up(engine, tmp_path / "record.backup", NOW, AUDIT_KEY)
    elsewhere = open_engine(f"sqlite:///{tmp_path / 'elsewhere.db'}")
    restore(elsewhere, tmp_path / "record.backup", NOW)
    with elsewhere.connect() as connection:
        asked_for = connection.execute(text("SELECT body FROM delivery ORDER BY part"))
        assert [one.body for one in asked_for] == [None, "null"]
    engine.dispose()
    elsewhere.dispose()


def test_a_tampered_record_is_kept_as_it_is_with_its_tampering(
    at_work: Record, engine: Engine, tmp_path: Path
) -> None:
    events = metadata.tables["audit_event"]
    with engine.begin() as connection:
        guard = (
            "DROP TRIGGER audit_event_is_not_changed"
            if engine.dialect.name == "sqlite"
            else "SET LOCAL session_replication_role = replica"
        )
        connection.exec_driver_sql(guard)
        connection.execute(update(events).where(events.c.seq == 2).values(subject="action:999"))
    back_up(engine, tmp_path / "record.backup", NOW, AUDIT_KEY)
    elsewhere = open_engine(f"sqlite:///{tmp_path / 'elsewhere.db'}")
    restore(elsewhere, tmp_path / "record.backup", NOW)
    assert [fault.seq for fault in verify(elsewhere)] == [2]
    elsewhere.dispose()
