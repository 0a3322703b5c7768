"""Digests and packs as they were made, and what was corrected about them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.dated import ErratumState, RecordKind
from bot.plan import Classification
from storage.tables.declarative import TenantRow


class DatedRecordRow(TenantRow):
    """One digest or pack; `facts` are JSON of a `Digest` or a `Pack`. Written once, never rewritten."""

    __tablename__ = "dated_record"
    __table_args__ = (
        UniqueConstraint("partnership_id", "number"),
        Index(None, "partnership_id", "kind", "as_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    partnership_id: Mapped[int] = mapped_column(ForeignKey("partnership.id"))
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"))
    kind: Mapped[RecordKind]
    number: Mapped[str]
    as_at: Mapped[datetime]
    classification: Mapped[Classification]
    audit_head: Mapped[str]
    facts: Mapped[Any] = mapped_column(JSON)


class ErratumRow(TenantRow):
    """That a record misstates an action; `changed` is JSON, as of a progress update."""

    __tablename__ = "erratum"

    id: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[int] = mapped_column(ForeignKey("dated_record.id"), index=True)
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"))
    update_id: Mapped[int] = mapped_column(ForeignKey("progress_update.id"))
    at: Mapped[datetime]
    changed: Mapped[Any] = mapped_column(JSON)
    state: Mapped[ErratumState]
