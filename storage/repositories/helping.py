"""Help that others were asked for, and the groups that can be asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from bot.errors import AlreadySettled, NotFound
from bot.governance import Group, HelpId, HelpKind, HelpRequest
from bot.partnership import PartnershipId, PersonId
from bot.plan import ActionId, PlanId
from storage.names import name_key
from storage.tables.governance import GroupRow, HelpRow
from storage.tables.plans import ActionRow
from storage.writing import update_if


def _help(row: HelpRow) -> HelpRequest:
    return HelpRequest(
        id=HelpId(row.id),
        action_id=ActionId(row.action_id),
        kind=row.kind,
        of=row.of,
        asked_by=PersonId(row.asked_by),
        asked_at=row.asked_at,
        words=row.words,
        channel=row.channel,
        answer=row.answer,
        answered_by=None if row.answered_by is None else PersonId(row.answered_by),
        answered_at=row.answered_at,
        ended_at=row.ended_at,
        ended_by=None if row.ended_by is None else PersonId(row.ended_by),
    )


class HelpingRepository:
    """`bot.ports.Helping` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        action_id: ActionId,
        kind: HelpKind,
        of: str,
        asked_by: PersonId,
        words: str,
        channel: str | None,
        at: datetime,
    ) -> HelpRequest:
        row = HelpRow(
            action_id=action_id,
            kind=kind,
            of=of,
            asked_by=asked_by,
            asked_at=at,
            words=words,
            channel=channel,
            answer="",
        )
        self._session.add(row)
        self._session.flush()
        return _help(row)

    def get(self, help_id: HelpId) -> HelpRequest:
        found = self._values(select(HelpRow).where(HelpRow.id == help_id))
        if not found:
            raise NotFound("request for help")
        return found[0]

    def of_plans(self, plan_ids: Sequence[PlanId]) -> tuple[HelpRequest, ...]:
        return self._values(
            select(HelpRow)
            .join(ActionRow, ActionRow.id == HelpRow.action_id)
            .where(ActionRow.plan_id.in_(plan_ids))
            .order_by(HelpRow.id)
        )

    def answered(self, help_id: HelpId, answer: str, at: datetime, by: PersonId) -> HelpRequest:
        if not update_if(
            self._session, HelpRow, HelpRow.id == help_id, answer=answer, answered_at=at, answered_by=by
        ):
            raise NotFound("request for help")
        return self.get(help_id)

    def ended(self, help_id: HelpId, at: datetime, by: PersonId) -> HelpRequest:
        """Note that the blocker is cleared. Raises `AlreadySettled` to whoever comes second."""
        is_open = (HelpRow.id == help_id, HelpRow.ended_at.is_(None))
        if not update_if(self._session, HelpRow, *is_open, ended_at=at, ended_by=by):
            self.get(help_id)
            raise AlreadySettled("cleared")
        return self.get(help_id)

    def groups(self, partnership_id: PartnershipId) -> tuple[Group, ...]:
        rows = self._session.scalars(
            select(GroupRow).where(GroupRow.partnership_id == partnership_id).order_by(GroupRow.name_key)
        )
        return tuple(Group(row.name, row.channel) for row in rows)

    def set_group(self, partnership_id: PartnershipId, name: str, channel: str | None) -> Group:
        key = name_key(name)
        row = self._session.scalars(
            select(GroupRow).where(GroupRow.partnership_id == partnership_id, GroupRow.name_key == key)
        ).one_or_none()
        if row is None:
            row = GroupRow(partnership_id=partnership_id, name=" ".join(name.split()), name_key=key)
            self._session.add(row)
        row.channel = channel
        self._session.flush()
        return Group(row.name, row.channel)

    def _values(self, query: Select[HelpRow]) -> tuple[HelpRequest, ...]:
        fresh = query.execution_options(populate_existing=True)
        return tuple(_help(row) for row in self._session.scalars(fresh))
