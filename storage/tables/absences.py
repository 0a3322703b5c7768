"""Who is away when, and who stands in."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.declarative import TenantRow


class AwayRow(TenantRow):
    """Days on which somebody is not asked. There is no column for a reason, and there must be none."""

    __tablename__ = "absence"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    from_on: Mapped[date]
    until_on: Mapped[date]
    deputy_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    noted_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    noted_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
