"""What board officers change of their plans from chat: read back, saved, undone."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from bot.amending import AmendmentState
from storage.tables.declarative import TenantRow


class AmendmentRow(TenantRow):
    """One change of a plan as it was said, and what became of it."""

    __tablename__ = "amendment"

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), index=True)
    said_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    said: Mapped[Any] = mapped_column(JSON)
    state: Mapped[AmendmentState]
    version_id: Mapped[int | None] = mapped_column(ForeignKey("plan_version.id"))
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    settled_at: Mapped[datetime | None]
