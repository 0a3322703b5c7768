"""Workstreams: who runs each, and where its digest goes."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, selectinload

from bot.boards import BodyId
from bot.errors import NotFound
from bot.partnership import PartnershipId
from bot.workstreams import Workstream, WorkstreamId
from storage.names import name_key
from storage.tables.workstreams import WorkstreamRow
from storage.writing import insert_if_new, update_if


def _workstream(row: WorkstreamRow) -> Workstream:
    return Workstream(
        id=WorkstreamId(row.id),
        partnership_id=PartnershipId(row.partnership_id),
        name=row.name,
        body=None if row.body is None else row.body.name,
        channel=row.channel,
        channel_is_restricted=row.is_restricted,
    )


class WorkstreamsRepository:
    """`bot.ports.Workstreams` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def named(self, partnership_id: PartnershipId, name: str) -> Workstream:
        key, words = name_key(name), " ".join(name.split())
        said: dict[str, Any] = {"is_restricted": False, "is_shared": False}
        insert_if_new(
            self._session, WorkstreamRow, partnership_id=partnership_id, name=words, name_key=key, **said
        )
        return self._values(WorkstreamRow.partnership_id == partnership_id, WorkstreamRow.name_key == key)[0]

    def get(self, workstream_id: WorkstreamId) -> Workstream:
        found = self._values(WorkstreamRow.id == workstream_id)
        if not found:
            raise NotFound("workstream")
        return found[0]

    def of(self, partnership_id: PartnershipId) -> tuple[Workstream, ...]:
        return self._values(WorkstreamRow.partnership_id == partnership_id)

    def by_channel(self, channel: str) -> tuple[Workstream, ...]:
        return self._values(WorkstreamRow.channel == channel)

    def set_channel(self, workstream_id: WorkstreamId, channel: str | None) -> None:
        self._set(workstream_id, channel=channel, is_restricted=False, is_shared=False)

    def restrict_channel(self, workstream_id: WorkstreamId, *, is_restricted: bool) -> None:
        self._set(workstream_id, is_restricted=is_restricted)

    def set_body(self, workstream_id: WorkstreamId, body_id: BodyId | None) -> None:
        self._set(workstream_id, body_id=body_id)

    def note_shared(self, channel: str, *, is_shared: bool) -> None:
        update_if(self._session, WorkstreamRow, WorkstreamRow.channel == channel, is_shared=is_shared)

    def is_known_shared(self, channel: str) -> bool:
        known = select(WorkstreamRow.id).where(WorkstreamRow.channel == channel, WorkstreamRow.is_shared)
        return self._session.scalars(known).first() is not None

    def _set(self, workstream_id: WorkstreamId, **said: object) -> None:
        if not update_if(self._session, WorkstreamRow, WorkstreamRow.id == workstream_id, **said):
            raise NotFound("workstream")

    def _values(self, *which: ColumnElement[bool]) -> tuple[Workstream, ...]:
        rows = self._session.scalars(
            select(WorkstreamRow)
            .where(*which)
            .order_by(WorkstreamRow.name_key)
            .options(selectinload(WorkstreamRow.body))
            .execution_options(populate_existing=True)
        )
        return tuple(map(_workstream, rows))
