"""What the law asks of a record of people: requests for it, and one person's part of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.disclosure import RecordRequest, RequestId
from bot.partnership import PartnershipId, PersonId
from bot.personal import Erasure
from bot.plan import ActionId, PlanId
from bot.retention import Kept, Outdated


class Retention(Protocol):
    """What is kept no longer than it may be."""

    def years(self, partnership_id: PartnershipId) -> int:
        """How long after a plan's end its words are kept; 0 for a partnership there is not."""
        ...

    def set_years(self, partnership_id: PartnershipId, years: int) -> None: ...
    def outdated(self, at: datetime) -> tuple[Outdated, ...]:
        """Everything that has had its time; nothing is changed."""
        ...

    def forget(self, at: datetime, among: Sequence[Outdated]) -> Mapping[Kept, int]:
        """Forget those of these whose time is over still; how much of each kind it was."""
        ...


class Personal(Protocol):
    """Everything keyed to one person."""

    def held(self, person_id: PersonId) -> dict[str, list[dict[str, object]]]:
        """Every row that is about this person, by table, as plain values."""
        ...

    def erasure(self, person_id: PersonId) -> Erasure | None: ...
    def ask(self, person_id: PersonId, by: PersonId, at: datetime) -> Erasure:
        """Note that a person is to be erased; the first who asked stays."""
        ...

    def confirm(self, person_id: PersonId, by: PersonId, at: datetime) -> None:
        """Raises `AlreadySettled`."""
        ...

    def erase(self, person_id: PersonId, pseudonym: str) -> None:
        """Put the pseudonym for the name everywhere, delete the person's words, destroy their key. Doing it
        again does no harm."""
        ...


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
