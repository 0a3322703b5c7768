"""Once a day, what has been kept long enough is forgotten."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.errors import RecordBusy
from bot.partnership import WorkspaceId
from bot.ports import Clock, OpenWork, UnitOfWork, Workspaces
from bot.retention import Outdated

log = logging.getLogger("leadline.schedules")

AT_ONCE: Final = 50
"""So much is forgotten in one unit of work: on SQLite who writes keeps others waiting."""


@dataclass(frozen=True, slots=True)
class Forgetting:
    """What is `outdated` in one workspace, found by who only reads, and how some of it is forgotten."""

    outdated: Callable[[UnitOfWork], Sequence[Outdated]]
    forget: Callable[[UnitOfWork, Sequence[Outdated]], object]


class Retention:
    """Runs at the first tick of each day, and of each start; a busy record is tried again at the next."""

    def __init__(
        self, workspaces: Workspaces, open_work: OpenWork, clock: Clock, forgetting: Forgetting
    ) -> None:
        self._workspaces = workspaces
        self._open_work = open_work
        self._clock = clock
        self._forgetting = forgetting
        self._done_on: date | None = None

    def enforce(self) -> None:
        """Forget what is due, unless that was done today."""
        today = self._clock.now().date()
        if self._done_on == today:
            return
        try:
            for workspace in self._workspaces.all():
                self._forget_in(workspace.id)
        except RecordBusy:
            log.warning("the record is busy; what is due to be forgotten waits for the next tick")
            return
        self._done_on = today

    def _forget_in(self, workspace_id: WorkspaceId) -> None:
        with self._open_work(workspace_id, read_only=True) as work:
            found = self._forgetting.outdated(work)
        for begin in range(0, len(found), AT_ONCE):
            with self._open_work(workspace_id) as work:
                self._forgetting.forget(work, found[begin : begin + AT_ONCE])
