"""A message that is owed to somebody: one row a message, claimed before it is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.card import Card
from bot.partnership import PartnershipId, WorkspaceId

DeliveryId = NewType("DeliveryId", int)
InboxId = NewType("InboxId", int)


class DeliveryKind(StrEnum):
    """What is owed; the composer for each kind loads its facts at the moment of claiming."""

    INTRODUCTION = "introduction"
    PROMPT = "prompt"
    REMINDER = "reminder"
    WEEKLY_DIGEST = "weekly_digest"
    REPLY = "reply"
    CONFIRMED_LINE = "confirmed_line"
    NOTICE = "notice"
    PRE_BOARD = "pre_board"
    CORRECTION = "correction"


class DeliveryState(StrEnum):
    """pending → posting → posted | failed | skipped; posting, its lease run out → checking → posted, pending
    again (once by itself), or unknown, until a person says."""

    PENDING = "pending"
    POSTING = "posting"
    CHECKING = "checking"
    POSTED = "posted"
    FAILED = "failed"
    SKIPPED = "skipped"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Owed:
    """A delivery to be planned. (`channel`, `kind`, `period_key`, `part`) is unique in its workspace, so
    planning the same one again does nothing, however many processes try.

    `channel` is a channel's or a user's external id; `subject` holds ids and plain values only, never a
    person's words; `thread_ts` answers in a thread; parts after the first go into the first one's thread.
    With `edits_ts` nothing new is posted: that message is given these words.
    """

    channel: str
    kind: DeliveryKind
    period_key: str
    due_at: datetime
    subject: dict[str, object]
    partnership_id: PartnershipId | None = None
    part: int = 0
    thread_ts: str | None = None
    edits_ts: str | None = None
    body: Card | None = None
    late_after: datetime | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """A planned delivery as the table holds it. `attempt` fences a worker whose lease has run out; `reposts`
    counts how often it was posted again because it was not found; `sweeps`, how often copies were looked for
    since. `postmark` is what its message is known by on the platform, and is never used twice: a record that
    was put back from a backup uses ids again. None of one that was planned before there were postmarks."""

    id: DeliveryId
    workspace_id: WorkspaceId
    owed: Owed
    state: DeliveryState
    attempt: int
    posted_ts: str | None = None
    reason: str | None = None
    reposts: int = 0
    sweeps: int = 0
    postmark: str | None = None


TOO_LATE = "too late"
"""Why a delivery was left out when its time had passed before it could be posted."""

MOST_FAILURES = 5
"""How often an event, or the composing of a message, is tried before it is given up and told of."""


@dataclass(frozen=True, slots=True)
class Skip:
    """There is nothing left to say of a delivery; it is marked skipped, and the reason is kept."""

    reason: str


@dataclass(frozen=True, slots=True)
class Posted:
    """Where a message came to stand: for a direct message `channel` is the conversation, not the person."""

    channel: str
    ts: str


@dataclass(frozen=True, slots=True)
class InboxEvent:
    """An event of the platform, kept before it was acknowledged. `key` is its own id; `body` is raw JSON."""

    id: InboxId
    team: str
    key: str
    body: str
    attempts: int
