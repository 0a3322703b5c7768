"""What a board agrees beside its plan: more time, help asked of others, decisions, and corrections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.asks import Outcome
from bot.partnership import MeetingId, PartnershipId, PersonId
from bot.plan import ActionId, PlanId
from bot.timescale import Timescale

ExtensionId = NewType("ExtensionId", int)
HelpId = NewType("HelpId", int)
DecisionId = NewType("DecisionId", int)


class ExtensionState(StrEnum):
    """The life of a request for more time; until it is granted the action stays late."""

    PENDING = "pending"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ExtensionRequest:
    """A lead asks the board for more time.

    `was` is the agreed date when it was asked, `wanted` the one asked for, `reason` the lead's own words.
    `meeting_id` is the meeting it was put down for, and once decided the one that decided it; None after a
    decision means that a chair or officer decided between meetings. `answer` are the decider's words.
    """

    id: ExtensionId
    action_id: ActionId
    asked_by: PersonId
    asked_at: datetime
    was: Timescale | None
    wanted: Timescale
    reason: str
    state: ExtensionState = ExtensionState.PENDING
    meeting_id: MeetingId | None = None
    decided_by: PersonId | None = None
    decided_at: datetime | None = None
    minute_ref: str = ""
    answer: str = ""


class HelpKind(StrEnum):
    """How help came to be asked for: a board member took a blocker on, or a group was asked."""

    TAKEN = "taken"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class HelpRequest:
    """Somebody beside the lead is to unblock an action, until it is cleared.

    `of` is who is to help: the name of the person who took it on, or of the group that was asked. `words`
    are the blocker, or what was asked for. `answer` is what the group said; `ended_at` when it was cleared.
    """

    id: HelpId
    action_id: ActionId
    kind: HelpKind
    of: str
    asked_by: PersonId
    asked_at: datetime
    words: str
    channel: str | None = None
    answer: str = ""
    answered_by: PersonId | None = None
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    ended_by: PersonId | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still waits to be cleared."""
        return self.ended_at is None


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the partnership that can be asked for help, with its channel where one is known."""

    name: str
    channel: str | None


class DecisionKind(StrEnum):
    """What a body settled: something to be so, something to be done, or what its pack had asked for."""

    DECISION = "decision"
    NEW_ACTION = "new_action"
    OUTCOME = "outcome"


class DecisionState(StrEnum):
    """A decision is read back before it joins the record."""

    DRAFT = "draft"
    RECORDED = "recorded"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Decision:
    """A recorded choice of a body, with the meeting it was made at and its minute reference.

    For a new action `words` are the action, `lead_name` and `due` what was said of them, `ref` the number
    it is to have, and `action_id` the action once it has joined the plan. Of an outcome `action_id` is the
    action that was asked about, if it was one, and `words` are what was said with it.
    """

    id: DecisionId
    partnership_id: PartnershipId
    kind: DecisionKind
    words: str
    recorded_by: PersonId
    made_at: datetime
    state: DecisionState = DecisionState.DRAFT
    plan_id: PlanId | None = None
    meeting_id: MeetingId | None = None
    minute_ref: str = ""
    lead_name: str = ""
    due: Timescale | None = None
    ref: str = ""
    action_id: ActionId | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A date of the plan that was typed or transcribed wrongly. Both values stay visible; it is no move."""

    action_id: ActionId
    was: Timescale | None
    now: Timescale
    reason: str
    by: PersonId
    at: datetime
