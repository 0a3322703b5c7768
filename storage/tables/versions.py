"""Versions of a plan's document that were taken into the record, and what each changed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.versions.taking import ChangeKind
from storage.tables.declarative import TenantRow


class PlanVersionRow(TenantRow):
    """A later version of a plan's document; the first is the import itself and has no row."""

    __tablename__ = "plan_version"
    __table_args__ = (UniqueConstraint("plan_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    number: Mapped[int]
    name: Mapped[str]
    taken_at: Mapped[datetime]
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class PendingVersionRow(TenantRow):
    """A version that was dropped in chat and is not taken yet. `answers` are rulings by reference."""

    __tablename__ = "pending_version"
    __table_args__ = (UniqueConstraint("plan_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    name: Mapped[str]
    draft: Mapped[Any] = mapped_column(JSON)
    answers: Mapped[Any] = mapped_column(JSON)
    proposed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    proposed_at: Mapped[datetime]


class VersionChangeRow(TenantRow):
    """One field of one action that a version changed, as it was and as it became."""

    __tablename__ = "version_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("plan_version.id"), index=True)
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"), index=True)
    field: Mapped[str] = mapped_column(String(32))
    kind: Mapped[ChangeKind]
    was: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    now: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    reason: Mapped[str | None]
