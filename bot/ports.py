"""What the core needs from outside: units of work on the record, the outbox, the inbox, the clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta
from typing import Protocol

from bot.card import Card
from bot.changes import AuditEvent, Change
from bot.conventions import PlanConventions
from bot.conversation import (
    FieldChange,
    Message,
    MessageId,
    ProgressUpdate,
    Prompt,
    PromptId,
    PromptKind,
    Route,
    Said,
    UpdateId,
    UpdateState,
)
from bot.delivery import Delivery, DeliveryId, DeliveryState, InboxEvent, InboxId, Owed, Posted
from bot.draft import DraftPlan
from bot.language.reading import ReadUpdate
from bot.partnership import (
    Meeting,
    Nation,
    Partnership,
    PartnershipId,
    Person,
    PersonId,
    Platform,
    Rhythm,
    Workspace,
    WorkspaceId,
)
from bot.plan import ActionId, ActionPlan, PlanId
from bot.timescale import Timescale


class Clock(Protocol):
    """The one source of time. Leases, HTTP and signatures use real time instead."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class Partnerships(Protocol):
    """Partnerships of one workspace."""

    def get(self, partnership_id: PartnershipId) -> Partnership: ...
    def all(self) -> tuple[Partnership, ...]: ...
    def named(self, name: str) -> Partnership | None: ...
    def by_channel(self, channel: str) -> Partnership | None: ...
    def add(self, name: str, zone: str, nation: Nation) -> Partnership: ...
    def set_up(
        self,
        partnership_id: PartnershipId,
        *,
        channel: str | None,
        rhythm: Rhythm,
        chairs: Sequence[PersonId],
        officers: Sequence[PersonId],
    ) -> Partnership:
        """Replace a partnership's settings as a whole."""
        ...


class People(Protocol):
    """People and posts of one workspace, and who they are on its platform."""

    def get(self, person_id: PersonId) -> Person: ...
    def all(self) -> tuple[Person, ...]: ...
    def named(self, name: str) -> tuple[Person, ...]:
        """Everybody of this name, however its initials are spaced or dotted ("R. Vale" is "R Vale")."""
        ...

    def by_identity(self, external_id: str) -> Person | None: ...
    def add(self, name: str, organisations: Sequence[str], *, is_post: bool = False) -> Person:
        """The person of this name, made if unknown; organisations are added to those already held."""
        ...

    def bind(self, person_id: PersonId, external_id: str) -> Person:
        """Say who a person is on the platform. Raises `IdentityTaken` if the identity is somebody else's."""
        ...

    def introduced(self, person_id: PersonId, at: datetime) -> None: ...


class Plans(Protocol):
    """Action plans of one workspace, each loaded whole in a constant number of statements."""

    def get(self, plan_id: PlanId) -> ActionPlan: ...
    def all(self) -> tuple[ActionPlan, ...]: ...
    def live(self) -> tuple[ActionPlan, ...]: ...
    def holding(self, action_id: ActionId) -> ActionPlan: ...
    def add(self, partnership_id: PartnershipId, draft: DraftPlan, at: datetime) -> ActionPlan:
        """Keep a draft plan with its people, all or nothing; the plan's state is draft."""
        ...

    def go_live(self, plan_id: PlanId, at: datetime) -> ActionPlan: ...
    def set_conventions(self, plan_id: PlanId, conventions: PlanConventions) -> ActionPlan:
        """Replace how a plan counts time, and its own words, as a whole."""
        ...

    def apply(self, changes: Sequence[Change], at: datetime) -> None:
        """Write the changes of one action. Raises `ActionChanged` when its version has moved on."""
        ...

    def reported(self, action_id: ActionId, at: datetime | None) -> None:
        """Note when a lead last said something of this action; None puts back "never", for an undo."""
        ...

    def moved(
        self,
        action_id: ActionId,
        was: Timescale | None,
        now: Timescale,
        reason: str | None,
        on: date,
        by: PersonId,
        update_id: UpdateId,
    ) -> None:
        """Count one move of the forecast, for its history."""
        ...

    def unmoved(self, update_id: UpdateId) -> None:
        """Take back the move an update made, when the update is undone."""
        ...


class Messages(Protocol):
    """What people wrote, every version kept."""

    def keep(self, said: Said) -> tuple[MessageId, bool]:
        """Keep this version; the id, and whether it was new (False for a repeat of a known version)."""
        ...

    def get(self, message_id: MessageId) -> Message: ...
    def find(self, channel: str, ts: str) -> Message | None: ...


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
    ) -> UpdateId: ...
    def get(self, update_id: UpdateId) -> ProgressUpdate: ...
    def of_message(self, message_id: MessageId) -> tuple[ProgressUpdate, ...]: ...
    def revise(
        self, update_id: UpdateId, reading: ReadUpdate, plan_id: PlanId | None, action_id: ActionId | None
    ) -> None:
        """Replace what was understood by an unsettled update (an answer to its question, an edit)."""
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
        """This person's updates that still wait for a word from them, newest first."""
        ...

    def latest_by(self, person_id: PersonId) -> tuple[ProgressUpdate, ...]:
        """The confirmed updates of this person's newest message or tap that had any, for `undo`."""
        ...

    def history(self, action_id: ActionId) -> tuple[ProgressUpdate, ...]:
        """Everything said of an action, oldest first."""
        ...

    def confirmed_since(self, plan_id: PlanId, since: datetime) -> tuple[ProgressUpdate, ...]: ...


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
    ) -> Prompt:
        """Note an ask; the existing one if this person was already asked in this round and kind."""
        ...

    def get(self, prompt_id: PromptId) -> Prompt: ...
    def posted(self, prompt_id: PromptId, channel: str, ts: str) -> None: ...
    def latest_for(self, person_id: PersonId) -> Prompt | None: ...
    def in_thread(self, channel: str, ts: str) -> Prompt | None: ...
    def of_round(self, plan_id: PlanId, round_key: str) -> tuple[Prompt, ...]: ...


