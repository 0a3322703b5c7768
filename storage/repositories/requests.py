"""Requests for everything held on some actions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.disclosure import RecordRequest, RequestId
from bot.errors import NotFound
from bot.partnership import PersonId
from bot.plan import ActionId, PlanId
from storage.tables.protection import RecordRequestRow
from storage.writing import update_if


def _value(row: RecordRequestRow) -> RecordRequest:
    return RecordRequest(
        id=RequestId(row.id),
        plan_id=PlanId(row.plan_id),
        action_ids=tuple(ActionId(one) for one in row.action_ids),
        asked_at=row.asked_at,
        asked_by=None if row.asked_by is None else PersonId(row.asked_by),
        closed_at=row.closed_at,
    )


class RequestsRepository:
    """`bot.ports.Requests` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self, plan_id: PlanId, action_ids: Sequence[ActionId], by: PersonId | None, at: datetime
    ) -> RecordRequest:
        row = RecordRequestRow(plan_id=plan_id, action_ids=list(action_ids), asked_at=at, asked_by=by)
        self._session.add(row)
        self._session.flush()
        return _value(row)

    def open(self) -> tuple[RecordRequest, ...]:
        query = select(RecordRequestRow).where(RecordRequestRow.closed_at.is_(None))
        fresh = query.order_by(RecordRequestRow.id).execution_options(populate_existing=True)
        return tuple(map(_value, self._session.scalars(fresh)))

    def close(self, request_id: RequestId, by: PersonId | None, at: datetime) -> None:
        is_open = (RecordRequestRow.id == request_id, RecordRequestRow.closed_at.is_(None))
        if not update_if(self._session, RecordRequestRow, *is_open, closed_at=at, closed_by=by):
            raise NotFound("request")
