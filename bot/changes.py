"""What a decision does: one value drives the UPDATE, the audit event and the words "was → now"."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.partnership import PartnershipId, PersonId
from bot.plan import ActionId

Stored = str | int | bool | None | dict[str, str] | list[str]
"""A field's value as JSON holds it; dates in ISO form, a timescale as its four parts."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one action, as it was and as it is now. `version` is the action's when decided."""

    action_id: ActionId
    version: int
    field: str
    was: Stored
    now: Stored


class Verb(StrEnum):
    """What an audit event records."""

    PLAN_IMPORTED = "plan_imported"
    PLAN_WENT_LIVE = "plan_went_live"
    PLAN_SET_ASIDE = "plan_set_aside"
    PLAN_ARCHIVED = "plan_archived"
    PLAN_PAUSED = "plan_paused"
    PLAN_RESUMED = "plan_resumed"
    CLOSING_BEGUN = "closing_begun"
    END_GIVEN = "end_given"
    CLOSING_ASKED = "closing_asked"
    CLOSING_DROPPED = "closing_dropped"
    PLAN_CLOSED = "plan_closed"
    PLAN_REOPENED = "plan_reopened"
    SAID_ELSEWHERE = "said_elsewhere"
    OFFICER_TOOK_OFFICE = "officer_took_office"
    DOUBT_SETTLED = "doubt_settled"
    CONVENTIONS_SET = "conventions_set"
    PARTNERSHIP_SET_UP = "partnership_set_up"
    SETTING_CHANGED = "setting_changed"
    UPDATE_PROPOSED = "update_proposed"
    UPDATE_CONFIRMED = "update_confirmed"
    UPDATE_CANCELLED = "update_cancelled"
    UPDATE_UNDONE = "update_undone"
    UPDATE_REFUSED = "update_refused"  # as refusals of updates stand in records made before REFUSED
    REFUSED = "refused"
    DELIVERY_SETTLED = "delivery_settled"
    MESSAGE_EDITED = "message_edited"
    MESSAGE_DELETED = "message_deleted"
    COMPLETION_ACCEPTED = "completion_accepted"
    IDENTITY_CLAIMED = "identity_claimed"
    IDENTITY_BOUND = "identity_bound"
    IDENTITY_REFUSED = "identity_refused"
    HANDED_OVER = "handed_over"
    ACCOUNT_CLOSED = "account_closed"
    ACCOUNT_OPENED = "account_opened"
    ACCOUNT_NOTED = "account_noted"
    ABSENCE_NOTED = "absence_noted"
    ABSENCE_ENDED = "absence_ended"
    DEPUTY_NAMED = "deputy_named"
    INTRODUCED = "introduced"
    POST_FILLED = "post_filled"
    WORKS_IN = "works_in"
    PROMPTED = "prompted"
    PROMPT_SNOOZED = "prompt_snoozed"
    END_WATCHED = "end_watched"
    REMINDED_BY_OFFICER = "reminded_by_officer"
    DIGEST_COMPOSED = "digest_composed"
    STATUS_SHARED = "status_shared"
    WORKSTREAM_SET = "workstream_set"
    WORKSTREAM_ARRANGED = "workstream_arranged"
    MEETING_ADDED = "meeting_added"
    MEETING_MOVED = "meeting_moved"
    MEETING_REMOVED = "meeting_removed"
    PLAN_GIVEN = "plan_given"
    BODY_DESCRIBED = "body_described"
    SEAT_SET = "seat_set"
    VIEW_ASKED = "view_asked"
    VIEW_GIVEN = "view_given"
    VIEW_TAKEN_BACK = "view_taken_back"
    VIEW_CALLED_OFF = "view_called_off"
    PLAN_CLASSIFIED = "plan_classified"
    FORWARD_PROMISED = "forward_promised"
    FORWARD_SETTLED = "forward_settled"
    UPDATE_ASKED_FOR = "update_asked_for"
    TALK_WANTED = "talk_wanted"
    BLOCKER_TAKEN = "blocker_taken"
    BLOCKER_CLEARED = "blocker_cleared"
    HELP_ASKED = "help_asked"
    HELP_ANSWERED = "help_answered"
    RISK_SET = "risk_set"
    GROUP_SET = "group_set"
    STANDING_SET = "standing_set"
    WAITING_SET = "waiting_set"
    TOLERANCE_SET = "tolerance_set"
    TOLERANCE_BREACHED = "tolerance_breached"
    DATE_CORRECTED = "date_corrected"
    DECISION_DRAFTED = "decision_drafted"
    DECISION_RECORDED = "decision_recorded"
    DECISION_DROPPED = "decision_dropped"
    DUTY_SET = "duty_set"
    HELD_CHECKED = "held_checked"
    EXTENSION_ASKED = "extension_asked"
    EXTENSION_PUT_TO_BOARD = "extension_put_to_board"
    EXTENSION_GRANTED = "extension_granted"
    EXTENSION_REFUSED = "extension_refused"
    EXTENSION_TAKEN_BACK = "extension_taken_back"
    EXTENSION_REOPENED = "extension_reopened"
    PACK_FROZEN = "pack_frozen"
    MISREADING_CORRECTED = "misreading_corrected"
    ERRATUM_SETTLED = "erratum_settled"
    PLAN_EXPORTED = "plan_exported"
    PAPER_MADE = "paper_made"
    VERSION_TAKEN = "version_taken"
    ACTION_REVISED = "action_revised"
    AMENDMENT_DRAFTED = "amendment_drafted"
    AMENDMENT_PROPOSED = "amendment_proposed"
    AMENDMENT_DROPPED = "amendment_dropped"
    PLAN_AMENDED = "plan_amended"
    AMENDMENT_UNDONE = "amendment_undone"
    RECORD_DISCLOSED = "record_disclosed"
    RECORD_REQUEST_CLOSED = "record_request_closed"
    RETENTION_SET = "retention_set"
    WORDS_DELETED = "words_deleted"
    PERSON_EXPORTED = "person_exported"
    ERASURE_ASKED = "erasure_asked"
    PERSON_ERASED = "person_erased"


@dataclass(frozen=True, slots=True)
class Refusal:
    """That somebody was refused something, as the audit trail has it: the act in the words of
    `bot.permissions.matrix`, of an action or a whole partnership, by a message or by a tap."""

    at: datetime
    actor: PersonId | None
    act: str
    action_id: ActionId | None = None
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """One thing that happened. `values` hold ids, enumerations and dates, never a person's words;
    `words` are hashed with the key of whose they are (`words_of`, else the actor's); only that is kept."""

    partnership_id: PartnershipId
    verb: Verb
    actor: PersonId | None
    subject: str
    values: dict[str, object] = field(default_factory=dict)
    words: str | None = None
    words_of: PersonId | None = None
