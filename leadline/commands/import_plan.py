"""`leadline import FILE`: a plan from a document, with everything that was unsure about it."""

from __future__ import annotations

import json as json_text
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from bot.draft import DraftPlan
from bot.importing.plan import read_document
from bot.language.reading import Conventions
from bot.partnership import Nation, Partnership
from bot.phrases import importing as phrases
from bot.ports import UnitOfWork
from bot.services.arrangements import meetings
from bot.services.plans.bring_in import bring_in
from bot.timescale import Timescale
from documents.files import read_file

_ZONE = ZoneInfo("Europe/London")
_LONG_TO_READ, _MANY_ROWS = 200_000, 1_000


def import_plan(
    file: Annotated[Path, typer.Argument(help="The plan: .docx, .xlsx, .csv, tab-separated .txt, or .ics.")],
    partnership: Annotated[
        str | None, typer.Option(help="Whose plan it is; made if there is none of this name.")
    ] = None,
    nation: Annotated[
        Nation | None, typer.Option(help="Whose bank holidays count, for a partnership that is made now.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and tell; save nothing.")] = False,  # noqa: FBT002 - Typer's way of writing a flag
    json: Annotated[bool, typer.Option("--json", help="Print JSON; saved only with --yes.")] = False,  # noqa: FBT002 - Typer's way of writing a flag
    yes: Annotated[bool, typer.Option("--yes", help="Save without asking.")] = False,  # noqa: FBT002 - Typer's way of writing a flag
    into: Annotated[
        str | None, typer.Option(help="Compare it, as a later version, with this plan of the record.")
    ] = None,
    answers: Annotated[
        Path | None, typer.Option(help="For --into: answers to its questions, as JSON.")
    ] = None,
    by: Annotated[
        str | None, typer.Option(help="For --into: the board officer who answers for its dates.")
    ] = None,
) -> None:
    """Read a plan and keep it as a draft. Nobody hears of it until `leadline go-live`."""
    if sys.stderr.isatty() and file.is_file() and file.stat().st_size > _LONG_TO_READ:
        typer.echo(phrases.reading_takes_a_while(file.name), err=True)
    raw = read_file(file)
    rows = sum(not row.is_blank for table in raw.tables for row in table.rows)
    if sys.stderr.isatty() and rows > _MANY_ROWS:
        typer.echo(phrases.rows_to_make_sense_of(rows), err=True)
    # Loaded only now, so that a file that cannot be read is refused at once.
    from leadline.app import SystemClock

    draft = read_document(raw, SystemClock().now().astimezone(_ZONE).date(), Conventions())
    if into is None:
        typer.echo(dumped(draft) if json else phrases.report(file.name, draft))
        if dry_run or (json and not yes):
            return
        into = None if yes else _offered(file.name, draft)
    if into is not None:
        from leadline.commands.next_version import next_version

        next_version(file.name, draft, into, answers=answers, by=by, dry_run=dry_run, json=json, yes=yes)
        return
    if not yes and not typer.confirm(phrases.KEEP_IT):
        typer.echo(phrases.NOT_KEPT)
        return
    saved = keep(draft, partnership, nation)
    if not json:
        typer.echo(saved)


def _offered(name: str, draft: DraftPlan) -> str | None:
    """The live plan this is a later version of, if whoever imports it says so."""
    from leadline.commands.next_version import offered

    return offered(name, draft)


def read_plan(path: Path, today: date) -> DraftPlan:
    """The plan a file holds. Raises `PlanUnreadable` when it holds none that can be read."""
    return read_document(read_file(path), today, Conventions())


def keep(draft: DraftPlan, partnership: str | None, nation: Nation | None = None) -> str:
    """Save the draft as a whole, or not at all; says where, and what comes next."""
    from leadline.office import open_office

    with open_office() as office, office.work() as work:
        name = partnership or _only_partnership(work) or draft.title
        found = work.partnerships.named(name)
        if found is not None and nation not in (None, found.nation):
            own = found.nation.replace("_", " ").title()
            raise typer.BadParameter(
                f"{found.name} counts the bank holidays of {own} already. Nothing was saved.",
                param_hint="--nation",
            )
        if found is not None and any(
            (live.partnership_id, live.title) == (found.id, draft.title) for live in work.plans.live()
        ):
            raise typer.BadParameter(
                f"“{draft.title}” is live in {name} already; a second copy would ask everybody twice. "
                "To bring in its next version, add --into with its title. Nothing was saved.",
                param_hint="FILE",
            )
        if not draft.actions:
            return _keep_meetings(work, draft, found)
        plan = bring_in(work, draft, partnership_name=name, nation=nation or "england")
    return phrases.kept(plan.title, name, len(plan.actions))


def _keep_meetings(work: UnitOfWork, draft: DraftPlan, partnership: Partnership | None) -> str:
    """A document that only lists meetings goes into the calendar of a partnership there is already."""
    if partnership is None:
        raise typer.BadParameter(phrases.WHOSE_MEETINGS, param_hint="--partnership")
    named = [replace(meeting, body=meeting.name, part="") for meeting in draft.meetings]
    done = meetings.bring_in(work, partnership.id, None, named)
    return phrases.meetings_kept(partnership.name, len(done.added), len(done.changed), len(done.same))


def dumped(draft: DraftPlan) -> str:
    """The draft as JSON text."""
    return json_text.dumps(as_json(draft), ensure_ascii=False, indent=2)


def as_json(draft: DraftPlan) -> dict[str, Any]:
    """The draft as values for JSON, in printed order."""
    return {
        "plan": {"title": draft.title},
        "themes": [{"ref": theme.ref, "title": theme.title} for theme in draft.themes],
        "actions": [
            {
                "ref": action.ref,
                "theme": action.theme,
                "recommendation": action.recommendation,
                "text": action.text,
                "leads": list(action.leads),
                "timescale": _timescale(action.timescale),
                "forecast": _timescale(action.forecast),
                "status": action.status.value,
                "status_text": action.status_text,
                "rag": action.rag.value if action.rag else None,
                "comments": action.comments,
                "outcome": action.outcome,
                "row": action.row,
                "repeats": action.repeats,
                "waits_for": list(action.waits_for),
            }
            for action in draft.actions
        ],
        "people": [
            {"name": person.name, "organisations": list(person.organisations)} for person in draft.people
        ],
        "meetings": [
            {
                "body": meeting.body,
                "part": meeting.part,
                "on": _timescale(meeting.on),
                "papers_due": _timescale(meeting.papers_due),
                "row": meeting.row,
            }
            for meeting in draft.meetings
        ],
        "doubts": [
            {"row": doubt.row, "place": doubt.place, "kind": doubt.kind.value, "message": doubt.message}
            for doubt in draft.doubts
        ],
    }


def _timescale(time: Timescale | None) -> dict[str, str] | None:
    if time is None:
        return None
    return {
        "words": time.words,
        "start": time.start.isoformat(),
        "end": time.end.isoformat(),
        "precision": time.precision.value,
    }


def _only_partnership(work: UnitOfWork) -> str | None:
    """The partnership a plan without a name belongs to, when there is only one."""
    known = work.partnerships.all()
    return known[0].name if len(known) == 1 else None
