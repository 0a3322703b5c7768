"""Views as they are told: whose word each is, for which meeting, and who may give one today."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from bot.absences import asked_for
from bot.boards import body_called
from bot.conversation import HeardBy
from bot.instants import local_time
from bot.partnership import Meeting, Partnership, Person
from bot.phrases import views_told as say
from bot.phrases.credits import relayed
from bot.phrases.words import quoted
from bot.plan import ActionId, ActionPlan, PlanId
from bot.ports import UnitOfWork
from bot.seats import Seat
from bot.services.context.standings import today_of
from bot.views import Capacity, ToldView, View, Wording, capacity_of, reader_of


def told(work: UnitOfWork, view: View, wording: Wording | None) -> ToldView:
    """A view in this wording; None is that nobody has answered."""
    member = work.people.get(view.member_id).name
    if wording is None:
        return ToldView(view.plan_id, view.action_id, view.matter, view.constituency, member)
    return ToldView(
        view.plan_id,
        view.action_id,
        view.matter,
        view.constituency,
        credit(work, view, wording),
        wording.words,
        is_nothing=wording.is_nothing,
        is_said=True,
    )


def credit(work: UnitOfWork, view: View, wording: Wording) -> str:
    """ "J Kelly", "L Smith (supporting J Kelly)", "J Kelly, by phone 24 Sept, entered by P Lowell"."""
    member, source = work.people.get(view.member_id).name, wording.source
    name = say.credit(work.people.get(wording.said_by).name, member, wording.capacity)
    if source.entered_by is None:
        return name
    return relayed(name, source.by or HeardBy.ELSEWHERE, source.on, work.people.get(source.entered_by).name)


def told_for(
    work: UnitOfWork, meeting: Meeting, plans: Collection[PlanId], at: datetime
) -> tuple[ToldView, ...]:
    """What was asked for a meeting of these plans, as it was known at an instant; what is of one action
    stands together."""
    of_plans = [view for view in work.views.of_meeting(meeting.id) if view.plan_id in plans]
    known = [found for view in of_plans if (found := view.known_at(at)) is not None]
    order = list(dict.fromkeys((one.action_id, one.matter) for one in known))
    known.sort(key=lambda one: order.index((one.action_id, one.matter)))
    return tuple(told(work, one, one.said) for one in known)


def seats_at(work: UnitOfWork, meeting: Meeting) -> tuple[Seat, ...]:
    """Who sits, or sat, on the body that meets."""
    body = body_called(work.boards.of(meeting.partnership_id), meeting.body)
    return work.boards.seats(body.id) if body is not None else ()


def capacity(work: UnitOfWork, person: Person, view: View) -> Capacity | None:
    """As what somebody may give this view today; None where they may not."""
    meeting = work.meetings.get(view.meeting_id)
    today = today_of(work, work.partnerships.get(view.partnership_id))
    stands_in = asked_for(work.absences.since(today), view.member_id, today)
    return capacity_of(person.id, view.member_id, stands_in, seats_at(work, meeting), today)


def reader(work: UnitOfWork, partnership: Partnership, view: View) -> Person | None:
    """Who is sent the ask today: the member, who stands in for them, or a supporter; None where nobody can
    be reached."""
    today, meeting = today_of(work, partnership), work.meetings.get(view.meeting_id)
    people = {person.id: person for person in work.people.all()}
    reachable = frozenset(one.id for one in people.values() if one.external_id is not None and one.is_active)
    stands_in = asked_for(work.absences.since(today), view.member_id, today)
    found = reader_of(view, stands_in, seats_at(work, meeting), today, reachable)
    return people[found] if found is not None else None


def lines_of(work: UnitOfWork, partnership: Partnership, action_id: ActionId) -> list[str]:
    """Every wording of every view on an action, for its history; and what is awaited."""
    lines = []
    for view in work.views.of_action(action_id):
        for_ = meant_for(work, partnership, view)
        if view.is_open:
            lines.append(
                say.in_history(for_, told(work, view, None), None, is_taken_back=False, is_last=True)
            )
        for one in view.wordings:
            at = local_time(one.at, partnership.zone)
            lines.append(
                say.in_history(
                    for_,
                    told(work, view, one),
                    at,
                    is_taken_back=one.undone_at is not None,
                    is_last=one == view.said,
                )
            )
    return lines


def meant_for(work: UnitOfWork, partnership: Partnership, view: View, *, in_paper: bool = True) -> say.For:
    """What a view is for, as its sentences say it."""
    meeting = work.meetings.get(view.meeting_id)
    return say.For(meeting.body, meeting.on.end, local_time(view.by_at, partnership.zone), in_paper)


def current_lines(work: UnitOfWork, partnership: Partnership, action_id: ActionId) -> tuple[str, ...]:
    """The views on an action for meetings that are not over, under each meeting."""
    today = today_of(work, partnership)
    lines: dict[str, list[str]] = {}
    for view in work.views.of_action(action_id):
        meeting = work.meetings.get(view.meeting_id)
        if view.called_off_at is None and meeting.removed_at is None and meeting.on.end >= today:
            heading = f"Views for {meant_for(work, partnership, view).meeting}:"
            lines.setdefault(heading, []).append(say.line(told(work, view, view.said)))
    return tuple(line for heading, found in lines.items() for line in (heading, *found))


def given_since(
    work: UnitOfWork, partnership: Partnership, plans: Collection[ActionPlan], at: datetime
) -> tuple[str, ...]:
    """What was said, or said otherwise, after an instant, of these plans and for meetings not over."""
    refs = {action.id: action.ref for plan in plans for action in plan.actions}
    shown = {plan.id for plan in plans}
    return tuple(
        f"{refs.get(view.action_id) if view.action_id else quoted(view.matter)} · "
        f"{say.line(told(work, view, view.said))}"
        for view in work.views.ahead(today_of(work, partnership))
        if view.plan_id in shown and (view.action_id is None or view.action_id in refs)
        if view.said is not None and view.said.at > at
    )
