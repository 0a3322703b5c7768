"""Plans as they were known at an earlier instant, and the instants that people name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time

from bot.assessment import Assessed
from bot.dated import RecordKind
from bot.instants import end_of_day, instant, local_day
from bot.meetings import last_met
from bot.news import NewsOf, news_between
from bot.partnership import Meeting, Partnership
from bot.past import Past, as_known, served_then
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.services.arrangements.calendar_words import body_named
from bot.services.context.standings import standing_of
from bot.services.reports.packs import freezes_at
from bot.status_question import Question, Since

_MIDNIGHT = time(0, 0)


def plans_at(work: UnitOfWork, plans: Sequence[ActionPlan], at: datetime) -> tuple[ActionPlan, ...]:
    """The plans as they were known then; those that were not live yet are left out."""
    return tuple(
        as_known(plan, work.plans.past(plan.id, at))
        for plan in plans
        if plan.went_live_at is not None and plan.went_live_at <= at
    )


def partnership_at(
    work: UnitOfWork, partnership: Partnership, plans: Sequence[ActionPlan], at: datetime
) -> Partnership:
    """The partnership with what it had set then."""
    return served_then(partnership, work.plans.past(plans[0].id, at)) if plans else partnership


def papers_went(work: UnitOfWork, partnership: Partnership, now: datetime) -> datetime | None:
    """When the last pack was frozen; where none was kept, when the last papers were due to go."""
    last = work.records.latest(partnership.id, RecordKind.PACK, now)
    if last is not None:
        return last.as_at
    gone = [
        at
        for meeting in work.meetings.of(partnership.id)
        if (at := freezes_at(meeting, partnership)) is not None and at <= now
    ]
    return max(gone, default=None)


_KEPT: dict[int, tuple[Past, Sequence[Assessed], tuple[NewsOf, ...]]] = {}
MOST_KEPT = 8
"""As many answers are remembered, each with the very values it was worked out from."""


def met_last(work: UnitOfWork, partnership: Partnership, asked: Question) -> Meeting | None:
    """The latest meeting that was held, of the body that was named or of any."""
    known = work.meetings.of(partnership.id)
    body = body_named(asked.body, tuple(dict.fromkeys(one.body for one in known))) if asked.body else None
    if asked.body and body is None:
        return None
    return last_met(known, local_day(work.now, partnership.zone), body)


def instant_of(work: UnitOfWork, partnership: Partnership, asked: Question) -> datetime | None:
    """The instant after which news counts; None when there is none yet."""
    if asked.since is Since.PAPERS:
        return papers_went(work, partnership, work.now)
    if asked.since is Since.BOARD:
        met = met_last(work, partnership, asked)
        return None if met is None else end_of_day(met.on.end, partnership.zone)
    return None if asked.day is None else instant(asked.day, _MIDNIGHT, partnership.zone)


def news_since(
    work: UnitOfWork,
    partnership: Partnership,
    plans: Sequence[ActionPlan],
    now: Sequence[Assessed],
    at: datetime,
) -> tuple[NewsOf, ...]:
    """What has changed after an instant; nothing of a plan that was not live then."""
    found: list[NewsOf] = []
    for plan in plans:
        if plan.went_live_at is None or plan.went_live_at > at:
            continue
        past = work.plans.past(plan.id, at)
        held = _KEPT.get(id(past))
        if held is not None and held[0] is past and held[1] is now:
            found += held[2]
            continue
        changed = {one.action_id for one in past.changes}
        new = {action.id for action in plan.actions if action.added_at is not None and action.added_at > at}
        told = changed | new
        touched = tuple(action for action in plan.actions if action.id in changed)
        known = as_known(replace(plan, actions=touched), past)
        before = standing_of(work, served_then(partnership, past), (known,), at)
        news = news_between([one for one in now if one.action.id in told], before)
        if len(_KEPT) >= MOST_KEPT:
            _KEPT.clear()
        _KEPT[id(past)] = (past, now, news)
        found += news
    return tuple(found)
