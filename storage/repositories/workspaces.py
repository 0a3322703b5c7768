"""The tenants."""

from __future__ import annotations

from sqlalchemy import Engine, bindparam, exists, select, update
from sqlalchemy.orm import Session, aliased

from bot.errors import NotFound
from bot.partnership import Platform, Workspace, WorkspaceId
from storage.engine import reading
from storage.sessions import of_no_workspace
from storage.tables.people import WorkspaceRow
from storage.writing import insert_if_new

_TABLE = WorkspaceRow.__table__.c
_OPENED = select(_TABLE.platform, _TABLE.external_id, _TABLE.name, _TABLE.people_version).where(
    _TABLE.id == bindparam("opened")
)
"""Put together once, like all that is asked with every message: that takes longer than to carry it out."""


def to_value(row: WorkspaceRow) -> Workspace:
    """The workspace a row tells of."""
    return Workspace(WorkspaceId(row.id), row.platform, row.external_id, row.name)


def opened_workspace(session: Session, workspace_id: WorkspaceId) -> tuple[Workspace, int]:
    """The workspace of this id, and the version of who is who in it. Raises `NotFound`."""
    row = session.connection().execute(_OPENED, {"opened": workspace_id}).one_or_none()
    if row is None:
        raise NotFound("workspace")
    return Workspace(workspace_id, row.platform, row.external_id, row.name), row.people_version


class SqlWorkspaces:
    """`bot.ports.Workspaces` on SQL; each call is its own short transaction. A workspace that has its
    identity keeps it, so it is looked up once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._known: dict[tuple[Platform, str], Workspace] = {}

    def all(self) -> tuple[Workspace, ...]:
        with of_no_workspace(reading(self._engine)) as session:
            return tuple(map(to_value, session.scalars(select(WorkspaceRow).order_by(WorkspaceRow.id))))

    def only(self) -> Workspace:
        """The one workspace of this database. Raises `NotFound` when there is none, or more than one."""
        known = self.all()
        if len(known) != 1:
            raise NotFound("the one workspace of this database")
        return known[0]

    def of(self, platform: Platform, external_id: str, name: str = "") -> Workspace:
        """The workspace of this identity, made on first sight. One that was set up at the terminal before
        the platform was known (its identity is empty) becomes it."""
        if (platform, external_id) in self._known:
            return self._known[platform, external_id]
        known = select(WorkspaceRow).where(
            WorkspaceRow.platform == platform, WorkspaceRow.external_id == external_id
        )
        with of_no_workspace(reading(self._engine)) as session:
            row = session.scalars(known).one_or_none()
        if row is None:
            with of_no_workspace(self._engine) as session:
                _take_over_unnamed(session, platform, external_id, name)
                insert_if_new(session, WorkspaceRow, platform=platform, external_id=external_id, name=name)
                row = session.scalars(known).one()
        found = to_value(row)
        if external_id:
            self._known[platform, external_id] = found
        return found


def _take_over_unnamed(session: Session, platform: Platform, external_id: str, name: str) -> None:
    taken = aliased(WorkspaceRow)
    session.execute(
        update(WorkspaceRow)
        .where(
            WorkspaceRow.platform == platform,
            WorkspaceRow.external_id == "",
            ~exists().where(taken.platform == platform, taken.external_id == external_id),
        )
        .values(external_id=external_id, name=name)
        .execution_options(synchronize_session=False)
    )
