"""Doubts about plans, and the mending of what they were about."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from bot.draft import Doubt, Proposal
from bot.errors import NotFound
from bot.kept_doubts import DoubtId, DoubtState, KeptDoubt
from bot.partnership import PersonId
from bot.plan import ActionId, LeadRole, PlanId
from bot.stored import stored_timescale
from bot.timescale import Timescale
from storage.encoding import decode, encode
from storage.references import check_values
from storage.repositories.past import note_changes, noting_leads
from storage.tables.drafts import DoubtRow
from storage.tables.plans import ActionRow, LeadRow


def to_value(row: DoubtRow) -> KeptDoubt:
    """The doubt a row tells of."""
    return KeptDoubt(
        id=DoubtId(row.id),
        plan_id=PlanId(row.plan_id),
        row=row.row,
        place=row.place,
        kind=row.kind,
        message=row.message,
        actions=tuple(ActionId(one) for one in row.actions),
        state=row.state,
        answer=row.answer,
        settled_by=None if row.settled_by is None else PersonId(row.settled_by),
        settled_at=row.settled_at,
        proposed=decode(Proposal, row.proposed) if row.proposed else None,
    )


class DoubtsRepository:
    """`bot.ports.Doubts` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keep(self, plan_id: PlanId, doubts: Sequence[Doubt]) -> None:
        actions = self._session.execute(
            select(ActionRow.ref, ActionRow.id).where(ActionRow.plan_id == plan_id)
        )
        ids = {action.ref: action.id for action in actions}
        self._session.add_all(
            DoubtRow(
                plan_id=plan_id,
                position=position,
                row=doubt.row,
                place=doubt.place,
                kind=doubt.kind,
                message=doubt.message,
                actions=[ids[ref] for ref in doubt.refs if ref in ids],
                state=DoubtState.OPEN,
                proposed=encode(doubt.proposed) if doubt.proposed else None,
            )
            for position, doubt in enumerate(doubts)
        )
        self._session.flush()

    def of(self, plan_id: PlanId) -> tuple[KeptDoubt, ...]:
        query = select(DoubtRow).where(DoubtRow.plan_id == plan_id).order_by(DoubtRow.position)
        return tuple(
            to_value(row) for row in self._session.scalars(query.execution_options(populate_existing=True))
        )

    def get(self, doubt_id: DoubtId) -> KeptDoubt:
        query = select(DoubtRow).where(DoubtRow.id == doubt_id).execution_options(populate_existing=True)
        row = self._session.scalars(query).one_or_none()
        if row is None:
            raise NotFound("doubt")
        return to_value(row)

    def settle(
        self,
        doubt_ids: Collection[DoubtId],
        state: DoubtState,
        by: PersonId | None,
        at: datetime,
        answer: str | None = None,
    ) -> None:
        values = {"state": state, "settled_by": by, "settled_at": at, "answer": answer}
        check_values(self._session, DoubtRow, values)
        self._session.execute(update(DoubtRow).where(DoubtRow.id.in_(doubt_ids)).values(**values))


class MendingRepository:
    """`bot.ports.Mending` on SQL."""

    def __init__(self, session: Session, now: datetime) -> None:
        self._session = session
        self._now = now

    def lead_with(self, action_id: ActionId, leads: Sequence[PersonId]) -> None:
        self._row(action_id)
        with noting_leads(self._session, action_id, self._now):
            self._session.execute(delete(LeadRow).where(LeadRow.action_id == action_id))
            self._session.add_all(
                LeadRow(
                    action_id=action_id,
                    person_id=person_id,
                    position=position,
                    role=LeadRole.SUPPORTING if position else LeadRole.REPORTING,
                )
                for position, person_id in enumerate(dict.fromkeys(leads))
            )
        self._flush()

    def date(self, action_id: ActionId, due: Timescale) -> None:
        row = self._row(action_id)
        given = stored_timescale(due)
        noted = [("baseline_due", stored_timescale(row.baseline_due), given)]
        noted.append(("approved_due", stored_timescale(row.approved_due), given))
        note_changes(self._session, row, self._now, noted)
        row.baseline_due = row.approved_due = due
        self._flush()

    def propose(self, action_id: ActionId, proposed: Proposal) -> None:
        row = self._row(action_id)
        if proposed.forecast is not None:
            row.forecast_due = proposed.forecast
        if proposed.status is not None:
            row.status = proposed.status
        self._flush()

    def _row(self, action_id: ActionId) -> ActionRow:
        row = self._session.scalars(select(ActionRow).where(ActionRow.id == action_id)).one_or_none()
        if row is None:
            raise NotFound("action")
        return row

    def _flush(self) -> None:
        """Write, and forget what was loaded: a plan read before must be read anew."""
        self._session.flush()
        self._session.expire_all()
