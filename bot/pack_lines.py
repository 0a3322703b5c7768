"""One action as a pack holds it: how it stands now, and how it stood when the board last met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.assessment import Assessed
from bot.plan import Action, ActionId
from bot.rag import Standing


@dataclass(frozen=True, slots=True)
class Seen:
    """How an action stood when the board last met."""

    standing: Standing
    is_late: bool
    is_forecast_late: bool


@dataclass(frozen=True, slots=True)
class PackLine:
    """One action of the pack; `was` is None when the board has not seen it before."""

    now: Assessed
    was: Seen | None = None

    @property
    def action(self) -> Action:
        """The action itself, whole."""
        return self.now.action


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """Words that were read but never confirmed; the pack gives them as they were said."""

    action_id: ActionId
    by: str
    words: str
    on: date


_RANKS = (
    Standing.RED,
    Standing.AMBER_RED,
    Standing.AMBER,
    Standing.AMBER_GREEN,
    Standing.GREEN,
    Standing.COMPLETE,
)


def movement(line: PackLine) -> int:
    """How many steps better (or, negative, worse) an action's colour is; 0 where there is none to compare."""
    if line.was is None or line.was.standing not in _RANKS or line.now.standing not in _RANKS:
        return 0
    return _RANKS.index(line.now.standing) - _RANKS.index(line.was.standing)


def seen_of(before: Sequence[Assessed]) -> dict[ActionId, Seen]:
    """How each action stood, by its id."""
    return {one.action.id: Seen(one.standing, one.is_late, one.is_forecast_late) for one in before}
