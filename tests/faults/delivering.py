"""A delivery worker over a real outbox, and a platform that keeps what it was given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from threading import Lock
from time import monotonic

from bot.card import Card, Line
from bot.delivery import Delivery, DeliveryKind, DeliveryState, Owed, Posted
from bot.partnership import Workspace
from bot.ports import Notifier
from leadline.composing import COMPOSING
from schedules.delivery_worker import Composing, DeliveryWorker
from schedules.pace import Pace
from schedules.reconciler import Reconciler
from schedules.timing import USUAL, Timing
from storage import Record
from tests.databases import StoppedClock

AT_ONCE = Timing(settle=-USUAL.lease - timedelta(seconds=1))
"""By this a delivery counts as abandoned the moment it was claimed."""


class Killed(BaseException):
    """The process ends here: nothing that stands after this point is run."""


class Stage:
    """Stores every post; `before` and `after` may end the process around the storing, or fail the post."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.stored: list[Delivery] = []
        self.deleted: set[int] = set()
        self.history: Exception | None = None
        self.before: Callable[[], None] = lambda: None
        self.after: Callable[[], None] = lambda: None

    def is_shared(self, channel: str) -> bool | None:
        return None

    def post(self, delivery: Delivery, card: Card) -> Posted:
        self.before()
        with self.lock:
            self.stored.append(delivery)
            ts = f"{len(self.stored)}.0"
        self.after()
        return Posted(delivery.owed.channel, ts)

    def find(self, delivery: Delivery, since: object) -> Posted | None:
        return next(iter(self.copies(delivery, since)), None)

    def copies(self, delivery: Delivery, since: object) -> tuple[Posted, ...]:
        if self.history is not None:
            raise self.history
        with self.lock:
            found = [at for at, one in enumerate(self.stored, 1) if one.id == delivery.id]
        return tuple(Posted(delivery.owed.channel, f"{at}.0") for at in found if at not in self.deleted)

    def take_back(self, posted: Posted) -> None:
        self.deleted.add(int(posted.ts.split(".")[0]))

    def counts(self) -> Counter[str]:
        return Counter(one.owed.period_key for one in self.stored)


def composing() -> Composing:
    """The program's own, but that every card is one message."""
    return replace(COMPOSING, fit=lambda card: (card,))


def worker(
    record: Record,
    notifier: Notifier,
    clock: StoppedClock,
    name: str = "worker",
    monotonic: Callable[[], float] = monotonic,
    given: Composing | None = None,
) -> DeliveryWorker:
    return DeliveryWorker(
        name,
        record.outbox,
        record.open_patient_work,
        given or composing(),
        notifier,
        clock,
        monotonic,
        Pace(1000.0, 1000, monotonic),
    )


def drain(delivering: DeliveryWorker) -> None:
    while delivering.step():
        pass


def reconcile(record: Record, notifier: Notifier, clock: StoppedClock) -> None:
    Reconciler(
        "reconciler",
        record.outbox,
        record.open_patient_work,
        composing(),
        notifier,
        clock,
        AT_ONCE,
        lambda _: None,
    ).reconcile()


def owe(record: Record, workspace: Workspace, clock: StoppedClock, key: str) -> None:
    card = Card(key, (Line(key),))
    with record.open_work(workspace.id) as work:
        work.owing.owe(Owed("C1", DeliveryKind.NOTICE, key, clock.now(), {"say": "x"}, body=card))


def state(record: Record, workspace: Workspace, key: str) -> DeliveryState | None:
    with record.open_work(workspace.id, read_only=True) as work:
        found = work.owing.find("C1", DeliveryKind.NOTICE, key)
    return found.state if found else None
