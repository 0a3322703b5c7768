"""One replica: delivery worker and reconciler in a process of their own, to be killed at any moment."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from multiprocessing.synchronize import Event
from threading import Thread
from time import monotonic, sleep

from handlers.slack.connect import quiet_client
from handlers.slack.notifier import SlackNotifier
from leadline.composing import COMPOSING
from schedules.delivery_worker import DeliveryWorker
from schedules.pace import Pace
from schedules.reconciler import Reconciler
from schedules.timing import Timing
from storage import Record
from storage.engine import open_engine

AUDIT_KEY = b"a key for chaos only"
NO_LIMIT = 1_000_000

QUICK = Timing(lease=timedelta(seconds=3), http_timeout=timedelta(seconds=1), settle=timedelta(seconds=1))
"""The program's own proportions, twenty times as fast."""


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


def open_record(database_url: str) -> Record:
    """The record, as every process here opens it."""
    return Record(open_engine(database_url), SystemClock(), AUDIT_KEY)


def run(name: str, database_url: str, slack_url: str, is_up: Event) -> None:
    """Deliver until killed, and look for what others left, each in a thread of its own as in the program."""
    logging.disable(logging.CRITICAL)  # what is lost on the way is counted at the end
    record, clock = open_record(database_url), SystemClock()
    client = quiet_client("xoxb-chaos", slack_url)
    client.timeout = int(QUICK.http_timeout.total_seconds())
    notifier = SlackNotifier(client)
    worker = DeliveryWorker(
        name,
        record.outbox,
        record.open_patient_work,
        COMPOSING,
        notifier,
        clock,
        monotonic,
        Pace(NO_LIMIT, NO_LIMIT, monotonic),
        QUICK,
    )
    reconciler = Reconciler(name, record.outbox, record.open_patient_work, COMPOSING, notifier, clock, QUICK)
    record.backlog(clock.now())  # connected, and so at work
    is_up.set()
    Thread(target=_for_ever, args=(reconciler.reconcile,), daemon=True).start()
    _for_ever(worker.step)


def _for_ever(work: Callable[[], bool | None]) -> None:
    while True:
        try:
            if not work():
                sleep(0.1)
        except Exception:  # noqa: BLE001 - as in the program, a worker outlives a busy database
            sleep(0.1)
