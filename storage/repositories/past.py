"""What was recorded of a plan's actions: noted with every write, read to tell how a plan once stood."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.conversation import FieldChange
from bot.partnership import PersonId
from bot.past import Past, Recorded
from bot.plan import ActionId, DateChange, PlanId
from storage.tables.plans import ActionChangeRow, ActionRow, MoveRow, PlanChangeRow


def note_changes(
    session: Session, row: ActionRow, at: datetime, changed: Sequence[tuple[str, Any, Any]]
) -> None:
    """Note what a write changes of an action: each field's name, as it was, as it is."""
    noted = [{"field": field, "was": was, "now": now} for field, was, now in changed]
    session.add(ActionChangeRow(plan_id=row.plan_id, action_id=row.id, at=at, changed=noted))


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
    return Past(since, changes, tuple((ActionId(row.action_id), move_of(row)) for row in taken_back))
