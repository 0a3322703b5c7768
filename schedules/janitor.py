"""Looks once more after what was posted again: where both posts came to stand, the later one is deleted.

A message is posted a second time only when the channel's history did not show the first. Should Slack show
a message later than it says, this is what mends it.
"""

from __future__ import annotations

import logging
from datetime import timedelta

from bot.delivery import Delivery
from bot.errors import HistoryUnreadable, MaybePosted, NotPosted
from bot.ports import Notifier, Outbox
from schedules.reconciler import MARGIN

log = logging.getLogger("leadline.schedules")

WAITS = (timedelta(minutes=10), timedelta(hours=24))
"""How long after its posting copies of a message are looked for, each once."""


class Janitor:
    """Deletes the later of two messages of one delivery. A channel that cannot be read is tried again at the
    next tick, for a day."""

    def __init__(self, outbox: Outbox, notifier: Notifier, waits: tuple[timedelta, ...] = WAITS) -> None:
        self._outbox = outbox
        self._notifier = notifier
        self._waits = waits

    def sweep(self) -> None:
        """Look for copies of everything whose look is due."""
        for delivery in self._outbox.to_sweep(self._waits):
            self._look_after(delivery)

    def _look_after(self, delivery: Delivery) -> None:
        try:
            copies = self._notifier.copies(delivery, delivery.owed.due_at - MARGIN)
            for later in copies[1:]:
                self._notifier.take_back(later)
        except (HistoryUnreadable, NotPosted, MaybePosted) as error:
            log.warning("copies of delivery %d: %s", delivery.id, error)
            return
        if len(copies) > 1:
            log.warning("delivery %d stood there %d times; the first is kept", delivery.id, len(copies))
        self._outbox.swept(delivery.id, delivery.sweeps)
