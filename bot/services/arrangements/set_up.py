"""Setting up a partnership: its channel, times, chairs, board officers and meetings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.changes import AuditEvent, Verb
from bot.errors import ChannelTaken
from bot.meetings import MeetingDates
from bot.partnership import Meeting, Partnership, PartnershipId, PersonId, Rhythm
from bot.permissions import check_can_run
from bot.ports import UnitOfWork
from bot.services.arrangements import meetings
from bot.timescale import Timescale


def set_up(
    work: UnitOfWork,
    partnership_id: PartnershipId,
    *,
    actor: PersonId | None,
    channel: str | None,
    rhythm: Rhythm,
    chairs: Sequence[PersonId],
    officers: Sequence[PersonId],
) -> Partnership:
    """Replace a partnership's settings as a whole. `actor` is None at the terminal, else a board officer.
    Raises `ChannelTaken` for a channel that another partnership has."""
    found = work.partnerships.get(partnership_id)
    if actor is not None:
        check_can_run(work.people.get(actor), found, work.people.get)
    if channel is not None and channel != found.channel:
        check_free(work, found.id, channel)
    partnership = work.partnerships.set_up(
        partnership_id, channel=channel, rhythm=rhythm, chairs=chairs, officers=officers
    )
    work.audit.append(
        AuditEvent(
            partnership_id,
            Verb.PARTNERSHIP_SET_UP,
            actor,
            f"partnership:{partnership_id}",
            {"channel": channel, "chairs": list(chairs), "officers": list(officers)},
        ),
        work.now,
    )
    return partnership


def check_free(work: UnitOfWork, partnership_id: PartnershipId, channel: str) -> None:
    """Raise `ChannelTaken` if another partnership posts in this channel, or one of its workstreams does."""
    owner = work.partnerships.by_channel(channel)
    owners = {one.partnership_id for one in work.workstreams.by_channel(channel)}
    if owner is not None:
        owners.add(owner.id)
    if owners - {partnership_id}:
        raise ChannelTaken


def add_meeting(
    work: UnitOfWork,
    partnership_id: PartnershipId,
    *,
    body: str,
    on: Timescale,
    papers_due_on: date | None,
    updates_by: datetime | None = None,
) -> Meeting:
    """Put a meeting in the calendar; `updates_by` is local, and follows from the papers if None."""
    return meetings.add(work, partnership_id, None, body, MeetingDates(on, papers_due_on, updates_by))
