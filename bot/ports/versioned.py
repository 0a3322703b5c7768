"""Later versions of a plan's document, and the rewriting of the plan that they ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NewType, Protocol

from bot.draft import DraftPlan
from bot.layout import DocumentColumn
from bot.partnership import PersonId
from bot.plan import ActionId, LeadRole, PlanId, Theme
from bot.versions.taking import Answers, Revision

VersionId = NewType("VersionId", int)
PendingId = NewType("PendingId", int)


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """A version that was taken into the record. The import is the first and has none; these begin at 2."""

    id: VersionId
    plan_id: PlanId
    number: int
    name: str
    taken_at: datetime
    taken_by: PersonId | None


@dataclass(frozen=True, slots=True)
class Revised:
    """A revision and the version that made it: when, and by whom."""

    version: PlanVersion
    revision: Revision


@dataclass(frozen=True, slots=True)
class PendingVersion:
    """A version that was dropped in chat and is not taken yet: what was read, and what was answered."""

    id: PendingId
    plan_id: PlanId
    name: str
    draft: DraftPlan
    answers: Answers


class Versions(Protocol):
    """Versions of the plans of one workspace."""

    def take(self, plan_id: PlanId, name: str, by: PersonId | None, at: datetime) -> PlanVersion:
        """Note the next version of a plan; `name` is its file's."""
        ...

    def propose(
        self, plan_id: PlanId, name: str, draft: DraftPlan, by: PersonId | None, at: datetime
    ) -> PendingVersion:
        """Keep a version until it is taken or called off; a plan has one at most, the newest."""
        ...

    def pending(self, pending_id: PendingId) -> PendingVersion | None:
        """A proposed version; None once it was taken, called off or replaced."""
        ...

    def answer(self, pending_id: PendingId, answers: Answers) -> None:
        """Keep what has been answered of a proposed version."""
        ...

    def forget(self, pending_id: PendingId) -> None:
        """Drop a proposed version, which was taken or called off."""
        ...

    def of(self, plan_id: PlanId) -> tuple[PlanVersion, ...]:
        """Every later version of a plan, oldest first."""
        ...

    def note(self, version_id: VersionId, revisions: Sequence[Revision]) -> None:
        """Keep what a version changed, as it was and as it became."""
        ...

    def changes_of(self, action_id: ActionId) -> tuple[Revised, ...]:
        """Everything that versions and amendments changed of an action, oldest first."""
        ...

    def revisions_of(self, version_id: VersionId) -> tuple[Revision, ...]:
        """What one version changed, in the order it was noted."""
        ...

    def renumbered_from(self, plan_id: PlanId, ref: str) -> tuple[Revised, ...]:
        """What took a number away from its action, or made parts of it, oldest first."""
        ...

    def since(self, plan_id: PlanId, at: datetime) -> tuple[Revised, ...]:
        """Everything that was changed of a plan after an instant, oldest first."""
        ...

    def rewrite(self, words: Mapping[ActionId, Mapping[str, str | None]], at: datetime) -> None:
        """Set references, themes and texts of actions, as a whole: two may change places."""
        ...

    def set_leads(self, action_id: ActionId, leads: Sequence[tuple[str, LeadRole]]) -> None:
        """Replace an action's leads by these, each with their part; people are made if unknown."""
        ...

    def arrange(
        self,
        plan_id: PlanId,
        order: Sequence[ActionId],
        themes: Sequence[Theme] | None,
        columns: Sequence[DocumentColumn] | None,
    ) -> None:
        """Put a plan's actions in this order, under these themes; None leaves themes or columns alone."""
        ...
