"""A thread that works while there is work and sleeps until the bell rings."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event, Thread
from time import monotonic

from bot.faults import described

log = logging.getLogger("leadline.schedules")

FALLBACK = 1.0
"""Seconds after which a worker looks for work though nobody rang: another process may have written some."""


class Worker:
    """Calls `step` until it says that there is nothing more, then waits for the bell. `step` does one piece
    of work; what it raises is logged by its class, and the work waits for the next look."""

    def __init__(self, name: str, step: Callable[[], bool], bell: Event, fallback: float = FALLBACK) -> None:
        self.name = name
        self._step = step
        self._bell = bell
        self._fallback = fallback
        self._stop_by: float | None = None
        self._waits = False
        self._thread = Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin; at once, since work may have been left by an earlier run."""
        self._bell.set()
        self._thread.start()

    def is_alive(self) -> bool:
        """Whether its thread runs."""
        return self._thread.is_alive()

    @property
    def is_resting(self) -> bool:
        """Whether it has done all it saw and nobody has rung since."""
        return self._waits and not self._bell.is_set()

    def stop(self, deadline: float) -> bool:
        """Finish what there is within so many seconds; whether it ended. What is left stays in its table."""
        self._stop_by = monotonic() + deadline
        self._bell.set()
        self._thread.join(deadline)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while True:
            self._waits = True
            self._bell.wait(self._fallback)
            self._waits = False
            self._bell.clear()
            is_last = self._stop_by is not None
            self._work()
            if is_last:
                return

    def _work(self) -> None:
        try:
            while self._may_go_on() and self._step():
                pass
        except Exception as error:  # noqa: BLE001 - a worker outlives whatever one piece of work does to it
            log.error("worker %s: %s", self.name, described(error))

    def _may_go_on(self) -> bool:
        return self._stop_by is None or monotonic() < self._stop_by
