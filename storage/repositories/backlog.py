"""How much is waiting: the depth of the two queues."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, func, select

from bot.delivery import DeliveryState
from storage.engine import reading
from storage.sessions import of_no_workspace
from storage.tables.deliveries import DeliveryRow, InboxRow, InboxState


@dataclass(frozen=True, slots=True)
class Backlog:
    """Events not yet handled, and deliveries that are due or being posted."""

    events: int
    deliveries: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do at this instant."""
        return not self.events and not self.deliveries


def backlog(engine: Engine, now: datetime) -> Backlog:
    """What waits in every workspace at this instant."""
    with of_no_workspace(reading(engine)) as session:
        events = session.scalar(
            select(func.count()).where(InboxRow.state.in_((InboxState.PENDING, InboxState.CLAIMED)))
        )
        deliveries = session.scalar(
            select(func.count()).where(
                (DeliveryRow.state == DeliveryState.POSTING)
                | ((DeliveryRow.state == DeliveryState.PENDING) & (DeliveryRow.not_before <= now))
            )
        )
        return Backlog(events or 0, deliveries or 0)
