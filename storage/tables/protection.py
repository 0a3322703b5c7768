"""What the law asks of a record of people: requests for it, and the keys that make its hashes forgettable."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
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
