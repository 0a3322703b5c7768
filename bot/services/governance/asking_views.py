"""A chair or officer asks members what the people they speak for think, before the body meets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.boards import Body, goes_to, monitoring
from bot.card import Answer, Card, Placement
from bot.changes import AuditEvent, Verb
from bot.errors import NotFound, SeveralActions
from bot.instants import instant, local_day
from bot.language.dates import read_timescale
from bot.language.reading import Conventions
from bot.partnership import Meeting, Partnership, Person, PersonId
from bot.permissions import check_can_ask_views
from bot.phrases import pausing
from bot.phrases import views_asked as say
from bot.plan import ActionId, ActionPlan
from bot.ports import UnitOfWork
from bot.rounds import meeting_round
from bot.seats import Seat
from bot.services.arrangements.calendar_words import bodies_of, body_meant
from bot.services.context.closed_plans import check_not_closed
from bot.services.context.ordered import Ordered
from bot.services.context.standings import today_of
from bot.services.context.targets import Target
from bot.services.context.views_held import meant_for, reader
from bot.services.governance.view_asks import owe_asks, reminder_day, wanted
from bot.services.reports.packs import freezes_at
from bot.status_filter import plain_name
from bot.view_words import SaidAsk, ask_in, members_meant
from bot.views import MEMBERS, View, ViewId, member_seat

END_OF_DAY = time(17, 0)
"""By when a view is wanted that is asked for by a day."""


@dataclass(frozen=True, slots=True)
class _Item:
    """What is asked about: an action of a plan, or another matter of it."""

    plan: ActionPlan
    action_id: ActionId | None
    called: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whose views are asked for, of which body, for which of its meetings, and by when."""

    body: Body
    seats: tuple[Seat, ...]
    meeting: Meeting
    by_at: datetime


def on_ask_views(ordered: Ordered) -> Card:
    """ "ask the Board members for views on 2.7 before 12 Nov", "ask J Kelly for the carers' view on 2.7"."""
    said, work = ask_in(ordered.order.words), ordered.work
    if said is None:
        raise NotFound("who is asked for a view in these words")
    partnership, items = _about(ordered, said)
    check_can_ask_views(ordered.person, partnership, work.people.get)
    for item in items:
        check_not_closed(work, item.plan, partnership)
        if item.plan.is_paused(work.now):
            return pausing.nobody_asked(item.plan.title)
    found = _body_and_seats(work, partnership, items[0].plan, said.who)
    if isinstance(found, Card):
        return found
    when = _meeting_for(work, partnership, found[0].name, said)
    if isinstance(when, Card):
        return when
    return _ask(work, ordered.person, partnership, _Asked(*found, *when), items, said.whose)


def _about(ordered: Ordered, said: SaidAsk) -> tuple[Partnership, list[_Item]]:
    """What is asked about, all of it of one partnership. Raises `NotFound` or `SeveralActions`."""
    if said.refs:
        places = [ordered.place(ref) for ref in said.refs]
        if len({one.partnership.id for one in places}) > 1:
            raise SeveralActions("The board", tuple(one.partnership.name for one in places))
        items = [_Item(one.plan, one.action.id, one.action.ref) for one in places]
        return places[0].partnership, items
    seen = dict.fromkeys((*ordered.boards(), *(one for _, one in ordered.view.plans)))
    for partnership in seen:
        plans = [plan for plan, other in ordered.view.plans if other.id == partnership.id]
        if plans:
            plan = min(plans, key=lambda one: not one.is_restricted)  # it may be of what few may know of
            return partnership, [_Item(plan, None, said.matter)]
    raise NotFound("a board whose members you can ask")


