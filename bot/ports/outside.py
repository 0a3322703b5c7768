"""What lies outside one transaction: the clock, the tenants, the two queues, the platform."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.card import Card
from bot.delivery import Delivery, DeliveryId, DeliveryState, InboxEvent, InboxId, Posted
from bot.importing.rows import RawDocument
from bot.partnership import Platform, Workspace


class Clock(Protocol):
    """The one source of time. Leases, HTTP and signatures use real time instead."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class Workspaces(Protocol):
    """The tenants themselves."""

    def all(self) -> tuple[Workspace, ...]: ...
    def of(self, platform: Platform, external_id: str, name: str = "") -> Workspace:
        """The workspace of this identity, made on first sight."""
        ...


class Outbox(Protocol):
    """The delivery table as its worker sees it, across workspaces; each call is its own short transaction."""

    def claim(self, worker: str, now: datetime, lease: timedelta) -> Delivery | None:
        """The earliest pending delivery due at `now` (whose earlier parts are posted), marked posting."""
        ...

    def posted(self, delivery_id: DeliveryId, attempt: int, ts: str) -> bool: ...
    def later(self, delivery_id: DeliveryId, attempt: int, not_before: datetime, reason: str) -> bool: ...
    def failed(self, delivery_id: DeliveryId, attempt: int, reason: str) -> bool: ...
    def abandoned(self, settle: timedelta) -> tuple[Delivery, ...]:
        """Deliveries still posting whose lease ran out at least `settle` ago."""
        ...

    def resolve(self, delivery_id: DeliveryId, attempt: int, state: DeliveryState, ts: str | None) -> bool:
        """End an uncertain delivery: posted after all, pending again, or unknown."""
        ...


class Inbox(Protocol):
    """Events of the platform, kept before they are acknowledged."""

    def keep(self, team: str, key: str, body: str, at: datetime) -> bool:
        """Keep an event; False when one of this key is already there."""
        ...

    def claim(self, worker: str, lease: timedelta) -> InboxEvent | None: ...
    def failed(self, inbox_id: InboxId, error_class: str) -> bool:
        """Note a failure; True when it was the fifth and the event is given up (its words are kept)."""
        ...

    def done(self, inbox_id: InboxId) -> None:
        """Close an event that had no effect to record."""
        ...


class Notifier(Protocol):
    """Posts cards on the platform. Raises `NotPosted` (definite) or `MaybePosted` (uncertain)."""

    def post(self, delivery: Delivery, card: Card) -> Posted:
        """Post to the delivery's channel and thread; where the message came to stand."""
        ...

    def find(self, delivery: Delivery, since: datetime) -> Posted | None:
        """Look for a message of this delivery in the channel's history. Raises `HistoryUnreadable`."""
        ...


@dataclass(frozen=True, slots=True)
class Files:
    """How a file that somebody dropped is read. `tables` takes its name and its bytes, and raises
    `PlanUnreadable`; nothing larger than `most_megabytes` is fetched at all."""

    tables: Callable[[str, bytes], RawDocument]
    most_megabytes: int


Wake = Callable[[], None]
"""Tells the workers that something was committed that they may want to see."""
