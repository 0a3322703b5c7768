"""How a partnership's actions stand now: its live plans assessed together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.assessment import Assessed, assess
from bot.instants import local_day
from bot.meetings import scheduled_at
from bot.partnership import Meeting, Partnership
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.rounds import Round, rounds, silent_before


def live_plans(work: UnitOfWork, partnership: Partnership) -> tuple[ActionPlan, ...]:
    """The plans people are asked about."""
    return tuple(plan for plan in work.plans.live() if plan.partnership_id == partnership.id)


def asked_plans(work: UnitOfWork, partnership: Partnership) -> tuple[ActionPlan, ...]:
    """The live plans that are not paused just now."""
    return tuple(plan for plan in live_plans(work, partnership) if not plan.is_paused(work.now))


def plans_for_channel(work: UnitOfWork, partnership: Partnership) -> tuple[ActionPlan, ...]:
    """The live plans that may be spoken of in the partnership's channel."""
    return tuple(
        plan
        for plan in live_plans(work, partnership)
        if partnership.channel_is_restricted or not plan.is_restricted
    )


def rounds_of(work: UnitOfWork, partnership: Partnership, at: datetime) -> tuple[Round, ...]:
    """The partnership's rounds around an instant, by the calendar as it was known then."""
    return rounds(partnership, meetings_at(work, partnership, at), at)


def meetings_at(work: UnitOfWork, partnership: Partnership, at: datetime) -> tuple[Meeting, ...]:
    """The calendar as it was known at an instant; as it is, for one that is now or ahead."""
    if at >= work.now:
        return work.meetings.of(partnership.id)
    ever, changed = work.meetings.ever(partnership.id), work.meetings.changed_since(partnership.id, at)
    return scheduled_at(ever, changed, at)


def standing_of(
    work: UnitOfWork, partnership: Partnership, plans: Sequence[ActionPlan], at: datetime
) -> tuple[Assessed, ...]:
    """Every action of these plans as it stands at an instant, in printed order."""
    today = local_day(at, partnership.zone)
    around = rounds_of(work, partnership, at)
    found = [
        assess(plan, today, silent_before(around, at, plan.asked_since(at), partnership.rhythm.grace_rounds))
        for plan in plans
    ]
    return found[0] if len(found) == 1 else tuple(one for assessed in found for one in assessed)


def today_of(work: UnitOfWork, partnership: Partnership) -> date:
    """The day it is for the partnership."""
    return local_day(work.now, partnership.zone)


def plan_name(work: UnitOfWork, partnership: Partnership, plan: ActionPlan) -> str:
    """What a plan is called to its leads: the partnership's own short name while it is the only one."""
    return partnership.name if len(live_plans(work, partnership)) <= 1 else plan.title
