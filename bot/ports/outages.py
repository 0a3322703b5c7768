"""When the program could not be reached."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.outages import Outage


class Outages(Protocol):
    """The times in which no replica could be reached, for whoever tells people of them."""

    def ended_after(self, instant: datetime) -> tuple[Outage, ...]:
        """Those that came to their end later than this, oldest first."""
        ...


class Heartbeats(Protocol):
    """When each replica could last be reached; each call is its own short transaction."""

    def beat(self, replica: str, at: datetime, *, was_here: bool = False) -> Outage | None:
        """Note that this replica can be reached. Where nobody could be for longer than `UNHEARD`, that is
        kept, and told to the first who notes it. `was_here`: this replica knows that it could be, whatever
        the clock says."""
        ...
