"""How the actions of a pack stood on earlier days, for the pictures of a paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from bot.assessment import assess
from bot.instants import local_day
from bot.meetings import scheduled_at
from bot.pack import Pack
from bot.papers.pictures import History
from bot.partnership import Partnership
from bot.past import Past, Recorded, as_known
from bot.plan import ActionId, ActionPlan
from bot.ports import UnitOfWork
from bot.rag import Standing
from bot.rounds import rounds, silent_before

MOST_LOOKS = 12
STEPS = (timedelta(days=14), timedelta(days=28), timedelta(days=56))
"""How far apart the looks lie: the closest that reach back to the beginning, else the widest."""


def past_colours(
    work: UnitOfWork, partnership: Partnership, pack: Pack, since: datetime | None = None
) -> History:
    """Up to twelve looks at the plans of a pack, the last as the pack itself has it; the first at `since`,
    where that is given.

    Each plan's past is read once, however many looks are taken.
    """
    plans = [work.plans.get(one.id) for one in pack.plans]
    live = [plan.went_live_at for plan in plans if plan.went_live_at is not None]
    if not live:
        return History()
    looks = _looks(min(live), pack.as_at) if since is None else _evenly(since, pack.as_at)
    if not looks:
        return History()
    ever, changed = work.meetings.ever(partnership.id), work.meetings.changed_since(partnership.id, looks[0])
    shown: list[dict[ActionId, Standing]] = [{} for _ in looks]
    for plan in plans:
        backwards = _backwards(plan, work.plans.past(plan.id, looks[0]), looks)
        for at, was, standings in zip(reversed(looks), backwards, reversed(shown), strict=True):
            if plan.went_live_at is None or plan.went_live_at > at:
                continue
            around = rounds(partnership, scheduled_at(ever, changed, at), at)
            silent = silent_before(around, at, plan.asked_since(at), partnership.rhythm.grace_rounds)
            found = assess(was, local_day(at, partnership.zone), silent)
            standings |= {one.action.id: one.standing for one in found}
    return History(
        days=(*(local_day(at, partnership.zone) for at in looks), pack.on),
        shown=(*shown, {line.action.id: line.now.standing for line in pack.lines}),
    )


def _looks(begins: datetime, ends: datetime) -> list[datetime]:
    """The instants before the pack, oldest first."""
    step = next((one for one in STEPS if (ends - begins) / one < MOST_LOOKS), STEPS[-1])
    back = [ends - step * number for number in range(MOST_LOOKS - 1, 0, -1)]
    return [at for at in back if at >= begins]


def _evenly(begins: datetime, ends: datetime) -> list[datetime]:
    """The instants before the pack, oldest first: so far apart that the first is the beginning."""
    number = min(MOST_LOOKS - 1, max(1, (ends - begins).days // STEPS[0].days))
    return [begins + (ends - begins) / number * step for step in range(number)]


def _backwards(plan: ActionPlan, past: Past, looks: Sequence[datetime]) -> Iterator[ActionPlan]:
    """The plan as it was known at each look, the newest first; each change is taken back once.

    The moves taken back meanwhile are left out: they change no colour.
    """
    changes = list(past.changes)
    for at in reversed(looks):
        since: list[Recorded] = []
        while changes and changes[-1].at > at:
            since.append(changes.pop())
        plan = as_known(plan, Past(at, tuple(reversed(since)), people=past.people))
        yield plan
