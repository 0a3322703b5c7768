"""Who holds which post."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from bot.instants import local_day
from bot.partnership import PartnershipId, PersonId
from bot.plan import Action, ActionPlan
from bot.posts import Holding, HoldingId, holding_on
from storage.people_cache import read_once
from storage.tables.people import PartnershipRow, PersonRow
from storage.tables.posts import HoldingRow


def to_value(row: HoldingRow) -> Holding:
    """The holding a row tells of."""
    return Holding(
        id=HoldingId(row.id),
        post_id=PersonId(row.post_id),
        holder_id=None if row.holder_id is None else PersonId(row.holder_id),
        is_interim=row.is_interim,
        from_on=row.from_on,
        until_on=row.until_on,
        set_by=PersonId(row.set_by),
        set_at=row.set_at,
    )


class PostsRepository:
    """`bot.ports.Posts` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[Holding, ...]:
        return read_once(self._session, ("holdings",), lambda: self._values(select(HoldingRow)))

    def fill(
        self,
        post_id: PersonId,
        holder_id: PersonId | None,
        by: PersonId,
        at: datetime,
        *,
        from_on: date,
        until_on: date | None = None,
        is_interim: bool = False,
    ) -> Holding:
        row = HoldingRow(
            post_id=post_id,
            holder_id=holder_id,
            is_interim=is_interim,
            from_on=from_on,
            until_on=until_on,
            set_by=by,
            set_at=at,
        )
        self._session.add(row)
        self._session.flush()
        return to_value(row)

    def _values(self, query: Select[HoldingRow]) -> tuple[Holding, ...]:
        fresh = query.order_by(HoldingRow.id).execution_options(populate_existing=True)
        return tuple(to_value(row) for row in self._session.scalars(fresh))


def with_holders(session: Session, plans: Sequence[ActionPlan], now: datetime) -> tuple[ActionPlan, ...]:
    """The plans with who holds each post on the day it now is for their partnership."""
    known = PostsRepository(session).all() if plans else ()
    if not known:
        return tuple(plans)
    zoned = select(PartnershipRow.id, PartnershipRow.zone)
    holders = [one.holder_id for one in known if one.holder_id is not None]
    named = select(PersonRow.id, PersonRow.name).where(PersonRow.id.in_(holders))
    names = {PersonId(person_id): name for person_id, name in session.execute(named)}
    zones = {PartnershipId(partnership_id): zone for partnership_id, zone in session.execute(zoned)}
    return tuple(
        replace(plan, actions=tuple(_with_holders(one, known, names, day) for one in plan.actions))
        for plan in plans
        for day in (local_day(now, zones[plan.partnership_id]),)
    )


def _with_holders(action: Action, known: Sequence[Holding], names: dict[PersonId, str], day: date) -> Action:
    held = {lead.person_id: holding_on(known, lead.person_id, day) for lead in action.leads}
    if not any(held.values()):
        return action
    leads = tuple(
        lead
        if (one := held[lead.person_id]) is None
        else replace(
            lead,
            held_by=one.holder_id,
            holder=names[one.holder_id] if one.holder_id is not None else "",
            is_interim=one.is_interim,
            is_vacant=one.holder_id is None,
        )
        for lead in action.leads
    )
    return replace(action, leads=leads)
