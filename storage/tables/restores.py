"""What the record knows of itself: when it was put back from a backup."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.declarative import Row


class RestoreRow(Row):
    """That the whole record was put back at one instant as it was at another."""

    __tablename__ = "restore"

    id: Mapped[int] = mapped_column(primary_key=True)
    taken_at: Mapped[datetime]
    restored_at: Mapped[datetime]
