"""A plan as it was known at an earlier instant, worked out from what has been recorded since.

Nothing of it is kept twice: every write of an action notes what it changed, and taking all of that back,
newest first, gives the plan as it stood. What a lead said later is not yet said; a move that was undone
later still stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.conversation import FieldChange
from bot.fields import FIELDS, value_of
from bot.plan import Action, ActionId, ActionPlan, ActionStatus, DateChange


@dataclass(frozen=True, slots=True)
class Recorded:
    """What one write changed of an action."""

    action_id: ActionId
    at: datetime
    changed: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """What was recorded of a plan after `since`: the writes in order, and the moves taken back meanwhile."""

    since: datetime
    changes: tuple[Recorded, ...] = ()
    taken_back: tuple[tuple[ActionId, DateChange], ...] = ()

    @property
    def is_news(self) -> bool:
        """Whether anything that a person reads was changed; a mere "no change" is not."""
        return any(one.field in FIELDS for change in self.changes for one in change.changed)


def as_known(plan: ActionPlan, past: Past) -> ActionPlan:
    """The plan as it was known at the instant after which `past` begins."""
    earliest: dict[ActionId, dict[str, object]] = {}
    for recorded in reversed(past.changes):
        fields = earliest.setdefault(recorded.action_id, {})
        for one in recorded.changed:
            fields[one.field] = one.was
    gone: dict[ActionId, list[DateChange]] = {}
    for action_id, move in past.taken_back:
        gone.setdefault(action_id, []).append(move)
    return replace(
        plan,
        actions=tuple(
            _before(action, earliest.get(action.id), gone.get(action.id, ()), past.since)
            for action in plan.actions
            if action.added_at is None or action.added_at <= past.since
        ),
    )


def _before(
    action: Action, fields: dict[str, object] | None, gone: Iterable[DateChange], at: datetime
) -> Action:
    moves = action.moves
    if gone or any(move.at is not None and move.at > at for move in moves):
        standing = [move for move in (*moves, *gone) if move.at is None or move.at <= at]
        moves = tuple(sorted(standing, key=lambda move: (move.at is not None, move.at or at)))
    if fields is None and moves is action.moves:
        return action
    held = {field: value_of(field, was) for field, was in (fields or {}).items()}
    return replace(action, moves=moves, **held)  # type: ignore[arg-type]  # recorded under an action's own names


def withdrawn_between(now: ActionPlan, before: ActionPlan) -> tuple[Action, ...]:
    """The actions that were still in the plan then and are withdrawn now."""
    open_then = {action.id for action in before.actions if action.status is not ActionStatus.WITHDRAWN}
    return tuple(
        action for action in now.actions if action.status is ActionStatus.WITHDRAWN and action.id in open_then
    )
