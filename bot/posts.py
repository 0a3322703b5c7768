"""Who holds a post ("Director of Nursing") when: a holder, an interim one until a day, or nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType

from bot.partnership import PersonId

HoldingId = NewType("HoldingId", int)


@dataclass(frozen=True, slots=True)
class Holding:
    """That somebody holds a post from a day on, until a day if that is known; without a `holder_id` the post
    is vacant. What was said last holds; when its time is over, what was said before it holds again."""

    id: HoldingId
    post_id: PersonId
    holder_id: PersonId | None
    is_interim: bool
    from_on: date
    until_on: date | None
    set_by: PersonId
    set_at: datetime

    def covers(self, day: date) -> bool:
        """Whether it holds on this day."""
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)


def holding_on(known: Sequence[Holding], post_id: PersonId, day: date) -> Holding | None:
    """What is known of a post on a day; of several the one that was said last."""
    held = [one for one in known if one.post_id == post_id and one.covers(day)]
    return max(held, key=lambda one: one.id, default=None)
