"""The board calendar: meetings put in, moved and removed, each change kept; and who is asked for a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.changes import AuditEvent, Verb
from bot.draft import DraftMeeting
from bot.errors import UnfitMeeting
from bot.instants import local_day
from bot.meetings import MeetingChange, MeetingDates, dates_of, to_be_fixed
from bot.partnership import Meeting, Partnership, PartnershipId, PersonId
from bot.phrases import meetings as say
from bot.ports import UnitOfWork
from bot.services.context.notices import notify


def add(
    work: UnitOfWork,
    partnership_id: PartnershipId,
    actor: PersonId | None,
    body: str,
    dates: MeetingDates,
) -> Meeting:
    """Put a meeting in the calendar; one known already (same body, same days) takes the newer deadlines.

    Raises `UnfitMeeting` when the papers, the updates or a briefing would come after the meeting.
    """
    check(dates)
    work.boards.named(partnership_id, body)
    known = next(
        (one for one in work.meetings.of(partnership_id) if one.body == body and one.on.same_time(dates.on)),
        None,
    )
    meeting = work.meetings.add(
        partnership_id, body, dates.on, dates.papers_due_on, dates.updates_by, dates.briefing_on
    )
    _note(work, actor, known, meeting, Verb.MEETING_ADDED if known is None else Verb.MEETING_MOVED)
    return meeting


def move(work: UnitOfWork, actor: PersonId | None, meeting: Meeting, dates: MeetingDates) -> Meeting:
    """Give a meeting other dates; asks that were sent for it stay those of the same meeting."""
    check(dates)
    moved = replace(
        meeting,
        on=dates.on,
        papers_due_on=dates.papers_due_on,
        updates_by=dates.updates_by,
        briefing_on=dates.briefing_on,
    )
    work.meetings.put(moved)
    _note(work, actor, meeting, moved, Verb.MEETING_MOVED)
    return moved


def remove(work: UnitOfWork, actor: PersonId | None, meeting: Meeting) -> Meeting:
    """Take a mistaken meeting out of the calendar; its history stays, and nobody is asked for it any more."""
    removed = replace(meeting, removed_at=work.now)
    work.meetings.put(removed)
    _note(work, actor, meeting, removed, Verb.MEETING_REMOVED)
    return removed


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What a calendar file has done: meetings that are new, that took other dates, or were known so."""

    added: tuple[Meeting, ...]
    changed: tuple[Meeting, ...]
    same: tuple[Meeting, ...]


def bring_in(
    work: UnitOfWork, partnership_id: PartnershipId, actor: PersonId | None, drafts: Sequence[DraftMeeting]
) -> BroughtIn:
    """Put a table's or a calendar file's meetings in; what is known already is left as it is."""
    before = {(one.body, one.on.start, one.on.end): one for one in work.meetings.of(partnership_id)}
    added: list[Meeting] = []
    changed: list[Meeting] = []
    same: list[Meeting] = []
    for draft in drafts:
        papers = draft.papers_due.end if draft.papers_due else None
        briefing = draft.briefing.end if draft.briefing else None
        known = before.get((draft.body, draft.on.start, draft.on.end))
        if known is not None and (known.papers_due_on, known.briefing_on) == (papers, briefing):
            same.append(known)
            continue
        updates_by = known.updates_by if known else None
        meeting = add(
            work, partnership_id, actor, draft.body, MeetingDates(draft.on, papers, updates_by, briefing)
        )
        (added if known is None else changed).append(meeting)
    return BroughtIn(tuple(added), tuple(changed), tuple(same))


def owe_chases(work: UnitOfWork, partnership: Partnership, now: datetime) -> None:
    """Ask the board officers for the day of a meeting that has only a month: once a month when near."""
    today = local_day(now, partnership.zone)
    for meeting in to_be_fixed(work.meetings.of(partnership.id), today):
        for officer in partnership.officers:
            key = f"no-day:{meeting.id}:{today:%Y-%m}"
            subject: dict[str, object] = {"say": "meeting_without_day", "meeting": meeting.id}
            notify(work, partnership, work.people.get(officer), key, subject, due_at=now)


def check(dates: MeetingDates) -> None:
    """Raises `UnfitMeeting` when the papers, the updates or a briefing would come after the meeting."""
    last = dates.on.end
    for what, day in (
        ("papers", dates.papers_due_on),
        ("updates", dates.updates_by.date() if dates.updates_by else None),
        ("briefing", dates.briefing_on),
    ):
        if day is not None and day > last:
            raise UnfitMeeting(say.after_the_meeting(what, day, dates.on))


def _note(work: UnitOfWork, actor: PersonId | None, was: Meeting | None, now: Meeting, verb: Verb) -> None:
    """Keep the change for the meeting's history, and put it on the chain; nothing when nothing changed."""
    before, after = (None if was is None else dates_of(was)), dates_of(now)
    if before == after:
        return
    work.meetings.note(MeetingChange(now.id, work.now, actor, before, after))
    values = {"was": None if before is None else _days(before), "now": _days(after)}
    event = AuditEvent(now.partnership_id, verb, actor, f"meeting:{now.id}", dict(values))
    work.audit.append(event, work.now)


def _days(dates: MeetingDates) -> dict[str, str | None]:
    def iso(day: date | None) -> str | None:
        return None if day is None else day.isoformat()

    return {
        "from": iso(dates.on.start),
        "to": iso(dates.on.end),
        "papers_due_on": iso(dates.papers_due_on),
        "briefing_on": iso(dates.briefing_on),
    }
