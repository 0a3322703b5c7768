"""`leadline digest`: what the weekly digest would say, or what a digest or pack said when it was made."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot.instants import local_time
from bot.pack import Pack
from bot.partnership import Partnership
from bot.phrases import digests, errata, packs, public_summary
from bot.ports import UnitOfWork
from bot.services.arrangements.workstreams import names_of
from bot.services.context.places import place_of
from bot.services.context.standings import live_plans
from bot.services.reports import digest as service
from bot.workstreams import Workstream, WorkstreamId, is_called, meant
from handlers.terminal import show as draw
from leadline.office import check_live, open_office, the_partnership


def digest(
    partnership: Annotated[
        str | None, typer.Argument(help="The partnership's name; not needed when there is one.")
    ] = None,
    preview: Annotated[  # noqa: FBT002 - a flag of the command line
        bool,
        typer.Option("--preview", help="Show it; nothing is posted."),
    ] = False,
    show: Annotated[
        str | None,
        typer.Option(help="A digest or pack as it was made, by its number: 2026-W41, or 2026-10 for a pack."),
    ] = None,
    public: Annotated[  # noqa: FBT002 - a flag of the command line
        bool, typer.Option("--public", help="Of a pack, the plain-English version without names.")
    ] = False,
    workstream: Annotated[
        str | None, typer.Option(help="The digest of this workstream alone, as its own channel gets it.")
    ] = None,
    on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="As if it were this day.")] = None,
) -> None:
    """Show the weekly digest as it would be posted, or a digest or pack as it was made."""
    if not preview and show is None:
        raise typer.BadParameter("digests are posted by the clock; add --preview or --show NUMBER.")
    with open_office() as office, office.work(read_only=True) as work:
        check_live(work)
        found = the_partnership(work, partnership)
        if show is not None:
            _show_again(work, found, show, public=public)
            return
        day = on.date() if on else work.now.astimezone(ZoneInfo(found.zone)).date()
        strand = the_workstream(work, found, workstream) if workstream is not None else None
        draw(*service.preview(work, found, day, strand=strand))


def the_workstream(work: UnitOfWork, partnership: Partnership, name: str) -> Workstream:
    """The workstream of this name; one of which nothing is arranged has no channel. Stops with the names."""
    known = names_of(work, partnership, live_plans(work, partnership))
    found = meant(name, known)
    if found is None:
        names = ", ".join(f"“{one}”" for one in known) or "none"
        raise typer.BadParameter(f"Which workstream? There is {names}.", param_hint="--workstream")
    arranged = next((one for one in work.workstreams.of(partnership.id) if is_called(one.name, found)), None)
    return arranged or Workstream(WorkstreamId(0), partnership.id, found)


def _show_again(work: UnitOfWork, partnership: Partnership, number: str, *, public: bool) -> None:
    """A dated record as it was made, and what was corrected about it since."""
    record = work.records.numbered(partnership.id, number)
    if record is None:
        raise typer.BadParameter(f"there is no digest or pack {number}.", param_hint="--show")
    facts = record.facts
    if isinstance(facts, Pack):
        if public:
            typer.echo(public_summary.public(facts))
        else:
            draw(*packs.cards(facts, partnership.zone))
    else:
        draw(*digests.cards(facts))
    at = local_time(record.as_at, partnership.zone)
    head = f", audit {record.audit_head[:12]}" if record.audit_head else ""
    typer.echo(
        f"{record.kind.value} {number}, as at {at:%Y-%m-%d %H:%M}, {record.classification.value}{head}"
    )
    for one in work.records.errata(record.id):
        ref = place_of(work, one.action_id).action.ref
        shown = "; ".join(
            f"{errata.said(change, change.was)} should be {errata.said(change, change.now)}"
            for change in one.changed
        )
        typer.echo(f"Corrected {local_time(one.at, partnership.zone):%Y-%m-%d %H:%M}: {ref}, {shown}")
