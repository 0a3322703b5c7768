"""The arithmetic of the audit trail: what is hashed, and what is wrong with a chain. No database here."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from bot.partnership import PartnershipId

GENESIS = "0" * 64
"""What the first event of every chain follows."""


class FaultKind(StrEnum):
    """What has been done to a chain."""

    CHANGED = "was changed"
    REMOVED = "was removed"
    INSERTED = "was put in from outside"
    CUT = "and all after it were cut off"


@dataclass(frozen=True, slots=True)
class Fault:
    """The event of a partnership's chain where it no longer holds, and what was done to it."""

    partnership_id: PartnershipId
    seq: int
    kind: FaultKind

    def __str__(self) -> str:
        return f"Partnership {self.partnership_id}: event {self.seq} {self.kind.value}."


@dataclass(frozen=True, slots=True)
class Link:
    """One event of a chain, as hashed."""

    seq: int
    at: datetime
    actor: int | None
    verb: str
    subject: str
    details: dict[str, Any]
    words_hmac: str | None
    prev: str

    def digest(self) -> str:
        """SHA-256 over the canonical JSON of everything the event holds, and of what it follows."""
        content = {
            "seq": self.seq,
            "at": self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "actor": self.actor,
            "verb": self.verb,
            "subject": self.subject,
            "values": self.details,
            "words": self.words_hmac,
            "prev": self.prev,
        }
        canonical = json.dumps(content, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()


def keyed_hash(key: bytes, words: str) -> str:
    """A hash of somebody's words that nobody without the key can test a guess against."""
    return hmac.new(key, words.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def plain_values(values: dict[str, object]) -> dict[str, Any]:
    """The values as JSON gives them back, so that what is hashed is what is later read."""
    plain: dict[str, Any] = json.loads(json.dumps(values, default=_in_iso_form))
    return plain


def _in_iso_form(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"an audit event cannot hold {type(value).__name__}")


def faults(
    partnership_id: PartnershipId, links: Sequence[tuple[Link, str]], head: tuple[int, str] | None
) -> Iterator[Fault]:
    """Walk a chain of events with their stored hashes, in order, to its head; name every break.

    An event whose hash was made to fit its new content shows in its successor, which follows another.
    """
    last_seq, last_hash = head or (0, GENESIS)
    seq, prev = 0, GENESIS
    for link, stored in links:
        if not 1 <= link.seq <= last_seq:
            yield Fault(partnership_id, link.seq, FaultKind.INSERTED)
            continue
        yield from (Fault(partnership_id, gone, FaultKind.REMOVED) for gone in range(seq + 1, link.seq))
        if link.seq == seq + 1 and link.prev != prev:
            yield Fault(partnership_id, max(seq, 1), FaultKind.CHANGED)
        if link.digest() != stored:
            yield Fault(partnership_id, link.seq, FaultKind.CHANGED)
        seq, prev = link.seq, stored
    if seq < last_seq:
        yield Fault(partnership_id, seq + 1, FaultKind.CUT)
    elif prev != last_hash:
        yield Fault(partnership_id, seq, FaultKind.CHANGED)
