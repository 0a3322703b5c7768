"""How a plan is closed: an end for every open action, a chair who confirms, thirty days to think again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NewType

from bot.conversation import UpdateId
from bot.partnership import PersonId
from bot.plan import Action, ActionId, ActionPlan, ActionStatus, PlanId

ClosingId = NewType("ClosingId", int)

REOPENABLE = timedelta(days=30)
"""How long a closed plan can be opened again."""


class End(StrEnum):
    """What becomes of an action that is open when its plan closes."""

    DONE = "done"
    CARRIED_OVER = "carried_over"
    SUPERSEDED = "superseded"
    STOPPED = "stopped"


class ClosingState(StrEnum):
    """draft → asked → confirmed → reopened; a draft or an asked one may be dropped instead."""

    DRAFT = "draft"
    ASKED = "asked"
    CONFIRMED = "confirmed"
    DROPPED = "dropped"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class ActionEnd:
    """What is to become of one action, and why, in the words of whoever said so. `update_id` is what wrote
    it, once the closing is confirmed."""

    action_id: ActionId
    end: End
    words: str
    said_by: PersonId
    update_id: UpdateId | None = None


@dataclass(frozen=True, slots=True)
class Closing:
    """One attempt to close a plan. `asked_times` is how often it was put to the chairs: a chair confirms what
    was put to them last, and nothing older."""

    id: ClosingId
    plan_id: PlanId
    state: ClosingState
    begun_by: PersonId
    begun_at: datetime
    asked_times: int = 0
    ends: tuple[ActionEnd, ...] = ()
    settled_by: PersonId | None = None
    settled_at: datetime | None = None

    def end_of(self, action_id: ActionId) -> ActionEnd | None:
        """What is to become of an action, if that has been said."""
        return next((one for one in self.ends if one.action_id == action_id), None)


def to_end(plan: ActionPlan) -> tuple[Action, ...]:
    """The actions that need an end before their plan can close, in printed order."""
    return tuple(action for action in plan.actions if action.status.is_open)


def without_end(plan: ActionPlan, closing: Closing) -> tuple[Action, ...]:
    """Of those, the ones whose end has not been said yet."""
    return tuple(action for action in to_end(plan) if closing.end_of(action.id) is None)


def ended(action: Action, one: ActionEnd, on: date) -> Action:
    """The action as it stands once its plan is closed: complete, or withdrawn with what became of it."""
    said = said_of(one)
    over = replace(action, narrative=said, support_wanted=False, blocker=None, waiting_for=None)
    if one.end is End.DONE:
        return replace(over, status=ActionStatus.COMPLETE, status_text="", completed_on=on)
    return replace(
        over,
        status=ActionStatus.WITHDRAWN,
        status_text=one.end.value.replace("_", " ").capitalize(),
        status_reason=said,
        superseded_by=one.words if one.end is End.SUPERSEDED else None,
    )


_SAID = {End.CARRIED_OVER: "carried over to {}", End.SUPERSEDED: "superseded by {}"}


def said_of(one: ActionEnd) -> str:
    """What was said of an action's end, as it stands beside it: "carried over to the 2027 plan"."""
    return _SAID.get(one.end, "{}").format(one.words)


def reopenable_until(ended_at: datetime) -> datetime:
    """The last instant at which the plan can be opened again."""
    return ended_at + REOPENABLE


def count_of(ends: Sequence[ActionEnd], actions: Sequence[Action]) -> dict[End, int]:
    """How many of these actions come to each end."""
    ids = {action.id for action in actions}
    found = [one.end for one in ends if one.action_id in ids]
    return {end: found.count(end) for end in End}
