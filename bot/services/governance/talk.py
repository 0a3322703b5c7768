""" "Talk to P Lowell": the board officer is told that a lead would like to talk about an action."""

from __future__ import annotations

from collections.abc import Mapping

from bot.card import Answer, Card, Placement
from bot.changes import AuditEvent, Verb
from bot.partnership import Partnership, Person, PersonId
from bot.permissions import check_can_ask_more_time
from bot.phrases import talking as say
from bot.plan import ActionId
from bot.ports import UnitOfWork
from bot.services.context.places import place_of
from bot.services.context.standings import today_of
from bot.services.context.targets import Target
from bot.services.updates.consequences import tell

SAY = "talk_wanted"


def talks_to(work: UnitOfWork, partnership: Partnership, lead: PersonId) -> Person | None:
    """The first board officer who can be reached here and is not the lead."""
    officers = (work.people.get(one) for one in partnership.officers if one != lead)
    return next((one for one in officers if one.external_id is not None and one.is_active), None)


def on_talk(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """Tell the officer, once a day an action; for its leads and who stands in for them."""
    place = place_of(work, target.action)
    check_can_ask_more_time(person, place.action, place.partnership)
    officer = talks_to(work, place.partnership, person.id)
    if officer is None:
        return Answer(say.cannot_be_told(place.action), Placement.PRIVATE)
    key = f"talk:{place.action.id}:{today_of(work, place.partnership)}"
    if not tell(work, place, officer.id, key, {"say": SAY, "person": person.id}):
        return Answer(say.passed_on_today(place.action, officer.name), Placement.PRIVATE)
    event = AuditEvent(
        place.partnership.id, Verb.TALK_WANTED, person.id, f"action:{place.action.id}", {"of": officer.id}
    )
    work.audit.append(event, work.now)
    return Answer(say.passed_on(place.action, officer.name), Placement.PRIVATE)


def told(work: UnitOfWork, subject: Mapping[str, object]) -> Card:
    """What the officer reads."""
    action = place_of(work, ActionId(int(str(subject["action"])))).action
    return say.wants_to_talk(action, work.people.get(PersonId(int(str(subject["person"])))).name)
