"""Amendments of plans: kept from the moment they are said."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from bot.amending import Amendment, AmendmentId, AmendmentState, KeptAmendment
from bot.errors import AlreadySettled, NotFound
from bot.partnership import PersonId
from bot.plan import PlanId
from bot.ports.versioned import VersionId
from storage.encoding import decode, encode
from storage.tables.amendments import AmendmentRow
from storage.writing import update_if

_OPEN = tuple(state for state in AmendmentState if state.is_open)


def _kept(row: AmendmentRow) -> KeptAmendment:
    return KeptAmendment(
        id=AmendmentId(row.id),
        plan_id=PlanId(row.plan_id),
        by=PersonId(row.said_by),
        made_at=row.made_at,
        amendment=decode(Amendment, row.said),
        state=row.state,
        version_id=row.version_id,
        settled_by=None if row.settled_by is None else PersonId(row.settled_by),
        settled_at=row.settled_at,
    )


class AmendmentsRepository:
    """`bot.ports.Amendments` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self, plan_id: PlanId, by: PersonId, amendment: Amendment, state: AmendmentState, at: datetime
    ) -> KeptAmendment:
        row = AmendmentRow(plan_id=plan_id, said_by=by, made_at=at, said=encode(amendment), state=state)
        self._session.add(row)
        self._session.flush()
        return _kept(row)

    def get(self, amendment_id: AmendmentId) -> KeptAmendment:
        found = self._session.scalars(
            select(AmendmentRow)
            .where(AmendmentRow.id == amendment_id)
            .execution_options(populate_existing=True)
        ).one_or_none()
        if found is None:
            raise NotFound("the change this button was for")
        return _kept(found)

    def revise(self, amendment_id: AmendmentId, amendment: Amendment) -> KeptAmendment:
        self._update(amendment_id, AmendmentRow.state.in_(_OPEN), said=encode(amendment))
        return self.get(amendment_id)

    def settle(
        self,
        amendment_id: AmendmentId,
        state: AmendmentState,
        at: datetime,
        by: PersonId,
        version_id: VersionId | None = None,
    ) -> KeptAmendment:
        is_undone = state is AmendmentState.UNDONE
        may = AmendmentRow.state == AmendmentState.SAVED if is_undone else AmendmentRow.state.in_(_OPEN)
        made = {} if version_id is None else {"version_id": version_id}
        self._update(amendment_id, may, state=state, settled_at=at, settled_by=by, **made)
        return self.get(amendment_id)

    def _update(self, amendment_id: AmendmentId, may: ColumnElement[bool], **values: object) -> None:
        if not update_if(self._session, AmendmentRow, AmendmentRow.id == amendment_id, may, **values):
            raise AlreadySettled(self.get(amendment_id).state.value)

    def latest_open(self, by: PersonId) -> KeptAmendment | None:
        drafts = (AmendmentRow.said_by == by, AmendmentRow.state == AmendmentState.DRAFT)
        return self._newest(select(AmendmentRow).where(*drafts).order_by(AmendmentRow.made_at.desc()))

    def last_saved(self, by: PersonId) -> KeptAmendment | None:
        saved = (AmendmentRow.settled_by == by, AmendmentRow.state == AmendmentState.SAVED)
        return self._newest(select(AmendmentRow).where(*saved).order_by(AmendmentRow.settled_at.desc()))

    def _newest(self, ordered: Select[AmendmentRow]) -> KeptAmendment | None:
        row = self._session.scalars(ordered.order_by(AmendmentRow.id.desc()).limit(1)).one_or_none()
        return None if row is None else _kept(row)
