"""What is owed to people, what came in from the platform, and how far the calendar has been planned."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from secrets import token_hex
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.delivery import DeliveryKind, DeliveryState
from storage.tables.declarative import Row, TenantRow

POSTMARK_BYTES = 8


def _new_postmark() -> str:
    return token_hex(POSTMARK_BYTES)


class DeliveryRow(TenantRow):
    """One message owed. `claimed_at`, `lease_until` and `posted_at` are by the database's own clock, the
    other instants by the program's. `reposts` counts how often it was posted again after it was not found,
    `sweeps` how often its channel was looked through for copies since. `postmark` is what its message is
    known by on the platform: ids are used again after a restore."""

    __tablename__ = "delivery"
    __table_args__ = (
        UniqueConstraint("workspace_id", "channel", "kind", "period_key", "part"),
        Index(None, "state", "not_before"),
        Index(None, "kind", "due_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    partnership_id: Mapped[int | None] = mapped_column(ForeignKey("partnership.id"), index=True)
    channel: Mapped[str]
    kind: Mapped[DeliveryKind]
    period_key: Mapped[str]
    part: Mapped[int]
    due_at: Mapped[datetime]
    not_before: Mapped[datetime]
    late_after: Mapped[datetime | None]
    subject: Mapped[Any] = mapped_column(JSON)
    thread_ts: Mapped[str | None]
    edits_ts: Mapped[str | None]
    body: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    state: Mapped[DeliveryState]
    attempt: Mapped[int] = mapped_column(default=0)
    reposts: Mapped[int] = mapped_column(default=0, server_default="0")
    sweeps: Mapped[int] = mapped_column(default=0, server_default="0")
    postmark: Mapped[str | None] = mapped_column(default=_new_postmark)
    claimed_by: Mapped[str | None]
    claimed_at: Mapped[datetime | None]
    lease_until: Mapped[datetime | None]
    posted_at: Mapped[datetime | None]
    posted_ts: Mapped[str | None]
    reason: Mapped[str | None]


class CalendarJobRow(TenantRow):
    """Up to when a job of the calendar has planned its deliveries."""

    __tablename__ = "calendar_job"
    __table_args__ = (UniqueConstraint("workspace_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    planned_to: Mapped[datetime]


class InboxState(StrEnum):
    """pending → claimed → done; after a failure claimed by nobody until a pause is over, after the fifth
    failed."""

    PENDING = "pending"
    CLAIMED = "claimed"
    DONE = "done"
    FAILED = "failed"


class InboxRow(Row):
    """An event of the platform, kept before its workspace is known; `body` is emptied once it is done.
    `author` and `sent_ts`, the platform's, order one person's events among themselves."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("team", "key"),
        Index(None, "state", "id"),
        Index(None, "team", "author", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    team: Mapped[str]
    key: Mapped[str]
    author: Mapped[str] = mapped_column(default="", server_default="")
    sent_ts: Mapped[str] = mapped_column(default="", server_default="")
    body: Mapped[str]
    kept_at: Mapped[datetime]
    state: Mapped[InboxState]
    attempts: Mapped[int] = mapped_column(default=0)
    claimed_by: Mapped[str | None]
    lease_until: Mapped[datetime | None]
    error_class: Mapped[str | None]


class HeartbeatRow(Row):
    """When a replica of the program last said that it lives."""

    __tablename__ = "heartbeat"

    replica: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]


class OutageRow(Row):
    """A time in which no replica of the program could be reached."""

    __tablename__ = "outage"
    __table_args__ = (UniqueConstraint("since"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    since: Mapped[datetime]
    until: Mapped[datetime]
