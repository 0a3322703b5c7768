"""A delivery worker over a real outbox, and a platform that keeps what it was given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from threading import Lock
from time import monotonic

from bot.card import Card, Line
from bot.delivery import Delivery, DeliveryKind, DeliveryState, Owed, Posted
from bot.partnership import Workspace
from bot.services import deliver
from bot.services.losses import tell_of_loss
from schedules.delivery_worker import LEASE, Composing, DeliveryWorker
from schedules.pace import Pace
from schedules.reconciler import Reconciler
from storage import Record
from tests.databases import StoppedClock

AT_ONCE = -LEASE - timedelta(seconds=1)
"""A settling time by which a delivery counts as abandoned the moment it was claimed."""


class Killed(BaseException):
    """The process ends here: nothing that stands after this point is run."""


class Stage:
    """Stores every post; `before` and `after` may end the process around the storing, or fail the post."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.stored: list[Delivery] = []
        self.before: Callable[[], None] = lambda: None
        self.after: Callable[[], None] = lambda: None

    def post(self, delivery: Delivery, card: Card) -> Posted:
        self.before()
        with self.lock:
            self.stored.append(delivery)
            ts = f"{len(self.stored)}.0"
        self.after()
        return Posted(delivery.owed.channel, ts)

    def find(self, delivery: Delivery, since: object) -> Posted | None:
        with self.lock:
            found = [at for at, one in enumerate(self.stored, 1) if one.id == delivery.id]
        return Posted(delivery.owed.channel, f"{found[0]}.0") if found else None

    def counts(self) -> Counter[str]:
        return Counter(one.owed.period_key for one in self.stored)


def worker(record: Record, stage: Stage, clock: StoppedClock, name: str = "worker") -> DeliveryWorker:
    return DeliveryWorker(
        name,
        record.outbox,
        record.open_patient_work,
        Composing(deliver.compose, deliver.posted, tell_of_loss, lambda card: (card,)),
        stage,
        clock,
        monotonic,
        Pace(1000.0, 1000, monotonic),
    )


def reconcile(record: Record, stage: Stage, clock: StoppedClock) -> None:
    composing = Composing(deliver.compose, deliver.posted, tell_of_loss, lambda card: (card,))
    Reconciler(record.outbox, record.open_patient_work, composing, stage, clock, AT_ONCE).reconcile()


def owe(record: Record, workspace: Workspace, clock: StoppedClock, key: str) -> None:
    card = Card(key, (Line(key),))
    with record.open_work(workspace.id) as work:
        work.owing.owe(Owed("C1", DeliveryKind.NOTICE, key, clock.now(), {"say": "x"}, body=card))


def state(record: Record, workspace: Workspace, key: str) -> DeliveryState | None:
    with record.open_work(workspace.id, read_only=True) as work:
        found = work.owing.find("C1", DeliveryKind.NOTICE, key)
    return found.state if found else None
