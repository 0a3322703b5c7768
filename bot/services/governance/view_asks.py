"""Asks for views as they are sent: one message to each member, one reminder, then the officer's list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from bot.assessment import Assessed
from bot.calendar import add_working_days
from bot.card import Card
from bot.changes import AuditEvent, Verb
from bot.delivery import Delivery, Posted
from bot.errors import NotFound
from bot.instants import instant, local_day, local_time
from bot.partnership import AccountKind, Meeting, MeetingId, Partnership, Person, PersonId
from bot.phrases import views as say
from bot.phrases import views_asked, views_told
from bot.plan import ActionPlan, ActionStatus, PlanState
from bot.ports import UnitOfWork
from bot.services.asks.owed_asks import in_hours
from bot.services.context.notices import notify
from bot.services.context.places import place_of
from bot.services.context.standings import standing_of
from bot.services.context.views_held import capacity, meant_for, reader, told
from bot.services.reports.packs import freezes_at
from bot.services.updates.more_time import with_role
from bot.views import Capacity, View, ViewId

ASKED, REMINDED, NOT_IN, LATE = "view_asked", "view_reminder", "views_not_in", "view_late"
"""What the notices about views say."""

SENT = frozenset({ASKED, REMINDED})
"""Those that can be answered in their thread."""

TOLD_FOR = timedelta(days=7)
"""For so long after views were wanted an officer is still told which have not come."""

Subject = Mapping[str, object]


def wanted(work: UnitOfWork, view: View, now: Assessed | None = None) -> views_told.Wanted:
    """What a view is of, as its sentences name it."""
    if view.action_id is None:
        return views_told.Wanted(None, view.matter)
    return views_told.Wanted(place_of(work, view.action_id).action, "", now)


def reminder_day(partnership: Partnership, now: datetime, by_at: datetime) -> date | None:
    """The working day before views are wanted; None where they are wanted too soon for a reminder."""
    by = local_day(by_at, partnership.zone)
    day = add_working_days(by, -1, partnership.nation)
    return day if day > local_day(now, partnership.zone) else None


def owe_asks(work: UnitOfWork, partnership: Partnership, views: Sequence[View]) -> None:
    """Owe each member, or whoever answers for them, one message about what is not put to anybody yet."""
    for group in _by_member([one for one in views if one.is_open and one.put_to is None]):
        to = reader(work, partnership, group[0])
        if to is None:
            continue
        first = group[0]
        subject: dict[str, object] = {
            "say": ASKED, "meeting": first.meeting_id, "member": first.member_id, "reader": to.id,
        }  # fmt: skip
        key = f"views:{first.meeting_id}:{first.member_id}:{first.id}"
        notify(work, partnership, to, key, subject, due_at=in_hours(work.now, partnership, to))


def owe_views(work: UnitOfWork, partnership: Partnership, asked: Sequence[ActionPlan], now: datetime) -> None:
    """What the clock owes: asks of those who could not be reached before, the one reminder, and, when views
    are due, the officers' list of what has not come."""
    plans = {plan.id for plan in asked}
    ahead = [
        one
        for one in work.views.ahead(local_day(now, partnership.zone))
        if one.partnership_id == partnership.id and one.plan_id in plans and one.is_open
    ]
    if not ahead:
        return
    owe_asks(work, partnership, [one for one in ahead if one.by_at > now])
    for group in _by_member([one for one in ahead if one.ts is not None and now < one.by_at]):
        _owe_reminder(work, partnership, group, now)
    for meeting_id in dict.fromkeys(one.meeting_id for one in ahead):
        _owe_not_in(work, partnership, [one for one in ahead if one.meeting_id == meeting_id], now)


def _by_member(views: Sequence[View]) -> list[list[View]]:
    found: dict[tuple[MeetingId, PersonId], list[View]] = {}
    for view in views:
        found.setdefault((view.meeting_id, view.member_id), []).append(view)
    return list(found.values())


def _owe_reminder(work: UnitOfWork, partnership: Partnership, group: list[View], now: datetime) -> None:
    first = min(group, key=lambda one: one.by_at)
    if first.put_to is None or first.put_at is None:
        return
    day = reminder_day(partnership, first.put_at, first.by_at)
    if day is None or now < instant(day, partnership.rhythm.ask_at, partnership.zone):
        return
    to = work.people.get(first.put_to)
    subject: dict[str, object] = {
        "say": REMINDED, "meeting": first.meeting_id, "member": first.member_id, "reader": to.id,
    }  # fmt: skip
    key = f"view-reminder:{first.meeting_id}:{first.member_id}"
    notify(work, partnership, to, key, subject, due_at=in_hours(now, partnership, to))


