"""Actions where they stand: each with its plan and partnership, a plan loaded once for a whole use case."""

from __future__ import annotations

from dataclasses import dataclass

from bot.errors import NotFound
from bot.partnership import Partnership
from bot.plan import Action, ActionId, ActionPlan
from bot.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Place:
    """An action where it stands: its plan and its partnership."""

    action: Action
    plan: ActionPlan
    partnership: Partnership


def place_of(work: UnitOfWork, action_id: ActionId) -> Place:
    """An action as the record has it now."""
    return Places(work).of(action_id)


class Places:
    """Looks actions up without loading their plan again for each; an action that was written is read anew."""

    def __init__(self, work: UnitOfWork) -> None:
        self.work = work
        self._known: dict[ActionId, Place] = {}

    def of(self, action_id: ActionId) -> Place:
        """An action as it stands. Raises `NotFound`."""
        if action_id not in self._known:
            plan = self.work.plans.holding(action_id)
            partnership = self.work.partnerships.get(plan.partnership_id)
            fresh = {action.id: Place(action, plan, partnership) for action in plan.actions}
            self._known[action_id] = fresh.pop(action_id)
            self._known = {**fresh, **self._known}
        return self._known[action_id]

    def action(self, action_id: ActionId) -> Action:
        """Just the action. Raises `NotFound`."""
        return self.of(action_id).action

    def written(self, action_id: ActionId) -> None:
        """Say that an action has been changed, so that it is read anew."""
        self._known.pop(action_id, None)


def check_known(action_id: ActionId | None) -> ActionId:
    """The action's id. Raises `NotFound` while it is not known which action is meant."""
    if action_id is None:
        raise NotFound("the action this is about")
    return action_id
