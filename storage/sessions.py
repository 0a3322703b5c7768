"""Sessions that belong to one workspace, or openly to none: the single place where tenants are kept apart.

Every ORM query of a workspace's session is narrowed to its workspace, and every row it inserts is stamped
with it, so no repository mentions workspaces at all. A session of no workspace sees everything and is for
the outbox, the inbox and the auditor only; a session that says neither is refused.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import timedelta
from time import monotonic
from typing import Any, Final

from sqlalchemy import Connection, Engine, Insert, event, inspect
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, with_loader_criteria

from bot.errors import RecordBusy
from bot.partnership import WorkspaceId
from storage.engine import goes_first, patience, turns_of, waits
from storage.plan_writes import OF_PLAN, PLAN_WRITES, PlanWrites
from storage.references import check_rows, seen
from storage.tables.declarative import TenantRow

TENANT: Final = "workspace_id"
READS_ONLY: Final = "reads_only"
_LOCK_NOT_AVAILABLE: Final = "55P03"  # PostgreSQL's code


class RecordSession(Session):
    """A session whose `info` says whose rows it may see and whether it may write."""


@contextmanager
def of_workspace(
    engine: Engine, workspace_id: WorkspaceId, *, read_only: bool = False
) -> Iterator[RecordSession]:
    """One transaction on one workspace's rows; committed on leaving without an exception."""
    with _transaction(engine, {TENANT: workspace_id, READS_ONLY: read_only}) as session:
        yield session


@contextmanager
def of_no_workspace(engine: Engine) -> Iterator[RecordSession]:
    """One transaction across workspaces; committed on leaving without an exception."""
    with _transaction(engine, {TENANT: None, READS_ONLY: False}) as session:
        yield session


@contextmanager
def _transaction(engine: Engine, info: dict[Any, Any]) -> Iterator[RecordSession]:
    """One transaction; committed on leaving without an exception. Raises `RecordBusy`."""
    info[PLAN_WRITES] = PlanWrites()
    with (
        _its_turn(engine, patience(engine)) as wait,
        RecordSession(engine, expire_on_commit=False, info=info) as session,
        session.begin(),
    ):
        if wait is not None:
            session.connection(execution_options=wait)
        yield session


@contextmanager
def connected(engine: Engine, may_wait: timedelta) -> Iterator[Connection]:
    """One transaction in plain SQL, for a table that belongs to no workspace, that waits no longer than this
    for another writer. Raises `RecordBusy`."""
    with _its_turn(engine, may_wait) as wait, engine.connect() as connection:
        patient = connection.execution_options(**(wait or waits(may_wait)))
        with patient.begin():
            yield patient


@contextmanager
def _its_turn(engine: Engine, may_wait: timedelta) -> Iterator[dict[str, Any] | None]:
    """Entered when it is this transaction's turn to write: how its connection says that it may wait for what
    is left of its patience, if it must say so. Raises `RecordBusy` for what the database says when another
    writer held on for longer."""
    began, turns = monotonic(), turns_of(engine)
    try:
        with nullcontext() if turns is None else turns.taken(may_wait, is_first=goes_first(engine)):
            left = may_wait - timedelta(seconds=monotonic() - began)
            yield None if turns is None else waits(max(left, timedelta()))
    except OperationalError as failure:
        if _is_busy(failure):
            raise RecordBusy from failure
        raise


@event.listens_for(RecordSession, "do_orm_execute")
def _narrow(execution: ORMExecuteState) -> None:
    """Narrow a statement to the session's workspace; stamp what it inserts."""
    info = execution.session.info
    if info[READS_ONLY] and not execution.is_select:
        raise PermissionError("this unit of work only reads")
    if not execution.is_select and execution.bind_mapper is not None:
        info[PLAN_WRITES].note_statement(
            execution.bind_mapper.class_, execution.execution_options.get(OF_PLAN)
        )
    workspace_id = info[TENANT]
    if workspace_id is None or execution.is_column_load or execution.is_relationship_load:
        return
    if not execution.is_orm_statement:
        raise PermissionError("only mapped rows can be kept apart: ask for them, not for a table or in SQL")
    if isinstance(execution.statement, Insert):
        if _is_tenants(execution.bind_mapper):
            execution.statement = execution.statement.values(workspace_id=workspace_id)
    else:
        mine = with_loader_criteria(
            TenantRow, lambda row: row.workspace_id == workspace_id, include_aliases=True
        )
        execution.statement = execution.statement.options(mine)


def _is_tenants(mapper: Mapper[Any] | None) -> bool:
    return mapper is not None and issubclass(mapper.class_, TenantRow)


@event.listens_for(RecordSession, "before_flush")
def _stamp(session: Session, _context: object, _instances: object) -> None:
    """Stamp new rows with the session's workspace; see that no row refers to another's."""
    if session.info[READS_ONLY] and (session.new or session.dirty or session.deleted):
        raise PermissionError("this unit of work only reads")
    changed = [row for row in session.dirty if session.is_modified(row)]
    session.info[PLAN_WRITES].note_rows((*session.new, *changed, *session.deleted))
    for row in session.new:
        if isinstance(row, TenantRow):
            row.workspace_id = session.info[TENANT]
    check_rows(session, [*session.new, *changed])


@event.listens_for(RecordSession, "after_flush")
def _have_seen(session: Session, _context: object) -> None:
    """What was written here need not be looked for when something refers to it."""
    for row in session.new:
        seen(session, type(row), inspect(row).mapper.primary_key_from_instance(row))


def _is_busy(failure: OperationalError) -> bool:
    """Whether the database refused because another transaction held what this one needed."""
    is_sqlite_busy = getattr(failure.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY
    return is_sqlite_busy or getattr(failure.orig, "sqlstate", None) == _LOCK_NOT_AVAILABLE
