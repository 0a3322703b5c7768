"""Members of a partnership's or a workstream's channel who lead nothing: asked there, status and history
are theirs to read.

That somebody speaks in the channel is what shows that they are in it; nothing is stored of it. The answer is
for them alone.
"""

from __future__ import annotations

from bot.card import Card
from bot.commands import Name, command_in
from bot.partnership import AccountKind, Partnership
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.services.context.standings import live_plans, plans_for_channel
from bot.services.standing import action_history, status
from bot.workstreams import spoken_of


def answer(work: UnitOfWork, text: str, channel: str | None, kind: AccountKind | None) -> Card | None:
    """What somebody is told whom the register does not have. None where they are no member of this workspace
    or it is not known, where it is no channel of ours, or where nothing is asked."""
    found = command_in(text)
    if not channel or kind is not AccountKind.MEMBER or found is None:
        return None
    shown = _shown_in(work, channel)
    if shown is None:
        return None
    partnership, plans = shown
    if found.name is Name.STATUS and plans:
        return status.of_plans(work, partnership, plans, found.argument)
    if found.name is Name.HISTORY:
        action = next((one for plan in plans if (one := plan.action(found.argument)) is not None), None)
        return action_history.history(work, action.id) if action is not None else None
    return None


def _shown_in(work: UnitOfWork, channel: str) -> tuple[Partnership, tuple[ActionPlan, ...]] | None:
    """What is spoken of in a channel: a partnership's plans, or of them what its workstreams have."""
    partnership = work.partnerships.by_channel(channel)
    if partnership is not None:
        return partnership, plans_for_channel(work, partnership)
    strands = work.workstreams.by_channel(channel)
    if not strands:
        return None
    partnership = work.partnerships.get(strands[0].partnership_id)
    live = live_plans(work, partnership)
    return partnership, tuple(plan for one in strands for plan in spoken_of(live, one))
