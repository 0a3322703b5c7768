"""What has changed between two looks at a plan: since the papers, since the board last met, since a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.assessment import Assessed
from bot.fields import FIELDS
from bot.plan import Action

_COMPARED = (*FIELDS, "approved_due", "baseline_due")


@dataclass(frozen=True, slots=True)
class NewsOf:
    """An action as it stands and as it stood; `was` is None when it was not in the plan then."""

    now: Assessed
    was: Assessed | None

    @property
    def action(self) -> Action:
        """The action as it stands."""
        return self.now.action

    @property
    def is_other_colour(self) -> bool:
        """Whether something else is shown for it now."""
        return self.was is not None and self.was.standing is not self.now.standing

    @property
    def is_other_forecast(self) -> bool:
        """Whether it is expected at another time now."""
        return self.was is not None and self.was.action.forecast_due != self.now.action.forecast_due


def news_between(now: Sequence[Assessed], before: Sequence[Assessed]) -> tuple[NewsOf, ...]:
    """The actions of which something that a person reads has changed, in printed order.

    Time alone is no news here: an action that became late by waiting is on the list of late ones.
    """
    was = {one.action.id: one for one in before}
    return tuple(
        NewsOf(one, was.get(one.action.id))
        for one in now
        if one.action.id not in was or _differs(one.action, was[one.action.id].action)
    )


def _differs(now: Action, was: Action) -> bool:
    return now is not was and any(getattr(now, field) != getattr(was, field) for field in _COMPARED)
