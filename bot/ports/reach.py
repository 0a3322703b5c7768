"""Who can be reached: people who are not on the platform, and leads a plan begins with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.partnership import PersonId
from bot.plan import PlanId


class Reach(Protocol):
    """What an officer has said of who is to be reached, and where."""

    def elsewhere(self) -> frozenset[PersonId]:
        """Those whom an officer says are not on the platform."""
        ...

    def put_elsewhere(self, person_id: PersonId, at: datetime) -> None:
        """Note that somebody is not on the platform; whoever is linked later is there after all."""
        ...

    def begin_with(self, plan_id: PlanId, people: Sequence[PersonId]) -> None:
        """Ask these leads of a plan, and no others, until somebody says all: then nobody is named."""
        ...
