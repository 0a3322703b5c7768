"""What members of a body were asked for the people they speak for, and each wording of what they said."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.conversation import HeardBy
from bot.views import Capacity
from storage.tables.declarative import WHOLE, TenantRow


class ViewRow(TenantRow):
    """One thing asked of one member for one meeting: of an action, or of another matter of the plan."""

    __tablename__ = "member_view"

    id: Mapped[int] = mapped_column(primary_key=True)
    partnership_id: Mapped[int] = mapped_column(ForeignKey("partnership.id"))
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    constituency: Mapped[str]
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    action_id: Mapped[int | None] = mapped_column(ForeignKey("action.id"), index=True)
    matter: Mapped[str]
    asked_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    by_at: Mapped[datetime]
    put_to: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    put_at: Mapped[datetime | None]
    channel: Mapped[str | None]
    ts: Mapped[str | None]
    reminder_ts: Mapped[str | None]
    called_off_at: Mapped[datetime | None]

    wordings: Mapped[list[WordingRow]] = relationship(lazy=WHOLE, order_by="WordingRow.id")


class WordingRow(TenantRow):
    """One wording of a view; taken back or followed by another, it stays."""

    __tablename__ = "view_wording"

    id: Mapped[int] = mapped_column(primary_key=True)
    view_id: Mapped[int] = mapped_column(ForeignKey("member_view.id"), index=True)
    words: Mapped[str]
    is_nothing: Mapped[bool]
    said_by: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    capacity: Mapped[Capacity]
    at: Mapped[datetime]
    message_id: Mapped[int | None] = mapped_column(ForeignKey("message.id"), index=True)
    entered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    heard_by: Mapped[HeardBy | None]
    heard_on: Mapped[date | None]
    undone_at: Mapped[datetime | None]
