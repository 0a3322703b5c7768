"""The record: everything the core asks of storage, on one database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from bot.partnership import WorkspaceId
from bot.ports import Clock, UnitOfWork, Workspaces
from storage.engine import INTERACTIVE_WAIT, reading, waiting
from storage.repositories.workspaces import SqlWorkspaces, workspace_of
from storage.sessions import of_workspace
from storage.work import SqlUnitOfWork


class Record:
    """One database, opened. `audit_key` makes the hashes of people's words unguessable; keep it with the database."""

    def __init__(self, engine: Engine, clock: Clock, audit_key: bytes) -> None:
        self._engine = engine
        self._clock = clock
        self._audit_key = audit_key
        self.workspaces: Workspaces = SqlWorkspaces(engine)

    @contextmanager
    def open_work(self, workspace_id: WorkspaceId, *, read_only: bool = False) -> Iterator[UnitOfWork]:
        """One transaction that somebody is waiting for: it gives another writer two seconds, no more."""
        engine = reading(self._engine) if read_only else waiting(self._engine, INTERACTIVE_WAIT)
        with of_workspace(engine, workspace_id, read_only=read_only) as session:
            yield SqlUnitOfWork(session, workspace_of(session, workspace_id), self._clock.now())

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()
