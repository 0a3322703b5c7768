"""What is agreed and seldom changes: partnerships, their people and plans."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.changes import Change
from bot.conventions import PlanConventions
from bot.conversation import UpdateId
from bot.draft import DraftAction, DraftPlan
from bot.partnership import AccountKind, Nation, Partnership, PartnershipId, Person, PersonId, Rhythm
from bot.past import Past
from bot.plan import ActionId, ActionPlan, Classification, PlanId
from bot.timescale import Timescale


class Partnerships(Protocol):
    """Partnerships of one workspace."""

    def get(self, partnership_id: PartnershipId) -> Partnership: ...
    def all(self) -> tuple[Partnership, ...]: ...
    def named(self, name: str) -> Partnership | None: ...
    def by_channel(self, channel: str) -> Partnership | None: ...
    def add(self, name: str, zone: str, nation: Nation) -> Partnership: ...
    def rename(self, partnership_id: PartnershipId, name: str) -> Partnership: ...
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

    def locate(self, partnership_id: PartnershipId, zone: str, nation: Nation) -> None:
        """Say whose time and whose bank holidays hold."""
        ...

    def classify_channel(self, partnership_id: PartnershipId, classification: Classification) -> None:
        """Say whether restricted plans may be spoken of in the partnership's channel."""
        ...

    def post_outside(self, partnership_id: PartnershipId, *, is_allowed: bool) -> None:
        """Say whether the channel is posted to while other organisations share it."""
        ...

    def note_shared(self, channel: str, *, is_shared: bool) -> None:
        """Remember what the platform last said of a partnership's channel: whether others share it."""
        ...

    def is_known_shared(self, channel: str) -> bool:
        """Whether the last thing the platform said of this channel is that others share it."""
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
    def keeps_time_of(self, person_id: PersonId, zone: str) -> None:
        """Say in which zone somebody's clock runs. Raises `NotFound`."""
        ...

    def works_in(self, person_id: PersonId, nation: Nation) -> None:
        """Say whose bank holidays somebody keeps. Raises `NotFound`."""
        ...

    def set_active(self, person_id: PersonId, *, is_active: bool) -> None:
        """Say whether somebody's account is open; whoever has left is not asked. Raises `NotFound`."""
        ...

    def set_account_kind(self, person_id: PersonId, kind: AccountKind) -> None:
        """Say whose account somebody uses; another account is a member's until it is said. Raises
        `NotFound` for whoever has none."""
        ...


class Plans(Protocol):
    """Action plans of one workspace, each loaded whole in a constant number of statements."""

    def get(self, plan_id: PlanId) -> ActionPlan: ...
    def all(self) -> tuple[ActionPlan, ...]: ...
    def live(self) -> tuple[ActionPlan, ...]: ...
    def drafts(self) -> tuple[ActionPlan, ...]:
        """The plans that are still drafts."""
        ...

    def led_in(self, people: Collection[PersonId]) -> frozenset[PartnershipId]:
        """The partnerships that have a plan, in whatever state, of which one of these leads an action."""
        ...

    def holding(self, action_id: ActionId) -> ActionPlan: ...
    def add(self, partnership_id: PartnershipId, draft: DraftPlan, at: datetime) -> ActionPlan:
        """Keep a draft plan with its people, all or nothing; the plan's state is draft."""
        ...

    def go_live(self, plan_id: PlanId, at: datetime) -> ActionPlan: ...
    def began(self, plan_id: PlanId, at: datetime) -> ActionPlan:
        """Say from when a live plan's silence counts."""
        ...

    def archive(self, plan_id: PlanId) -> ActionPlan:
        """Keep a draft as an archive; a live plan stays as it is."""
        ...

    def set_aside(self, plan_id: PlanId) -> ActionPlan:
        """Close a draft that another takes the place of; a live plan stays as it is."""
        ...

    def pause(self, plan_id: PlanId, until: datetime | None) -> ActionPlan:
        """Ask nobody about a live plan from now on, until an instant or until it is resumed."""
        ...

    def resume(self, plan_id: PlanId) -> ActionPlan:
        """Let a pause be over now."""
        ...

    def close(self, plan_id: PlanId) -> ActionPlan:
        """Close a live plan: what is kept of it is counted from now. Raises `AlreadySettled`."""
        ...

    def reopen(self, plan_id: PlanId) -> ActionPlan:
        """Make a closed plan live again; the time between counts as a pause. Raises `AlreadySettled`."""
        ...

    def closed(self) -> tuple[ActionPlan, ...]:
        """The plans that were live and have been closed."""
        ...

    def set_conventions(self, plan_id: PlanId, conventions: PlanConventions) -> ActionPlan:
        """Replace how a plan counts time, and its own words, as a whole."""
        ...

    def set_tolerance(self, plan_id: PlanId, days: int) -> ActionPlan:
        """Say how many days past its agreed date an action may be before it breaches the plan's tolerance."""
        ...

    def set_end(self, plan_id: PlanId, day: date | None) -> ActionPlan:
        """Say on which day a plan is to end; None for none."""
        ...

    def note_setting(self, plan_id: PlanId, field: str, was: object, now: object) -> None:
        """Note beside a plan how a setting of its partnership was and is, so that its past can be told."""
        ...

    def add_action(self, plan_id: PlanId, draft: DraftAction) -> ActionId:
        """Put one more action at the end of a plan; its leads are made if unknown."""
        ...

    def correct_first_date(self, action_id: ActionId, now: Timescale) -> None:
        """Set a first date that was transcribed wrongly; an agreed date that was the same follows it."""
        ...

    def classify(self, plan_id: PlanId, classification: Classification) -> None:
        """Say how a plan may be handled."""
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
        by: PersonId | None,
        update_id: UpdateId | None,
    ) -> None:
        """Count one move of the finish, for its history; without an update where a document told of it."""
        ...

    def past(self, plan_id: PlanId, since: datetime) -> Past:
        """Everything recorded of a plan's actions after this instant, in a constant number of statements."""
        ...

    def unmoved(self, update_id: UpdateId) -> None:
        """Take back the move an update made, when the update is undone."""
        ...
