"""A meeting's moments, and what was changed about it: when papers go, which comes next, which was last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.boards import Body
from bot.calendar import working_day_on_or_before
from bot.partnership import Meeting, MeetingId, Partnership, PersonId
from bot.timescale import Timescale

CHASED_WITHIN = timedelta(days=56)
"""A meeting whose month begins within eight weeks should have a day; until then nobody is asked for it."""


@dataclass(frozen=True, slots=True)
class MeetingDates:
    """Everything about a meeting that can be changed."""

    on: Timescale
    papers_due_on: date | None
    updates_by: datetime | None
    briefing_on: date | None = None
    is_removed: bool = False


def dates_of(meeting: Meeting) -> MeetingDates:
    """The dates of a meeting as they stand."""
    return MeetingDates(
        meeting.on,
        meeting.papers_due_on,
        meeting.updates_by,
        meeting.briefing_on,
        meeting.removed_at is not None,
    )


@dataclass(frozen=True, slots=True)
class MeetingChange:
    """One change of a meeting: who, when, and how it stood before and after; `was` is None for the first."""

    meeting_id: MeetingId
    at: datetime
    by: PersonId | None
    was: MeetingDates | None
    now: MeetingDates


def scheduled_at(
    ever: Sequence[Meeting], changes: Sequence[MeetingChange], at: datetime
) -> tuple[Meeting, ...]:
    """The calendar as it was known at an instant: `ever` are all meetings, removed ones too, `changes` what
    was changed about them since, in order."""
    earliest = {one.meeting_id: one.was for one in reversed(changes) if one.at > at}
    found = []
    for meeting in ever:
        was = earliest.get(meeting.id, dates_of(meeting))
        if was is None or was.is_removed:
            continue
        then = replace(
            meeting,
            on=was.on,
            papers_due_on=was.papers_due_on,
            updates_by=was.updates_by,
            briefing_on=was.briefing_on,
            removed_at=None,
        )
        found.append(then)
    return tuple(sorted(found, key=lambda one: (one.on.start, one.on.end, one.id)))


def papers_go_on(meeting: Meeting, partnership: Partnership) -> date | None:
    """The day the papers go: the printed one, or the working day before when it is none."""
    if meeting.papers_due_on is None:
        return None
    return working_day_on_or_before(meeting.papers_due_on, partnership.nation)


def next_meeting(meetings: Sequence[Meeting], today: date, body: str | None = None) -> Meeting | None:
    """The next meeting, of one body or of any; a month without a day counts until it is over."""
    ahead = [one for one in meetings if one.on.end >= today and _is_of(one, body)]
    return min(ahead, key=lambda one: (one.on.end, one.id), default=None)


def last_before(meetings: Sequence[Meeting], this: Meeting) -> Meeting | None:
    """The meeting of the same body before this one: since then, news is new to it."""
    earlier = [
        one
        for one in meetings
        if one.has_day and _is_of(one, this.body) and one.on.end < this.on.start and one.id != this.id
    ]
    return max(earlier, key=lambda one: (one.on.end, one.id), default=None)


def last_met(meetings: Sequence[Meeting], today: date, body: str | None = None) -> Meeting | None:
    """The latest meeting that has been held before today, of one body or of any."""
    held = [one for one in meetings if one.has_day and one.on.end < today and _is_of(one, body)]
    return max(held, key=lambda one: (one.on.end, one.id), default=None)


def to_be_fixed(meetings: Sequence[Meeting], today: date) -> tuple[Meeting, ...]:
    """The meetings that have only a month, and should have a day by now."""
    return tuple(
        one
        for one in meetings
        if not one.has_day and one.on.end >= today and one.on.start - CHASED_WITHIN <= today
    )


@dataclass(frozen=True, slots=True)
class Year:
    """A body's meetings of one calendar year: held before today, and in the calendar at all. `least` is how
    many there are to be, None where nobody has said."""

    body: str
    held: int
    planned: int
    least: int | None = None

    @property
    def missing(self) -> int:
        """How many are still to be planned."""
        return max((self.least or 0) - self.planned, 0)


def this_year(meetings: Sequence[Meeting], bodies: Sequence[Body], today: date) -> tuple[Year, ...]:
    """The year of every body that meets in it, and of every one that is to."""
    of_year = [one for one in meetings if one.on.start.year == today.year]
    least = {one.name: one.least_yearly for one in bodies if one.least_yearly is not None}
    return tuple(
        Year(body, sum(one.on.end < today for one in theirs), len(theirs), least.get(body))
        for body in dict.fromkeys((*(one.body for one in of_year), *least))
        for theirs in ([one for one in of_year if one.body == body],)
    )


def _is_of(meeting: Meeting, body: str | None) -> bool:
    return body is None or meeting.body.casefold() == body.casefold()
