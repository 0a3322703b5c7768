"""What hangs on the actions of plans: leads with their employers, and moves that stand.

Each is asked for in one statement, however many actions there are; loaded by the actions' ids it would be
five hundred at a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.partnership import Organisation, OrganisationId, PersonId
from bot.plan import DateChange, Lead
from storage.repositories.past import move_of
from storage.tables.people import EmploymentRow, OrganisationRow, PersonRow
from storage.tables.plans import ActionRow, LeadRow, MoveRow


@dataclass(frozen=True, slots=True)
class BesideActions:
    """Leads and moves by the id of their action, each in order."""

    leads: dict[int, list[Lead]]
    moves: dict[int, list[DateChange]]


def beside_actions(session: Session, plan_ids: Sequence[int]) -> BesideActions:
    """What hangs on the actions of these plans."""
    if not plan_ids:
        return BesideActions({}, {})
    return BesideActions(_leads(session, plan_ids), _moves(session, plan_ids))


def _leads(session: Session, plan_ids: Sequence[int]) -> dict[int, list[Lead]]:
    employers = _employers(session, plan_ids)
    found: dict[int, list[Lead]] = defaultdict(list)
    of_plans = (
        select(LeadRow.action_id, LeadRow.role, PersonRow.id, PersonRow.name)
        .join(ActionRow, ActionRow.id == LeadRow.action_id)
        .join(PersonRow, PersonRow.id == LeadRow.person_id)
        .where(ActionRow.plan_id.in_(plan_ids))
        .order_by(LeadRow.action_id, LeadRow.position)
    )
    for action_id, role, person_id, name in session.execute(of_plans):
        found[action_id].append(Lead(PersonId(person_id), name, role, tuple(employers.get(person_id, ()))))
    return found


def _employers(session: Session, plan_ids: Sequence[int]) -> dict[int, list[Organisation]]:
    leading = (
        select(LeadRow.person_id)
        .join(ActionRow, ActionRow.id == LeadRow.action_id)
        .where(ActionRow.plan_id.in_(plan_ids))
    )
    found: dict[int, list[Organisation]] = defaultdict(list)
    employed = (
        select(EmploymentRow.person_id, OrganisationRow.id, OrganisationRow.name)
        .join(OrganisationRow, OrganisationRow.id == EmploymentRow.organisation_id)
        .where(EmploymentRow.person_id.in_(leading))
        .order_by(EmploymentRow.id)
    )
    for person_id, organisation_id, name in session.execute(employed):
        found[person_id].append(Organisation(OrganisationId(organisation_id), name))
    return found


def _moves(session: Session, plan_ids: Sequence[int]) -> dict[int, list[DateChange]]:
    found: dict[int, list[DateChange]] = defaultdict(list)
    standing = (
        select(MoveRow)
        .join(ActionRow, ActionRow.id == MoveRow.action_id)
        .where(ActionRow.plan_id.in_(plan_ids), MoveRow.taken_back_at.is_(None))
        .order_by(MoveRow.id)
        .execution_options(populate_existing=True)
    )
    for row in session.scalars(standing):
        found[row.action_id].append(move_of(row))
    return found
