"""The board calendar: list, add, move, remove; in from a table or a calendar file, out as one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.importing.listed_meetings import timetable_of
from bot.importing.plan import read_document
from bot.language.dates import read_timescale
from bot.language.reading import Conventions
from bot.meetings import MeetingDates
from bot.partnership import Meeting, Partnership
from bot.phrases import meetings as say
from bot.phrases.files import UNNAMED_MEETING
from bot.phrases.words import counted
from bot.ports import UnitOfWork
from bot.services.arrangements import meetings as service
from bot.services.arrangements.calendar_words import moments
from bot.services.context.standings import today_of
from bot.timescale import Timescale
from documents.files import read_file
from documents.ics import Entry, write_calendar
from leadline.office import open_office, the_partnership

app = typer.Typer(no_args_is_help=True, help=__doc__)

Whose = Annotated[
    str | None, typer.Option("--partnership", help="The partnership; not needed when there is one.")
]
On = Annotated[str, typer.Argument(help="The day, or a month if it is not fixed: “14 Oct 2026”, “Nov 2026”.")]
Body = Annotated[str, typer.Option(help="Whose meeting it is.")]
Papers = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], help="When its papers are due, as printed.")
]
Updates = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%dT%H:%M"], help="When updates are due; else noon, 3 working days before."),
]
Briefing = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], help="An earlier briefing of the same round.")
]


@app.command("list")
def list_meetings(
    partnership: Whose = None,
    history: Annotated[  # noqa: FBT002 - Typer's way of writing a flag
        bool, typer.Option("--history", help="With everything that was changed.")
    ] = False,
) -> None:
    """Every meeting, with the moments that follow from its dates."""
    with open_office() as office, office.work(read_only=True) as work:
        found = the_partnership(work, partnership)
        known = work.meetings.of(found.id)
        if not known:
            typer.echo("No meeting yet. Add one: leadline meetings add “14 Oct 2026” --papers 2026-10-04")
        for meeting in known:
            typer.echo(say.in_list(moments(meeting, found)))
            for change in work.meetings.changes(meeting.id) if history else ():
                by = work.people.get(change.by).name if change.by else "at the terminal"
                typer.echo(f"  {say.changed(change, by)}")


@app.command("add")
def add(
    on: On,
    body: Body = "Board",
    papers: Papers = None,
    updates: Updates = None,
    briefing: Briefing = None,
    partnership: Whose = None,
) -> None:
    """Put a meeting in the calendar."""
    with open_office() as office, office.work() as work:
        found = the_partnership(work, partnership)
        dates = MeetingDates(_time(work, found, on), _day(papers), updates, _day(briefing))
        meeting = service.add(work, found.id, None, body, dates)
        typer.echo(say.in_list(moments(meeting, found)))


@app.command("move")
def move(
    on: On,
    to: Annotated[str, typer.Option(help="Its new day; left out, only its deadlines change.")] = "",
    body: Body = "Board",
    papers: Papers = None,
    updates: Updates = None,
    briefing: Briefing = None,
    partnership: Whose = None,
) -> None:
    """Give a meeting another day or other deadlines. Its old deadlines do not move with its day."""
    with open_office() as office, office.work() as work:
        found = the_partnership(work, partnership)
        meeting = the_meeting(work, found, body, on)
        dates = MeetingDates(
            _time(work, found, to) if to else meeting.on,
            _day(papers) or (None if to else meeting.papers_due_on),
            updates or (None if to else meeting.updates_by),
            _day(briefing) or (None if to else meeting.briefing_on),
        )
        typer.echo(say.in_list(moments(service.move(work, None, meeting, dates), found)))


@app.command("remove")
def remove(on: On, body: Body = "Board", partnership: Whose = None) -> None:
    """Take a mistaken meeting out. Nobody is asked for it any more; its history stays."""
    with open_office() as office, office.work() as work:
        found = the_partnership(work, partnership)
        meeting = the_meeting(work, found, body, on)
        service.remove(work, None, meeting)
        typer.echo(f"{say.named(meeting)}: removed. Its history stays in the record.")


@app.command("import")
def import_meetings(
    file: Annotated[Path, typer.Argument(help="A timetable (.xlsx, .csv, .txt) or a calendar (.ics).")],
    body: Body = "Board",
    partnership: Whose = None,
) -> None:
    """Put every meeting of a timetable or calendar file in; those known already are left as they are."""
    with open_office() as office, office.work() as work:
        found = the_partnership(work, partnership)
        document, conventions = read_file(file), Conventions(nation=found.nation)
        unread: tuple[int, ...] = ()
        if document.meetings:
            listed = read_document(document, today_of(work, found), conventions).meetings
            listed = tuple(replace(one, body=body) if one.body == UNNAMED_MEETING else one for one in listed)
        else:
            listed, unread = timetable_of(document, today_of(work, found), conventions, body)
        drafts = tuple(replace(one, body=one.name, part="") for one in listed)
        done = service.bring_in(work, found.id, None, drafts)
        for meeting in (*done.added, *done.changed):
            typer.echo(say.in_list(moments(meeting, found)))
        typer.echo(
            f"{counted(len(done.added), 'meeting')} added, {len(done.changed)} changed, "
            f"{len(done.same)} known already."
        )
        if unread:
            typer.echo(f"Not read as a meeting: row {', '.join(map(str, unread))}.")


@app.command("export")
def export(
    file: Annotated[Path, typer.Argument(help="The calendar file to write (.ics).")],
    partnership: Whose = None,
) -> None:
    """Write the calendar with its paper and update deadlines, for anybody's diary."""
    with open_office() as office, office.work(read_only=True) as work:
        found = the_partnership(work, partnership)
        known = work.meetings.of(found.id)
        entries = [entry for meeting in known for entry in _entries(meeting, found)]
        file.write_bytes(write_calendar(found.name, entries, work.now))
        typer.echo(f"{file}: {counted(len(entries), 'date')}.")
        unfixed = [say.named(meeting) for meeting in known if not meeting.has_day]
        if unfixed:
            typer.echo(f"Left out, as no calendar can hold them: {'; '.join(unfixed)}.")


