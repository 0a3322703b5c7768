"""One transaction on one workspace's record."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from bot.partnership import Workspace, WorkspaceId
from bot.ports.boards import Boards, Meetings
from bot.ports.governed import Corrections, Decisions, Extensions, Helping
from bot.ports.said import Audit, Handled, Messages, Owing, Prompts, Updates
from bot.ports.settled import Partnerships, People, Plans


class UnitOfWork(Protocol):
    """One transaction on one workspace's record. Leaving it without an exception commits it."""

    @property
    def workspace(self) -> Workspace: ...
    @property
    def now(self) -> datetime: ...
    @property
    def partnerships(self) -> Partnerships: ...
    @property
    def people(self) -> People: ...
    @property
    def plans(self) -> Plans: ...
    @property
    def messages(self) -> Messages: ...
    @property
    def updates(self) -> Updates: ...
    @property
    def prompts(self) -> Prompts: ...
    @property
    def meetings(self) -> Meetings: ...
    @property
    def extensions(self) -> Extensions: ...
    @property
    def helping(self) -> Helping: ...
    @property
    def decisions(self) -> Decisions: ...
    @property
    def corrections(self) -> Corrections: ...
    @property
    def boards(self) -> Boards: ...
    @property
    def owing(self) -> Owing: ...
    @property
    def audit(self) -> Audit: ...
    @property
    def inbox(self) -> Handled: ...


class OpenWork(Protocol):
    """Opens units of work. `read_only` never writes and never waits for a writer."""

    def __call__(
        self, workspace_id: WorkspaceId, *, read_only: bool = False
    ) -> AbstractContextManager[UnitOfWork]: ...
