"""Actions that passed from one lead to another."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.errors import NotFound
from bot.handovers import HandOver
from bot.partnership import PersonId
from bot.plan import ActionId, LeadRole
from storage.repositories.past import noting_leads
from storage.tables.handovers import HandOverRow
from storage.tables.plans import LeadRow


class HandOversRepository:
    """`bot.ports.HandOvers` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, hand_over: HandOver) -> None:
        with noting_leads(self._session, hand_over.action_id, hand_over.at):
            self._pass_on(hand_over)
        self._session.expire_all()

    def _pass_on(self, hand_over: HandOver) -> None:
        last = self._lead(hand_over.action_id, hand_over.from_id)
        if last is None:
            raise NotFound("that lead of the action")
        known = self._lead(hand_over.action_id, hand_over.to_id)
        if known is None:
            last.person_id = hand_over.to_id
        else:  # who leads it already takes the part as well
            if last.role is LeadRole.REPORTING:
                known.role = LeadRole.REPORTING
            self._session.delete(last)
        self._session.add(
            HandOverRow(
                action_id=hand_over.action_id,
                from_id=hand_over.from_id,
                to_id=hand_over.to_id,
                by_id=hand_over.by,
                at=hand_over.at,
            )
        )
        self._session.flush()

    def of_action(self, action_id: ActionId) -> tuple[HandOver, ...]:
        rows = self._session.scalars(
            select(HandOverRow).where(HandOverRow.action_id == action_id).order_by(HandOverRow.id)
        )
        return tuple(
            HandOver(
                ActionId(row.action_id),
                PersonId(row.from_id),
                PersonId(row.to_id),
                PersonId(row.by_id),
                row.at,
            )
            for row in rows
        )

    def _lead(self, action_id: ActionId, person_id: PersonId) -> LeadRow | None:
        held = (LeadRow.action_id == action_id, LeadRow.person_id == person_id)
        return self._session.scalars(
            select(LeadRow).where(*held).execution_options(populate_existing=True)
        ).one_or_none()