def _entries(meeting: Meeting, partnership: Partnership) -> list[Entry]:
    uid, name = f"meeting-{meeting.id}", f"{partnership.name}: {meeting.body}"
    this = moments(meeting, partnership)
    found = []
    if meeting.has_day:
        note = say.in_list(this)
        found.append(
            Entry(uid, name, meeting.on.end, note, meeting.body, meeting.papers_due_on, meeting.briefing_on)
        )
    for what, day in (
        ("briefing", meeting.briefing_on),
        ("papers go", this.papers_on),
        ("updates due", this.updates_by.date() if this.updates_by else None),
    ):
        if day is not None:
            found.append(Entry(f"{uid}-{what.split()[0]}", f"{name}, {what}", day, say.named(meeting)))
    return found


def _time(work: UnitOfWork, partnership: Partnership, words: str) -> Timescale:
    try:
        day = date.fromisoformat(words)
        return Timescale.of_day(day, f"{day.day} {day:%B %Y}")
    except ValueError:
        found = read_timescale(words, today_of(work, partnership), Conventions(nation=partnership.nation))
    if found is None:
        raise typer.BadParameter(f"“{words}” is not a day or a month I can read.")
    return found


def _day(given: datetime | None) -> date | None:
    return given.date() if given else None


def the_meeting(work: UnitOfWork, partnership: Partnership, body: str, words: str) -> Meeting:
    """The meeting of a body on this day or in this month. Stops with those there are."""
    on = _time(work, partnership, words)
    for meeting in work.meetings.of(partnership.id):
        if meeting.body.casefold() == body.casefold() and meeting.on.same_time(on):
            return meeting
    known = "; ".join(say.named(meeting) for meeting in work.meetings.of(partnership.id)) or "none"
    raise typer.BadParameter(f"there is no such meeting. In the calendar: {known}.")
