"""How a recommendation stands: the worst of its open lines; delivered only when every line is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.assessment import Assessed
from bot.plan import ActionStatus
from bot.rag import Standing


@dataclass(frozen=True, slots=True)
class RollUp:
    """How many of its lines are delivered, and how the worst open one stands (complete when none is open)."""

    delivered: int
    lines: int
    standing: Standing

    @property
    def is_delivered(self) -> bool:
        """Whether every line is."""
        return self.delivered == self.lines


_WORST_FIRST = (
    Standing.RED,
    Standing.AMBER_RED,
    Standing.AMBER,
    Standing.NOT_REPORTED,
    Standing.AMBER_GREEN,
    Standing.GREEN,
    Standing.NOT_YET_DUE,
    Standing.COMPLETE,
)
"""Silence is worse than any good news, and better than a declared risk."""


def roll_up(lines: Sequence[Assessed]) -> RollUp:
    """The standing of the recommendation these lines serve."""
    delivered = sum(one.action.status is ActionStatus.COMPLETE for one in lines)
    worst = min((one.standing for one in lines), key=_WORST_FIRST.index, default=Standing.NOT_REPORTED)
    return RollUp(delivered, len(lines), worst)
