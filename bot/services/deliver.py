"""What a delivery says, composed from the record at the moment it is claimed.

Two tables hold it all: one by the kind of delivery, one by what a reply or a notice is to say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.card import Card
from bot.conversation import UpdateId, UpdateState
from bot.delivery import TOO_LATE, Delivery, DeliveryKind, Posted, Skip
from bot.errors import NotFound
from bot.instants import local_day, local_time
from bot.phrases import digests, read_back
from bot.ports import UnitOfWork
from bot.services.asks import prompts
from bot.services.asks.outages import with_outages
from bot.services.context.credits import said_by
from bot.services.context.places import Places
from bot.services.governance import view_asks, when_done
from bot.services.replies import REPLIES
from bot.services.reports.digest import compose_digest
from bot.services.reports.packs import compose_pre_board
from bot.services.updates.read_back import told
from bot.working_hours import hours_of

LATE = timedelta(hours=1)
"""From when on a digest says that it is late."""

OUT_OF_HOURS = "outside working hours"
"""Why a message waits."""

UNASKED = frozenset({DeliveryKind.INTRODUCTION, DeliveryKind.PROMPT, DeliveryKind.REMINDER})
_FOLLOWED = frozenset({DeliveryKind.PROMPT, DeliveryKind.REMINDER, DeliveryKind.INTRODUCTION})
UNASKED_NOTICES = frozenset(
    {
        "nudge",
        "round",
        "has_it_held",
        "forward_item",
        "outcomes",
        "meeting_without_day",
        "missed_digest",
        "away",
        "talk_wanted",
        when_done.SAY,
        *view_asks.SENT,
        view_asks.NOT_IN,
        view_asks.LATE,
    }
)
"""What comes to somebody who has not just done something: only in their working hours."""

Composer = Callable[[UnitOfWork, Delivery], Card | Skip]


def draft(work: UnitOfWork, delivery: Delivery) -> Card | Skip | None:
    """What it says, composed by who only reads; None when it is frozen already, or says something that must
    be written as well. Raises `PermissionError` then, too, since `work` only reads."""
    if delivery.owed.body is not None:
        return None
    outcome = _composed(work, delivery)
    return None if work.owing.noted else outcome


def compose(work: UnitOfWork, delivery: Delivery, drafted: Card | Skip | None = None) -> Card | Skip:
    """The card to post, frozen in the same transaction, as it was `drafted` a moment ago if it was; or why
    there is nothing left to say."""
    late_after = delivery.owed.late_after
    for until, reason in (
        (_waits_until(work, delivery), OUT_OF_HOURS),
        (when_done.looks_again_at(work, delivery.owed.subject), when_done.STILL_OPEN),
    ):
        if until is not None:
            work.owing.put_off(delivery.id, delivery.attempt, until, reason)
            return Skip(reason)
    if late_after is not None and work.now > late_after:
        outcome: Card | Skip = Skip(TOO_LATE)
    elif delivery.owed.body is not None:
        outcome = delivery.owed.body
    else:
        outcome = drafted or _composed(work, delivery)
    if isinstance(outcome, Card):
        outcome = with_outages(work, delivery, _marked_late(work, delivery, outcome))
    if isinstance(outcome, Skip):
        work.owing.skip(delivery.id, delivery.attempt, outcome.reason)
    else:
        work.owing.freeze(delivery.id, delivery.attempt, outcome)
    return outcome


def _waits_until(work: UnitOfWork, delivery: Delivery) -> datetime | None:
    """When what nobody asked for may be sent, if this is not the hour for whoever reads it: the bot may have
    been stopped when it was due."""
    owed = delivery.owed
    is_unasked = owed.kind in UNASKED or (
        owed.kind is DeliveryKind.NOTICE and owed.subject.get("say") in UNASKED_NOTICES
    )
    if not is_unasked or owed.edits_ts is not None or owed.partnership_id is None:
        return None
    hours = hours_of(work.partnerships.get(owed.partnership_id), work.people.by_identity(owed.channel))
    if owed.kind is DeliveryKind.INTRODUCTION and not hours.holds(owed.due_at):
        return None  # it answers somebody who was linked at that very hour
    at = hours.next(work.now)
    return at if at > work.now else None


def _marked_late(work: UnitOfWork, delivery: Delivery, card: Card) -> Card:
    """A digest that could not be posted when it was due says when that was, once."""
    owed = delivery.owed
    is_late = work.now - owed.due_at >= LATE and owed.kind is DeliveryKind.WEEKLY_DIGEST and not owed.part
    if not is_late or owed.partnership_id is None:
        return card
    line = digests.was_due(local_time(owed.due_at, work.partnerships.get(owed.partnership_id).zone))
    return card if line in card.pieces else replace(card, pieces=(*card.pieces, line))


def follows(delivery: Delivery) -> bool:
    """Whether anything follows from this delivery's having been posted."""
    return delivery.owed.kind in _FOLLOWED or _asks_for_a_view(delivery)


def _asks_for_a_view(delivery: Delivery) -> bool:
    return delivery.owed.kind is DeliveryKind.NOTICE and delivery.owed.subject.get("say") in view_asks.SENT


def posted(work: UnitOfWork, delivery: Delivery, where: Posted) -> None:
    """Note what follows from a delivery having been posted (a prompt's thread, an introduction made)."""
    if _asks_for_a_view(delivery):
        view_asks.posted(work, delivery, where)
    elif follows(delivery):
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
    if update.state is not UpdateState.CONFIRMED:
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
