"""What people said to the bot, what was made of it, and what the bot had asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from bot.language.reading import ReadUpdate
from bot.partnership import AccountKind, PersonId
from bot.plan import ActionId, PlanId

MessageId = NewType("MessageId", int)
UpdateId = NewType("UpdateId", int)
PromptId = NewType("PromptId", int)


class Route(StrEnum):
    """How an update reached the record."""

    DIRECT_MESSAGE = "direct_message"
    MENTION = "mention"
    BUTTON = "button"
    FORM = "form"
    RELAYED = "relayed"


@dataclass(frozen=True, slots=True)
class Said:
    """One version of something a person wrote to the bot.

    `channel`, `ts` and `thread_ts` are the platform's own; `version` is 0 for what was first written and
    rises with each edit (an edit's own timestamp is `edited_ts`). `author_kind` is what the platform says
    of their account, None where it does not say; `channels` the channels the text names, by their names in
    lower case, each with its external id; `thread_at` when the message was posted that its thread is under.
    """

    author: PersonId | None
    author_external_id: str
    channel: str
    ts: str
    text: str
    at: datetime
    route: Route
    thread_ts: str | None = None
    edited_ts: str | None = None
    is_deleted: bool = False
    author_kind: AccountKind | None = None
    channels: tuple[tuple[str, str], ...] = ()
    thread_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """What was said, kept: every version, newest last."""

    id: MessageId
    author: PersonId | None
    channel: str
    ts: str
    thread_ts: str | None
    route: Route
    versions: tuple[str, ...]
    is_deleted: bool


@dataclass(frozen=True, slots=True)
class MessageVersion:
    """One version of a message: as first written, as edited, or its deletion (which has no words)."""

    at: datetime
    text: str
    is_edit: bool
    is_deleted: bool


class UpdateState(StrEnum):
    """The life of one progress update; only a confirmed one has changed its action."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    UNDONE = "undone"
    EXPIRED = "expired"


class HeardBy(StrEnum):
    """How the word of somebody who does not use the chat tool reached whoever entered it."""

    PHONE = "phone"
    EMAIL = "email"
    IN_PERSON = "in_person"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Source:
    """Whose word an update is, where that is more than its author's own.

    A deputy speaks `on_behalf_of` a lead. What a lead said elsewhere was `entered_by` somebody else, who
    heard it `by` phone, say, `on` that day.
    """

    on_behalf_of: PersonId | None = None
    entered_by: PersonId | None = None
    by: HeardBy | None = None
    on: date | None = None


OWN_WORD = Source()


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something, when that is not whoever writes it down, and how it was heard."""

    person_id: PersonId
    source: Source


@dataclass(frozen=True, slots=True)
class ProgressUpdate:
    """What one message says of one action: the words, what was read in them, and what became of it.

    `action_id` is None while the bot does not know which action is meant; `candidates` are then the
    actions it may be. `reading` is what would be (or was) written. `changed` is what saving it did,
    kept so that the read-back can show "was → now" and undo can put it back.
    """

    id: UpdateId
    message_id: MessageId | None
    person_id: PersonId
    plan_id: PlanId | None
    action_id: ActionId | None
    reading: ReadUpdate
    words: str
    state: UpdateState
    route: Route
    made_at: datetime
    candidates: tuple[ActionId, ...] = ()
    settled_at: datetime | None = None
    settled_by: PersonId | None = None
    changed: tuple[FieldChange, ...] = ()
    source: Source = OWN_WORD

    @property
    def voice(self) -> Voice:
        """In whose name it is said, for what takes its place."""
        return Voice(self.person_id, self.source)

    @property
    def settles(self) -> PersonId:
        """Whose it is to confirm, edit or take back: whoever entered it."""
        return self.source.entered_by or self.person_id


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of an action as it was and as it is now, as the JSON-ready values that are stored."""

    field: str
    was: object
    now: object


class PromptKind(StrEnum):
    """The two rungs of the ladder: one ask and one reminder; after them the officer's list has it."""

    ASK = "ask"
    REMINDER = "reminder"


@dataclass(frozen=True, slots=True)
class Prompt:
    """One ask to one person about their actions of one plan in one round.

    `items` are the actions asked about; `channel` and `ts` say where it was posted, once it was. With a
    `deputy_id` it was put to the person's deputy. `snoozed_until` is when whoever was asked wants it again.
    """

    id: PromptId
    person_id: PersonId
    plan_id: PlanId
    round_key: str
    kind: PromptKind
    items: tuple[ActionId, ...]
    made_at: datetime
    channel: str | None = None
    ts: str | None = None
    deputy_id: PersonId | None = None
    snoozed_until: datetime | None = None

    @property
    def asked(self) -> PersonId:
        """Who it was put to."""
        return self.deputy_id or self.person_id
