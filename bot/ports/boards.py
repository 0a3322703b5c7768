"""The bodies that follow plans: their meetings, their remits, and what they are due to receive."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from bot.boards import Body, BodyId, Following, ForwardItem, ForwardItemId, ForwardKind, Remit
from bot.meetings import MeetingChange
from bot.partnership import Meeting, MeetingId, PartnershipId
from bot.plan import PlanId
from bot.seats import Seat
from bot.timescale import Timescale


class Meetings(Protocol):
    """The calendar of the bodies that follow a partnership's plans."""

    def add(
        self,
        partnership_id: PartnershipId,
        body: str,
        on: Timescale,
        papers_due_on: date | None,
        updates_by: datetime | None,
        briefing_on: date | None = None,
    ) -> Meeting: ...
    def get(self, meeting_id: MeetingId) -> Meeting: ...
    def of(self, partnership_id: PartnershipId) -> tuple[Meeting, ...]:
        """Every meeting that has not been removed, earliest first."""
        ...

    def ever(self, partnership_id: PartnershipId) -> tuple[Meeting, ...]:
        """Every meeting that was ever noted, removed ones too."""
        ...

    def changed_since(self, partnership_id: PartnershipId, at: datetime) -> tuple[MeetingChange, ...]:
        """Everything that was changed about a partnership's meetings after an instant, oldest first."""
        ...

    def put(self, meeting: Meeting) -> None:
        """Write a meeting's dates, or its removal. Raises `NotFound`."""
        ...

    def note(self, change: MeetingChange) -> None:
        """Keep what was changed about a meeting, for its history."""
        ...

    def changes(self, meeting_id: MeetingId) -> tuple[MeetingChange, ...]:
        """Everything that was changed about a meeting, oldest first."""
        ...


class Boards(Protocol):
    """Bodies, which plans they follow, and their forward plan."""

    def named(self, partnership_id: PartnershipId, name: str) -> Body:
        """The body of this name, made if unknown."""
        ...

    def of(self, partnership_id: PartnershipId) -> tuple[Body, ...]: ...
    def describe(self, body_id: BodyId, least_yearly: int | None, distribution: str) -> None:
        """Say how often a body is to meet in a year, and whom its papers go to. Raises `NotFound`."""
        ...

    def seat(self, seat: Seat) -> None:
        """Let a person sit on a body as this; what was said before of the two is replaced."""
        ...

    def seats(self, body_id: BodyId) -> tuple[Seat, ...]:
        """Who sits or sat on a body, in the order in which they came to it."""
        ...

    def give(self, plan_id: PlanId, body_id: BodyId, remit: Remit, from_on: date) -> None: ...
    def end(self, plan_id: PlanId, body_id: BodyId, remit: Remit, until_on: date) -> None:
        """Let a remit that is still open end on a day; nothing happens if there is none."""
        ...

    def following(self, partnership_id: PartnershipId) -> tuple[Following, ...]:
        """Who has followed which of the partnership's plans, and when; ended remits included."""
        ...

    def promise(
        self,
        partnership_id: PartnershipId,
        kind: ForwardKind,
        what: str,
        when: Timescale,
        body_id: BodyId | None,
        every_months: int | None = None,
    ) -> ForwardItem:
        """Put something into the forward plan."""
        ...

    def forward(self, partnership_id: PartnershipId) -> tuple[ForwardItem, ...]:
        """The whole forward plan, settled items included, by when each falls due."""
        ...

    def settle(self, item_id: ForwardItemId, on: date) -> None:
        """Note that an item was dealt with. Raises `NotFound` when it was before, or never was."""
        ...
