"""What people said and were asked, and what is owed to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.card import Card
from bot.changes import AuditEvent, Refusal
from bot.conversation import (
    OWN_WORD,
    FieldChange,
    Message,
    MessageId,
    MessageVersion,
    ProgressUpdate,
    Prompt,
    PromptId,
    PromptKind,
    Route,
    Said,
    Source,
    UpdateId,
    UpdateState,
)
from bot.delivery import Delivery, DeliveryId, DeliveryKind, InboxId, Owed
from bot.language.reading import ReadUpdate
from bot.partnership import PartnershipId, PersonId
from bot.plan import ActionId, PlanId


class Messages(Protocol):
    """What people wrote, every version kept."""

    def keep(self, said: Said) -> tuple[MessageId, bool]:
        """Keep this version; the id, and whether there is something new to hear: not in a repeat, nor in a
        version that a later one has overtaken on the way."""
        ...

    def get(self, message_id: MessageId) -> Message: ...
    def find(self, channel: str, ts: str) -> Message | None: ...
    def latest_by(self, author: PersonId, count: int) -> tuple[Message, ...]:
        """The last messages somebody wrote, newest first."""
        ...

    def versions(self, message_id: MessageId) -> tuple[MessageVersion, ...]:
        """Every version with its instant, in the order they stand."""
        ...


class Updates(Protocol):
    """Progress updates and their states."""

    def add(
        self,
        *,
        message_id: MessageId | None,
        person_id: PersonId,
        plan_id: PlanId | None,
        action_id: ActionId | None,
        candidates: Sequence[ActionId],
        reading: ReadUpdate,
        words: str,
        state: UpdateState,
        route: Route,
        at: datetime,
        source: Source = OWN_WORD,
    ) -> UpdateId: ...
    def get(self, update_id: UpdateId) -> ProgressUpdate: ...
    def of_message(self, message_id: MessageId) -> tuple[ProgressUpdate, ...]: ...
    def revise(
        self, update_id: UpdateId, reading: ReadUpdate, plan_id: PlanId | None, action_id: ActionId | None
    ) -> None:
        """Replace what was understood by an unsettled update, and its words with the reading's: an answer to
        its question, an edit."""
        ...

    def settle(
        self,
        update_id: UpdateId,
        state: UpdateState,
        at: datetime,
        by: PersonId,
        changed: Sequence[FieldChange] = (),
    ) -> None: ...
    def open_for(self, person_id: PersonId) -> tuple[ProgressUpdate, ...]:
        """The updates that still wait for a word from this person, who said or entered them, newest first."""
        ...

    def latest_by(self, person_id: PersonId) -> tuple[ProgressUpdate, ...]:
        """The confirmed updates of this person's newest message or tap that had any, for `undo`."""
        ...

    def history(self, action_id: ActionId) -> tuple[ProgressUpdate, ...]:
        """Everything said of an action, oldest first."""
        ...

    def unsettled_since(self, plan_id: PlanId, since: datetime) -> tuple[ProgressUpdate, ...]:
        """What was said of a plan's actions since this instant and never confirmed, oldest first."""
        ...

    def unplaced_since(self, since: datetime) -> tuple[ProgressUpdate, ...]:
        """What was said since this instant of an action that is still to be named, oldest first."""
        ...


class Prompts(Protocol):
    """What was asked of whom, in which round."""

    def add(
        self,
        person_id: PersonId,
        plan_id: PlanId,
        round_key: str,
        kind: PromptKind,
        items: Sequence[ActionId],
        at: datetime,
        deputy_id: PersonId | None = None,
    ) -> Prompt:
        """Note an ask, put to a deputy where there is one; the existing one if this person was already asked
        in this round and kind."""
        ...

    def get(self, prompt_id: PromptId) -> Prompt: ...
    def posted(self, prompt_id: PromptId, channel: str, ts: str) -> None: ...
    def snooze(self, prompt_id: PromptId, until: datetime) -> None:
        """Say when whoever was asked wants to be asked again."""
        ...

    def asked_again(self, prompt_id: PromptId, deputy_id: PersonId | None) -> Prompt:
        """It goes out once more, to the deputy if there is one; nothing is put off any longer."""
        ...

    def latest_for(self, person_id: PersonId) -> Prompt | None:
        """What was put last to this person, for themselves or as a deputy."""
        ...

    def in_thread(self, channel: str, ts: str) -> Prompt | None: ...
    def of_round(self, plan_id: PlanId, round_key: str) -> tuple[Prompt, ...]: ...
    def of_plan(self, plan_id: PlanId) -> tuple[Prompt, ...]:
        """Every ask about a plan that is still held, oldest first."""
        ...


class Owing(Protocol):
    """Deliveries, as a unit of work plans them: in the same transaction as what they tell of."""

    def owe(self, owed: Owed) -> bool:
        """Plan a delivery; False when it was already planned. A unit of work that only reads plans nothing,
        but notes what it would have planned."""
        ...

    @property
    def noted(self) -> tuple[Owed, ...]:
        """What a unit of work that only reads would have planned."""
        ...

    def freeze(self, delivery_id: DeliveryId, attempt: int, body: Card) -> None:
        """Fix what will be posted, before the network is touched."""
        ...

    def skip(self, delivery_id: DeliveryId, attempt: int, reason: str) -> None:
        """There is nothing left to say: it was answered, closed, or came too late."""
        ...

    def put_off(self, delivery_id: DeliveryId, attempt: int, until: datetime, reason: str) -> None:
        """It is not the hour for it: it waits until this instant, and is claimed again then."""
        ...

    def find(self, channel: str, kind: str, period_key: str, part: int = 0) -> Delivery | None: ...
    def get(self, delivery_id: DeliveryId) -> Delivery:
        """Raises `NotFound`."""
        ...

    def found(self, delivery_id: DeliveryId) -> None:
        """A person says that an unknown delivery is there. Raises `AlreadySettled`."""
        ...

    def post_again(self, delivery_id: DeliveryId, at: datetime) -> None:
        """A person says that an unknown delivery is to be posted now, however late. Raises
        `AlreadySettled`."""
        ...

    def recent(self, kind: str, since: datetime) -> tuple[Delivery, ...]: ...
    def asked_before(self, delivery: Delivery, kinds: Sequence[DeliveryKind]) -> datetime | None:
        """When the newest delivery of these kinds was due that its reader was sent before this one."""
        ...

    def planned_to(self, job: str) -> datetime | None:
        """Up to when the calendar job of this name has planned its deliveries; None if never."""
        ...

    def set_planned_to(self, job: str, instant: datetime) -> None: ...


class Audit(Protocol):
    """The append-only, hash-chained record; one chain a partnership."""

    def append(self, event: AuditEvent, at: datetime) -> None: ...
    def head(self, partnership_id: PartnershipId) -> str:
        """The hash of the chain's last event, to print where it can be compared later."""
        ...

    def refusals(self, partnership_id: PartnershipId, since: datetime) -> tuple[Refusal, ...]:
        """Every refusal since this instant, oldest first."""
        ...

    def asked_now(
        self, partnership_id: PartnershipId, action_id: ActionId
    ) -> tuple[tuple[datetime, PersonId | None], ...]:
        """When an update was asked for between rounds, and by whom, oldest first."""
        ...


class Handled(Protocol):
    """The inbox, as a unit of work sees it: marking an event done together with its effect."""

    def done(self, inbox_id: InboxId) -> None: ...
