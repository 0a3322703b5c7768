"""Dated records: digests and packs as they were made, and what was corrected about them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.conversation import FieldChange, UpdateId
from bot.dated import DatedRecord, Erratum, ErratumId, ErratumState, RecordId, RecordKind
from bot.digest import Digest
from bot.pack import Pack
from bot.partnership import MeetingId, PartnershipId
from bot.plan import ActionId, Classification


class Records(Protocol):
    """What was frozen. A record is written once; corrections stand beside it."""

    def keep(
        self,
        partnership_id: PartnershipId,
        kind: RecordKind,
        number: str,
        as_at: datetime,
        classification: Classification,
        facts: Digest | Pack,
        audit_head: str = "",
        meeting_id: MeetingId | None = None,
    ) -> DatedRecord:
        """Freeze facts under a number. The record that is there already stays, and is returned."""
        ...

    def get(self, record_id: RecordId) -> DatedRecord: ...
    def numbered(self, partnership_id: PartnershipId, number: str) -> DatedRecord | None: ...
    def of_meeting(self, meeting_id: MeetingId) -> DatedRecord | None:
        """The pack that was frozen for a meeting."""
        ...

    def since(
        self, partnership_id: PartnershipId, since: datetime, kind: RecordKind | None = None
    ) -> tuple[DatedRecord, ...]:
        """The records made at or after this instant, oldest first."""
        ...

    def latest(self, partnership_id: PartnershipId, kind: RecordKind, until: datetime) -> DatedRecord | None:
        """The newest record of a kind made at or before this instant."""
        ...

    def correct(
        self,
        record_id: RecordId,
        action_id: ActionId,
        update_id: UpdateId,
        at: datetime,
        changed: Sequence[FieldChange],
    ) -> Erratum:
        """Note that a record misstates an action."""
        ...

    def erratum(self, erratum_id: ErratumId) -> Erratum: ...
    def errata(self, record_id: RecordId) -> tuple[Erratum, ...]:
        """What was corrected about a record, oldest first."""
        ...

    def corrected_by(self, update_id: UpdateId) -> tuple[Erratum, ...]:
        """The corrections that one update made."""
        ...

    def settle(self, erratum_id: ErratumId, state: ErratumState) -> None:
        """Say what became of a correction. Raises `NotFound`."""
        ...
