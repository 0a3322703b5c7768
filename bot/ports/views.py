"""What members were asked, before a body meets, for the people they speak for; and what they said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from bot.conversation import OWN_WORD, MessageId, Source
from bot.partnership import MeetingId, PartnershipId, PersonId
from bot.plan import ActionId, PlanId
from bot.views import Capacity, View, ViewId, Wording, WordingId


class Views(Protocol):
    """Views and their wordings; a wording is never rewritten, a later one takes its place."""

    def ask(
        self,
        partnership_id: PartnershipId,
        meeting_id: MeetingId,
        member_id: PersonId,
        constituency: str,
        plan_id: PlanId,
        action_id: ActionId | None,
        matter: str,
        asked_by: PersonId,
        at: datetime,
        by_at: datetime,
    ) -> View: ...
    def get(self, view_id: ViewId) -> View:
        """Raises `NotFound`."""
        ...

    def of_meeting(self, meeting_id: MeetingId) -> tuple[View, ...]:
        """Everything asked for a meeting, in the order of asking; what was called off too."""
        ...

    def of_action(self, action_id: ActionId) -> tuple[View, ...]: ...
    def ahead(self, day: date) -> tuple[View, ...]:
        """What was asked, and not called off, for meetings of this day or later, oldest first."""
        ...

    def put(self, view_ids: Sequence[ViewId], to: PersonId, at: datetime) -> None:
        """Note who is sent the ask of these."""
        ...

    def posted(self, view_ids: Sequence[ViewId], channel: str, ts: str, *, is_reminder: bool) -> None:
        """Note where the ask of these stands, or their reminder."""
        ...

    def say(
        self,
        view_id: ViewId,
        words: str,
        said_by: PersonId,
        capacity: Capacity,
        at: datetime,
        *,
        is_nothing: bool = False,
        message_id: MessageId | None = None,
        source: Source = OWN_WORD,
    ) -> Wording:
        """Add a wording; it counts from now on."""
        ...

    def take_back(self, wording_id: WordingId, at: datetime) -> None:
        """It counts no longer. Raises `AlreadySettled` when it was taken back before."""
        ...

    def of_message(self, message_id: MessageId) -> tuple[View, ...]:
        """The views of which a message gave a wording."""
        ...

    def last_given_by(self, person_id: PersonId) -> tuple[View, ...]:
        """The views of the newest wordings that this person gave or entered, all those of one instant, and
        that still count."""
        ...

    def call_off(self, view_ids: Sequence[ViewId], at: datetime) -> None:
        """Nobody is asked for these any more; what was said of them meanwhile stays."""
        ...
