"""How the actions of a pack stood on an earlier day, and what was decided of them since: for a look back."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.assessment import assess
from bot.errors import PaperUnmade
from bot.governance import ExtensionState
from bot.instants import end_of_day, local_day
from bot.pack import Pack
from bot.papers.look_back import LookBack
from bot.partnership import Partnership
from bot.past import as_known, served_then, withdrawn_between
from bot.phrases import papers as say
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.rounds import silent_before
from bot.services.context.standings import rounds_of

HALF_A_YEAR = timedelta(days=182)
"""An anniversary nearer than this is looked back on at the next one: a fortnight is no year."""


def look_back(work: UnitOfWork, partnership: Partnership, pack: Pack, since: date | None) -> LookBack:
    """The past of the pack's actions since a day; unless it is said, since the anniversary to look back on.

    Where the record begins later, from its beginning. Raises `PaperUnmade` for a day that is not past.
    """
    plans = [work.plans.get(one.id) for one in pack.plans]
    live = [local_day(at, partnership.zone) for plan in plans if (at := plan.went_live_at) is not None]
    begins = min(live, default=pack.on)
    wanted = anniversary(begins, pack.on) if since is None else since
    first = max(wanted, begins)
    if first >= pack.on:
        raise PaperUnmade(say.nothing_to_look_back_on(first, begins, pack.on))
    at = end_of_day(first, partnership.zone)
    found = [_of(work, partnership, plan, at, pack.as_at) for plan in plans]
    return LookBack(
        since=first,
        at=at,
        then=tuple(one for each in found for one in each.then),
        withdrawn=tuple(one for each in found for one in each.withdrawn),
        granted=tuple(
            one
            for one in work.extensions.of_plans([plan.id for plan in plans])
            if one.state is ExtensionState.GRANTED
            and one.decided_at is not None
            and at < one.decided_at <= pack.as_at
        ),
        asked_from=since if since is not None and since < begins else None,
    )


def anniversary(begins: date, on: date) -> date:
    """The latest anniversary of this day that is at least half a year ago; the day itself until then."""
    years = (_on_the_day(begins, year) for year in range(on.year, begins.year, -1))
    return next((day for day in years if day <= on - HALF_A_YEAR), begins)


def _on_the_day(day: date, year: int) -> date:
    """The same day of another year; for 29 February the 28th."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(year, 2, 28) if is_leap_day else day.replace(year=year)


def _of(
    work: UnitOfWork, partnership: Partnership, plan: ActionPlan, at: datetime, until: datetime
) -> LookBack:
    """Of one plan, from this instant or, if that was later, from when it went live."""
    begins = max(at, plan.went_live_at or at)
    past = work.plans.past(plan.id, begins)
    was, now = as_known(plan, past), as_known(plan, work.plans.past(plan.id, until))
    then = served_then(partnership, past)
    silent = silent_before(
        rounds_of(work, then, begins), begins, was.asked_since(begins), then.rhythm.grace_rounds
    )
    day = local_day(begins, partnership.zone)
    return LookBack(day, begins, assess(was, day, silent), withdrawn_between(now, was))