def _owe_not_in(work: UnitOfWork, partnership: Partnership, views: list[View], now: datetime) -> None:
    due = [one for one in views if one.by_at <= now]
    if not due or now - max(one.by_at for one in due) > TOLD_FOR:
        return
    key = f"views-not-in:{due[0].meeting_id}:{max(one.by_at for one in due):%Y%m%dT%H%M}"
    for officer in partnership.officers:
        to = work.people.get(officer)
        subject: dict[str, object] = {"say": NOT_IN, "meeting": due[0].meeting_id}
        notify(work, partnership, to, key, subject, due_at=in_hours(now, partnership, to))


def compose_ask(work: UnitOfWork, subject: Subject) -> Card:
    """The ask, of everything that was not put to anybody yet. Raises `NotFound` when nothing is left to ask,
    or somebody else is to be asked today."""
    partnership, to, group = _group(work, subject)
    group = [one for one in group if one.put_to is None]
    if not group:
        raise NotFound("anything left to ask for a view on")
    expected = reader(work, partnership, group[0])
    if expected is None or expected.id != to.id:
        raise NotFound("this member to ask today")
    work.views.put([one.id for one in group], to.id, work.now)
    first, member = group[0], work.people.get(group[0].member_id)
    asker = with_role(work.people.get(first.asked_by), partnership)
    as_what = capacity(work, to, first) or Capacity.OWN
    shown_as = views_told.credit(to.name, member.name, as_what)
    officer = work.people.get(partnership.officers[0]).name if partnership.officers else ""
    return say.ask(
        _for(work, partnership, first),
        _wanted(work, partnership, to, group),
        first.constituency,
        asker,
        shown_as,
        _value(group),
        stands_for=member.name if to.id != member.id else "",
        introduction=say.introduction(officer, partnership.name) if to.introduced_at is None else (),
    )


def compose_reminder(work: UnitOfWork, subject: Subject) -> Card:
    """The one reminder, to whoever was asked. Raises `NotFound` when there is nothing to remind of."""
    partnership, to, group = _group(work, subject)
    group = [one for one in group if one.put_to == to.id and one.by_at > work.now]
    if not group or capacity(work, to, group[0]) is None:
        raise NotFound("anything left to ask for a view on")
    member = work.people.get(group[0].member_id)
    return say.reminder(
        _for(work, partnership, group[0]),
        _wanted(work, partnership, to, group),
        group[0].constituency,
        _value(group),
        member.name if to.id != member.id else "",
    )


def _group(work: UnitOfWork, subject: Subject) -> tuple[Partnership, Person, list[View]]:
    """What is still open of a member for a meeting, and whom it is sent to."""
    meeting = work.meetings.get(MeetingId(int(str(subject["meeting"]))))
    if meeting.removed_at is not None:
        raise NotFound("the meeting this was for")
    partnership = work.partnerships.get(meeting.partnership_id)
    to = work.people.get(PersonId(int(str(subject["reader"]))))
    found = [
        one
        for one in work.views.of_meeting(meeting.id)
        if one.member_id == subject["member"] and one.is_open and _can_be_asked(work, one)
    ]
    return partnership, to, found


def _can_be_asked(work: UnitOfWork, view: View) -> bool:
    plan = work.plans.get(view.plan_id)
    if plan.state is not PlanState.LIVE or plan.is_paused(work.now):
        return False
    return (
        view.action_id is None or place_of(work, view.action_id).action.status is not ActionStatus.WITHDRAWN
    )


def _for(work: UnitOfWork, partnership: Partnership, view: View) -> views_told.For:
    frozen_at = freezes_at(work.meetings.get(view.meeting_id), partnership)
    return meant_for(work, partnership, view, in_paper=frozen_at is None or view.by_at <= frozen_at)


