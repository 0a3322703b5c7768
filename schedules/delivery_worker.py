"""Claims what is owed, composes it, posts it once, and records where it came to stand.

The claim and the frozen words are committed before the network is touched. What is certainly not posted
goes back or fails; what may have been posted stays claimed until `Reconciler` has looked for it.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.card import Card
from bot.delivery import MOST_FAILURES, Delivery, DeliveryId, DeliveryKind, DeliveryState, Posted, Skip
from bot.errors import MaybePosted, NotPosted
from bot.faults import described
from bot.ports import Clock, Notifier, OpenWork, Outbox, UnitOfWork
from schedules.pace import Pace
from schedules.timing import USUAL, Timing

log = logging.getLogger("leadline.schedules")

PAUSE_AFTER_FAULT = timedelta(seconds=5)
FAILED = DeliveryState.FAILED
DIGESTS = (DeliveryKind.WEEKLY_DIGEST, DeliveryKind.PRE_BOARD)


@dataclass(frozen=True, slots=True)
class Composing:
    """Whether a delivery is kept from its channel (`held_back`, which puts it off or skips it, told whether
    others share the channel), what it says (`draft`, as far as who only reads can tell, else None; `compose`,
    which is given that, and freezes or skips it), whether anything follows from its having been posted
    (`follows`) and what (`posted`), what follows from its having failed or become unknown (`lost`), and how a
    card is cut into cards that the platform takes as one message each (`fit`)."""

    held_back: Callable[[UnitOfWork, Delivery, bool | None], bool]
    draft: Callable[[UnitOfWork, Delivery], Card | Skip | None]
    compose: Callable[[UnitOfWork, Delivery, Card | Skip | None], Card | Skip]
    follows: Callable[[Delivery], bool]
    posted: Callable[[UnitOfWork, Delivery, Posted], None]
    lost: Callable[[UnitOfWork, Delivery, DeliveryState, str], None]
    fit: Callable[[Card], tuple[Card, ...]]


def follow_up(open_work: OpenWork, delivery: Delivery, note: Callable[[UnitOfWork], None]) -> None:
    """Note what follows from a delivery's end. A fault here changes nothing about how it ended."""
    try:
        with open_work(delivery.workspace_id) as work:
            note(work)
    except Exception as error:  # noqa: BLE001 - the message was posted, or was not, whatever cannot be noted
        log.error("after delivery %d: %s", delivery.id, described(error))


def _lanes(delivery: Delivery) -> tuple[str, ...]:
    """What is paced: the channel and, before it, the digests of a workspace together. Many fall due at one
    instant, and the platform keeps no promise about a burst over a workspace's channels."""
    owed = delivery.owed
    if owed.kind in DIGESTS:
        return f"digests of {delivery.workspace_id}", owed.channel
    return (owed.channel,)


