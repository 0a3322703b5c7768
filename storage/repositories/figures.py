"""How many of everything the record holds, across workspaces: numbers for whoever runs the bot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from storage.engine import reading
from storage.sessions import of_no_workspace
from storage.tables.conversations import PromptRow, UpdateRow
from storage.tables.deliveries import DeliveryRow, InboxRow, InboxState

Counts = dict[tuple[str, ...], int]


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts by the words of the columns they are counted by."""

    deliveries: Counts
    events: Counts
    prompts: Counts
    updates: Counts
    oldest_event_seconds: float


def figures(engine: Engine, now: datetime) -> Figures:
    """What the record holds at this instant; five statements, however large it is."""
    with of_no_workspace(reading(engine)) as session:
        return Figures(
            _counted(session, DeliveryRow.kind, DeliveryRow.state),
            _counted(session, InboxRow.state),
            _counted(session, PromptRow.kind),
            _counted(session, UpdateRow.state),
            _waited(session, now),
        )


def _counted(session: Session, *columns: InstrumentedAttribute[Any]) -> Counts:
    rows: Sequence[Any] = session.execute(select(*columns, func.count()).group_by(*columns)).all()
    return {tuple(str(word) for word in row[:-1]): row[-1] for row in rows}


def _waited(session: Session, now: datetime) -> float:
    waiting = (InboxState.PENDING, InboxState.CLAIMED)
    oldest = session.scalar(select(func.min(InboxRow.kept_at)).where(InboxRow.state.in_(waiting)))
    return 0.0 if oldest is None else max(0.0, (now - oldest).total_seconds())
