"""The sandbox's clock: it runs with real time, can be moved forward, and never goes back."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Moved = Callable[[datetime], None]


class ClockWouldGoBack(ValueError):
    """Somebody asked for an instant that has passed."""


def real_now() -> datetime:
    """Real time. Leases, trigger ids and signatures use this, never the sandbox's time."""
    return datetime.now(UTC)


class Clock:
    """`now()` in UTC. A clock that is not running stands still between jumps, which tests like.

    It satisfies any port that asks for `now() -> aware datetime`.
    """

    def __init__(self, start: datetime | None = None, *, running: bool = True) -> None:
        self._lock = threading.Lock()
        self._running = running
        self._offset = timedelta(0) if start is None else _aware(start) - real_now()
        self._standing = real_now() + self._offset
        self._listeners: list[Moved] = []

    def now(self) -> datetime:
        """The instant it is in the sandbox."""
        return real_now() + self._offset if self._running else self._standing

    @property
    def is_running(self) -> bool:
        """Whether time passes between jumps."""
        return self._running

    def advance_to(self, instant: datetime) -> datetime:
        """Jump forward to an instant and wake the subscribers; earlier instants are refused."""
        instant = _aware(instant)
        with self._lock:
            if instant < self.now():
                raise ClockWouldGoBack(f"{instant.isoformat()} has passed; the clock only moves forward.")
            self._offset = instant - real_now()
            self._standing = instant
        for listener in tuple(self._listeners):
            listener(instant)
        return instant

    def advance_by(self, length: timedelta) -> datetime:
        """Jump forward by a length of time."""
        return self.advance_to(self.now() + length)

    def subscribe(self, listener: Moved) -> Callable[[], None]:
        """Call `listener(instant)` after each jump, on the thread that jumped; the answer stops that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe


def _aware(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("An instant needs its time zone.")
    return instant.astimezone(UTC)
