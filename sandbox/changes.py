"""The change feed: everything that happens in a workspace, told to whoever listens."""

import asyncio
import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum


class ChangeKind(Enum):
    """What happened; the page decides by it what to draw again."""

    MESSAGE_POSTED = "message_posted"
    MESSAGE_CHANGED = "message_changed"
    MESSAGE_DELETED = "message_deleted"
    REACTIONS_CHANGED = "reactions_changed"
    CHANNEL_CHANGED = "channel_changed"
    PERSON_CHANGED = "person_changed"
    VIEW_OPENED = "view_opened"
    VIEW_CHANGED = "view_changed"
    VIEW_CLOSED = "view_closed"
    HOME_CHANGED = "home_changed"
    FILE_CHANGED = "file_changed"
    CLOCK_MOVED = "clock_moved"
    CONNECTION_CHANGED = "connection_changed"
    NOTICE = "notice"


@dataclass(frozen=True)
class Change:
    """One change. `person` set means that only this person sees it; `text` carries a notice's words."""

    number: int
    kind: ChangeKind
    channel: str | None = None
    ts: str | None = None
    thread_ts: str | None = None
    person: str | None = None
    view: str | None = None
    text: str | None = None


Listener = Callable[[Change], None]


class Feed:
    """Tells listeners of changes in the order they happened, on the thread that made the change."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` for every change from now on; the answer, when called, stops that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def publish(
        self,
        kind: ChangeKind,
        *,
        channel: str | None = None,
        ts: str | None = None,
        thread_ts: str | None = None,
        person: str | None = None,
        view: str | None = None,
        text: str | None = None,
    ) -> None:
        """Tell every listener."""
        change = Change(next(self._numbers), kind, channel, ts, thread_ts, person, view, text)
        for listener in tuple(self._listeners):
            listener(change)

    @contextmanager
    def listening(self) -> Iterator["asyncio.Queue[Change]"]:
        """A queue of changes for a coroutine of the running loop, whichever thread makes them."""
        loop = asyncio.get_running_loop()
        queue: asyncio.Queue[Change] = asyncio.Queue()

        def pass_on(change: Change) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(queue.put_nowait, change)

        unsubscribe = self.subscribe(pass_on)
        try:
            yield queue
        finally:
            unsubscribe()
