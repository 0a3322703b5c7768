"""The tenants."""

from __future__ import annotations

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from bot.errors import NotFound
from bot.partnership import Platform, Workspace, WorkspaceId
from storage.inserting import insert_if_new
from storage.sessions import of_no_workspace
from storage.tables.people import WorkspaceRow


def to_value(row: WorkspaceRow) -> Workspace:
    """The workspace a row tells of."""
    return Workspace(WorkspaceId(row.id), row.platform, row.external_id, row.name)


def workspace_of(session: Session, workspace_id: WorkspaceId) -> Workspace:
    """The workspace of this id. Raises `NotFound`."""
    row = session.get(WorkspaceRow, workspace_id)
    if row is None:
        raise NotFound("workspace")
    return to_value(row)


class SqlWorkspaces:
    """`bot.ports.Workspaces` on SQL; each call is its own short transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def all(self) -> tuple[Workspace, ...]:
        with of_no_workspace(self._engine) as session:
            return tuple(map(to_value, session.scalars(select(WorkspaceRow).order_by(WorkspaceRow.id))))

    def of(self, platform: Platform, external_id: str, name: str = "") -> Workspace:
        this_one = select(WorkspaceRow).where(
            WorkspaceRow.platform == platform, WorkspaceRow.external_id == external_id
        )
        with of_no_workspace(self._engine) as session:
            insert_if_new(session, WorkspaceRow, platform=platform, external_id=external_id, name=name)
            return to_value(session.scalars(this_one).one())
