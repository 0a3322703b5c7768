"""Sessions that belong to one workspace, or openly to none: the single place where tenants are kept apart.

Every ORM query of a workspace's session is narrowed to its workspace, and every row it inserts is stamped
with it, so no repository mentions workspaces at all. A session of no workspace sees everything and is for
the outbox, the inbox and the auditor only; a session that says neither is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Engine, event
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria

from bot.partnership import WorkspaceId
from storage.tables.declarative import TenantRow

_TENANT: Final = "workspace_id"
_READS_ONLY: Final = "reads_only"


class RecordSession(Session):
    """A session whose `info` says whose rows it may see and whether it may write."""


@contextmanager
def of_workspace(
    engine: Engine, workspace_id: WorkspaceId, *, read_only: bool = False
) -> Iterator[RecordSession]:
    """One transaction on one workspace's rows; committed on leaving without an exception."""
    with _transaction(engine, {_TENANT: workspace_id, _READS_ONLY: read_only}) as session:
        yield session


@contextmanager
def of_no_workspace(engine: Engine) -> Iterator[RecordSession]:
    """One transaction across workspaces; committed on leaving without an exception."""
    with _transaction(engine, {_TENANT: None}) as session:
        yield session


@contextmanager
def _transaction(engine: Engine, info: dict[Any, Any]) -> Iterator[RecordSession]:
    with RecordSession(engine, expire_on_commit=False, info=info) as session, session.begin():
        yield session


@event.listens_for(RecordSession, "do_orm_execute")
def _narrow(execution: ORMExecuteState) -> None:
    """Narrow a statement to the session's workspace; stamp what it inserts."""
    info = execution.session.info
    if not execution.is_select and info.get(_READS_ONLY):
        raise PermissionError("this unit of work only reads")
    workspace_id = info[_TENANT]
    if workspace_id is None or execution.is_column_load or execution.is_relationship_load:
        return
    if execution.is_insert:
        mapper = execution.bind_mapper
        if mapper is not None and issubclass(mapper.class_, TenantRow):
            execution.statement = execution.statement.values(workspace_id=workspace_id)  # type: ignore[attr-defined]  # an Insert
        return
    execution.statement = execution.statement.options(  # type: ignore[attr-defined]  # every ORM statement has options
        with_loader_criteria(TenantRow, lambda row: row.workspace_id == workspace_id, include_aliases=True)
    )


@event.listens_for(RecordSession, "before_flush")
def _stamp(session: Session, _context: object, _instances: object) -> None:
    """Stamp new rows with the session's workspace."""
    if session.info.get(_READS_ONLY) and (session.new or session.dirty or session.deleted):
        raise PermissionError("this unit of work only reads")
    for row in session.new:
        if isinstance(row, TenantRow):
            row.workspace_id = session.info[_TENANT]
