"""The clock: a tick every half minute that lets the calendar plan what has fallen due.

APScheduler only ticks. Its job store is memory and its schedule an interval, so nothing is pickled, nothing
depends on its idea of a calendar, and a second process that ticks as well changes nothing: what is planned
is unique in the database.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from threading import Lock

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_MAX_INSTANCES, EVENT_JOB_MISSED, JobEvent
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.background import BackgroundScheduler

from bot.delivery import Owed
from bot.faults import described
from bot.partnership import WorkspaceId
from bot.ports import OpenWork, UnitOfWork, Wake, Workspaces

log = logging.getLogger("leadline.schedules")

EVERY = 30
JITTER = 5
MISSED_TICKS = 5
AT_ONCE = 25
"""So many deliveries are owed in one unit of work: on SQLite who writes keeps others waiting."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is `due` in one workspace, found by who only reads; how some of it is owed, by who writes; and how
    it is noted that the calendar is `planned` up to an instant."""

    due: Callable[[UnitOfWork, datetime], Sequence[Owed]]
    owe: Callable[[UnitOfWork, Sequence[Owed]], None]
    planned: Callable[[UnitOfWork, datetime], None]


class Clockwork:
    """Ticks until it is stopped. `chores` are done at every tick; `monotonic` measures whether the ticks
    still come."""

    def __init__(
        self,
        workspaces: Workspaces,
        open_work: OpenWork,
        calendar: Calendar,
        wake: Wake,
        chores: Sequence[Callable[[], None]],
        monotonic: Callable[[], float],
    ) -> None:
        self._workspaces = workspaces
        self._open_work = open_work
        self._calendar = calendar
        self._wake = wake
        self._chores = chores
        self._monotonic = monotonic
        self._last_tick: float | None = None
        self._one_at_a_time = Lock()
        self._scheduler = BackgroundScheduler(
            timezone=UTC,
            jobstores={"default": MemoryJobStore()},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )

    def start(self) -> None:
        """Tick now, and then every half minute or so."""
        self._scheduler.add_listener(_complain, EVENT_JOB_ERROR | EVENT_JOB_MISSED | EVENT_JOB_MAX_INSTANCES)
        # One job that stays, begun at once: a job done once is removed, and a stop meanwhile trips over that.
        self._scheduler.add_job(
            self.tick, "interval", seconds=EVERY, jitter=JITTER, id="tick", next_run_time=datetime.now(UTC)
        )
        self._scheduler.start()

    def stop(self) -> None:
        """Tick no more; a tick under way is finished first."""
        self._scheduler.shutdown(wait=True)

    def tick(self) -> None:
        """Plan what is due, do the chores, and wake the workers. Also called when the clock was moved."""
        with self._one_at_a_time:
            _guarded(self._plan_everywhere)
            for chore in self._chores:
                _guarded(chore)
            self._last_tick = self._monotonic()
        self._wake()

    def is_alive(self) -> bool:
        """Whether the ticks still come: false before the first, and after five have been missed."""
        return self._last_tick is not None and self._monotonic() - self._last_tick < MISSED_TICKS * EVERY

    def _plan_everywhere(self) -> None:
        for workspace in self._workspaces.all():
            _guarded(partial(self._plan, workspace.id))

    def _plan(self, workspace_id: WorkspaceId) -> None:
        with self._open_work(workspace_id, read_only=True) as work:
            now, found = work.now, self._calendar.due(work, work.now)
        for begin in range(0, len(found), AT_ONCE):
            with self._open_work(workspace_id) as work:
                self._calendar.owe(work, found[begin : begin + AT_ONCE])
        with self._open_work(workspace_id) as work:
            self._calendar.planned(work, now)


def _guarded(job: Callable[[], None]) -> None:
    """One workspace's trouble, or one chore's, is not the others'."""
    try:
        job()
    except Exception as error:  # noqa: BLE001 - the clock must tick on, whatever happens within a tick
        log.error("tick: %s", described(error))


def _complain(event: JobEvent) -> None:
    log.error("tick missed or failed (APScheduler event %d)", event.code)