def _body_and_seats(
    work: UnitOfWork, partnership: Partnership, plan: ActionPlan, who: str
) -> tuple[Body, tuple[Seat, ...]] | Card:
    """The body that is meant and whose seats of it; a card where nobody is."""
    members = members_meant(who)
    named = body_meant(members or who, bodies_of(work, partnership)) if members or who else None
    today, bodies = today_of(work, partnership), _following(work, partnership, plan)
    if members is not None or named is not None:
        if named is not None:
            bodies = [work.boards.named(partnership.id, named)]
        elif members:
            raise NotFound(f"a board or group called {members}")
        for body in bodies:
            sitting = [
                one for one in work.boards.seats(body.id) if one.role in MEMBERS and one.holds_on(today)
            ]
            if sitting:
                return body, tuple(sitting)
        return say.nobody_sits(bodies[0].name if bodies else partnership.name)
    return _named_members(work, partnership, bodies, who)


def _following(work: UnitOfWork, partnership: Partnership, plan: ActionPlan) -> list[Body]:
    """The bodies a plan goes to: the one that monitors it first."""
    today, followings = today_of(work, partnership), work.boards.following(partnership.id)
    known = [one for one in work.boards.of(partnership.id) if goes_to(followings, plan.id, one.name, today)]
    monitors = monitoring(followings, plan.id, today)
    return sorted(known, key=lambda one: monitors is None or one.id != monitors.id)


def _named_members(
    work: UnitOfWork, partnership: Partnership, bodies: Sequence[Body], who: str
) -> tuple[Body, tuple[Seat, ...]] | Card:
    """The members of these names, or those who speak for the group of this name, on one body."""
    today = today_of(work, partnership)
    names = [one.strip() for one in who.replace("&", ",").replace(" and ", ",").split(",") if one.strip()]
    people = [work.people.named(name) for name in names]
    by_name = all(len(found) == 1 for found in people)
    unseated = ""
    for body in bodies:
        seats = work.boards.seats(body.id)
        if by_name:
            held = [member_seat(seats, found[0].id, today) for found in people]
            unseated = unseated or next((n for n, one in zip(names, held, strict=True) if one is None), "")
            if all(held):
                return body, tuple(one for one in held if one is not None)
        wanted = plain_name(who.casefold().removeprefix("the "))
        of_group = [
            one
            for one in seats
            if one.role in MEMBERS and one.holds_on(today) and plain_name(one.constituency) == wanted
        ]
        if of_group:
            return body, tuple(of_group)
    if by_name:
        return say.no_member(unseated or names[0])
    raise NotFound(f"a member or a board called {who}")


def _meeting_for(
    work: UnitOfWork, partnership: Partnership, body: str, said: SaidAsk
) -> tuple[Meeting, datetime] | Card:
    """For which meeting of a body, and by when: the first whose paper is still to come, in time for it; or by
    the day that was said, for the meeting after it."""
    today = today_of(work, partnership)
    ahead = [
        one
        for one in work.meetings.of(partnership.id)
        if one.body.casefold() == body.casefold() and one.has_day and one.on.end >= today
    ]
    day = None
    if said.when:
        read = read_timescale(said.when, today, Conventions(nation=partnership.nation))
        if read is None or read.end < today:
            return say.when_by(said.when)
        day = read.end
    if day is not None and all(one.on.end != day for one in ahead):
        last = day - timedelta(days=1) if said.is_before else day
        by_at = instant(last, END_OF_DAY, partnership.zone)
        found = next((one for one in ahead if one.on.end >= day), None)
        if by_at <= work.now:
            return say.when_by(said.when)
        return (found, by_at) if found is not None else say.no_meeting(body)
    for meeting in ahead:
        if day is None or meeting.on.end == day:
            for by in _moments(partnership, meeting):
                if by > work.now:
                    return meeting, by
    return say.no_meeting(body)


def _moments(partnership: Partnership, meeting: Meeting) -> list[datetime]:
    """When views may be wanted by: with the leads' updates, else before the paper goes; a meeting without
    papers, on the day before it."""
    this, frozen_at = meeting_round(meeting, partnership), freezes_at(meeting, partnership)
    eve = instant(meeting.on.end - timedelta(days=1), END_OF_DAY, partnership.zone)
    return [one for one in (this.updates_by if this else None, frozen_at or eve) if one is not None]


