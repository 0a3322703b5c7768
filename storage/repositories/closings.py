"""How plans are closed, and what becomes of their actions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.closing import ActionEnd, Closing, ClosingId, ClosingState
from bot.conversation import UpdateId
from bot.errors import AlreadySettled, NotFound
from bot.partnership import PersonId
from bot.plan import ActionId, PlanId
from storage.tables.closings import ClosingEndRow, ClosingRow
from storage.writing import update_if

_UNDER_WAY = (ClosingState.DRAFT, ClosingState.ASKED)
_BEFORE: dict[ClosingState, Sequence[ClosingState]] = {
    ClosingState.CONFIRMED: (ClosingState.ASKED,),
    ClosingState.DROPPED: _UNDER_WAY,
    ClosingState.REOPENED: (ClosingState.CONFIRMED,),
}
"""What a closing must be to be settled so."""


class ClosingsRepository:
    """`bot.ports.Closings` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def begin(self, plan_id: PlanId, by: PersonId, at: datetime) -> Closing:
        known = self.latest(plan_id)
        if known is not None and known.state in _UNDER_WAY:
            return known
        row = ClosingRow(plan_id=plan_id, state=ClosingState.DRAFT, begun_by=by, begun_at=at, asked_times=0)
        self._session.add(row)
        self._session.flush()
        return self._value(row)

    def get(self, closing_id: ClosingId) -> Closing:
        return self._value(self._row(closing_id))

    def latest(self, plan_id: PlanId) -> Closing | None:
        found = select(ClosingRow).where(ClosingRow.plan_id == plan_id).order_by(ClosingRow.id.desc())
        row = self._session.scalars(found.limit(1).execution_options(populate_existing=True)).first()
        return None if row is None else self._value(row)

    def give(self, closing_id: ClosingId, end: ActionEnd) -> Closing:
        self._write(closing_id, _UNDER_WAY, state=ClosingState.DRAFT)
        same = (ClosingEndRow.closing_id == closing_id, ClosingEndRow.action_id == end.action_id)
        self._session.execute(delete(ClosingEndRow).where(*same))
        self._session.add(
            ClosingEndRow(
                closing_id=closing_id,
                action_id=end.action_id,
                end=end.end,
                words=end.words,
                said_by=end.said_by,
            )
        )
        self._session.flush()
        return self.get(closing_id)

    def put_to_chairs(self, closing_id: ClosingId) -> Closing:
        times = ClosingRow.asked_times + 1
        return self._write(closing_id, _UNDER_WAY, state=ClosingState.ASKED, asked_times=times)

    def settle(self, closing_id: ClosingId, state: ClosingState, by: PersonId, at: datetime) -> Closing:
        return self._write(closing_id, _BEFORE[state], state=state, settled_by=by, settled_at=at)

    def written(self, closing_id: ClosingId, action_id: ActionId, update_id: UpdateId) -> None:
        one = (ClosingEndRow.closing_id == closing_id, ClosingEndRow.action_id == action_id)
        update_if(self._session, ClosingEndRow, *one, update_id=update_id)

    def _write(self, closing_id: ClosingId, before: Sequence[ClosingState], **values: Any) -> Closing:
        stands = (ClosingRow.id == closing_id, ClosingRow.state.in_(before))
        if not update_if(self._session, ClosingRow, *stands, **values):
            raise AlreadySettled(self.get(closing_id).state.value)
        return self.get(closing_id)

    def _row(self, closing_id: ClosingId) -> ClosingRow:
        found = select(ClosingRow).where(ClosingRow.id == closing_id)
        row = self._session.scalars(found.execution_options(populate_existing=True)).one_or_none()
        if row is None:
            raise NotFound("the closing this is about")
        return row

    def _value(self, row: ClosingRow) -> Closing:
        of_it = select(ClosingEndRow).where(ClosingEndRow.closing_id == row.id).order_by(ClosingEndRow.id)
        ends = self._session.scalars(of_it.execution_options(populate_existing=True))
        return Closing(
            id=ClosingId(row.id),
            plan_id=PlanId(row.plan_id),
            state=row.state,
            begun_by=PersonId(row.begun_by),
            begun_at=row.begun_at,
            asked_times=row.asked_times,
            ends=tuple(_end(one) for one in ends),
            settled_by=None if row.settled_by is None else PersonId(row.settled_by),
            settled_at=row.settled_at,
        )


def _end(row: ClosingEndRow) -> ActionEnd:
    return ActionEnd(
        ActionId(row.action_id),
        row.end,
        row.words,
        PersonId(row.said_by),
        None if row.update_id is None else UpdateId(row.update_id),
    )
