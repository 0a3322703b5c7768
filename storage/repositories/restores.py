"""When the record was put back from a backup."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.restores import Restore
from storage.tables.restores import RestoreRow


class RestoresRepository:
    """`bot.ports.Restores` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def losing(self, instant: datetime) -> Restore | None:
        row = self._session.scalars(
            select(RestoreRow)
            .where(RestoreRow.taken_at <= instant, RestoreRow.restored_at >= instant)
            .order_by(RestoreRow.restored_at.desc())
            .limit(1)
        ).first()
        return Restore(row.taken_at, row.restored_at) if row is not None else None
