"""What was recorded of a plan's actions: noted with every write, read to tell how a plan once stood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from bot.conversation import FieldChange
from bot.partnership import PersonId
from bot.past import LEADS, Past, Recorded
from bot.plan import ActionId, DateChange, Lead, LeadRole, PlanId
from storage.repositories.people import organisations_of
from storage.tables.people import EmploymentRow, PersonRow
from storage.tables.plans import ActionChangeRow, ActionRow, LeadRow, MoveRow, PlanChangeRow


def note_changes(
    session: Session, row: ActionRow, at: datetime, changed: Sequence[tuple[str, Any, Any]]
) -> None:
    """Note what a write changes of an action: each field's name, as it was, as it is."""
    noted = [{"field": field, "was": was, "now": now} for field, was, now in changed]
    session.add(ActionChangeRow(plan_id=row.plan_id, action_id=row.id, at=at, changed=noted))


@contextmanager
def noting_leads(session: Session, action_id: int, at: datetime) -> Iterator[None]:
    """Note what is changed of an action's leads meanwhile: ids and roles, never names."""
    was = _led(session, action_id)
    yield
    session.flush()
    now = _led(session, action_id)
    row = session.scalars(select(ActionRow).where(ActionRow.id == action_id)).one_or_none()
    if row is not None and was != now:
        note_changes(session, row, at, [(LEADS, was, now)])


def _led(session: Session, action_id: int) -> list[list[int | str]]:
    leads = select(LeadRow.person_id, LeadRow.role).where(LeadRow.action_id == action_id)
    return [[person, role.value] for person, role in session.execute(leads.order_by(LeadRow.position))]


def note_of_plan(session: Session, plan_id: PlanId, at: datetime, field: str, was: Any, now: Any) -> None:
    """Note what a write changes of a plan itself, as it was and as it is; nothing where that is the same."""
    if was != now:
        noted = [{"field": field, "was": was, "now": now}]
        session.add(PlanChangeRow(plan_id=plan_id, at=at, changed=noted))


def move_of(row: MoveRow) -> DateChange:
    """The move a row tells of."""
    by = None if row.moved_by is None else PersonId(row.moved_by)
    return DateChange(row.was, row.now, row.reason, row.moved_on, by, row.at)


def past_of(session: Session, plan_id: PlanId, since: datetime) -> Past:
    """Everything recorded of a plan's actions after this instant, in order."""
    noted = session.execute(
        select(ActionChangeRow.action_id, ActionChangeRow.at, ActionChangeRow.changed)
        .where(ActionChangeRow.plan_id == plan_id, ActionChangeRow.at > since)
        .order_by(ActionChangeRow.at, ActionChangeRow.id)
    )
    changes = tuple(
        Recorded(
            ActionId(action_id),
            at,
            tuple(FieldChange(one["field"], one["was"], one["now"]) for one in changed),
        )
        for action_id, at, changed in noted
    )
    taken_back = session.scalars(
        select(MoveRow)
        .join(ActionRow, ActionRow.id == MoveRow.action_id)
        .where(ActionRow.plan_id == plan_id, MoveRow.taken_back_at > since)
        .order_by(MoveRow.id)
    )
    own = session.scalars(
        select(PlanChangeRow)
        .where(PlanChangeRow.plan_id == plan_id, PlanChangeRow.at > since)
        .order_by(PlanChangeRow.at, PlanChangeRow.id)
    )
    return Past(
        since,
        changes,
        tuple((ActionId(row.action_id), move_of(row)) for row in taken_back),
        tuple(FieldChange(one["field"], one["was"], one["now"]) for row in own for one in row.changed),
        _people_of(session, changes),
    )


def _people_of(session: Session, changes: Sequence[Recorded]) -> tuple[Lead, ...]:
    """Everybody these changes name as a lead of before."""
    named = {
        person
        for recorded in changes
        for one in recorded.changed
        if one.field == LEADS and isinstance(one.was, list)
        for person, _ in one.was
    }
    if not named:
        return ()
    rows = session.scalars(
        select(PersonRow)
        .where(PersonRow.id.in_(named))
        .options(selectinload(PersonRow.employments).joinedload(EmploymentRow.organisation))
        .execution_options(populate_existing=True)
    )
    return tuple(Lead(PersonId(row.id), row.name, LeadRole.REPORTING, organisations_of(row)) for row in rows)
