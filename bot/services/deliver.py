"""What a delivery says, composed from the record at the moment it is claimed."""

from __future__ import annotations

from bot.card import Card
from bot.delivery import Delivery, Posted, Skip
from bot.phrases import help as say
from bot.ports import UnitOfWork


def compose(work: UnitOfWork, delivery: Delivery) -> Card | Skip:
    """The card to post, frozen in the same transaction; or why there is nothing left to say."""
    card = delivery.owed.body or (
        say.unknown_person() if delivery.owed.subject.get("say") == "unknown_person" else say.lead_help()
    )
    work.owing.freeze(delivery.id, delivery.attempt, card)
    return card


def posted(work: UnitOfWork, delivery: Delivery, where: Posted) -> None:
    """Note what follows from a delivery having been posted (a prompt's thread, an introduction made)."""
