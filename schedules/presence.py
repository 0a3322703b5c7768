"""Notes at every tick that this replica can be reached; after a time in which none could, people are told.

The platform sends a message again for some minutes, and then no more: what was written in a longer silence
is lost, and only its author can bring it back.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.errors import RecordBusy
from bot.outages import UNHEARD, Outage
from bot.ports import Clock, Heartbeats, OpenWork, UnitOfWork, Workspaces


class Presence:
    """`can_be_reached` asks the line to the platform; `seconds` is real time, which a clock that is moved by
    hand must not be taken for; `tell` plans what is said of an outage in one workspace, where planning it
    again does nothing."""

    def __init__(
        self,
        name: str,
        heartbeats: Heartbeats,
        workspaces: Workspaces,
        open_work: OpenWork,
        clock: Clock,
        can_be_reached: Callable[[], bool],
        tell: Callable[[UnitOfWork, Outage], None],
        seconds: Callable[[], float],
    ) -> None:
        self._name = name
        self._heartbeats = heartbeats
        self._workspaces = workspaces
        self._open_work = open_work
        self._clock = clock
        self._can_be_reached = can_be_reached
        self._tell = tell
        self._seconds = seconds
        self._last: float | None = None
        self._is_saved = True
        self._untold: list[Outage] = []

    def is_saved(self) -> bool:
        """Whether the record took what was last to be noted: on a full disk it can be read, and no more."""
        return self._is_saved

    def note(self) -> None:
        """Say that we are here, unless the platform cannot reach us; and tell of a silence that is over."""
        if not self._can_be_reached():
            return
        now = self._seconds()
        was_here = self._last is not None and now - self._last <= UNHEARD.total_seconds()
        try:
            outage = self._heartbeats.beat(self._name, self._clock.now(), was_here=was_here)
        except Exception as error:
            self._is_saved = isinstance(error, RecordBusy)  # then somebody else is writing
            raise
        self._last, self._is_saved = now, True
        if outage is not None:
            self._untold.append(outage)
        self._tell_everywhere()

    def _tell_everywhere(self) -> None:
        """The record gives an outage once: until it is told of everywhere, that is tried at every tick."""
        while self._untold:
            for workspace in self._workspaces.all():
                with self._open_work(workspace.id) as work:
                    self._tell(work, self._untold[0])
            del self._untold[0]
