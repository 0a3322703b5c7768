"""What a board agrees beside its plan: requests for more time, help, decisions, corrections."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.asks import Outcome
from bot.governance import (
    Correction,
    Decision,
    DecisionId,
    DecisionKind,
    DecisionState,
    ExtensionId,
    ExtensionRequest,
    ExtensionState,
    Group,
    HelpId,
    HelpKind,
    HelpRequest,
)
from bot.partnership import MeetingId, PartnershipId, PersonId
from bot.plan import ActionId, PlanId
from bot.timescale import Timescale


class Extensions(Protocol):
    """Requests for more time."""

    def add(
        self,
        action_id: ActionId,
        asked_by: PersonId,
        was: Timescale | None,
        wanted: Timescale,
        reason: str,
        at: datetime,
    ) -> ExtensionRequest: ...
    def get(self, extension_id: ExtensionId) -> ExtensionRequest: ...
    def of_action(self, action_id: ActionId) -> tuple[ExtensionRequest, ...]:
        """Every request of an action, oldest first."""
        ...

    def of_plans(self, plan_ids: Sequence[PlanId]) -> tuple[ExtensionRequest, ...]:
        """Every request of these plans, oldest first."""
        ...

    def put_down(self, extension_id: ExtensionId, meeting_id: MeetingId) -> ExtensionRequest:
        """Put a pending request down for a meeting. Raises `AlreadySettled`."""
        ...

    def settle(
        self,
        extension_id: ExtensionId,
        state: ExtensionState,
        at: datetime,
        by: PersonId,
        *,
        meeting_id: MeetingId | None = None,
        minute_ref: str = "",
        answer: str = "",
    ) -> ExtensionRequest:
        """Decide a pending request, or withdraw it. Raises `AlreadySettled` to whoever comes second."""
        ...

    def reopen(self, extension_id: ExtensionId) -> ExtensionRequest:
        """Make a granted request wait again, when whoever granted it undoes that. Raises `NotFound`."""
        ...


class Helping(Protocol):
    """Help that others were asked for, and the groups that can be asked."""

    def add(
        self,
        action_id: ActionId,
        kind: HelpKind,
        of: str,
        asked_by: PersonId,
        words: str,
        channel: str | None,
        at: datetime,
    ) -> HelpRequest: ...
    def get(self, help_id: HelpId) -> HelpRequest: ...
    def of_plans(self, plan_ids: Sequence[PlanId]) -> tuple[HelpRequest, ...]:
        """Everything asked of others for these plans, oldest first."""
        ...

    def answered(self, help_id: HelpId, answer: str, at: datetime, by: PersonId) -> HelpRequest: ...
    def ended(self, help_id: HelpId, at: datetime, by: PersonId) -> HelpRequest: ...
    def groups(self, partnership_id: PartnershipId) -> tuple[Group, ...]: ...
    def set_group(self, partnership_id: PartnershipId, name: str, channel: str | None) -> Group:
        """Say which channel a group has; None when it has none."""
        ...


class Decisions(Protocol):
    """What bodies have decided, and the new actions that came of it."""

    def add(
        self,
        partnership_id: PartnershipId,
        kind: DecisionKind,
        words: str,
        recorded_by: PersonId,
        at: datetime,
        *,
        plan_id: PlanId | None = None,
        meeting_id: MeetingId | None = None,
        minute_ref: str = "",
        lead_name: str = "",
        due: Timescale | None = None,
        ref: str = "",
        action_id: ActionId | None = None,
        outcome: Outcome | None = None,
    ) -> Decision:
        """Keep a draft."""
        ...

    def get(self, decision_id: DecisionId) -> Decision: ...
    def of(self, partnership_id: PartnershipId) -> tuple[Decision, ...]:
        """Everything recorded, oldest first; no drafts."""
        ...

    def latest_draft(self, by: PersonId) -> Decision | None:
        """What this person was read back last and neither recorded nor dropped."""
        ...

    def settle(
        self, decision_id: DecisionId, state: DecisionState, action_id: ActionId | None = None
    ) -> Decision:
        """Record or drop a draft. Raises `AlreadySettled` to whoever comes second."""
        ...


class Corrections(Protocol):
    """Dates of the plan that were transcribed wrongly and set right."""

    def add(
        self,
        action_id: ActionId,
        was: Timescale | None,
        now: Timescale,
        reason: str,
        by: PersonId,
        at: datetime,
    ) -> Correction: ...
    def of_plans(self, plan_ids: Sequence[PlanId]) -> tuple[Correction, ...]:
        """Every correction in these plans, oldest first."""
        ...
