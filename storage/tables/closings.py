"""Plans that are being closed, or were, and what becomes of their actions."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.closing import ClosingState, End
from storage.tables.declarative import TenantRow


class ClosingRow(TenantRow):
    """One attempt to close a plan."""

    __tablename__ = "plan_closing"

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), index=True)
    state: Mapped[ClosingState]
    begun_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    begun_at: Mapped[datetime]
    asked_times: Mapped[int]
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    settled_at: Mapped[datetime | None]


class ClosingEndRow(TenantRow):
    """What becomes of one action; `words` are those of whoever said it."""

    __tablename__ = "closing_end"
    __table_args__ = (UniqueConstraint("closing_id", "action_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    closing_id: Mapped[int] = mapped_column(ForeignKey("plan_closing.id"))
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"), index=True)
    end: Mapped[End]
    words: Mapped[str]
    said_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    update_id: Mapped[int | None] = mapped_column(ForeignKey("progress_update.id"))
