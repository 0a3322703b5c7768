"""What lies outside one transaction: the clock, the tenants, the two queues, the platform."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
    def take_over(self, worker: str, settle: timedelta, lease: timedelta) -> Delivery | None:
        """The next delivery whose posting or checking was never finished and whose lease ran out at least
        `settle` ago, marked checking, in an attempt of its own."""
        ...

    def resolve(self, delivery_id: DeliveryId, attempt: int, state: DeliveryState, ts: str | None) -> bool:
        """End the checking of a delivery: posted after all, or unknown."""
        ...

    def repost(self, delivery_id: DeliveryId, attempt: int, not_before: datetime) -> bool:
        """End the checking of a delivery that is not there: it is pending again, and that is counted."""
        ...

    def to_sweep(self, waits: Sequence[timedelta]) -> tuple[Delivery, ...]:
        """Deliveries that were posted again and whose next look for copies is due, so long after posting."""
        ...

    def swept(self, delivery_id: DeliveryId, sweeps: int) -> bool:
        """Note that copies were looked for once more than `sweeps` times."""
        ...


class Inbox(Protocol):
    """Events of the platform, kept before they are acknowledged."""

    def keep(self, team: str, key: str, body: str, at: datetime, author: str = "", sent_ts: str = "") -> bool:
        """Keep an event; False when one of this key is already there. `sent_ts` orders its author's."""
        ...

    def claim(self, worker: str, lease: timedelta) -> InboxEvent | None:
        """The next event nobody holds, of an author none of whose earlier ones is still open."""
        ...

    def forget(self, kept_before: datetime) -> int:
        """Empty the words of given-up events kept before this instant; how many there were."""
        ...

    def failed(self, inbox_id: InboxId, error_class: str, pause: timedelta = timedelta()) -> bool:
        """Note a failure; True when it was the fifth and the event is given up (its words are kept). Until
        the pause is over it, and its author's later ones, are left alone."""
        ...

    def done(self, inbox_id: InboxId) -> None:
        """Close an event that had no effect to record."""
        ...


class Notifier(Protocol):
    """Posts cards on the platform. Raises `NotPosted` (definite) or `MaybePosted` (uncertain)."""

    def is_shared(self, channel: str) -> bool | None:
        """Whether people of other organisations read this channel, asked anew each time; None where the
        platform will not say. A person's own conversation is not. Raises `NotPosted` to try later."""
        ...

    def post(self, delivery: Delivery, card: Card) -> Posted:
        """Post to the delivery's channel and thread; where the message came to stand."""
        ...

    def find(self, delivery: Delivery, since: datetime) -> Posted | None:
        """Look for a message of this delivery in the channel's history; the earliest, if there are several.
        Raises `HistoryUnreadable`."""
        ...

    def copies(self, delivery: Delivery, since: datetime) -> tuple[Posted, ...]:
        """Every message of this delivery in the channel's history, oldest first. Raises
        `HistoryUnreadable`."""
        ...

    def take_back(self, posted: Posted) -> None:
        """Delete a message of our own; one that is gone already is no error."""
        ...


class Directory(Protocol):
    """What the platform knows of its accounts."""

    def zone_of(self, account: str) -> str | None:
        """The zone an account's clock runs in; None where the platform will not say."""
        ...


@dataclass(frozen=True, slots=True)
class Files:
    """How a file that somebody dropped is read. `tables` takes its name and its bytes, and raises
    `PlanUnreadable`; nothing larger than `most_megabytes` is fetched at all."""

    tables: Callable[[str, bytes], RawDocument]
    most_megabytes: int


Wake = Callable[[], None]
"""Tells the workers that something was committed that they may want to see."""
