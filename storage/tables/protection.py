"""What the law asks of a record of people: requests for it, and the keys that make its hashes forgettable."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.declarative import TenantRow


class RecordRequestRow(TenantRow):
    """That somebody asked for everything held on some actions; while it is open, it holds their words."""

    __tablename__ = "record_request"

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), index=True)
    action_ids: Mapped[Any] = mapped_column(JSON)
    asked_at: Mapped[datetime]
    asked_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class PersonKeyRow(TenantRow):
    """The key under which a person's words are hashed for the audit trail; empty once it is destroyed."""

    __tablename__ = "person_key"
    __table_args__ = (UniqueConstraint("person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    key: Mapped[str]


class ErasureRow(TenantRow):
    """That a person is to be erased, as one says, and was, as another confirmed."""

    __tablename__ = "erasure"
    __table_args__ = (UniqueConstraint("person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime]
    confirmed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    confirmed_at: Mapped[datetime | None]
