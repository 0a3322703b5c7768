"""Works on kept events, one at a time and in the order they came."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta

from bot.delivery import InboxEvent
from bot.faults import described
from bot.ports import Inbox

log = logging.getLogger("leadline.schedules")

LEASE = timedelta(seconds=60)


class InboxWorker:
    """`handle` works on one event and closes it, or raises; `give_up` is told of one that failed for good."""

    def __init__(
        self,
        name: str,
        inbox: Inbox,
        handle: Callable[[InboxEvent], None],
        give_up: Callable[[InboxEvent], None],
    ) -> None:
        self._name = name
        self._inbox = inbox
        self._handle = handle
        self._give_up = give_up

    def step(self) -> bool:
        """Work on the next event; whether to look for another at once. A failure waits for the next look."""
        event = self._inbox.claim(self._name, LEASE)
        if event is None:
            return False
        try:
            self._handle(event)
        except Exception as error:  # noqa: BLE001 - whatever it raised, the event is tried again
            log.warning("event %s, attempt %d: %s", event.key, event.attempts, described(error))
            if self._inbox.failed(event.id, type(error).__name__):
                log.error("event %s is given up", event.key)
                self._give_up(event)
            return False
        return True
