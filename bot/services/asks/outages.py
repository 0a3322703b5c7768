"""What people are told of a time in which the bot could not be reached: whoever wrote must write again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.card import Card
from bot.delivery import Delivery, DeliveryKind
from bot.instants import local_time
from bot.outages import Outage
from bot.phrases import faults
from bot.ports import UnitOfWork
from bot.services.context.notices import notify

ASKS = (DeliveryKind.PROMPT, DeliveryKind.REMINDER)
"""What brings the word of an outage to everybody."""


def tell_of_outage(work: UnitOfWork, outage: Outage) -> None:
    """Owe every board officer a notice. Everybody else is told with what they are asked next."""
    for partnership in work.partnerships.all():
        card = faults.was_away(_local([outage], partnership.zone)[0])
        for officer in partnership.officers:
            key = f"away:{outage.since.isoformat()}"
            notify(work, partnership, work.people.get(officer), key, {"say": "away"}, body=card)


def with_outages(work: UnitOfWork, delivery: Delivery, card: Card) -> Card:
    """The card and, under a question, when the bot could not be reached since its reader was asked last (or
    was introduced)."""
    owed = delivery.owed
    if owed.kind not in ASKS or owed.part or owed.partnership_id is None:
        return card
    reader = work.people.by_identity(owed.channel)
    if reader is None:
        return card
    since = work.owing.asked_before(delivery, ASKS) or reader.introduced_at
    missed = work.outages.ended_after(since) if since is not None else ()
    if not missed:
        return card
    zone = work.partnerships.get(owed.partnership_id).zone
    return replace(card, pieces=(*card.pieces, faults.please_send_again(_local(missed, zone))))


def _local(outages: Sequence[Outage], zone: str) -> list[faults.Away]:
    return [(local_time(one.since, zone), local_time(one.until, zone)) for one in outages]
