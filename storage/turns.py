"""Who writes next to a SQLite database, among the threads of this process.

SQLite has one writer at a time and lets the others look again after ever longer naps, so that whoever is
unlucky waits longest. Here the turn is handed on: to events on their way in, which are brief and which the
platform waits for; then to whoever may wait least, and of those to who came first.
Another process is still met by SQLite's own lock.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from heapq import heapify, heappop, heappush
from itertools import count
from threading import Event, Lock

from bot.errors import RecordBusy


@dataclass(order=True, slots=True)
class _Waiting:
    is_behind: bool
    may_wait: timedelta
    number: int
    turn: Event = field(compare=False, default_factory=Event)


class Turns:
    """The right to write, held by one thread at a time."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._is_taken = False
        self._waiting: list[_Waiting] = []
        self._numbers = count()

    @property
    def waiting(self) -> int:
        """How many wait for the turn."""
        return len(self._waiting)

    @contextmanager
    def taken(self, may_wait: timedelta, *, is_first: bool = False) -> Iterator[None]:
        """Hold the right until the block ends; `is_first` goes before all that are not. Raises `RecordBusy`
        when the turn does not come in time."""
        self._take(may_wait, is_first=is_first)
        try:
            yield
        finally:
            self._hand_on()

    def _take(self, may_wait: timedelta, *, is_first: bool) -> None:
        with self._lock:
            if not self._is_taken:
                self._is_taken = True
                return
            mine = _Waiting(not is_first, may_wait, next(self._numbers))
            heappush(self._waiting, mine)
        if mine.turn.wait(may_wait.total_seconds()):
            return
        with self._lock:
            if mine.turn.is_set():
                return  # it was handed on in this very moment
            self._waiting.remove(mine)
            heapify(self._waiting)
        raise RecordBusy

    def _hand_on(self) -> None:
        with self._lock:
            if self._waiting:
                heappop(self._waiting).turn.set()
            else:
                self._is_taken = False
