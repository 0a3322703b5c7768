"""The calendar of the bodies that follow a partnership's plans."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.errors import NotFound
from bot.meetings import MeetingChange, MeetingDates
from bot.partnership import Meeting, MeetingId, PartnershipId, PersonId
from bot.timescale import Timescale
from storage.encoding import decode, encode
from storage.people_cache import read_once
from storage.tables.boards import MeetingChangeRow
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
        briefing_on=row.briefing_on,
        removed_at=row.removed_at,
    )


def _change(row: MeetingChangeRow) -> MeetingChange:
    return MeetingChange(
        MeetingId(row.meeting_id),
        row.at,
        None if row.by_id is None else PersonId(row.by_id),
        None if row.was is None else decode(MeetingDates, row.was),
        decode(MeetingDates, row.now),
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
        briefing_on: date | None = None,
    ) -> Meeting:
        """Note a meeting; of one already noted (same body, same days) take the newer deadlines."""
        row = next((known for known in self._rows(partnership_id, body) if known.on.same_time(on)), None)
        if row is None:
            row = MeetingRow(partnership_id=partnership_id, body=body)
            self._session.add(row)
        row.on = on
        row.papers_due_on = papers_due_on
        row.updates_by = updates_by
        row.briefing_on = briefing_on
        row.removed_at = None
        self._session.flush()
        return to_value(row)

    def get(self, meeting_id: MeetingId) -> Meeting:
        return to_value(self._row(meeting_id))

    def of(self, partnership_id: PartnershipId) -> tuple[Meeting, ...]:
        return read_once(self._session, ("meetings", partnership_id), lambda: self._standing(partnership_id))

    def _standing(self, partnership_id: PartnershipId) -> tuple[Meeting, ...]:
        meetings = [to_value(row) for row in self._rows(partnership_id) if row.removed_at is None]
        return tuple(sorted(meetings, key=lambda meeting: (meeting.on.start, meeting.on.end, meeting.id)))

    def ever(self, partnership_id: PartnershipId) -> tuple[Meeting, ...]:
        return tuple(to_value(row) for row in self._rows(partnership_id))

    def changed_since(self, partnership_id: PartnershipId, at: datetime) -> tuple[MeetingChange, ...]:
        rows = self._session.scalars(
            select(MeetingChangeRow)
            .join(MeetingRow, MeetingRow.id == MeetingChangeRow.meeting_id)
            .where(MeetingRow.partnership_id == partnership_id, MeetingChangeRow.at > at)
            .order_by(MeetingChangeRow.at, MeetingChangeRow.id)
        )
        return tuple(map(_change, rows))

    def put(self, meeting: Meeting) -> None:
        row = self._row(meeting.id)
        row.on = meeting.on
        row.papers_due_on = meeting.papers_due_on
        row.updates_by = meeting.updates_by
        row.briefing_on = meeting.briefing_on
        row.removed_at = meeting.removed_at
        self._session.flush()

    def note(self, change: MeetingChange) -> None:
        self._session.add(
            MeetingChangeRow(
                meeting_id=change.meeting_id,
                at=change.at,
                by_id=change.by,
                was=None if change.was is None else encode(change.was),
                now=encode(change.now),
            )
        )
        self._session.flush()

    def changes(self, meeting_id: MeetingId) -> tuple[MeetingChange, ...]:
        rows = self._session.scalars(
            select(MeetingChangeRow)
            .where(MeetingChangeRow.meeting_id == meeting_id)
            .order_by(MeetingChangeRow.at, MeetingChangeRow.id)
        )
        return tuple(map(_change, rows))

    def _row(self, meeting_id: MeetingId) -> MeetingRow:
        query = select(MeetingRow).where(MeetingRow.id == meeting_id)
        row = self._session.scalars(query.execution_options(populate_existing=True)).one_or_none()
        if row is None:
            raise NotFound("meeting")
        return row

    def _rows(self, partnership_id: PartnershipId, body: str | None = None) -> Sequence[MeetingRow]:
        query = select(MeetingRow).where(MeetingRow.partnership_id == partnership_id)
        if body is not None:
            query = query.where(MeetingRow.body == body)
        return self._session.scalars(query.order_by(MeetingRow.id)).all()
