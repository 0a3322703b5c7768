"""A status shown to a partnership's whole channel, by button or in a word, in the name of who shares it."""

from __future__ import annotations

from bot.card import Answer, Card, Placement
from bot.changes import AuditEvent, Verb
from bot.errors import NotFound
from bot.partnership import PartnershipId, Person
from bot.permissions import check_can_share
from bot.phrases import statuses
from bot.ports import UnitOfWork
from bot.services.context.notices import notify_at
from bot.services.context.ordered import Ordered
from bot.services.context.standings import plans_for_channel
from bot.services.context.targets import Target
from bot.services.standing.status import answer_for


def share(work: UnitOfWork, person: Person, partnership_id: PartnershipId, words: str) -> Card:
    """Show a status to the partnership's channel. Raises `NotAllowed`."""
    partnership = work.partnerships.get(partnership_id)
    check_can_share(person, partnership, work.people.get)
    if partnership.channel is None:
        return statuses.no_channel()
    plans = plans_for_channel(work, partnership)
    card = statuses.shared(answer_for(work, {partnership: plans}, person, words), person.name)
    subject: dict[str, object] = {"say": "shared_status", "person": person.id}
    key = f"shared:{person.id}:{work.now.isoformat()}"
    notify_at(work, partnership, partnership.channel, key, subject, body=card)
    work.audit.append(
        AuditEvent(
            partnership.id,
            Verb.STATUS_SHARED,
            person.id,
            f"partnership:{partnership.id}",
            {"actions": sum(len(plan.actions) for plan in plans)},
        ),
        work.now,
    )
    return statuses.has_been_shared()


def on_share(work: UnitOfWork, person: Person, target: Target) -> Answer:
    """The button below a status."""
    if target.partnership is None:
        raise NotFound("the partnership this button was for")
    return Answer(share(work, person, target.partnership, target.status or ""), Placement.PRIVATE)


def on_share_words(ordered: Ordered) -> Card:
    """ "share", "share late": of the partnership most likely meant, of a board this person sits on first."""
    seen = dict.fromkeys((*ordered.boards(), *(one for _, one in ordered.view.plans)))
    if not seen:
        return statuses.no_plan()
    return share(ordered.work, ordered.person, next(iter(seen)).id, ordered.order.words)
