"""Who holds which post."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.declarative import TenantRow


class HoldingRow(TenantRow):
    """That somebody holds a post; without a holder it is vacant."""

    __tablename__ = "post_holding"

    id: Mapped[int] = mapped_column(primary_key=True)
    post_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    is_interim: Mapped[bool]
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    set_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    set_at: Mapped[datetime]
