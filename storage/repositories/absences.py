"""Who is away when, and who stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from bot.absences import Away, AwayId, asked_for, away_on
from bot.errors import NotFound
from bot.instants import local_day
from bot.partnership import PartnershipId, PersonId
from bot.plan import Action, ActionPlan, Deputy
from storage.people_cache import read_once, with_people
from storage.repositories.partnerships import PartnershipsRepository
from storage.repositories.posts import PostsRepository, with_holders
from storage.tables.absences import AwayRow
from storage.tables.people import PersonRow
from storage.writing import update_if


def to_value(row: AwayRow) -> Away:
    """The absence a row tells of."""
    return Away(
        id=AwayId(row.id),
        person_id=PersonId(row.person_id),
        from_on=row.from_on,
        until_on=row.until_on,
        deputy_id=None if row.deputy_id is None else PersonId(row.deputy_id),
        noted_by=PersonId(row.noted_by),
        noted_at=row.noted_at,
        ended_at=row.ended_at,
    )


class AbsencesRepository:
    """`bot.ports.Absences` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, person_id: PersonId, from_on: date, until_on: date, by: PersonId, at: datetime) -> Away:
        row = AwayRow(person_id=person_id, from_on=from_on, until_on=until_on, noted_by=by, noted_at=at)
        self._session.add(row)
        self._session.flush()
        return to_value(row)

    def get(self, away_id: AwayId) -> Away:
        found = self._values(select(AwayRow).where(AwayRow.id == away_id))
        if not found:
            raise NotFound("absence")
        return found[0]

    def since(self, day: date) -> tuple[Away, ...]:
        return self._values(select(AwayRow).where(AwayRow.until_on >= day).order_by(AwayRow.id))

    def of(self, person_id: PersonId) -> tuple[Away, ...]:
        return self._values(select(AwayRow).where(AwayRow.person_id == person_id).order_by(AwayRow.id))

    def stand_in(self, away_id: AwayId, deputy_id: PersonId | None) -> Away:
        return self._write(away_id, deputy_id=deputy_id)

    def end(self, away_id: AwayId, at: datetime) -> Away:
        return self._write(away_id, ended_at=at)

    def _write(self, away_id: AwayId, **values: object) -> Away:
        holds = (AwayRow.id == away_id, AwayRow.ended_at.is_(None))
        if not update_if(self._session, AwayRow, *holds, **values):
            raise NotFound("absence that still holds")
        return self.get(away_id)

    def _values(self, query: Select[AwayRow]) -> tuple[Away, ...]:
        fresh = query.execution_options(populate_existing=True)
        return tuple(to_value(row) for row in self._session.scalars(fresh))


def with_deputies(session: Session, plans: Sequence[ActionPlan], now: datetime) -> tuple[ActionPlan, ...]:
    """The plans with who holds a post, and who stands in for a lead, on the day it now is for their
    partnership."""
    today = now.date()
    has_deputies = bool(plans) and read_once(
        session, ("deputies", today), lambda: _has_deputies(session, today)
    )
    if not has_deputies and not (plans and PostsRepository(session).all()):
        return tuple(plans)
    zones = {one.id: one.zone for one in PartnershipsRepository(session).all()}

    def dress(those: Sequence[ActionPlan]) -> Sequence[ActionPlan]:
        held = with_holders(session, those, now)
        return _dressed(session, held, now, zones) if has_deputies else held

    return with_people(session, plans, lambda plan: local_day(now, zones[plan.partnership_id]), dress)


def _dressed(
    session: Session, plans: Sequence[ActionPlan], now: datetime, zones: dict[PartnershipId, str]
) -> tuple[ActionPlan, ...]:
    known = AbsencesRepository(session).since(now.date() - timedelta(days=1))
    named = select(PersonRow.id, PersonRow.name).where(PersonRow.id.in_([one.deputy_id for one in known]))
    names = {PersonId(person_id): name for person_id, name in session.execute(named)}
    return tuple(
        replace(plan, actions=tuple(_with_deputies(one, known, names, day) for one in plan.actions))
        for plan in plans
        for day in (local_day(now, zones[plan.partnership_id]),)
    )


def _has_deputies(session: Session, today: date) -> bool:
    """Whether anybody stands in for somebody about now."""
    near = (AwayRow.from_on <= today + timedelta(days=1), AwayRow.deputy_id.is_not(None))
    return session.scalars(select(AwayRow.id).where(*near).limit(1)).first() is not None


def _with_deputies(action: Action, known: Sequence[Away], names: dict[PersonId, str], day: date) -> Action:
    found = []
    for lead in action.leads:
        away, deputy = away_on(known, lead.speaks, day), asked_for(known, lead.speaks, day)
        if away is not None and deputy is not None:
            found.append(Deputy(deputy, names[deputy], lead.speaks, away.until_on))
    return replace(action, deputies=tuple(found)) if found else action
