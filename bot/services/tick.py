"""The calendar: owes everything that has fallen due since the last tick.

Each delivery has a key of its own, so planning the same moment twice, or in two processes, owes it once.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.calendar import is_working_day
from bot.delivery import TOO_LATE, Delivery, DeliveryKind, DeliveryState, Owed
from bot.digest import period_key
from bot.instants import due_utc, instant, local_day, week_key
from bot.partnership import Partnership
from bot.ports import UnitOfWork
from bot.services.arrangements.meetings import owe_chases
from bot.services.asks.owed_asks import owe_introductions, owe_round
from bot.services.context.notices import notify
from bot.services.context.standings import asked_plans, live_plans, rounds_of
from bot.services.governance.forward import owe_forward
from bot.services.governance.holding import owe_checks
from bot.services.governance.view_asks import owe_views
from bot.services.reports.outcomes import owe_outcomes
from bot.services.reports.packs import owe_packs
from bot.services.rounds.lead_list import owe_lead_list
from bot.services.rounds.officer_round import owe_officer_round
from bot.services.updates.nudges import owe_nudges
from bot.workstreams import Workstream, posts_digest

JOB = "calendar"
LONGEST_CATCH_UP = timedelta(days=14)


def due(work: UnitOfWork, now: datetime) -> tuple[Owed, ...]:
    """Every prompt, reminder, introduction and digest due in (planned_to, now] of this workspace that is not
    owed yet. `work` only reads: looking through every plan is slow, and who writes keeps others waiting.

    What falls due of a paused plan is left out, and not made up for; its board still gets its packs.
    """
    _owe_all(work, now)
    return work.owing.noted


def owe(work: UnitOfWork, found: Sequence[Owed]) -> None:
    """Owe some of what was found to be due; owing it again does no harm."""
    for owed in found:
        work.owing.owe(owed)


def planned(work: UnitOfWork, now: datetime) -> None:
    """Note that the calendar is planned up to this instant."""
    planned_to = work.owing.planned_to(JOB)
    if planned_to is None or planned_to < now:
        work.owing.set_planned_to(JOB, now)


def _owe_all(work: UnitOfWork, now: datetime) -> None:
    planned_to = work.owing.planned_to(JOB) or now - timedelta(minutes=1)
    if planned_to >= now:
        return
    since = max(planned_to, now - LONGEST_CATCH_UP)
    digests = work.owing.recent(DeliveryKind.WEEKLY_DIGEST.value, now - LONGEST_CATCH_UP)
    for partnership in work.partnerships.all():
        plans = live_plans(work, partnership)
        if not plans:
            continue
        around = rounds_of(work, partnership, now)
        asked = asked_plans(work, partnership)
        for plan in asked:
            owe_introductions(work, plan, partnership, now)
            for this in around:
                owe_round(work, plan, partnership, this, now)
        owe_packs(work, partnership, since, now)
        owe_outcomes(work, partnership, now)
        owe_forward(work, partnership, now)
        if asked:
            _owe_digests(work, partnership, since, now)
            owe_chases(work, partnership, now)
            owe_checks(work, partnership, asked, now)
            owe_views(work, partnership, asked, now)
            owe_lead_list(work, partnership, now)
            owe_nudges(work, partnership, asked, now)
            for this in around:
                owe_officer_round(work, partnership, asked, this, now)
        _tell_of_missed(work, partnership, digests, now)


def _owe_digests(work: UnitOfWork, partnership: Partnership, since: datetime, now: datetime) -> None:
    """The digest of everything to the partnership's channel, and each workstream's to its own."""
    found = digests_due(partnership, since, now)
    strands = work.workstreams.of(partnership.id) if found else ()
    for week, due_at in found:
        if partnership.channel is not None:
            work.owing.owe(_digest(partnership, partnership.channel, week, due_at))
        for one in strands:
            if one.channel is not None and posts_digest(one, partnership):
                work.owing.owe(_digest(partnership, one.channel, week, due_at, one))


def _digest(
    partnership: Partnership, channel: str, week: str, due_at: datetime, of: Workstream | None = None
) -> Owed:
    subject: dict[str, object] = {"partnership": partnership.id, "week": week}
    return Owed(
        channel=channel,
        kind=DeliveryKind.WEEKLY_DIGEST,
        period_key=period_key(week, of.id if of is not None else None),
        due_at=due_at,
        subject=subject if of is None else {**subject, "workstream": of.id},
        partnership_id=partnership.id,
        late_after=due_at + timedelta(hours=partnership.rhythm.digest_late_cutoff_hours),
    )


def _tell_of_missed(
    work: UnitOfWork, partnership: Partnership, digests: Sequence[Delivery], now: datetime
) -> None:
    """A digest that came too late is left out, and the board officers are told of it, each once; what they
    are told of the partnership's own goes for the workstreams' of that week too."""
    for missed in digests:
        if "workstream" in missed.owed.subject and partnership.channel is not None:
            continue
        is_missed = missed.state is DeliveryState.SKIPPED and missed.reason == TOO_LATE
        if not is_missed or missed.owed.partnership_id != partnership.id or missed.owed.part:
            continue
        for officer in partnership.officers:
            subject: dict[str, object] = {"say": "missed_digest", "partnership": partnership.id}
            notify(work, partnership, work.people.get(officer), f"missed:{missed.id}", subject, due_at=now)


def digests_due(partnership: Partnership, since: datetime, now: datetime) -> tuple[tuple[str, datetime], ...]:
    """The weekly digests due in (since, now]: the week's key and the instant, a bank holiday moved past.

    The key is the ISO week of the printed day, so that a digest that moves is still that week's.
    """
    rhythm, zone = partnership.rhythm, partnership.zone
    day = local_day(since, zone) - timedelta(days=14)
    last = local_day(now, zone)
    found = []
    while day <= last:
        if day.isoweekday() == rhythm.digest_weekday:
            year, week, weekday = day.isocalendar()
            moved = _moved(day, partnership)
            at = (
                due_utc(year, week, weekday, rhythm.digest_at, zone)
                if moved == day
                else instant(moved, rhythm.digest_at, zone)
            )
            if since < at <= now:
                found.append((week_key(day), at))
        day += timedelta(days=1)
    return tuple(found)


def _moved(day: date, partnership: Partnership) -> date:
    """A digest that falls on a bank holiday goes out on the next working day; a weekend chosen is kept."""
    if day.isoweekday() > 5:
        return day
    while not is_working_day(day, partnership.nation):
        day += timedelta(days=1)
    return day
