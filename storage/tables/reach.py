"""Who can be reached, and whom a plan begins with."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.declarative import TenantRow


class ElsewhereRow(TenantRow):
    """That somebody is not on the platform, as an officer says."""

    __tablename__ = "person_elsewhere"
    __table_args__ = (UniqueConstraint("person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    noted_at: Mapped[datetime]


class AskedFirstRow(TenantRow):
    """A lead whom a live plan asks while the others are left alone; where there is none, all are asked."""

    __tablename__ = "asked_first"
    __table_args__ = (UniqueConstraint("plan_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
