"""Whose plans a unit of work has written to, and whether it wrote of who is who: noted with every write,
asked when what was read is kept or read again.

What cannot be told of one partnership, such as a person's name or a statement over many rows, is of no one
partnership: the workspace then counts it, and every plan of the workspace is read anew, in every process.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import inspect, select, update
from sqlalchemy.orm import Session

from storage.tables.absences import AwayRow
from storage.tables.people import (
    EmploymentRow,
    IdentityRow,
    MeetingRow,
    OrganisationRow,
    PartnershipRoleRow,
    PartnershipRow,
    PersonRow,
    WorkspaceRow,
)
from storage.tables.plans import (
    ActionChangeRow,
    ActionRow,
    LeadRow,
    LocalWordRow,
    MoveRow,
    PlanChangeRow,
    PlanRow,
    ThemeRow,
)
from storage.tables.posts import HoldingRow
from storage.tables.reach import AskedFirstRow

PLAN_WRITES: Final = "plan_writes"
"""Where a session's `info` holds its `PlanWrites`."""

OF_PLAN: Final = "leadline_of_plan"
"""The execution option by which a statement says which one plan's rows it writes."""

_OF_A_PLAN: Final = (ThemeRow, ActionRow, LocalWordRow, AskedFirstRow, ActionChangeRow, PlanChangeRow)
_OF_AN_ACTION: Final = (LeadRow, MoveRow)
_OF_A_PERSON: Final = (EmploymentRow, OrganisationRow)
PLAN_ROWS: Final = (PlanRow, *_OF_A_PLAN, *_OF_AN_ACTION, PersonRow, *_OF_A_PERSON)
"""The rows a plan is made of."""
PEOPLE_ROWS: Final = (
    *(PersonRow, IdentityRow, *_OF_A_PERSON, HoldingRow, AwayRow),
    *(PartnershipRow, PartnershipRoleRow, MeetingRow),
)
"""The rows that say who is who (`storage.people_cache`)."""


@dataclass(slots=True)
class PlanWrites:
    """The plans and actions written to so far; `is_of_many` once something was that is of no one plan, and
    `is_of_people` once something was that says who is who."""

    plans: set[int] = field(default_factory=set)
    actions: set[int] = field(default_factory=set)
    partnerships: set[int] = field(default_factory=set)
    is_of_many: bool = False
    is_of_people: bool = False

    @property
    def has_any(self) -> bool:
        """Whether anything was written at all."""
        return bool(self.is_of_many or self.plans or self.actions or self.partnerships)

    def note_statement(self, table: type[Any], of_plan: int | None) -> None:
        """Note a statement that writes rows of a table."""
        self.is_of_people |= issubclass(table, PEOPLE_ROWS)
        if of_plan is not None:
            self.plans.add(of_plan)
        elif issubclass(table, PLAN_ROWS):
            self.is_of_many = True

    def note_rows(self, rows: Iterable[object]) -> None:
        """Note rows that are about to be flushed and differ from what is stored."""
        for row in rows:
            self.is_of_people |= isinstance(row, PEOPLE_ROWS)
            if isinstance(row, PlanRow):
                self.partnerships.add(row.partnership_id)
            elif isinstance(row, _OF_A_PLAN) and row.plan_id is not None:
                self.plans.add(row.plan_id)
            elif isinstance(row, _OF_AN_ACTION) and row.action_id is not None:
                self.actions.add(row.action_id)
            elif isinstance(row, PersonRow):
                self.is_of_many |= inspect(row).attrs.name.history.has_changes()
            elif isinstance(row, _OF_A_PERSON):
                self.is_of_many = True

    def touched(self, session: Session) -> frozenset[int]:
        """The partnerships whose plans were written to, besides what `is_of_many` says."""
        if self.actions:
            of_actions = select(ActionRow.plan_id).where(ActionRow.id.in_(self.actions))
            self.plans |= set(session.scalars(of_actions))
            self.actions.clear()
        if self.plans:
            of_plans = select(PlanRow.partnership_id).where(PlanRow.id.in_(self.plans))
            self.partnerships |= set(session.scalars(of_plans))
            self.plans.clear()
        return frozenset(self.partnerships)


def plan_writes(session: Session) -> PlanWrites:
    """What the session has written of plans so far; what waits to be flushed is flushed first."""
    session.flush()
    noted: PlanWrites = session.info[PLAN_WRITES]
    return noted


def count_writes(session: Session, workspace_id: int, *, of_many: bool, of_people: bool) -> None:
    """Say to every process that something was written that no one partnership's chain tells of, or of who is
    who."""
    raised = {
        version: version + 1
        for version, is_written in (
            (WorkspaceRow.plans_version, of_many),
            (WorkspaceRow.people_version, of_people),
        )
        if is_written
    }
    if raised:
        session.execute(
            update(WorkspaceRow)
            .where(WorkspaceRow.id == workspace_id)
            .values(raised)
            .execution_options(synchronize_session=False)
        )
