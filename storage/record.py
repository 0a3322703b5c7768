"""The record: everything the core asks of storage, on one database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlalchemy import Engine

from bot.partnership import WorkspaceId
from bot.ports import Clock, Inbox, Outbox, UnitOfWork
from storage.arrivals import Arrivals
from storage.audit_chain import Fault
from storage.engine import INTERACTIVE_WAIT, WORKER_WAIT, move_log_into_file, reading, waiting
from storage.people_cache import SHELF, PeopleCache
from storage.plan_cache import PlanCache
from storage.repositories.audit import Anchored, heads, printed, verify
from storage.repositories.backlog import Backlog, backlog
from storage.repositories.figures import Figures, figures
from storage.repositories.heartbeats import Heartbeats
from storage.repositories.inbox import SqlInbox
from storage.repositories.outbox import SqlOutbox
from storage.repositories.workspaces import SqlWorkspaces, opened_workspace
from storage.sessions import of_workspace
from storage.work import SqlUnitOfWork


class Record:
    """One database, opened; the engine is `storage.engine.open_engine`'s, its schema checked by the caller.

    `audit_key` keys the hashes of people's words; it must be the same whenever this database is opened.
    """

    def __init__(self, engine: Engine, clock: Clock, audit_key: bytes) -> None:
        self._engine = engine
        self._writing: dict[timedelta, Engine] = {}
        self._reading = reading(engine)
        self._clock = clock
        self._audit_key = audit_key
        self._plans = PlanCache()
        self._people = PeopleCache()
        self.workspaces = SqlWorkspaces(engine)
        self._arrivals = Arrivals(engine)
        self.outbox: Outbox = SqlOutbox(engine, self._arrivals)
        self.inbox: Inbox = SqlInbox(engine, self._arrivals)
        self.heartbeats = Heartbeats(engine)

    @contextmanager
    def open_work(self, workspace_id: WorkspaceId, *, read_only: bool = False) -> Iterator[UnitOfWork]:
        """One transaction that somebody is waiting for: it gives another writer two seconds, no more."""
        with self._work(workspace_id, INTERACTIVE_WAIT, read_only=read_only) as work:
            yield work

    @contextmanager
    def open_patient_work(
        self, workspace_id: WorkspaceId, *, read_only: bool = False
    ) -> Iterator[UnitOfWork]:
        """One transaction of a worker: it gives another writer five seconds."""
        with self._work(workspace_id, WORKER_WAIT, read_only=read_only) as work:
            yield work

    @contextmanager
    def _work(self, workspace_id: WorkspaceId, wait: timedelta, *, read_only: bool) -> Iterator[UnitOfWork]:
        engine = self._reading if read_only else self._writing.get(wait)
        if engine is None:
            engine = self._writing[wait] = waiting(self._engine, wait)
        with of_workspace(engine, workspace_id, read_only=read_only) as session:
            workspace, version = opened_workspace(session, workspace_id)
            session.info[SHELF] = self._people.shelf(workspace_id, version)
            work = SqlUnitOfWork(session, workspace, self._clock.now(), self._audit_key, self._plans)
            yield work
            work.finish()
        work.committed()

    def verify_audit(self) -> tuple[Fault, ...]:
        """Walk every chain of the audit trail; every row where one no longer holds."""
        return verify(self._engine)

    def audit_heads(self) -> tuple[Anchored, ...]:
        """Where every chain ends now, to compare with what is printed next."""
        return heads(self._engine)

    def audit_printed(self, digits: str) -> tuple[Anchored, ...]:
        """The events that a printed head is of; none where the record does not hold it any more."""
        return printed(self._engine, digits)

    def backlog(self, now: datetime) -> Backlog:
        """How much waits to be handled or posted at this instant."""
        return backlog(self._engine, now)

    def figures(self) -> Figures:
        """How many of everything the record holds."""
        return figures(self._engine, self._clock.now())

    def answers(self) -> bool:
        """Whether the database can be asked anything; raises what it raises when it cannot."""
        with reading(self._engine).connect() as connection:
            return connection.exec_driver_sql("SELECT 1").scalar() == 1

    def tidy(self) -> None:
        """What the database should have done now and then, and nobody is to wait for."""
        move_log_into_file(self._engine)

    def close(self) -> None:
        """Let go of every connection."""
        self._arrivals.close()
        self._engine.dispose()
