"""What the law asks of a record of people: requests for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.disclosure import RecordRequest, RequestId
from bot.partnership import PersonId
from bot.plan import ActionId, PlanId


class Requests(Protocol):
    """Requests for everything held on some actions."""

    def add(
        self, plan_id: PlanId, action_ids: Sequence[ActionId], by: PersonId | None, at: datetime
    ) -> RecordRequest: ...
    def open(self) -> tuple[RecordRequest, ...]:
        """Those that hold retention, oldest first."""
        ...

    def close(self, request_id: RequestId, by: PersonId | None, at: datetime) -> None:
        """Raises `NotFound` where none of this number is open."""
        ...
