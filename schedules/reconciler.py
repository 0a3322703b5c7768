"""Finds out what became of deliveries whose posting was never confirmed."""

from __future__ import annotations

import logging
from datetime import timedelta

from bot.delivery import Delivery, DeliveryState
from bot.errors import HistoryUnreadable
from bot.ports import Clock, Notifier, OpenWork, Outbox
from schedules.delivery_worker import REPOSTING, Composing, follow_up

log = logging.getLogger("leadline.schedules")

SETTLE = timedelta(seconds=120)
"""How long after its lease a message that was stored is certain to show in the platform's history."""

MARGIN = timedelta(minutes=1)
UNKNOWN = DeliveryState.UNKNOWN


class Reconciler:
    """Asks the platform's history: found is posted; not found is tried once more; otherwise it is unknown,
    and said to be so. Nothing is posted again blindly."""

    def __init__(
        self,
        outbox: Outbox,
        open_work: OpenWork,
        composing: Composing,
        notifier: Notifier,
        clock: Clock,
        settle: timedelta = SETTLE,
    ) -> None:
        self._outbox = outbox
        self._open_work = open_work
        self._composing = composing
        self._notifier = notifier
        self._clock = clock
        self._settle = settle

    def reconcile(self) -> None:
        """Settle every abandoned delivery that can be settled."""
        for delivery in self._outbox.abandoned(self._settle):
            self._look_for(delivery)

    def _look_for(self, delivery: Delivery) -> None:
        try:
            found = self._notifier.find(delivery, delivery.owed.due_at - MARGIN)
        except HistoryUnreadable:
            self._unknown(delivery, "history unreadable")
            return
        if found is not None:
            posted = self._composing.posted
            follow_up(self._open_work, delivery, lambda work: posted(work, delivery, found))
            self._outbox.resolve(delivery.id, delivery.attempt, DeliveryState.POSTED, found.ts)
        elif delivery.reason == REPOSTING:
            self._unknown(delivery, "not found twice")
        else:
            self._outbox.later(delivery.id, delivery.attempt, self._clock.now(), REPOSTING)

    def _unknown(self, delivery: Delivery, why: str) -> None:
        log.error("delivery %d: %s; whether it was posted is unknown", delivery.id, why)
        if self._outbox.resolve(delivery.id, delivery.attempt, UNKNOWN, None):
            lost = self._composing.lost
            follow_up(
                self._open_work, delivery, lambda work: lost(work, delivery, DeliveryState.UNKNOWN, why)
            )