class DeliveryWorker:
    """Delivers, one at a time. `monotonic` measures leases: a clock that is moved by hand must not."""

    def __init__(
        self,
        name: str,
        outbox: Outbox,
        open_work: OpenWork,
        composing: Composing,
        notifier: Notifier,
        clock: Clock,
        monotonic: Callable[[], float],
        pace: Pace,
        timing: Timing = USUAL,
    ) -> None:
        self._name = name
        self._outbox = outbox
        self._open_work = open_work
        self._composing = composing
        self._notifier = notifier
        self._clock = clock
        self._monotonic = monotonic
        self._pace = pace
        self._timing = timing
        self._faults: Counter[DeliveryId] = Counter()

    def step(self) -> bool:
        """Deliver the next message; whether there may be another."""
        send_by = self._monotonic() + self._timing.send_within
        delivery = self._outbox.claim(self._name, self._clock.now(), self._timing.lease)
        if delivery is None:
            return False
        wait = next(filter(None, map(self._pace.wait, _lanes(delivery))), 0.0)
        if wait:
            self._put_off(delivery, timedelta(seconds=wait), "paced")
            return True
        card = self._composed(delivery)
        if card is not None and self._monotonic() > send_by:
            # Another worker may hold the delivery by the time this post would arrive.
            self._put_off(delivery, timedelta(), "too slow")
        elif card is not None:
            self._post(delivery, card)
        return True

    def _composed(self, delivery: Delivery) -> Card | None:
        """The card to post. Whether others share the channel is asked before each post: it can become so."""
        try:
            is_shared = self._notifier.is_shared(delivery.owed.channel)
            draft = self._drafted(delivery) if is_shared is False else None
            with self._open_work(delivery.workspace_id) as work:
                if is_shared is not False and self._composing.held_back(work, delivery, is_shared):
                    return None
                outcome = self._composing.compose(work, delivery, draft)
                return None if isinstance(outcome, Skip) else self._first_of(work, delivery, outcome)
        except NotPosted as refusal:
            self._refused(delivery, refusal)
            return None
        except Exception as error:  # noqa: BLE001 - one message that cannot be composed must not stop the rest
            log.error("delivery %d: %s", delivery.id, described(error))
            self._could_not_compose(delivery, type(error).__name__)
            return None

    def _could_not_compose(self, delivery: Delivery, reason: str) -> None:
        """Put it off, a little longer each time, or give it up. Its attempts do not tell how often that was:
        being paced, or waiting for the platform to come back, takes attempts too."""
        self._faults[delivery.id] += 1
        faults = self._faults[delivery.id]
        if faults < MOST_FAILURES:
            self._put_off(delivery, PAUSE_AFTER_FAULT * faults, reason)
        else:
            self._fail(delivery, reason)

    def _drafted(self, delivery: Delivery) -> Card | Skip | None:
        """What it says, looked up while nobody waits for the one turn to write; None where saying it writes,
        or is frozen already."""
        try:
            with self._open_work(delivery.workspace_id, read_only=True) as work:
                return self._composing.draft(work, delivery)
        except PermissionError:
            return None

    def _first_of(self, work: UnitOfWork, delivery: Delivery, card: Card) -> Card:
        """The card, or, when it is too long for one message, its first part. The others are then owed: each
        goes out after the one before it, in the thread of the first."""
        first, *rest = self._composing.fit(card)
        if rest:
            work.owing.freeze(delivery.id, delivery.attempt, first)
            owed, last = delivery.owed, delivery.owed.part
            while work.owing.find(owed.channel, owed.kind, owed.period_key, last + 1):
                last += 1  # its composer cut it too: what did not fit in one of its parts goes to the end
            for number, part in enumerate(rest, start=last + 1):
                work.owing.owe(replace(owed, part=number, body=part))
        return first

    def _post(self, delivery: Delivery, card: Card) -> None:
        del self._faults[delivery.id]
        try:
            posted = self._notifier.post(delivery, card)
        except NotPosted as refusal:
            self._refused(delivery, refusal)
        except MaybePosted as doubt:
            log.warning("delivery %d may have been posted: %s", delivery.id, doubt.reason)
        else:
            self._record(delivery, posted)

    def _refused(self, delivery: Delivery, refusal: NotPosted) -> None:
        log.warning("delivery %d was not posted: %s", delivery.id, refusal.reason)
        if refusal.retry_after is None:
            self._fail(delivery, refusal.reason)
        else:
            wait = refusal.retry_after.total_seconds()
            if refusal.holds_all:
                self._pace.hold_all(wait)
            else:
                self._pace.hold(delivery.owed.channel, wait)
            self._put_off(delivery, refusal.retry_after, refusal.reason)

    def _record(self, delivery: Delivery, posted: Posted) -> None:
        """Note what follows, and then that it was posted: whoever dies in between leaves both to be found."""
        if self._composing.follows(delivery):
            follow_up(self._open_work, delivery, lambda work: self._composing.posted(work, delivery, posted))
        self._outbox.posted(delivery.id, delivery.attempt, posted.ts)

    def _fail(self, delivery: Delivery, reason: str) -> None:
        del self._faults[delivery.id]
        if self._outbox.failed(delivery.id, delivery.attempt, reason):
            tell = self._composing.lost
            follow_up(self._open_work, delivery, lambda work: tell(work, delivery, FAILED, reason))

    def _put_off(self, delivery: Delivery, wait: timedelta, reason: str) -> None:
        self._outbox.later(delivery.id, delivery.attempt, self._clock.now() + wait, reason)
