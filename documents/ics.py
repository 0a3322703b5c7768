"""Calendar files (.ics): a body's meetings in, and out with their deadlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from icalendar import Calendar, Component, Event

from bot.draft import DraftMeeting
from bot.errors import PlanUnreadable
from bot.timescale import Timescale
from documents.limits import MAX_MEGABYTES

PRODUCT = "-//Leadline//Board calendar//EN"
_CANCELLED = "CANCELLED"
_OURS = "@leadline"
_BODY, _PAPERS = "X-LEADLINE-BODY", "X-LEADLINE-PAPERS"


@dataclass(frozen=True, slots=True)
class Entry:
    """One whole day of a calendar file. `uid` stays the same when the day moves.

    `body` is whose meeting it is, and `papers_due_on` its printed deadline, where the day is a meeting; they
    are kept so that a file of ours can be read back.
    """

    uid: str
    title: str
    on: date
    note: str = ""
    body: str = ""
    papers_due_on: date | None = None


def is_calendar(path: Path) -> bool:
    """Whether the file calls itself a calendar."""
    return path.suffix.casefold() == ".ics"


def read_calendar(path: Path, body: str) -> tuple[DraftMeeting, ...]:
    """The meetings of a calendar file, by day; cancelled ones are left out.

    A meeting is whose its summary says, or `body`'s where it says nothing. Raises `PlanUnreadable`.
    """
    try:
        content = path.read_bytes()
        if len(content) > MAX_MEGABYTES * 1_000_000:
            raise ValueError("too large")
        events = list(Calendar.from_ical(content).walk("VEVENT"))
    except (OSError, ValueError) as error:
        raise PlanUnreadable(
            f"“{path.name}” is not a calendar I can read.", "Export it again as an .ics file."
        ) from error
    found = []
    for number, event in enumerate(events, start=1):
        start = event.get("DTSTART")
        if start is None or str(event.get("STATUS", "")).upper() == _CANCELLED:
            continue
        if _is_ours(event) and not event.get(_BODY):
            continue  # a deadline of a meeting that stands in the file by itself
        day = start.dt.date() if isinstance(start.dt, datetime) else start.dt
        whose = " ".join(str(event.get(_BODY) or event.get("SUMMARY", "")).split()) or body
        papers = event.get(_PAPERS)
        due = _day(date.fromisoformat(str(papers))) if papers else None
        found.append(DraftMeeting(whose, _day(day), due, number))
    return tuple(sorted(found, key=lambda one: (one.on.start, one.row)))


def _is_ours(event: Component) -> bool:
    return str(event.get("UID", "")).endswith(_OURS)


def _day(day: date) -> Timescale:
    return Timescale.of_day(day, f"{day.day} {day:%B %Y}")


def write_calendar(name: str, entries: Sequence[Entry], at: datetime) -> bytes:
    """A calendar file of whole days. `at` is when it was made."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        event = Event()
        event.add("uid", f"{entry.uid}{_OURS}")
        event.add("dtstamp", at.astimezone(UTC))
        event.add("dtstart", entry.on)
        event.add("dtend", entry.on + timedelta(days=1))
        event.add("summary", entry.title)
        if entry.note:
            event.add("description", entry.note)
        if entry.body:
            event.add(_BODY, entry.body)
        if entry.papers_due_on is not None:
            event.add(_PAPERS, entry.papers_due_on.isoformat())
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
