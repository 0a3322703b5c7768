"""When each replica of the program could last be reached, and when none could."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Engine, delete, func, select
from sqlalchemy.orm import Session

from bot.outages import UNHEARD, Outage
from storage.engine import reading
from storage.sessions import of_no_workspace
from storage.tables.deliveries import HeartbeatRow, OutageRow
from storage.writing import insert_if_new, update_if

FORGOTTEN_AFTER = timedelta(days=1)


class Heartbeats:
    """`bot.ports.Heartbeats` on SQL; one replica not heard of for a day is forgotten."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def beat(self, replica: str, at: datetime, *, was_here: bool = False) -> Outage | None:
        with of_no_workspace(self._engine) as session:
            outage = None if was_here else _noted(session, at)
            session.execute(delete(HeartbeatRow).where(HeartbeatRow.at < at - FORGOTTEN_AFTER))
            if not insert_if_new(session, HeartbeatRow, replica=replica, at=at):
                update_if(session, HeartbeatRow, HeartbeatRow.replica == replica, at=at)
            return outage

    def forget(self) -> None:
        """Begin anew, as if nobody had been here: for a platform that stops and starts together with us."""
        with of_no_workspace(self._engine) as session:
            session.execute(delete(HeartbeatRow))

    def last(self) -> dict[str, datetime]:
        """When each replica was last alive."""
        with of_no_workspace(reading(self._engine)) as session:
            return {row.replica: row.at for row in session.scalars(select(HeartbeatRow))}


def _noted(session: Session, at: datetime) -> Outage | None:
    """The time since somebody could last be reached, where it was too long and nobody has noted it yet."""
    last = session.scalar(select(func.max(HeartbeatRow.at)))
    if last is None or at - last <= UNHEARD:
        return None
    return Outage(last, at) if insert_if_new(session, OutageRow, since=last, until=at) else None
