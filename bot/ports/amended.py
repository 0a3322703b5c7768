"""Amendments of plans that board officers make from chat."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.amending import Amendment, AmendmentId, AmendmentState, KeptAmendment
from bot.partnership import PersonId
from bot.plan import PlanId
from bot.ports.versioned import VersionId


class Amendments(Protocol):
    """The amendments of one workspace's plans; none is ever deleted."""

    def add(
        self, plan_id: PlanId, by: PersonId, amendment: Amendment, state: AmendmentState, at: datetime
    ) -> KeptAmendment:
        """Keep what was said, as a draft or as a proposal."""
        ...

    def get(self, amendment_id: AmendmentId) -> KeptAmendment:
        """Raises `NotFound`."""
        ...

    def revise(self, amendment_id: AmendmentId, amendment: Amendment) -> KeptAmendment:
        """Put what an open one says in other words. Raises `AlreadySettled`."""
        ...

    def settle(
        self,
        amendment_id: AmendmentId,
        state: AmendmentState,
        at: datetime,
        by: PersonId,
        version_id: VersionId | None = None,
    ) -> KeptAmendment:
        """Save or drop an open one, or undo a saved one. Raises `AlreadySettled` to whoever comes second."""
        ...

    def latest_open(self, by: PersonId) -> KeptAmendment | None:
        """The draft that this person was shown last and has not answered."""
        ...

    def last_saved(self, by: PersonId) -> KeptAmendment | None:
        """What this person saved last and has not undone."""
        ...
