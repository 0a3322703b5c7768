"""Dated records: what a digest or a pack said, as facts that later updates never alter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.conversation import FieldChange, UpdateId
from bot.digest import Digest
from bot.pack import Pack
from bot.partnership import MeetingId, PartnershipId
from bot.plan import ActionId, Classification

RecordId = NewType("RecordId", int)
ErratumId = NewType("ErratumId", int)


class RecordKind(StrEnum):
    """What was frozen: the week's digest, of everything or of one workstream; the pack of one meeting, or the
    last one of a closed plan."""

    WEEKLY = "weekly"
    WORKSTREAM = "workstream"
    PACK = "pack"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class DatedRecord:
    """A digest or pack as it was made. `number` is unique in its partnership ("2026-10", "2026-W41").

    `audit_head` is the hash of the partnership's chain when the facts were gathered: whoever holds it can
    check later that nothing before it was changed.
    """

    id: RecordId
    partnership_id: PartnershipId
    kind: RecordKind
    number: str
    as_at: datetime
    classification: Classification
    audit_head: str
    facts: Digest | Pack
    meeting_id: MeetingId | None = None


DIGESTS = (RecordKind.WEEKLY, RecordKind.WORKSTREAM)
"""The records that were posted week by week, and are corrected in place."""


class ErratumState(StrEnum):
    """What became of a correction: ready to be used, issued, or raised in the meeting."""

    READY = "ready"
    ISSUED = "issued"
    RAISED = "raised"


@dataclass(frozen=True, slots=True)
class Erratum:
    """That a record says something of an action which its lead has corrected since. The record stays."""

    id: ErratumId
    record_id: RecordId
    action_id: ActionId
    update_id: UpdateId
    at: datetime
    changed: tuple[FieldChange, ...]
    state: ErratumState = ErratumState.READY
