"""What was doubtful in a plan that was brought in, kept until an officer has settled it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.draft import NEEDS_AN_ANSWER, DoubtKind, Proposal
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
    `answer` what the officer gave, as typed;
    `proposed` what becomes of the action when it is taken as read."""

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
    proposed: Proposal | None = None

    @property
    def where(self) -> str:
        """Where the document says it: "Row 41", or the place it gives."""
        return self.place or f"Row {self.row}"

    @property
    def needs_answer(self) -> bool:
        """Whether the plan is wrong or empty without it: no lead, no date, or two readings."""
        return self.kind in NEEDS_AN_ANSWER


def waiting(
    doubts: Iterable[KeptDoubt], *, needing: bool, kind: DoubtKind | None = None
) -> tuple[KeptDoubt, ...]:
    """Those nobody has settled: the ones that need an answer, or the ones worth a look; by kind or all."""
    return tuple(
        one
        for one in doubts
        if one.state.is_waiting and one.needs_answer == needing and kind in (None, one.kind)
    )


def to_answer(doubts: Iterable[KeptDoubt]) -> tuple[KeptDoubt, ...]:
    """Every doubt that needs an answer or has had one, in the order of asking: kind by kind."""
    kinds = list(DoubtKind)
    return tuple(
        sorted((one for one in doubts if one.needs_answer), key=lambda one: (kinds.index(one.kind), one.id))
    )


def next_to_answer(doubts: Iterable[KeptDoubt], after: DoubtId | None = None) -> KeptDoubt | None:
    """The next doubt that needs an answer, kind by kind; None when the end is reached."""
    asked = to_answer(doubts)
    start = next((place + 1 for place, one in enumerate(asked) if one.id == after), 0)
    return next((one for one in asked[start:] if one.state.is_waiting), None)
