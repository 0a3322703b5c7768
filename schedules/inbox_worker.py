"""Works on kept events, one at a time and in the order they came."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import timedelta

from bot.delivery import MOST_FAILURES, InboxEvent
from bot.faults import described
from bot.ports import Clock, Inbox

log = logging.getLogger("leadline.schedules")

LEASE = timedelta(seconds=60)

PAUSES = tuple(timedelta(seconds=seconds) for seconds in (1, 5, 20, 60))
"""How long an event is left alone after its first failure, its second, and so on: most troubles pass."""

WORDS_ARE_KEPT = timedelta(hours=24)
"""How long the words of an event are kept that nobody could work on. Those of a handled one go at once."""


class InboxWorker:
    """`handle` works on one event and closes it, or raises; `give_up` is told of one that failed for good."""

    def __init__(
        self,
        name: str,
        inbox: Inbox,
        handle: Callable[[InboxEvent], None],
        give_up: Callable[[InboxEvent], None],
        pauses: Sequence[timedelta] = PAUSES,
    ) -> None:
        self._name = name
        self._inbox = inbox
        self._handle = handle
        self._give_up = give_up
        self._pauses = pauses

    def step(self) -> bool:
        """Work on the next event; whether to look for another at once. A failure waits for the next look."""
        event = self._inbox.claim(self._name, LEASE)
        if event is None:
            return False
        if event.attempts > MOST_FAILURES:
            self._failed(event, "its worker ended")
            return True
        try:
            self._handle(event)
        except Exception as error:  # noqa: BLE001 - whatever it raised, the event is tried again
            log.warning("event %s, attempt %d: %s", event.key, event.attempts, described(error))
            self._failed(event, type(error).__name__)
            return False
        return True

    def _failed(self, event: InboxEvent, error_class: str) -> None:
        """Tell first, then close: whoever dies in between leaves an event that is told of again, which the
        key of its notice makes one notice."""
        if event.attempts >= MOST_FAILURES:
            log.error("event %s is given up", event.key)
            if not self._is_told(event) and event.attempts == MOST_FAILURES:
                return  # told once more when the lease has run out
        pause = self._pauses[event.attempts - 1] if event.attempts <= len(self._pauses) else timedelta()
        self._inbox.failed(event.id, error_class, pause)

    def _is_told(self, event: InboxEvent) -> bool:
        try:
            self._give_up(event)
        except Exception as error:  # noqa: BLE001 - an event that cannot be told of must not hold up others
            log.error("event %s, telling of it: %s", event.key, described(error))
            return False
        return True


def forget_words(inbox: Inbox, clock: Clock) -> None:
    """Empty the words of events that were given up a day ago."""
    inbox.forget(clock.now() - WORDS_ARE_KEPT)
