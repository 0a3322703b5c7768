"""What a delivery says, composed from the record at the moment it is claimed.

Two tables hold it all: one by the kind of delivery, one by what a reply or a notice is to say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.card import Card
from bot.conversation import UpdateId
from bot.delivery import TOO_LATE, Delivery, DeliveryKind, Posted, Skip
from bot.errors import NotFound
from bot.instants import local_day, local_time
from bot.phrases import digests, read_back
from bot.ports import UnitOfWork
from bot.services import prompts
from bot.services.credits import said_by
from bot.services.digest import compose_digest
from bot.services.packs import compose_pre_board
from bot.services.places import Places
from bot.services.read_back import told
from bot.services.replies import REPLIES

LATE = timedelta(hours=1)
"""From when on a digest says that it is late."""

Composer = Callable[[UnitOfWork, Delivery], Card | Skip]


def compose(work: UnitOfWork, delivery: Delivery) -> Card | Skip:
    """The card to post, frozen in the same transaction; or why there is nothing left to say."""
    late_after = delivery.owed.late_after
    if late_after is not None and work.now > late_after:
        outcome: Card | Skip = Skip(TOO_LATE)
    elif delivery.owed.body is not None:
        outcome = delivery.owed.body
    else:
        outcome = _composed(work, delivery)
    if isinstance(outcome, Card):
        outcome = _marked_late(work, delivery, outcome)
    if isinstance(outcome, Skip):
        work.owing.skip(delivery.id, delivery.attempt, outcome.reason)
    else:
        work.owing.freeze(delivery.id, delivery.attempt, outcome)
    return outcome


def _marked_late(work: UnitOfWork, delivery: Delivery, card: Card) -> Card:
    """A digest that could not be posted when it was due says when that was, once."""
    owed = delivery.owed
    is_late = work.now - owed.due_at >= LATE and owed.kind is DeliveryKind.WEEKLY_DIGEST and not owed.part
    if not is_late or owed.partnership_id is None:
        return card
    line = digests.was_due(local_time(owed.due_at, work.partnerships.get(owed.partnership_id).zone))
    return card if line in card.pieces else replace(card, pieces=(*card.pieces, line))


def posted(work: UnitOfWork, delivery: Delivery, where: Posted) -> None:
    """Note what follows from a delivery having been posted (a prompt's thread, an introduction made)."""
    if delivery.owed.kind in (DeliveryKind.PROMPT, DeliveryKind.REMINDER, DeliveryKind.INTRODUCTION):
        prompts.posted(work, delivery, where)


def _composed(work: UnitOfWork, delivery: Delivery) -> Card | Skip:
    """What its composer says; what it was about may be gone meanwhile, and then there is nothing to say."""
    try:
        return COMPOSERS[delivery.owed.kind](work, delivery)
    except NotFound as gone:
        return Skip(str(gone))


def _said(work: UnitOfWork, delivery: Delivery) -> Card | Skip:
    return REPLIES[str(delivery.owed.subject["say"])](work, delivery.owed.subject)


def _confirmed_line(work: UnitOfWork, delivery: Delivery) -> Card | Skip:
    """The line in the channel thread an update came from, unless it has been undone meanwhile."""
    update = work.updates.get(UpdateId(int(str(delivery.owed.subject["update"]))))
    if update.action_id is None or not update.changed:
        return Skip("nothing was saved")
    if update.state.value != "confirmed":
        return Skip("it was undone")
    places = Places(work)
    by = said_by(work, update)
    on = local_day(update.settled_at or update.made_at, places.of(update.action_id).partnership.zone)
    return read_back.confirmed_line(told(places, update), by, on)


COMPOSERS: dict[DeliveryKind, Composer] = {
    DeliveryKind.INTRODUCTION: prompts.compose_introduction,
    DeliveryKind.PROMPT: prompts.compose_prompt,
    DeliveryKind.REMINDER: prompts.compose_reminder,
    DeliveryKind.WEEKLY_DIGEST: compose_digest,
    DeliveryKind.PRE_BOARD: compose_pre_board,
    DeliveryKind.REPLY: _said,
    DeliveryKind.CONFIRMED_LINE: _confirmed_line,
    DeliveryKind.NOTICE: _said,
    DeliveryKind.CORRECTION: _said,
}
"""Who composes each kind of delivery."""
