"""Dated records, written once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from bot.conversation import FieldChange, UpdateId
from bot.dated import DIGESTS, DatedRecord, Erratum, ErratumId, ErratumState, RecordId, RecordKind
from bot.digest import Digest
from bot.errors import NotFound
from bot.pack import Pack
from bot.partnership import MeetingId, PartnershipId
from bot.plan import ActionId, Classification
from storage.encoding import decode, encode
from storage.tables.dated import DatedRecordRow, ErratumRow
from storage.writing import insert_if_new, update_if


def _record(row: DatedRecordRow) -> DatedRecord:
    facts: Digest | Pack = decode(Digest, row.facts) if row.kind in DIGESTS else decode(Pack, row.facts)
    return DatedRecord(
        id=RecordId(row.id),
        partnership_id=PartnershipId(row.partnership_id),
        kind=row.kind,
        number=row.number,
        as_at=row.as_at,
        classification=row.classification,
        audit_head=row.audit_head,
        facts=facts,
        meeting_id=None if row.meeting_id is None else MeetingId(row.meeting_id),
    )


def _erratum(row: ErratumRow) -> Erratum:
    return Erratum(
        ErratumId(row.id),
        RecordId(row.record_id),
        ActionId(row.action_id),
        UpdateId(row.update_id),
        row.at,
        tuple(decode(FieldChange, one) for one in row.changed),
        row.state,
    )


class RecordsRepository:
    """`bot.ports.Records` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keep(
        self,
        partnership_id: PartnershipId,
        kind: RecordKind,
        number: str,
        as_at: datetime,
        classification: Classification,
        facts: Digest | Pack,
        audit_head: str = "",
        meeting_id: MeetingId | None = None,
    ) -> DatedRecord:
        insert_if_new(
            self._session,
            DatedRecordRow,
            partnership_id=partnership_id,
            meeting_id=meeting_id,
            kind=kind,
            number=number,
            as_at=as_at,
            classification=classification,
            audit_head=audit_head,
            facts=encode(facts),
        )
        found = self.numbered(partnership_id, number)
        if found is None:
            raise NotFound("the record that was just made")
        return found

    def get(self, record_id: RecordId) -> DatedRecord:
        found = self._one(select(DatedRecordRow).where(DatedRecordRow.id == record_id))
        if found is None:
            raise NotFound("record")
        return found

    def numbered(self, partnership_id: PartnershipId, number: str) -> DatedRecord | None:
        return self._one(
            select(DatedRecordRow).where(
                DatedRecordRow.partnership_id == partnership_id, DatedRecordRow.number == number
            )
        )

    def of_meeting(self, meeting_id: MeetingId) -> DatedRecord | None:
        return self._one(
            select(DatedRecordRow)
            .where(DatedRecordRow.meeting_id == meeting_id)
            .order_by(DatedRecordRow.as_at.desc())
        )

    def since(
        self, partnership_id: PartnershipId, since: datetime, kind: RecordKind | None = None
    ) -> tuple[DatedRecord, ...]:
        query = select(DatedRecordRow).where(
            DatedRecordRow.partnership_id == partnership_id, DatedRecordRow.as_at >= since
        )
        if kind is not None:
            query = query.where(DatedRecordRow.kind == kind)
        rows = self._session.scalars(query.order_by(DatedRecordRow.as_at, DatedRecordRow.id))
        return tuple(map(_record, rows))

    def latest(self, partnership_id: PartnershipId, kind: RecordKind, until: datetime) -> DatedRecord | None:
        return self._one(
            select(DatedRecordRow)
            .where(
                DatedRecordRow.partnership_id == partnership_id,
                DatedRecordRow.kind == kind,
                DatedRecordRow.as_at <= until,
            )
            .order_by(DatedRecordRow.as_at.desc(), DatedRecordRow.id.desc())
        )

    def correct(
        self,
        record_id: RecordId,
        action_id: ActionId,
        update_id: UpdateId,
        at: datetime,
        changed: Sequence[FieldChange],
    ) -> Erratum:
        row = ErratumRow(
            record_id=record_id,
            action_id=action_id,
            update_id=update_id,
            at=at,
            changed=encode(tuple(changed)),
            state=ErratumState.READY,
        )
        self._session.add(row)
        self._session.flush()
        return _erratum(row)

    def erratum(self, erratum_id: ErratumId) -> Erratum:
        row = self._session.scalars(select(ErratumRow).where(ErratumRow.id == erratum_id)).one_or_none()
        if row is None:
            raise NotFound("correction")
        return _erratum(row)

    def errata(self, record_id: RecordId) -> tuple[Erratum, ...]:
        return self._errata(select(ErratumRow).where(ErratumRow.record_id == record_id))

    def corrected_by(self, update_id: UpdateId) -> tuple[Erratum, ...]:
        return self._errata(select(ErratumRow).where(ErratumRow.update_id == update_id))

    def settle(self, erratum_id: ErratumId, state: ErratumState) -> None:
        if not update_if(self._session, ErratumRow, ErratumRow.id == erratum_id, state=state):
            raise NotFound("correction")

    def _errata(self, query: Select[ErratumRow]) -> tuple[Erratum, ...]:
        fresh = query.order_by(ErratumRow.id).execution_options(populate_existing=True)
        return tuple(map(_erratum, self._session.scalars(fresh)))

    def _one(self, query: Select[DatedRecordRow]) -> DatedRecord | None:
        row = self._session.scalars(query.limit(1)).one_or_none()
        return None if row is None else _record(row)
