"""How the actions of a pack stood on earlier days, for the pictures of a paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.assessment import assess
from bot.instants import local_day
from bot.pack import Pack
from bot.papers.pictures import History
from bot.partnership import Partnership
from bot.past import Past, as_known
from bot.plan import ActionId, ActionPlan
from bot.ports import UnitOfWork
from bot.rag import Standing
from bot.rounds import silent_before
from bot.services.standings import rounds_of

MOST_LOOKS = 12
STEPS = (timedelta(days=14), timedelta(days=28), timedelta(days=56))
"""How far apart the looks lie: the closest that reach back to the beginning, else the widest."""


def past_colours(work: UnitOfWork, partnership: Partnership, pack: Pack) -> History:
    """Up to twelve looks at the plans of a pack, the last as the pack itself has it.

    Each plan's past is read once, however many looks are taken.
    """
    plans = [work.plans.get(one.id) for one in pack.plans]
    live = [plan.went_live_at for plan in plans if plan.went_live_at is not None]
    if not live:
        return History()
    looks = _looks(min(live), pack.as_at)
    shown = _shown(work, partnership, plans, looks)
    return History(
        days=(*(local_day(at, partnership.zone) for at in looks), pack.on),
        shown=(*shown, {line.action.id: line.now.standing for line in pack.lines}),
    )


def _looks(begins: datetime, ends: datetime) -> list[datetime]:
    """The instants before the pack, oldest first."""
    step = next((one for one in STEPS if (ends - begins) / one < MOST_LOOKS), STEPS[-1])
    back = [ends - step * number for number in range(MOST_LOOKS - 1, 0, -1)]
    return [at for at in back if at >= begins]


def _shown(
    work: UnitOfWork, partnership: Partnership, plans: Sequence[ActionPlan], looks: Sequence[datetime]
) -> list[dict[ActionId, Standing]]:
    if not looks:
        return []
    pasts = [work.plans.past(plan.id, looks[0]) for plan in plans]
    found: list[dict[ActionId, Standing]] = []
    for at in looks:
        day, around = local_day(at, partnership.zone), rounds_of(work, partnership, at)
        standings: dict[ActionId, Standing] = {}
        for plan, past in zip(plans, pasts, strict=True):
            if plan.went_live_at is None or plan.went_live_at > at:
                continue
            was = as_known(plan, _after(past, at))
            silent = silent_before(around, at, plan.went_live_at, partnership.rhythm.grace_rounds)
            standings |= {one.action.id: one.standing for one in assess(was, day, silent)}
        found.append(standings)
    return found


def _after(past: Past, at: datetime) -> Past:
    """What was recorded after a later instant; the moves taken back change no colour."""
    return Past(at, tuple(one for one in past.changes if one.at > at))
