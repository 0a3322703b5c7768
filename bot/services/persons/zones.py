"""In which zone each person's clock runs, as the platform knows it, and whose bank holidays they keep."""

from __future__ import annotations

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.card import Card
from bot.changes import AuditEvent, Verb
from bot.partnership import Nation
from bot.permissions import check_can_arrange_cover
from bot.phrases import whereabouts as say
from bot.ports import UnitOfWork
from bot.services.context.ordered import Ordered
from bot.services.persons.people import partnerships_of
from bot.services.persons.people_orders import one_person

NATIONS: dict[str, Nation] = {
    "england": "england",
    "wales": "wales",
    "scotland": "scotland",
    "northern ireland": "northern_ireland",
}
"""The nations as people write them."""


def without_zone(work: UnitOfWork) -> tuple[str, ...]:
    """The accounts of people of whose clock nothing is known yet."""
    return tuple(
        person.external_id
        for person in work.people.all()
        if person.external_id is not None and person.zone is None and person.is_active
    )


def keep_zone(work: UnitOfWork, account: str, zone: str | None) -> bool:
    """Note whose clock runs in which zone; whether that is new. A zone nobody knows is not kept."""
    person = work.people.by_identity(account)
    if person is None or not zone or person.zone == zone or not _is_zone(zone):
        return False
    work.people.keeps_time_of(person.id, zone)
    return True


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def on_works_in(ordered: Ordered) -> Card:
    """ "I work in Scotland", or "S Okoro works in Scotland" by a board officer."""
    work, order = ordered.work, ordered.order
    person = one_person(ordered, order.other) if order.other else ordered.person
    concerned = partnerships_of(work, person.id)
    check_can_arrange_cover(ordered.person, person, concerned, work.people.get)
    nation = NATIONS[" ".join(order.words.casefold().split())]
    work.people.works_in(person.id, nation)
    for partnership in concerned:
        event = AuditEvent(
            partnership.id, Verb.WORKS_IN, ordered.person.id, f"person:{person.id}", {"nation": nation}
        )
        work.audit.append(event, work.now)
    return say.works_in(person.name, nation, is_own=person.id == ordered.person.id)
