"""Who can be reached, and whom a plan begins with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.partnership import PersonId
from bot.plan import PlanId
from storage.tables.people import IdentityRow
from storage.tables.plans import PlanRow
from storage.tables.reach import AskedFirstRow, ElsewhereRow
from storage.writing import insert_if_new


class ReachRepository:
    """`bot.ports.Reach` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def elsewhere(self) -> frozenset[PersonId]:
        linked = select(IdentityRow.person_id)
        query = select(ElsewhereRow.person_id).where(ElsewhereRow.person_id.not_in(linked))
        return frozenset(PersonId(one) for one in self._session.scalars(query))

    def put_elsewhere(self, person_id: PersonId, at: datetime) -> None:
        insert_if_new(self._session, ElsewhereRow, person_id=person_id, noted_at=at)

    def begin_with(self, plan_id: PlanId, people: Sequence[PersonId]) -> None:
        self._session.execute(delete(AskedFirstRow).where(AskedFirstRow.plan_id == plan_id))
        for person_id in dict.fromkeys(people):
            insert_if_new(self._session, AskedFirstRow, plan_id=plan_id, person_id=person_id)
        plan = self._session.get(PlanRow, plan_id)
        if plan is not None:
            self._session.expire(plan)
