"""Action plans as values: a row with everything in it."""

from __future__ import annotations

from sqlalchemy.orm import selectinload

from bot.layout import DocumentColumn
from bot.partnership import PartnershipId, PersonId
from bot.plan import Action, ActionId, ActionPlan, Pause, PlanId, Theme
from bot.stored import duty_of
from bot.waiting import waiting_of
from storage.encoding import decode
from storage.repositories.beside_actions import BesideActions
from storage.repositories.conventions import conventions_of
from storage.tables.plans import ActionRow, PlanRow

WHOLE_PLAN = (
    selectinload(PlanRow.themes),
    selectinload(PlanRow.local_words),
    selectinload(PlanRow.asked_first),
    selectinload(PlanRow.actions),
)
"""A plan's own rows; what hangs on its actions is in `beside_actions`."""


def to_value(row: PlanRow, beside: BesideActions) -> ActionPlan:
    """The plan a row tells of, with everything in it."""
    return ActionPlan(
        id=PlanId(row.id),
        partnership_id=PartnershipId(row.partnership_id),
        title=row.title,
        state=row.state,
        themes=tuple(Theme(theme.ref, theme.title) for theme in row.themes),
        actions=tuple(_action(action, beside) for action in row.actions),
        went_live_at=row.went_live_at,
        tolerance_days=row.tolerance_days,
        conventions=conventions_of(row),
        columns=decode(tuple[DocumentColumn, ...], row.document_columns),
        marking=row.marking,
        asked_first=frozenset(PersonId(one.person_id) for one in row.asked_first),
        classification=row.classification,
        pause=None if row.paused_at is None else Pause(row.paused_at, row.paused_until),
        ended_at=row.ended_at,
    )


def _action(row: ActionRow, beside: BesideActions) -> Action:
    return Action(
        id=ActionId(row.id),
        version=row.version,
        plan_id=PlanId(row.plan_id),
        ref=row.ref,
        theme_ref=row.theme_ref,
        recommendation=row.recommendation,
        text=row.text,
        outcome=row.outcome,
        leads=tuple(beside.leads.get(row.id, ())),
        status=row.status,
        status_text=row.status_text,
        rag=row.rag,
        baseline_due=row.baseline_due,
        approved_due=row.approved_due,
        forecast_due=row.forecast_due,
        completed_on=row.completed_on,
        narrative=row.narrative,
        path_to_green=row.path_to_green,
        blocker=row.blocker,
        support_wanted=row.support_wanted,
        percent=row.percent,
        rag_reason=row.rag_reason,
        waiting_for=waiting_of(row.waiting_for),
        superseded_by=row.superseded_by,
        help_from=row.help_from,
        status_reason=row.status_reason,
        duty=duty_of(row.duty),
        check_on=row.check_on,
        comments=row.comments,
        row=row.row,
        reported_at=row.reported_at,
        added_at=row.added_at,
        moves=tuple(beside.moves.get(row.id, ())),
    )
