"""What a plan's document left in doubt."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.draft import DoubtKind
from bot.kept_doubts import DoubtState
from storage.tables.declarative import TenantRow


class DoubtRow(TenantRow):
    """One doubt about a plan. `actions` are ids of its actions; `answer` is what an officer typed,
    `proposed` what taking it as read does."""

    __tablename__ = "plan_doubt"
    __table_args__ = (UniqueConstraint("plan_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    position: Mapped[int]
    row: Mapped[int]
    place: Mapped[str]
    kind: Mapped[DoubtKind]
    message: Mapped[str]
    actions: Mapped[Any] = mapped_column(JSON)
    state: Mapped[DoubtState]
    answer: Mapped[str | None]
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    settled_at: Mapped[datetime | None]
    proposed: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
