"""What a plan that was brought in leaves to be settled, and the mending that settles it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.draft import Doubt, Proposal
from bot.kept_doubts import DoubtId, DoubtState, KeptDoubt
from bot.partnership import PersonId
from bot.plan import ActionId, PlanId
from bot.timescale import Timescale


class Doubts(Protocol):
    """The doubts about the plans of one workspace."""

    def keep(self, plan_id: PlanId, doubts: Sequence[Doubt]) -> None:
        """Keep what was doubtful in a plan, each bound to the actions it names."""
        ...

    def of(self, plan_id: PlanId) -> tuple[KeptDoubt, ...]:
        """Every doubt of a plan, in the document's order."""
        ...

    def get(self, doubt_id: DoubtId) -> KeptDoubt: ...
    def settle(
        self,
        doubt_ids: Collection[DoubtId],
        state: DoubtState,
        by: PersonId | None,
        at: datetime,
        answer: str | None = None,
    ) -> None:
        """Say what became of doubts. `by` is None at the terminal."""
        ...


class Mending(Protocol):
    """Puts right what a document left out or said doubtfully, before the plan has a history."""

    def lead_with(self, action_id: ActionId, leads: Sequence[PersonId]) -> None:
        """Replace who leads an action; the first reports."""
        ...

    def date(self, action_id: ActionId, due: Timescale) -> None:
        """Say when an action was first due, which is then the agreed date too."""
        ...

    def propose(self, action_id: ActionId, proposed: Proposal) -> None:
        """Give an action of a draft what its document says only among its remarks."""
        ...
