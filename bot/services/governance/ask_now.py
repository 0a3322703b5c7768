"""A chair asks for one update now: politely, on record, once a day an action."""

from __future__ import annotations

from bot.absences import asked_for
from bot.card import Answer, Card, Placement
from bot.changes import AuditEvent, Verb
from bot.errors import NotFound
from bot.partnership import Person, PersonId
from bot.permissions import check_can_ask_update
from bot.phrases import helping as say
from bot.phrases import pausing
from bot.ports import UnitOfWork
from bot.services.context.closed_plans import check_not_closed
from bot.services.context.ordered import Ordered
from bot.services.context.places import Place, place_of
from bot.services.context.standings import today_of
from bot.services.context.targets import Target
from bot.services.updates.consequences import asks_for, tell
from bot.services.updates.more_time import with_role
from bot.status_filter import plain_name


def on_ask(ordered: Ordered) -> Card:
    """ "ask 1.10", or "ask T Vance about 1.10"."""
    place = ordered.place()
    named = plain_name(ordered.order.other)
    leads = place.action.reporting_leads
    if named and not any(named == plain_name(lead.name) for lead in leads):
        raise NotFound(f"{ordered.order.other} among the leads of {place.action.ref}")
    return ask(ordered.work, ordered.person, place, named)


def ask(work: UnitOfWork, person: Person, place: Place, named: str = "") -> Card:
    """Ask the reporting leads (or the one named) for a line."""
    check_can_ask_update(person, place.action, place.partnership, work.people.get)
    check_not_closed(work, place.plan, place.partnership)
    if place.plan.is_paused(work.now):
        return pausing.nobody_asked(place.plan.title)
    today = today_of(work, place.partnership)
    asked, unreached, before = [], [], False
    for lead in place.action.reporting_leads:
        if named and named != plain_name(lead.name):
            continue
        answers = asked_for(work.absences.since(today), lead.speaks, today)
        reader = work.people.get(answers) if answers is not None else None
        if reader is None or reader.external_id is None or not reader.is_active:
            unreached.append(lead.name)
            continue
        stands_for = lead.person_id if reader.id != lead.person_id else None
        subject: dict[str, object] = {"say": "ask_now", "by": person.id, "lead": reader.id, "for": stands_for}
        key = f"ask-now:{place.action.id}:{lead.person_id}:{today}"
        if tell(work, place, reader.id, key, subject):
            asked.append(f"{reader.name} for {lead.name}" if stands_for is not None else lead.name)
        else:
            before = True
    if before and not asked:
        return say.asked_today(place.action)
    if asked:
        event = AuditEvent(
            place.partnership.id, Verb.UPDATE_ASKED_FOR, person.id, f"action:{place.action.id}"
        )
        work.audit.append(event, work.now)
    return say.asked_for_line(place.action, asked, unreached)


def compose(work: UnitOfWork, place: Place, by: PersonId, stands_for: str = "") -> Card:
    """What the lead is asked, with the meeting it is for."""
    today = today_of(work, place.partnership)
    meetings = work.meetings.of(place.partnership.id)
    before = next((one for one in meetings if one.on.end >= today), None)
    asker = with_role(work.people.get(by), place.partnership)
    return say.would_like_a_line(place.action, asker, before, stands_for)


def on_ask_update(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The button of the same."""
    return Answer(ask(work, person, place_of(work, target.action)), Placement.PRIVATE)


def on_cannot_now(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The lead cannot before then: whoever asked is told."""
    place = place_of(work, target.action)
    told = []
    for asked in asks_for(work, action_id=place.action.id, lead=person.id):
        asker = PersonId(int(str(asked.owed.subject["by"])))
        subject: dict[str, object] = {"say": "cannot_now", "person": person.id}
        tell(work, place, asker, f"cannot-now:{asked.id}", subject)
        told.append(work.people.get(asker).name)
    if not told:
        raise NotFound("who asked for this")
    return Answer(say.cannot_noted(told[-1]), Placement.REPLACE)
