"""Actions that passed from one lead to another."""

from __future__ import annotations

from typing import Protocol

from bot.handovers import HandOver
from bot.plan import ActionId


class HandOvers(Protocol):
    """The hand-overs of one workspace."""

    def add(self, hand_over: HandOver) -> None:
        """Let the next lead take the last one's place, in the same part, and keep that it was so. Raises
        `NotFound` when the last one does not lead the action."""
        ...

    def of_action(self, action_id: ActionId) -> tuple[HandOver, ...]:
        """Every hand-over of an action, oldest first."""
        ...
