"""`leadline paper`: what a board is sent for a meeting, from its frozen pack or as a draft."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.papers.paper import PaperKind
from bot.phrases import papers as say
from bot.services.reports import papers as service
from bot.services.reports.papers import Made
from documents.papers import paper_file
from leadline.commands.export_plan import the_plan
from leadline.commands.meetings import the_meeting
from leadline.commands.out_file import write_out
from leadline.office import open_office, the_partnership


def paper(
    kind: Annotated[PaperKind, typer.Argument(help="Which paper.")],
    meeting: Annotated[str, typer.Option(help="The day of the meeting: 2026-10-14.")],
    plan: Annotated[
        str | None,
        typer.Argument(help="The plan's title; every plan that goes to the meeting, unless it is said."),
    ] = None,
    board: Annotated[str, typer.Option(help="Whose meeting it is.")] = "Board",
    template: Annotated[
        Path | None, typer.Option(help="The board's own Word template; docs/papers.md has its names.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Where to; a file named after the meeting, here, unless it is said.")
    ] = None,
    pdf: Annotated[  # noqa: FBT002 - Typer's way of writing a flag
        bool, typer.Option("--pdf", help="A PDF instead of Word; needs LibreOffice.")
    ] = False,
    since: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            help="Of a year-on report: from which day; else the plan's last anniversary.",
        ),
    ] = None,
    partnership: Annotated[
        str | None, typer.Option("--partnership", help="The partnership; not needed when there is one.")
    ] = None,
) -> None:
    """Write a paper for a meeting: highlight, exception or year-on report, or tracker in Excel."""
    with open_office() as office:
        with office.work(read_only=True) as work:
            wanted = the_plan(work, plan) if plan else None
            known = work.partnerships
            found = known.get(wanted.partnership_id) if wanted else the_partnership(work, partnership)
            of = the_meeting(work, found, board, meeting)
            made = service.make(
                work, found, None, of, kind, wanted.id if wanted else None, since.date() if since else None
            )
        # Nothing is held open while the file is written: LibreOffice may take a minute.
        is_pdf = pdf or (out is not None and out.suffix.casefold() == ".pdf")
        own = _read(template) if template else None
        ending, content = paper_file(made.paper, made.table, made.as_at, template=own, as_pdf=is_pdf)
        with office.work() as work:
            service.put_on_record(work, made, None)
        path = out or Path(f"{made.name}.{ending}")
        write_out(path, content)
    typer.echo(_said(made, path))


def _said(made: Made, path: Path) -> str:
    if made.table is None:
        return say.written(made.paper, str(path))
    actions = sum(not row.is_band for row in made.table.rows)
    return say.tracker_written(made.paper.meeting, made.paper.stamp, actions, str(path))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise typer.BadParameter(
            f"I cannot read {path.name}: {error.strerror}.", param_hint="--template"
        ) from error
