"""What a member of a body says for the people they speak for, before it meets: asked, given, and kept apart
from what a lead reports. A view never changes how an action stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from bot.conversation import OWN_WORD, MessageId, Source
from bot.partnership import MeetingId, PartnershipId, PersonId
from bot.plan import ActionId, PlanId
from bot.seats import Role, Seat

ViewId = NewType("ViewId", int)
WordingId = NewType("WordingId", int)

MEMBERS = frozenset({Role.MEMBER, Role.VOTING, Role.NON_VOTING, Role.CO_OPTED})
"""Who speaks for a constituency in decisions: a supporter assists one of these, an adviser only advises."""


class Capacity(StrEnum):
    """As what somebody gives a member's view: the member, who stands in for them, or who supports them."""

    OWN = "own"
    DEPUTY = "deputy"
    SUPPORTER = "supporter"


@dataclass(frozen=True, slots=True)
class Wording:
    """One version of a view. `is_nothing` says that there is nothing to add; `source` who entered it for
    whoever said it, if somebody did; a wording that was taken back counts no longer."""

    id: WordingId
    words: str
    is_nothing: bool
    said_by: PersonId
    capacity: Capacity
    at: datetime
    message_id: MessageId | None = None
    source: Source = OWN_WORD
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class View:
    """That a member was asked, for one meeting, what the people they speak for think of one action of a plan,
    or of some other `matter` of it; and what they said.

    `constituency` is empty where nobody has said whom they speak for. `by_at` is when it is wanted. `put_to`
    is who was sent the ask (the member, their deputy or their supporter), `ts` and `reminder_ts` where it
    stands in `channel`. An ask that was called off is never answered.
    """

    id: ViewId
    partnership_id: PartnershipId
    meeting_id: MeetingId
    member_id: PersonId
    constituency: str
    plan_id: PlanId
    action_id: ActionId | None
    matter: str
    asked_by: PersonId
    asked_at: datetime
    by_at: datetime
    put_to: PersonId | None = None
    put_at: datetime | None = None
    channel: str | None = None
    ts: str | None = None
    reminder_ts: str | None = None
    called_off_at: datetime | None = None
    wordings: tuple[Wording, ...] = ()

    @property
    def said(self) -> Wording | None:
        """The wording that counts: the last that was not taken back."""
        return next((one for one in reversed(self.wordings) if one.undone_at is None), None)

    @property
    def is_open(self) -> bool:
        """Whether an answer is still awaited."""
        return self.called_off_at is None and self.said is None

    def known_at(self, at: datetime) -> View | None:
        """The view as it stood at an instant; None when it had not been asked, or was called off."""
        if self.asked_at > at or (self.called_off_at is not None and self.called_off_at <= at):
            return None
        known = tuple(
            replace(one, undone_at=None if one.undone_at is None or one.undone_at > at else one.undone_at)
            for one in self.wordings
            if one.at <= at
        )
        return replace(self, wordings=known)


@dataclass(frozen=True, slots=True)
class ToldView:
    """A view as it is told: `who` is whose word it is, or of whom it is awaited, in words; `is_said` once
    anything was said."""

    plan_id: PlanId
    action_id: ActionId | None
    matter: str
    constituency: str
    who: str
    words: str = ""
    is_nothing: bool = False
    is_said: bool = False


def member_seat(seats: Sequence[Seat], person: PersonId, day: date) -> Seat | None:
    """The seat from which somebody is asked on a day: a member's, and not past its end."""
    return next(
        (one for one in seats if one.person_id == person and one.role in MEMBERS and one.holds_on(day)), None
    )


def supporters_of(seats: Sequence[Seat], member: PersonId, day: date) -> tuple[PersonId, ...]:
    """Who supports a member on a day, in the order in which they came."""
    return tuple(
        one.person_id
        for one in seats
        if one.role is Role.SUPPORTER and one.supports == member and one.holds_on(day)
    )


def capacity_of(
    person: PersonId, member: PersonId, stands_in: PersonId | None, seats: Sequence[Seat], day: date
) -> Capacity | None:
    """As what somebody may give a member's view on a day, None where they may not; `stands_in` is who is
    asked in the member's place that day. Nobody speaks for a seat that is over."""
    if member_seat(seats, member, day) is None:
        return None
    if person == member:
        return Capacity.OWN
    if person in supporters_of(seats, member, day):
        return Capacity.SUPPORTER
    return Capacity.DEPUTY if person == stands_in else None


def reader_of(
    view: View,
    stands_in: PersonId | None,
    seats: Sequence[Seat],
    day: date,
    reachable: frozenset[PersonId],
) -> PersonId | None:
    """Who is sent an ask on a day: the member or whoever stands in for them, else the first of the member's
    supporters who can be reached; None is the board officer's to see to."""
    if member_seat(seats, view.member_id, day) is None:
        return None
    candidates = (*([stands_in] if stands_in is not None else []), *supporters_of(seats, view.member_id, day))
    return next((one for one in candidates if one in reachable), None)
