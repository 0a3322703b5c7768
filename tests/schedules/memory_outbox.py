"""An outbox, its units of work and a platform, in memory: what the delivery worker and the reconciler see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from bot.card import Card, Line
from bot.delivery import Delivery, DeliveryId, DeliveryKind, DeliveryState, Owed, Posted
from bot.partnership import WorkspaceId
from tests.schedules.hand_clock import HandClock

_HELD = (DeliveryState.POSTING, DeliveryState.CHECKING)


@dataclass
class Row:
    delivery: Delivery
    not_before: datetime


class MemoryOutbox:
    """Keeps deliveries in a list; fenced by attempt as the real one is."""

    def __init__(self, clock: HandClock) -> None:
        self.clock = clock
        self.rows: list[Row] = []

    def owe(self, owed: Owed) -> bool:
        delivery = Delivery(
            DeliveryId(len(self.rows) + 1), WorkspaceId(1), owed, DeliveryState.PENDING, attempt=0
        )
        self.rows.append(Row(delivery, owed.due_at))
        return True

    def claim(self, worker: str, now: datetime, lease: timedelta) -> Delivery | None:
        due = [
            row for row in self.rows if row.delivery.state is DeliveryState.PENDING and row.not_before <= now
        ]
        if not due:
            return None
        row = min(due, key=lambda row: (row.delivery.owed.due_at, row.delivery.owed.part))
        row.delivery = replace(row.delivery, state=DeliveryState.POSTING, attempt=row.delivery.attempt + 1)
        return row.delivery

    def posted(self, delivery_id: DeliveryId, attempt: int, ts: str) -> bool:
        return self._write(delivery_id, attempt, state=DeliveryState.POSTED, posted_ts=ts, reason=None)

    def later(self, delivery_id: DeliveryId, attempt: int, not_before: datetime, reason: str) -> bool:
        self.row(delivery_id).not_before = not_before
        return self._write(delivery_id, attempt, state=DeliveryState.PENDING, reason=reason)

    def failed(self, delivery_id: DeliveryId, attempt: int, reason: str) -> bool:
        return self._write(delivery_id, attempt, state=DeliveryState.FAILED, reason=reason)

    def take_over(self, worker: str, settle: timedelta, lease: timedelta) -> Delivery | None:
        for row in self.rows:
            if row.delivery.state is DeliveryState.POSTING:
                attempt = row.delivery.attempt + 1
                row.delivery = replace(row.delivery, state=DeliveryState.CHECKING, attempt=attempt)
                return row.delivery
        return None

    def resolve(self, delivery_id: DeliveryId, attempt: int, state: DeliveryState, ts: str | None) -> bool:
        return self._write(delivery_id, attempt, state=state, posted_ts=ts)

    def repost(self, delivery_id: DeliveryId, attempt: int, not_before: datetime) -> bool:
        row = self.row(delivery_id)
        row.not_before = not_before
        reposts = row.delivery.reposts + 1
        return self._write(delivery_id, attempt, state=DeliveryState.PENDING, reposts=reposts)

    def to_sweep(self, waits: Sequence[timedelta]) -> tuple[Delivery, ...]:
        return tuple(
            row.delivery
            for row in self.rows
            if row.delivery.state is DeliveryState.POSTED
            and row.delivery.reposts
            and row.delivery.sweeps < len(waits)
        )

    def swept(self, delivery_id: DeliveryId, sweeps: int) -> bool:
        row = self.row(delivery_id)
        row.delivery = replace(row.delivery, sweeps=sweeps + 1)
        return True

    def find(self, channel: str, kind: str, period_key: str, part: int = 0) -> Delivery | None:
        wanted = (channel, kind, period_key, part)
        for row in self.rows:
            owed = row.delivery.owed
            if (owed.channel, owed.kind, owed.period_key, owed.part) == wanted:
                return row.delivery
        return None

    def freeze(self, delivery_id: DeliveryId, attempt: int, body: Card) -> None:
        row = self.row(delivery_id)
        row.delivery = replace(row.delivery, owed=replace(row.delivery.owed, body=body))

    def skip(self, delivery_id: DeliveryId, attempt: int, reason: str) -> None:
        self._write(delivery_id, attempt, state=DeliveryState.SKIPPED, reason=reason)

    def row(self, delivery_id: DeliveryId) -> Row:
        return self.rows[delivery_id - 1]

    @contextmanager
    def open_work(self, workspace_id: WorkspaceId, *, read_only: bool = False) -> Iterator[Any]:
        self.read_only = read_only
        yield self

    @property
    def now(self) -> datetime:
        return self.clock.now()

    @property
    def owing(self) -> MemoryOutbox:
        return self

    def _write(self, delivery_id: DeliveryId, attempt: int, **values: Any) -> bool:
        row = self.row(delivery_id)
        if row.delivery.attempt != attempt or row.delivery.state not in _HELD:
            return False
        row.delivery = replace(row.delivery, **values)
        return True


@dataclass
class Platform:
    """A platform that stores what is posted, and fails when a test says so."""

    stored: list[tuple[DeliveryId, Card]] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)
    stores_before_failing: bool = False
    history: Exception | None = None
    deleted: list[str] = field(default_factory=list)
    shared: bool | None = False
    unasked: list[Exception] = field(default_factory=list)

    def is_shared(self, channel: str) -> bool | None:
        """A person's own conversation never is; of a channel, what the test says."""
        if self.unasked:
            raise self.unasked.pop(0)
        return self.shared if channel.startswith("C") else False

    def post(self, delivery: Delivery, card: Card) -> Posted:
        failure = self.failures.pop(0) if self.failures else None
        if failure is None or self.stores_before_failing:
            self.stored.append((delivery.id, card))
        if failure is not None:
            raise failure
        return Posted("D1", f"{len(self.stored)}.0")

    def late(self, delivery: Delivery) -> tuple[DeliveryId, Card]:
        """What a request stored that was taken for lost."""
        assert delivery.owed.body is not None
        return delivery.id, delivery.owed.body

    def find(self, delivery: Delivery, since: datetime) -> Posted | None:
        return next(iter(self.copies(delivery, since)), None)

    def copies(self, delivery: Delivery, since: datetime) -> tuple[Posted, ...]:
        if self.history is not None:
            raise self.history
        found = [at for at, (stored, _) in enumerate(self.stored, 1) if stored == delivery.id]
        return tuple(Posted("D1", f"{at}.0") for at in found if f"{at}.0" not in self.deleted)

    def take_back(self, posted: Posted) -> None:
        self.deleted.append(posted.ts)


def owed(key: str, due_at: datetime, channel: str = "U1", *words: str) -> Owed:
    """Something to say to somebody."""
    card = Card(key, tuple(Line(word) for word in words or (key,)))
    return Owed(channel, DeliveryKind.REPLY, key, due_at, {"say": "this"}, body=card)
