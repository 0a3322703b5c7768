"""A plan as it stands today, action by action: the facts that status, prompts and digests all share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.plan import Action, ActionPlan, ActionStatus
from bot.rag import RagScale, Standing
from bot.rounds import Silence
from bot.slippage import (
    Disagreement,
    awaits_lead,
    days_past_agreed,
    disagreement,
    has_no_lead,
    is_due_to_start,
    is_extended,
    is_forecast_late,
    is_late,
    is_left_for_now,
    is_occurrence_near,
    is_undated,
    slippage_days,
    standing,
    suggested,
)


@dataclass(frozen=True, slots=True)
class Assessed:
    """One action and what today makes of it. It can be on several of the four lists at once."""

    action: Action
    standing: Standing
    suggested: Standing | None
    disagreement: Disagreement | None
    slippage_days: int | None
    is_late: bool
    is_forecast_late: bool
    is_silent: bool
    is_undated: bool
    has_no_lead: bool
    days_past_agreed: int | None = None
    is_after_end: bool = False

    @property
    def is_reported_done(self) -> bool:
        """Whether a claim of "done" waits to be accepted."""
        return self.action.status is ActionStatus.CLAIMED_DONE

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for something that is not its lead's to do."""
        return self.action.waiting_for is not None and self.action.status.is_open

    @property
    def is_within_extension(self) -> bool:
        """Whether it is late against its first date but within the date that the board agreed since."""
        return is_extended(self.action) and not (self.is_late or self.is_forecast_late)

    @property
    def is_slipped(self) -> bool:
        """Whether its finish lies after its first date; what the board agreed for after the plan's end has
        slipped only beyond the date that was agreed."""
        is_as_agreed = self.is_after_end and not (self.is_late or self.is_forecast_late)
        return (self.slippage_days or 0) > 0 and not is_as_agreed

    @property
    def wants_help(self) -> bool:
        """Whether its lead has asked for help that has not come."""
        return self.action.support_wanted and awaits_lead(self.action)


def is_silent(action: Action, today: date, silence: Silence | None) -> bool:
    """Whether nothing has been heard of an action that should have been spoken of since this instant."""
    if silence is None or not awaits_lead(action) or not is_due_to_start(action, today):
        return False
    if not is_occurrence_near(action, today):
        return False
    if is_left_for_now(action, today, silence.before, silence.horizon):
        return False
    return action.reported_at is None or action.reported_at < silence.before


def assess_action(
    action: Action,
    tolerance_days: int,
    today: date,
    silence: Silence | None,
    scale: RagScale = RagScale.THREE_POINT,
) -> Assessed:
    """One action as it stands."""
    silent = is_silent(action, today, silence)
    return Assessed(
        action=action,
        standing=standing(action, today, is_silent=silent),
        suggested=suggested(action, tolerance_days, today, scale),
        disagreement=disagreement(action, tolerance_days, today, scale),
        slippage_days=slippage_days(action, today),
        is_late=is_late(action, today),
        is_forecast_late=is_forecast_late(action, today),
        is_silent=silent,
        is_undated=is_undated(action),
        has_no_lead=has_no_lead(action),
        days_past_agreed=days_past_agreed(action, today),
    )


def assess(plan: ActionPlan, today: date, silence: Silence | None) -> tuple[Assessed, ...]:
    """Every action that has not been withdrawn, in printed order.

    `silence` tells the start of the round after which silence counts; None while none has closed.
    """
    key = (today, silence)
    held = _KEPT.get(id(plan))
    if held is not None and held[0] is plan and held[1] == key:
        return held[2]
    found = _assess(plan, today, silence)
    if len(_KEPT) >= MOST_KEPT:
        _KEPT.clear()
    _KEPT[id(plan)] = (plan, key, found)
    return found


_KEPT: dict[int, tuple[ActionPlan, tuple[date, Silence | None], tuple[Assessed, ...]]] = {}
MOST_KEPT = 8
"""As many plans' last assessments as are remembered: one question is often answered from it twice."""


def _assess(plan: ActionPlan, today: date, silence: Silence | None) -> tuple[Assessed, ...]:
    found = (
        assess_action(action, plan.tolerance_days, today, silence, plan.conventions.scale)
        for action in plan.actions
        if action.status is not ActionStatus.WITHDRAWN
    )
    if plan.ends_on is None:
        return tuple(found)
    return tuple(replace(one, is_after_end=is_after_end(one.action, plan.ends_on)) for one in found)


def is_after_end(action: Action, ends_on: date) -> bool:
    """Whether it was agreed that an open action outlives its plan: it is not late on that account."""
    due = action.approved_due
    return due is not None and due.end > ends_on and action.status.is_open


def counts(assessed: Sequence[Assessed]) -> dict[Standing, int]:
    """How many actions show each standing; every standing has an entry, so that counts are whole."""
    found = Counter(one.standing for one in assessed)
    return {shown: found[shown] for shown in Standing}
