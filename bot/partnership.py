"""Who owns a plan together: the partnership, its people and their employers, and its calendar of meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Literal, NewType

from bot.timescale import Precision, Timescale

WorkspaceId = NewType("WorkspaceId", int)
PartnershipId = NewType("PartnershipId", int)
PersonId = NewType("PersonId", int)
OrganisationId = NewType("OrganisationId", int)
MeetingId = NewType("MeetingId", int)

Nation = Literal["england", "wales", "scotland", "northern_ireland"]


class Platform(StrEnum):
    """Where people are."""

    SLACK = "slack"
    TERMINAL = "terminal"


@dataclass(frozen=True, slots=True)
class Workspace:
    """A tenant: one Slack workspace. Nothing of one workspace is ever visible in another."""

    id: WorkspaceId
    platform: Platform
    external_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """A partner organisation: an NHS trust, a council, a voluntary body."""

    id: OrganisationId
    name: str


class AccountKind(StrEnum):
    """Whose account of the platform somebody uses: a member's of the workspace; a guest's, let in with less;
    or one of another organisation's workspace that shares a channel with it."""

    MEMBER = "member"
    GUEST = "guest"
    EXTERNAL = "external"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in a plan, or a post that is held by somebody ("Team managers").

    `external_id` is the person's identity on the workspace's platform (a Slack user id), None until an
    officer has bound one: a person without one is listed as "nobody to ask". `zone` and `nation` are where
    they work, None until it is known: then the partnership's hold.
    """

    id: PersonId
    name: str
    organisations: tuple[Organisation, ...] = ()
    is_post: bool = False
    external_id: str | None = None
    is_active: bool = True
    introduced_at: datetime | None = None
    zone: str | None = None
    nation: Nation | None = None
    account_kind: AccountKind = AccountKind.MEMBER


class Cadence(StrEnum):
    """What a round of asking is tied to."""

    MEETING = "meeting"
    MONTHLY = "monthly"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When a partnership is spoken to, in its own zone; ISO weekdays, Monday is 1.

    A round's ask goes out `ask_working_days` before its updates are due; the one reminder a working day
    before. `grace_rounds` is how many rounds an action may be silent before it counts as "no update".
    Between `quiet_from` and `quiet_until`, in each person's own zone, nobody is asked anything.
    """

    cadence: Cadence = Cadence.MEETING
    ask_at: time = time(9, 30)
    ask_working_days: int = 6
    digest_weekday: int = 1
    digest_at: time = time(9, 0)
    digest_late_cutoff_hours: int = 72
    grace_rounds: int = 1
    quiet_from: time = time(18, 0)
    quiet_until: time = time(8, 0)


@dataclass(frozen=True, slots=True)
class Partnership:
    """The bodies that share a plan, and how Leadline serves them.

    `channel` is the external id of the partnership's channel; None means digests wait until it is set.
    A restricted plan is spoken of there only if the channel itself is restricted. While other organisations
    share the channel, nothing is posted there unless `posts_outside`.
    """

    id: PartnershipId
    name: str
    channel: str | None
    zone: str = "Europe/London"
    nation: Nation = "england"
    rhythm: Rhythm = Rhythm()
    chairs: tuple[PersonId, ...] = ()
    officers: tuple[PersonId, ...] = ()
    channel_is_restricted: bool = False
    posts_outside: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of a body. `on` may be a whole month when the day is not fixed yet.

    `papers_due_on` is the date printed in the body's own timetable, never computed from a rule;
    `updates_by` is local wall time in the partnership's zone. `briefing_on` is an earlier date of the same
    round, served by the same papers. A meeting that was a mistake is removed, never deleted.
    """

    id: MeetingId
    partnership_id: PartnershipId
    body: str
    on: Timescale
    papers_due_on: date | None
    updates_by: datetime | None
    briefing_on: date | None = None
    removed_at: datetime | None = None

    @property
    def has_day(self) -> bool:
        """Whether its day is fixed; otherwise it is listed as "date to be fixed"."""
        return self.on.precision is Precision.DAY
