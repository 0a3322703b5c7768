"""Finds out what became of deliveries whose posting was never confirmed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from time import sleep

from bot.delivery import Delivery, DeliveryState, Posted
from bot.errors import HistoryUnreadable
from bot.ports import Clock, Notifier, OpenWork, Outbox
from schedules.delivery_worker import Composing, follow_up
from schedules.timing import USUAL, Timing

log = logging.getLogger("leadline.schedules")

MARGIN = timedelta(hours=3)
"""How far before a delivery fell due its channel's history is read: the platform's clock says when a message
was stored, ours when it was due, and ours may be ahead."""

AGAIN_AFTER = 1.0
"""Seconds after which a history that could not be read is asked for once more: most failures pass."""

MOST_REPOSTS = 1
UNKNOWN = DeliveryState.UNKNOWN


class Reconciler:
    """Takes an abandoned delivery over and asks the platform's history: found is posted; not found is tried
    once more; otherwise it is unknown, and said to be so. Nothing is posted again blindly."""

    def __init__(
        self,
        name: str,
        outbox: Outbox,
        open_work: OpenWork,
        composing: Composing,
        notifier: Notifier,
        clock: Clock,
        timing: Timing = USUAL,
        pause: Callable[[float], None] = sleep,
    ) -> None:
        self._name = name
        self._outbox = outbox
        self._open_work = open_work
        self._composing = composing
        self._notifier = notifier
        self._clock = clock
        self._timing = timing
        self._pause = pause

    def reconcile(self) -> None:
        """Settle every abandoned delivery that can be settled."""
        held = (self._timing.settle, self._timing.lease)
        while delivery := self._outbox.take_over(self._name, *held):
            self._look_for(delivery)

    def _look_for(self, delivery: Delivery) -> None:
        try:
            found = self._found(delivery)
        except HistoryUnreadable as refusal:
            self._unknown(delivery, f"history unreadable ({refusal})")
            return
        if found is not None:
            posted = self._composing.posted
            follow_up(self._open_work, delivery, lambda work: posted(work, delivery, found))
            self._outbox.resolve(delivery.id, delivery.attempt, DeliveryState.POSTED, found.ts)
        elif delivery.reposts >= MOST_REPOSTS:
            self._unknown(delivery, "not found twice")
        else:
            self._outbox.repost(delivery.id, delivery.attempt, self._clock.now())

    def _found(self, delivery: Delivery) -> Posted | None:
        """The message, if the history has it. Raises `HistoryUnreadable` when it cannot be read twice."""
        since = delivery.owed.due_at - MARGIN
        try:
            return self._notifier.find(delivery, since)
        except HistoryUnreadable:
            self._pause(AGAIN_AFTER)
            return self._notifier.find(delivery, since)

    def _unknown(self, delivery: Delivery, why: str) -> None:
        log.error("delivery %d: %s; whether it was posted is unknown", delivery.id, why)
        if self._outbox.resolve(delivery.id, delivery.attempt, UNKNOWN, None):
            lost = self._composing.lost
            follow_up(self._open_work, delivery, lambda work: lost(work, delivery, UNKNOWN, why))
