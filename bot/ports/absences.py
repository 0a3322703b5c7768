"""Who is away when, and who stands in."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from bot.absences import Away, AwayId
from bot.partnership import PersonId


class Absences(Protocol):
    """The absences of the people of one workspace."""

    def add(self, person_id: PersonId, from_on: date, until_on: date, by: PersonId, at: datetime) -> Away: ...
    def get(self, away_id: AwayId) -> Away: ...
    def since(self, day: date) -> tuple[Away, ...]:
        """Every absence that lasts to this day or beyond, ended ones too, in the order noted."""
        ...

    def of(self, person_id: PersonId) -> tuple[Away, ...]:
        """Everything noted of one person, ended or not, in the order noted."""
        ...

    def stand_in(self, away_id: AwayId, deputy_id: PersonId | None) -> Away:
        """Say who answers meanwhile; None for nobody. Raises `NotFound` once it has ended."""
        ...

    def end(self, away_id: AwayId, at: datetime) -> Away:
        """It holds no longer. Raises `NotFound` when it had ended before."""
        ...
