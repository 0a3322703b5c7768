"""Work that takes long and that nobody waits for: done one after the other, beside everything else."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

MOST_WAITING = 10
"""As many errands as wait their turn; whoever asks for one more is told so at once."""


@dataclass(frozen=True, slots=True)
class _Errand:
    """What is to be done, and what is said instead when the bot stops before it is."""

    do: Callable[[], None]
    give_up: Callable[[], None]


class Errands:
    """A queue for a worker of its own, kept in memory: what is worth keeping longer is owed as a delivery.

    What a stop leaves is given up in words. A crash leaves it undone; whoever asked asks again.
    """

    def __init__(self) -> None:
        self.bell = Event()
        self._waiting: deque[_Errand] = deque()
        self._doing: _Errand | None = None

    def take(self, do: Callable[[], None], give_up: Callable[[], None]) -> bool:
        """Take on what is to be done, or given up in words; False while too many wait."""
        if len(self._waiting) >= MOST_WAITING:
            return False
        self._waiting.append(_Errand(do, give_up))
        self.bell.set()
        return True

    def step(self) -> bool:
        """Do the next errand; whether there may be another."""
        if not self._waiting:
            return False
        self._doing = self._waiting.popleft()
        try:
            self._doing.do()
        finally:
            self._doing = None
        return True

    def give_up(self) -> None:
        """Say of whatever is not done that it will not be: the bot stops."""
        left = [self._doing] if self._doing is not None else []
        for errand in (*left, *self._waiting):
            errand.give_up()
        self._waiting.clear()
