"""What a commit rings so that workers need not poll for it."""

from __future__ import annotations

from threading import Event


class Bell:
    """Rings for everybody who listens. `ring` is the `Wake` that services are given."""

    def __init__(self) -> None:
        self._listeners: list[Event] = []

    def listen(self) -> Event:
        """An event that every ring sets; whoever waits for it clears it."""
        heard = Event()
        self._listeners.append(heard)
        return heard

    def ring(self) -> None:
        """Wake everybody who listens."""
        for heard in self._listeners:
            heard.set()