def _wanted(
    work: UnitOfWork, partnership: Partnership, to: Person, group: Sequence[View]
) -> tuple[views_told.Wanted, ...]:
    """What is asked about, with how it stands for whoever has a member's account."""
    if to.account_kind is not AccountKind.MEMBER:
        return tuple(wanted(work, one) for one in group)
    plans = [work.plans.get(plan) for plan in dict.fromkeys(one.plan_id for one in group)]
    stands = {one.action.id: one for one in standing_of(work, partnership, plans, work.now)}
    return tuple(wanted(work, one, stands.get(one.action_id) if one.action_id else None) for one in group)


def _value(views: Sequence[View]) -> str:
    return " ".join(f"view:{view.id}" for view in views)


def compose_not_in(work: UnitOfWork, subject: Subject) -> Card:
    """The officer's list of what has not come. Raises `NotFound` once everything has."""
    meeting = work.meetings.get(MeetingId(int(str(subject["meeting"]))))
    views = [one for one in work.views.of_meeting(meeting.id) if one.called_off_at is None]
    waiting = [one for one in views if one.is_open]
    if not waiting:
        raise NotFound("a view that has not come")
    first = waiting[0]
    hint = views_asked.enter_hint(work.people.get(first.member_id).name, wanted(work, first).ref)
    return listed(work, meeting, views, only=waiting, hint=hint)


def listed(
    work: UnitOfWork,
    meeting: Meeting,
    views: Sequence[View],
    *,
    only: Sequence[View] | None = None,
    hint: str = "",
) -> Card:
    """How the views for a meeting stand, under what each is of; `only` some of them."""
    shown = views if only is None else only
    by_item: dict[str, list[View]] = {}
    for view in shown:
        by_item.setdefault(wanted(work, view).named, []).append(view)
    groups = [(named, [told(work, one, one.said) for one in of_it]) for named, of_it in by_item.items()]
    given = sum(one.said is not None for one in views)
    return views_told.standing(
        views_told.so_far(meeting.body, meeting.on.end, given, len(views)), groups, hint
    )


def posted(work: UnitOfWork, delivery: Delivery, where: Posted) -> None:
    """Note where an ask or a reminder stands, so that its thread is answered, and that its reader knows the
    bot now."""
    subject = delivery.owed.subject
    _, to, group = _group_sent(work, subject)
    is_reminder = subject["say"] == REMINDED
    waits = [one for one in group if (one.reminder_ts if is_reminder else one.ts) is None]
    work.views.posted([one.id for one in waits], where.channel, where.ts, is_reminder=is_reminder)
    if to.introduced_at is None and delivery.owed.partnership_id is not None:
        work.people.introduced(to.id, work.now)
        values: dict[str, object] = {"kind": str(subject["say"]), "key": delivery.owed.period_key}
        event = AuditEvent(delivery.owed.partnership_id, Verb.INTRODUCED, None, f"person:{to.id}", values)
        work.audit.append(event, work.now)


def _group_sent(work: UnitOfWork, subject: Subject) -> tuple[Meeting, Person, list[View]]:
    meeting = work.meetings.get(MeetingId(int(str(subject["meeting"]))))
    to = work.people.get(PersonId(int(str(subject["reader"]))))
    sent = [
        one
        for one in work.views.of_meeting(meeting.id)
        if one.member_id == subject["member"] and one.put_to == to.id
    ]
    return meeting, to, sent


def compose_late(work: UnitOfWork, subject: Subject) -> Card:
    """To an officer: a view that came when the paper had gone. Raises `NotFound` when it was taken back."""
    view = work.views.get(ViewId(int(str(subject["view"]))))
    if view.said is None:
        raise NotFound("the view this was about")
    partnership = work.partnerships.get(view.partnership_id)
    return views_told.late(
        wanted(work, view), told(work, view, view.said), meant_for(work, partnership, view)
    )


def is_late(work: UnitOfWork, partnership: Partnership, meeting: Meeting) -> bool:
    """Whether the meeting's paper has gone."""
    frozen_at = freezes_at(meeting, partnership)
    return frozen_at is not None and frozen_at <= work.now


def owe_late(work: UnitOfWork, partnership: Partnership, view: View, by: Person) -> None:
    """Tell the officers of a view that is not in the paper, unless they entered it."""
    for officer in partnership.officers:
        if officer != by.id:
            key = f"view-late:{view.id}:{local_time(work.now, partnership.zone):%Y%m%dT%H%M%S}"
            notify(work, partnership, work.people.get(officer), key, {"say": LATE, "view": view.id})
