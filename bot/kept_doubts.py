"""What was doubtful in a plan that was brought in, kept until an officer has settled it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.draft import NEEDS_AN_ANSWER, DoubtKind
from bot.partnership import PersonId
from bot.plan import ActionId, PlanId

DoubtId = NewType("DoubtId", int)


class DoubtState(StrEnum):
    """open → later | answered | as_read | to_check → checked. Later is open still, and asked again."""

    OPEN = "open"
    LATER = "later"
    ANSWERED = "answered"
    AS_READ = "as_read"
    TO_CHECK = "to_check"
    CHECKED = "checked"

    @property
    def is_waiting(self) -> bool:
        """Whether somebody still has to look at it."""
        return self in (DoubtState.OPEN, DoubtState.LATER)


@dataclass(frozen=True, slots=True)
class KeptDoubt:
    """One doubt of a plan. `row` is the document's; `actions` those it is about, none for the whole plan;
    `answer` what the officer gave, as typed."""

    id: DoubtId
    plan_id: PlanId
    row: int
    place: str
    kind: DoubtKind
    message: str
    actions: tuple[ActionId, ...]
    state: DoubtState
    answer: str | None = None
    settled_by: PersonId | None = None
    settled_at: datetime | None = None

    @property
    def where(self) -> str:
        """Where the document says it: "Row 41", or the place it gives."""
        return self.place or f"Row {self.row}"

    @property
    def needs_answer(self) -> bool:
        """Whether the plan is wrong or empty without it: no lead, no date, or two readings."""
        return self.kind in NEEDS_AN_ANSWER


def waiting(doubts: Iterable[KeptDoubt], *, needing: bool) -> tuple[KeptDoubt, ...]:
    """Those nobody has settled: the ones that need an answer, or the ones worth a look."""
    return tuple(one for one in doubts if one.state.is_waiting and one.needs_answer == needing)


def next_to_answer(doubts: Iterable[KeptDoubt], after: DoubtId | None = None) -> KeptDoubt | None:
    """The next doubt that needs an answer, in the plan's order; None when the end is reached."""
    asked = waiting(doubts, needing=True)
    return next((one for one in asked if after is None or one.id > after), None)
