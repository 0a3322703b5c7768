"""The audit trail: one hash chain a partnership, and the head of each. Triggers refuse every rewriting."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from bot.changes import Verb
from storage.tables.declarative import TenantRow


class AuditEventRow(TenantRow):
    """One event: ids, enumerations and dates, and a keyed hash of any words; never the words."""

    __tablename__ = "audit_event"

    partnership_id: Mapped[int] = mapped_column(ForeignKey("partnership.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    verb: Mapped[Verb]
    subject: Mapped[str]
    details: Mapped[Any] = mapped_column(JSON)
    words_hmac: Mapped[str | None]
    prev: Mapped[str]
    hash: Mapped[str]


class AuditHeadRow(TenantRow):
    """The end of a partnership's chain; its lock makes appending one at a time."""

    __tablename__ = "audit_head"

    partnership_id: Mapped[int] = mapped_column(ForeignKey("partnership.id"), primary_key=True)
    seq: Mapped[int]
    hash: Mapped[str]
