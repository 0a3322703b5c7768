"""The times in which no replica of the program could be reached."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.outages import Outage
from storage.tables.deliveries import OutageRow


class OutagesRepository:
    """`bot.ports.Outages` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def ended_after(self, instant: datetime) -> tuple[Outage, ...]:
        rows = self._session.scalars(
            select(OutageRow).where(OutageRow.until > instant).order_by(OutageRow.since)
        )
        return tuple(Outage(row.since, row.until) for row in rows)
