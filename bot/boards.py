"""The bodies that follow a partnership's plans: which plan goes to which, from when, and how it is marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from bot.partnership import PartnershipId
from bot.plan import PlanId
from bot.timescale import Timescale

BodyId = NewType("BodyId", int)
ForwardItemId = NewType("ForwardItemId", int)


@dataclass(frozen=True, slots=True)
class Body:
    """A board, committee or group; within its partnership it is known by its name.

    `least_yearly` is how often it is to meet in a calendar year, None where nobody has said; `distribution`
    is whom its papers go to, in the officer's words.
    """

    id: BodyId
    partnership_id: PartnershipId
    name: str
    least_yearly: int | None = None
    distribution: str = ""


class Remit(StrEnum):
    """What a body is to a plan: one body monitors it, others receive its reports."""

    MONITORS = "monitors"
    RECEIVES = "receives"


@dataclass(frozen=True, slots=True)
class Following:
    """That a body follows a plan, from a day and perhaps until one; both days included."""

    plan_id: PlanId
    body: Body
    remit: Remit
    from_on: date
    until_on: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the body follows the plan on this day."""
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)


def monitoring(followings: Sequence[Following], plan_id: PlanId, day: date) -> Body | None:
    """The body that monitors a plan on a day: the latest one given it."""
    found = [
        one
        for one in followings
        if one.plan_id == plan_id and one.remit is Remit.MONITORS and one.holds_on(day)
    ]
    return max(found, key=lambda one: one.from_on).body if found else None


def body_called(bodies: Sequence[Body], name: str) -> Body | None:
    """The body of exactly this name, however it is written."""
    return next((one for one in bodies if one.name.casefold() == name.casefold()), None)


def goes_to(followings: Sequence[Following], plan_id: PlanId, body: str, day: date) -> bool:
    """Whether a plan goes to the body of this name on a day.

    A plan that was never given to any body goes to every body of its partnership.
    """
    of_plan = [one for one in followings if one.plan_id == plan_id]
    if not of_plan:
        return True
    return any(one.body.name.casefold() == body.casefold() and one.holds_on(day) for one in of_plan)


class ForwardKind(StrEnum):
    """Why something stands in the forward plan."""

    REPORT = "report"
    REVIEW = "review"
    RENEWAL = "renewal"
    CONSULTATION = "consultation"
    HELD_CHECK = "held_check"


@dataclass(frozen=True, slots=True)
class ForwardItem:
    """Something a body is due to receive or to look at; a consultation is the window it is open in.

    `body` is None while it is for no body in particular; `settled_on` is the day it was dealt with. With
    `every_months` it comes round again so many months later.
    """

    id: ForwardItemId
    partnership_id: PartnershipId
    kind: ForwardKind
    what: str
    when: Timescale
    body: str | None = None
    settled_on: date | None = None
    every_months: int | None = None


def still_ahead(items: Sequence[ForwardItem]) -> tuple[ForwardItem, ...]:
    """What is not settled yet, by when it falls due."""
    return tuple(
        sorted(
            (one for one in items if one.settled_on is None),
            key=lambda one: (one.when.end, one.when.start, one.id),
        )
    )
