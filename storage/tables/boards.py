"""The bodies that follow plans, changes of their meetings, and what they are due to receive."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.boards import ForwardKind, Remit
from bot.seats import Role
from bot.timescale import Timescale
from storage.tables.declarative import WHOLE, TenantRow
from storage.tables.timescales import timescale


class BodyRow(TenantRow):
    """A board, committee or group of a partnership. `name_key` is its name as compared."""

    __tablename__ = "body"
    __table_args__ = (UniqueConstraint("partnership_id", "name_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    partnership_id: Mapped[int] = mapped_column(ForeignKey("partnership.id"))
    name: Mapped[str]
    name_key: Mapped[str]
    least_yearly: Mapped[int | None]
    distribution: Mapped[str] = mapped_column(server_default="")


class SeatRow(TenantRow):
    """That a person sits on a body, and as what; a seat that is over has its last day in the past."""

    __tablename__ = "seat"
    __table_args__ = (UniqueConstraint("body_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    body_id: Mapped[int] = mapped_column(ForeignKey("body.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    role: Mapped[Role]
    supports_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    until_on: Mapped[date | None]
    constituency: Mapped[str] = mapped_column(server_default="")


class FollowingRow(TenantRow):
    """That a body follows a plan, from a day and perhaps until one; never rewritten but for its end."""

    __tablename__ = "plan_body"

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), index=True)
    body_id: Mapped[int] = mapped_column(ForeignKey("body.id"))
    remit: Mapped[Remit]
    from_on: Mapped[date]
    until_on: Mapped[date | None]

    body: Mapped[BodyRow] = relationship(lazy=WHOLE)


class MeetingChangeRow(TenantRow):
    """One change of a meeting; `was` and `now` are JSON of `MeetingDates`."""

    __tablename__ = "meeting_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    was: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    now: Mapped[Any] = mapped_column(JSON)


class ForwardItemRow(TenantRow):
    """Something a body is due to receive, or to look at."""

    __tablename__ = "forward_item"

    id: Mapped[int] = mapped_column(primary_key=True)
    partnership_id: Mapped[int] = mapped_column(ForeignKey("partnership.id"), index=True)
    body_id: Mapped[int | None] = mapped_column(ForeignKey("body.id"))
    kind: Mapped[ForwardKind]
    what: Mapped[str]
    when: Mapped[Timescale] = timescale("when")
    settled_on: Mapped[date | None]
    every_months: Mapped[int | None]

    body: Mapped[BodyRow | None] = relationship(lazy=WHOLE)