class Meetings(Protocol):
    """The calendar of the bodies that follow a partnership's plans."""

    def add(
        self,
        partnership_id: PartnershipId,
        body: str,
        on: Timescale,
        papers_due_on: date | None,
        updates_by: datetime | None,
    ) -> Meeting: ...
    def of(self, partnership_id: PartnershipId) -> tuple[Meeting, ...]:
        """Every meeting, earliest first."""
        ...


class Owing(Protocol):
    """Deliveries, as a unit of work plans them: in the same transaction as what they tell of."""

    def owe(self, owed: Owed) -> bool:
        """Plan a delivery; False when it was already planned."""
        ...

    def freeze(self, delivery_id: DeliveryId, attempt: int, body: Card) -> None:
        """Fix what will be posted, before the network is touched."""
        ...

    def skip(self, delivery_id: DeliveryId, attempt: int, reason: str) -> None:
        """There is nothing left to say: it was answered, closed, or came too late."""
        ...

    def find(self, channel: str, kind: str, period_key: str, part: int = 0) -> Delivery | None: ...
    def recent(self, kind: str, since: datetime) -> tuple[Delivery, ...]: ...
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


class Handled(Protocol):
    """The inbox, as a unit of work sees it: marking an event done together with its effect."""

    def done(self, inbox_id: InboxId) -> None: ...


class UnitOfWork(Protocol):
    """One transaction on one workspace's record. Leaving it without an exception commits it."""

    @property
    def workspace(self) -> Workspace: ...
    @property
    def now(self) -> datetime: ...
    @property
    def partnerships(self) -> Partnerships: ...
    @property
    def people(self) -> People: ...
    @property
    def plans(self) -> Plans: ...
    @property
    def messages(self) -> Messages: ...
    @property
    def updates(self) -> Updates: ...
    @property
    def prompts(self) -> Prompts: ...
    @property
    def meetings(self) -> Meetings: ...
    @property
    def owing(self) -> Owing: ...
    @property
    def audit(self) -> Audit: ...
    @property
    def inbox(self) -> Handled: ...


class OpenWork(Protocol):
    """Opens units of work. `read_only` never writes and never waits for a writer."""

    def __call__(
        self, workspace_id: WorkspaceId, *, read_only: bool = False
    ) -> AbstractContextManager[UnitOfWork]: ...


class Workspaces(Protocol):
    """The tenants themselves."""

    def all(self) -> tuple[Workspace, ...]: ...
    def of(self, platform: Platform, external_id: str, name: str = "") -> Workspace:
        """The workspace of this identity, made on first sight."""
        ...


class Outbox(Protocol):
    """The delivery table as its worker sees it, across workspaces; each call is its own short transaction."""

    def claim(self, worker: str, now: datetime, lease: timedelta) -> Delivery | None:
        """The earliest pending delivery due at `now` (whose earlier parts are posted), marked posting."""
        ...

    def posted(self, delivery_id: DeliveryId, attempt: int, ts: str) -> bool: ...
    def later(self, delivery_id: DeliveryId, attempt: int, not_before: datetime, reason: str) -> bool: ...
    def failed(self, delivery_id: DeliveryId, attempt: int, reason: str) -> bool: ...
    def abandoned(self, settle: timedelta) -> tuple[Delivery, ...]:
        """Deliveries still posting whose lease ran out at least `settle` ago."""
        ...

    def resolve(self, delivery_id: DeliveryId, attempt: int, state: DeliveryState, ts: str | None) -> bool:
        """End an uncertain delivery: posted after all, pending again, or unknown."""
        ...


class Inbox(Protocol):
    """Events of the platform, kept before they are acknowledged."""

    def keep(self, team: str, key: str, body: str, at: datetime) -> bool:
        """Keep an event; False when one of this key is already there."""
        ...

    def claim(self, worker: str, lease: timedelta) -> InboxEvent | None: ...
    def failed(self, inbox_id: InboxId, error_class: str) -> bool:
        """Note a failure; True when it was the fifth and the event is given up (its words are kept)."""
        ...

    def done(self, inbox_id: InboxId) -> None:
        """Close an event that had no effect to record."""
        ...


class Notifier(Protocol):
    """Posts cards on the platform. Raises `NotPosted` (definite) or `MaybePosted` (uncertain)."""

    def post(self, delivery: Delivery, card: Card) -> Posted:
        """Post to the delivery's channel and thread; where the message came to stand."""
        ...

    def find(self, delivery: Delivery, since: datetime) -> Posted | None:
        """Look for a message of this delivery in the channel's history. Raises `HistoryUnreadable`."""
        ...


Wake = Callable[[], None]
"""Tells the workers that something was committed that they may want to see."""
