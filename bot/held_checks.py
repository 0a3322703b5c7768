"""When to look whether a completed action has held, as items of a forward plan."""

from __future__ import annotations

from collections.abc import Iterable

from bot.boards import ForwardItem, ForwardItemId, ForwardKind
from bot.partnership import PartnershipId
from bot.phrases.dates import day_with_year
from bot.plan import Action, ActionStatus
from bot.timescale import Timescale

NO_ROW = ForwardItemId(0)
"""These are kept with their action, not in the forward plan itself."""


def held_checks(actions: Iterable[Action], partnership_id: PartnershipId) -> tuple[ForwardItem, ...]:
    """An item for every completed action that is to be looked at again."""
    return tuple(
        ForwardItem(
            NO_ROW,
            partnership_id,
            ForwardKind.HELD_CHECK,
            f"{action.ref} {action.title}",
            Timescale.of_day(action.check_on, day_with_year(action.check_on)),
        )
        for action in actions
        if action.check_on is not None and action.status is ActionStatus.COMPLETE
    )