def in_paper(partnership: Partnership, meeting: Meeting, by_at: datetime) -> bool:
    """Whether what is said by then is in the meeting's paper."""
    frozen_at = freezes_at(meeting, partnership)
    return frozen_at is None or by_at <= frozen_at


def _ask(
    work: UnitOfWork,
    person: Person,
    partnership: Partnership,
    asked: _Asked,
    items: Sequence[_Item],
    whose: str,
) -> Card:
    """Ask each member about each thing, once a meeting, and say who can be reached."""
    known = {
        (one.member_id, one.action_id, one.matter.casefold())
        for one in work.views.of_meeting(asked.meeting.id)
        if one.called_off_at is None
    }
    made: list[View] = []
    for seat in asked.seats:
        for item in items:
            matter = "" if item.action_id is not None else item.called
            if (seat.person_id, item.action_id, matter.casefold()) not in known:
                made.append(
                    work.views.ask(
                        partnership.id, asked.meeting.id, seat.person_id, whose or seat.constituency,
                        item.plan.id, item.action_id, matter, person.id, work.now, asked.by_at,
                    )
                )  # fmt: skip
    refs = [item.called for item in items]
    if not made:
        view = next(iter(work.views.of_meeting(asked.meeting.id)))
        return say.asked_before(refs, meant_for(work, partnership, view))
    for view in made:
        _audit(work, Verb.VIEW_ASKED, person, view)
    owe_asks(work, partnership, made)
    return _told(work, partnership, asked, made, refs)


def _told(
    work: UnitOfWork, partnership: Partnership, asked: _Asked, made: Sequence[View], refs: Sequence[str]
) -> Card:
    of: list[say.AskedOf] = []
    unreached: list[str] = []
    first = {view.member_id: view for view in reversed(made)}
    for member, view in reversed(first.items()):
        name, to = work.people.get(member).name, reader(work, partnership, view)
        if to is None:
            unreached.append(name)
            continue
        shown = name if to.id == member else f"{to.name} for {name}"
        of.append(say.AskedOf(shown, view.constituency))
    for_ = meant_for(work, partnership, made[0], in_paper=in_paper(partnership, asked.meeting, asked.by_at))
    value = " ".join(f"view:{view.id}" for view in made)
    return say.asked(for_, refs, of, unreached, value, reminder_day(partnership, work.now, asked.by_at))


def on_call_off(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The button: those who have not answered are asked no more. Raises `NotFound` for whoever may not."""
    views = [work.views.get(one) for one in target.views]
    if not views:
        raise NotFound("what this button was for")
    partnership = work.partnerships.get(views[0].partnership_id)
    check_can_ask_views(person, partnership, work.people.get)
    waiting = [one for one in views if one.is_open]
    work.views.call_off([ViewId(one.id) for one in waiting], work.now)
    for view in waiting:
        _audit(work, Verb.VIEW_CALLED_OFF, person, view)
    members = dict.fromkeys(view.member_id for view in waiting)
    names = [work.people.get(PersonId(one)).name for one in members]
    return Answer(say.called_off(names, refs_of(work, waiting)), Placement.REPLACE)


def refs_of(work: UnitOfWork, views: Sequence[View]) -> list[str]:
    """What views are of, by number or words, each once."""
    return list(dict.fromkeys(wanted(work, view).ref for view in views))


def _audit(work: UnitOfWork, verb: Verb, person: Person, view: View) -> None:
    values: dict[str, object] = {
        "member": view.member_id,
        "meeting": view.meeting_id,
        "action": view.action_id,
        "by": local_day(view.by_at, "UTC").isoformat(),
    }
    words = view.matter or None if verb is Verb.VIEW_ASKED else None
    event = AuditEvent(view.partnership_id, verb, person.id, f"view:{view.id}", values, words)
    work.audit.append(event, work.now)
