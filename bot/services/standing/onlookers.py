"""Members of a partnership's channel who lead nothing: asked there, status and history are theirs to read.

That somebody speaks in the channel is what shows that they are in it; nothing is stored of it. The answer is
for them alone.
"""

from __future__ import annotations

from bot.card import Card
from bot.commands import Name, command_in
from bot.partnership import AccountKind
from bot.ports import UnitOfWork
from bot.services.context.standings import plans_for_channel
from bot.services.standing import action_history, status


def answer(work: UnitOfWork, text: str, channel: str | None, kind: AccountKind | None) -> Card | None:
    """What somebody is told whom the register does not have. None where they are no member of this workspace
    or it is not known, where it is no partnership's channel, or where nothing is asked."""
    partnership = work.partnerships.by_channel(channel) if channel and kind is AccountKind.MEMBER else None
    found = command_in(text)
    if partnership is None or found is None:
        return None
    plans = plans_for_channel(work, partnership)
    if found.name is Name.STATUS and plans:
        return status.of_plans(work, partnership, plans, found.argument)
    if found.name is Name.HISTORY:
        action = next((one for plan in plans if (one := plan.action(found.argument)) is not None), None)
        return action_history.history(work, action.id) if action is not None else None
    return None
