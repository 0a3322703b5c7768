"""Action plans as values: a row with everything in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session, selectinload

from bot.layout import DocumentColumn
from bot.partnership import PartnershipId, PersonId
from bot.plan import Action, ActionId, ActionPlan, Pause, PlanId, Theme
from bot.stored import duty_of
from bot.timescale import Timescale
from bot.waiting import waiting_of
from storage.encoding import decode
from storage.repositories.beside_actions import BesideActions
from storage.repositories.conventions import conventions_of
from storage.tables.plans import ActionRow, PlanRow

WHOLE_PLAN = (
    selectinload(PlanRow.themes),
    selectinload(PlanRow.local_words),
    selectinload(PlanRow.asked_first),
)
"""A plan's own rows but its actions; what hangs on those is in `beside_actions`."""

_TIMES = ("baseline", "approved", "forecast")
_PARTS = ("start", "end", "precision", "words")
_OF_AN_ACTION = (
    *(column for column in ActionRow.__table__.columns if not column.name.startswith(_TIMES)),
    *(ActionRow.__table__.columns[f"{time}_{part}"] for time in _TIMES for part in _PARTS),
)
"""An action's columns, its three timescales last. Thousands of actions are read at once: as columns they cost
less than half of what they cost as rows that a session keeps and watches."""


def actions_of(session: Session, plan_ids: Sequence[int], beside: BesideActions) -> dict[int, list[Action]]:
    """The actions of these plans, in printed order."""
    found: dict[int, list[Action]] = defaultdict(list)
    of_plans = (
        select(ActionRow.id, *_OF_AN_ACTION)
        .where(ActionRow.plan_id.in_(plan_ids))
        .order_by(ActionRow.plan_id, ActionRow.position)
    )
    for row in session.execute(of_plans) if plan_ids else ():
        found[row.plan_id].append(_action(row, beside))
    return found


def to_value(row: PlanRow, actions: Sequence[Action]) -> ActionPlan:
    """The plan a row tells of, with everything in it."""
    return ActionPlan(
        id=PlanId(row.id),
        partnership_id=PartnershipId(row.partnership_id),
        title=row.title,
        state=row.state,
        themes=tuple(Theme(theme.ref, theme.title) for theme in row.themes),
        actions=tuple(actions),
        went_live_at=row.went_live_at,
        tolerance_days=row.tolerance_days,
        conventions=conventions_of(row),
        columns=decode(tuple[DocumentColumn, ...], row.document_columns),
        marking=row.marking,
        asked_first=frozenset(PersonId(one.person_id) for one in row.asked_first),
        classification=row.classification,
        pause=None if row.paused_at is None else Pause(row.paused_at, row.paused_until),
        ended_at=row.ended_at,
        ends_on=row.ends_on,
    )


def _time(parts: Sequence[Any]) -> Timescale | None:
    return None if parts[0] is None else Timescale(*parts)


def _action(row: Row[Any], beside: BesideActions) -> Action:
    times = row[-len(_TIMES) * len(_PARTS) :]
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
        baseline_due=_time(times[0:4]),
        approved_due=_time(times[4:8]),
        forecast_due=_time(times[8:12]),
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
        risk_ref=row.risk_ref,
        workstream=row.workstream,
        comments=row.comments,
        row=row.row,
        reported_at=row.reported_at,
        added_at=row.added_at,
        moves=tuple(beside.moves.get(row.id, ())),
    )
