"""How a plan's own shape has changed since an instant: what is new, parted, joined, renumbered, reworded."""

from __future__ import annotations

from collections.abc import Sequence

from bot.digest import Reshaped
from bot.plan import Action, ActionId, ActionPlan, ActionStatus
from bot.versions.taking import ChangeKind, Revision

_WORDS = frozenset({"text", "recommendation", "outcome"})


def reshaped(plan: ActionPlan, revisions: Sequence[Revision]) -> tuple[Reshaped, ...]:
    """The parted, joined and renumbered, by the numbers they had; what was undone meanwhile is left out."""
    actions = {action.id: action for action in plan.actions}
    parts = _parts(actions, revisions)
    told = [Reshaped(was, tuple(refs)) for was, refs in parts.items()]
    for action_id, was in _first_numbers(revisions).items():
        now = actions[action_id].ref
        if now != was and was not in parts and "(" not in now:
            told.append(Reshaped(was, (now,)))
    joined = {one.action_id for one in revisions if one.kind is ChangeKind.MERGED and one.field == "status"}
    for action_id in joined:
        action = actions[action_id]
        if action.status is ActionStatus.WITHDRAWN and action.superseded_by:
            told.append(Reshaped(action.ref, (action.superseded_by,), is_part=True))
    return tuple(told)


def _parts(actions: dict[ActionId, Action], revisions: Sequence[Revision]) -> dict[str, list[str]]:
    """By the number of what was split, the numbers of its parts, the first of them itself."""
    parts: dict[str, list[str]] = {}
    for one in revisions:
        action = actions[one.action_id]
        if one.kind is ChangeKind.ADDED and one.was and action.status is not ActionStatus.WITHDRAWN:
            parts.setdefault(str(one.was), []).append(action.ref)
    for one in revisions:
        if one.kind is ChangeKind.SPLIT and one.field == "ref" and str(one.was) in parts:
            parts[str(one.was)].insert(0, actions[one.action_id].ref)
    return parts


def _first_numbers(revisions: Sequence[Revision]) -> dict[ActionId, str]:
    numbers: dict[ActionId, str] = {}
    for one in revisions:
        if one.field == "ref" and one.kind is not ChangeKind.ADDED and one.was:
            numbers.setdefault(one.action_id, str(one.was))
    return numbers


def reworded(plan: ActionPlan, revisions: Sequence[Revision]) -> tuple[Action, ...]:
    """The actions that ask for something else than they did; a typing error put right is no news."""
    first: dict[tuple[ActionId, str], object] = {}
    for one in revisions:
        if one.field in _WORDS and one.kind is ChangeKind.REVISED:
            first.setdefault((one.action_id, one.field), one.was)
    return tuple(
        action
        for action in plan.actions
        if any(
            (action.id, field) in first and first[action.id, field] != getattr(action, field)
            for field in _WORDS
        )
    )


def new_actions(plan: ActionPlan, revisions: Sequence[Revision]) -> tuple[Action, ...]:
    """The actions that were added and are no part of another."""
    ids = {one.action_id for one in revisions if one.kind is ChangeKind.ADDED and not one.was}
    return tuple(one for one in plan.actions if one.id in ids and one.status is not ActionStatus.WITHDRAWN)
