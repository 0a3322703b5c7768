"""The calendar of the bodies that follow a partnership's plans."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.partnership import Meeting, MeetingId, PartnershipId
from bot.timescale import Timescale
from storage.tables.people import MeetingRow


def to_value(row: MeetingRow) -> Meeting:
    """The meeting a row tells of."""
    return Meeting(
        id=MeetingId(row.id),
        partnership_id=PartnershipId(row.partnership_id),
        body=row.body,
        on=row.on,
        papers_due_on=row.papers_due_on,
        updates_by=row.updates_by,
    )


class MeetingsRepository:
    """`bot.ports.Meetings` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        partnership_id: PartnershipId,
        body: str,
        on: Timescale,
        papers_due_on: date | None,
        updates_by: datetime | None,
    ) -> Meeting:
        """Note a meeting; of one already noted (same body, same days) take the newer deadlines."""
        row = next((known for known in self._rows(partnership_id, body) if known.on.same_time(on)), None)
        if row is None:
            row = MeetingRow(partnership_id=partnership_id, body=body)
            self._session.add(row)
        row.on = on
        row.papers_due_on = papers_due_on
        row.updates_by = updates_by
        self._session.flush()
        return to_value(row)

    def of(self, partnership_id: PartnershipId) -> tuple[Meeting, ...]:
        meetings = [to_value(row) for row in self._rows(partnership_id)]
        return tuple(sorted(meetings, key=lambda meeting: (meeting.on.start, meeting.on.end, meeting.id)))

    def _rows(self, partnership_id: PartnershipId, body: str | None = None) -> Sequence[MeetingRow]:
        query = select(MeetingRow).where(MeetingRow.partnership_id == partnership_id)
        if body is not None:
            query = query.where(MeetingRow.body == body)
        return self._session.scalars(query.order_by(MeetingRow.id)).all()
