"""Once a day, what has been kept long enough is forgotten."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date

from bot.errors import RecordBusy
from bot.ports import Clock, OpenWork, UnitOfWork, Workspaces

log = logging.getLogger("leadline.schedules")


class Retention:
    """Runs at the first tick of each day, and of each start; a busy record is tried again at the next."""

    def __init__(
        self,
        workspaces: Workspaces,
        open_work: OpenWork,
        clock: Clock,
        forget: Callable[[UnitOfWork], object],
    ) -> None:
        self._workspaces = workspaces
        self._open_work = open_work
        self._clock = clock
        self._forget = forget
        self._done_on: date | None = None

    def enforce(self) -> None:
        """Forget what is due, unless that was done today."""
        today = self._clock.now().date()
        if self._done_on == today:
            return
        try:
            for workspace in self._workspaces.all():
                with self._open_work(workspace.id) as work:
                    self._forget(work)
        except RecordBusy:
            log.warning("the record is busy; what is due to be forgotten waits for the next tick")
            return
        self._done_on = today
