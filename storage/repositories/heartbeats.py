"""When each replica of the program last said that it lives."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Engine, delete, select

from storage.sessions import of_no_workspace
from storage.tables.deliveries import HeartbeatRow
from storage.writing import insert_if_new, update_if

FORGOTTEN_AFTER = timedelta(days=1)


class Heartbeats:
    """Each call is its own short transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def beat(self, replica: str, at: datetime) -> None:
        """Note that this replica lives; one not heard of for a day is forgotten."""
        with of_no_workspace(self._engine) as session:
            session.execute(delete(HeartbeatRow).where(HeartbeatRow.at < at - FORGOTTEN_AFTER))
            if not insert_if_new(session, HeartbeatRow, replica=replica, at=at):
                update_if(session, HeartbeatRow, HeartbeatRow.replica == replica, at=at)

    def last(self) -> dict[str, datetime]:
        """When each replica was last alive."""
        with of_no_workspace(self._engine) as session:
            return {row.replica: row.at for row in session.scalars(select(HeartbeatRow))}
