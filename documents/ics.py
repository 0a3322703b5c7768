"""Calendar files (.ics) of ours: a body's meetings with their deadlines, so that they can be read back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

PRODUCT = "-//Leadline//Board calendar//EN"
OURS = "@leadline"
BODY, PAPERS, BRIEFING = "X-LEADLINE-BODY", "X-LEADLINE-PAPERS", "X-LEADLINE-BRIEFING"


@dataclass(frozen=True, slots=True)
class Entry:
    """One whole day of a calendar file. `uid` stays the same when the day moves.

    `body` is whose meeting it is, and `papers_due_on` its printed deadline and `briefing_on` the day that
    prepares it, where the day is a meeting; they are kept so that a file of ours can be read back.
    """

    uid: str
    title: str
    on: date
    note: str = ""
    body: str = ""
    papers_due_on: date | None = None
    briefing_on: date | None = None


def write_calendar(name: str, entries: Sequence[Entry], at: datetime) -> bytes:
    """A calendar file of whole days. `at` is when it was made."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        event = Event()
        event.add("uid", f"{entry.uid}{OURS}")
        event.add("dtstamp", at.astimezone(UTC))
        event.add("dtstart", entry.on)
        event.add("dtend", entry.on + timedelta(days=1))
        event.add("summary", entry.title)
        if entry.note:
            event.add("description", entry.note)
        if entry.body:
            event.add(BODY, entry.body)
        if entry.papers_due_on is not None:
            event.add(PAPERS, entry.papers_due_on.isoformat())
        if entry.briefing_on is not None:
            event.add(BRIEFING, entry.briefing_on.isoformat())
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
