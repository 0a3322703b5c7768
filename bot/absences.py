"""Who is away when, and who answers for them meanwhile: dates only, never a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType

from bot.partnership import PersonId

AwayId = NewType("AwayId", int)


@dataclass(frozen=True, slots=True)
class Away:
    """Days on which somebody is not asked, first and last included, and their deputy then, if they have one.

    `ended_at` is when they said that they are back, or that it does not hold; it counts no longer from then.
    """

    id: AwayId
    person_id: PersonId
    from_on: date
    until_on: date
    deputy_id: PersonId | None
    noted_by: PersonId
    noted_at: datetime
    ended_at: datetime | None = None

    def covers(self, day: date) -> bool:
        """Whether it holds on this day."""
        return self.ended_at is None and self.from_on <= day <= self.until_on


def away_on(known: Sequence[Away], person_id: PersonId, day: date) -> Away | None:
    """The absence somebody has on a day; of several the one with a deputy, else the one noted last."""
    held = [one for one in known if one.person_id == person_id and one.covers(day)]
    return max(held, key=lambda one: (one.deputy_id is not None, one.id), default=None)


def asked_for(known: Sequence[Away], person_id: PersonId, day: date) -> PersonId | None:
    """Who is asked in somebody's place on a day: themselves, their deputy, or nobody, which is the board
    officer's to see to. A deputy who is away too has no deputy of their own."""
    away = away_on(known, person_id, day)
    if away is None:
        return person_id
    if away.deputy_id is None or away_on(known, away.deputy_id, day) is not None:
        return None
    return away.deputy_id
