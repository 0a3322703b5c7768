"""What people wrote, what was made of it, and what was asked of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.conversation import HeardBy, PromptKind, Route, UpdateState
from storage.tables.declarative import WHOLE, TenantRow


class MessageRow(TenantRow):
    """A message of a person to the bot, known by its channel and the platform's timestamp."""

    __tablename__ = "message"
    __table_args__ = (UniqueConstraint("workspace_id", "channel", "ts"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    author_external_id: Mapped[str]
    channel: Mapped[str]
    ts: Mapped[str]
    thread_ts: Mapped[str | None]
    route: Mapped[Route]

    versions: Mapped[list[MessageVersionRow]] = relationship(
        lazy=WHOLE, order_by="(MessageVersionRow.edited_ts, MessageVersionRow.id)"
    )


class MessageVersionRow(TenantRow):
    """One version of a message: as written (`edited_ts` is empty), as edited, or its deletion."""

    __tablename__ = "message_version"
    __table_args__ = (UniqueConstraint("message_id", "edited_ts", "is_deleted"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("message.id"))
    edited_ts: Mapped[str]
    is_deleted: Mapped[bool]
    text: Mapped[str]
    at: Mapped[datetime]


class UpdateRow(TenantRow):
    """A progress update. `reading`, `changed` and `candidates` are JSON, see `storage.encoding`."""

    __tablename__ = "progress_update"
    __table_args__ = (
        Index(None, "person_id", "state"),
        Index(None, "plan_id", "settled_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[int | None] = mapped_column(ForeignKey("message.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id"))
    action_id: Mapped[int | None] = mapped_column(ForeignKey("action.id"), index=True)
    candidates: Mapped[Any] = mapped_column(JSON)
    reading: Mapped[Any] = mapped_column(JSON)
    words: Mapped[str]
    state: Mapped[UpdateState]
    route: Mapped[Route]
    made_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    changed: Mapped[Any] = mapped_column(JSON)
    on_behalf_of: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    entered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    heard_by: Mapped[HeardBy | None]
    heard_on: Mapped[date | None]


class PromptRow(TenantRow):
    """One ask, or its one reminder, to one person in one round of one plan."""

    __tablename__ = "prompt"
    __table_args__ = (
        UniqueConstraint("workspace_id", "person_id", "plan_id", "round_key", "kind"),
        Index(None, "workspace_id", "channel", "ts"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), index=True)
    round_key: Mapped[str]
    kind: Mapped[PromptKind]
    made_at: Mapped[datetime]
    channel: Mapped[str | None]
    ts: Mapped[str | None]
    deputy_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    snoozed_until: Mapped[datetime | None]

    items: Mapped[list[PromptItemRow]] = relationship(lazy=WHOLE, order_by="PromptItemRow.position")


class PromptItemRow(TenantRow):
    """An action asked about in a prompt."""

    __tablename__ = "prompt_item"
    __table_args__ = (UniqueConstraint("prompt_id", "action_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    prompt_id: Mapped[int] = mapped_column(ForeignKey("prompt.id"))
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"), index=True)
    position: Mapped[int]
