"""`leadline export`: a plan as a file, in its own columns and order."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.exporting.table import Format
from bot.phrases import exporting as phrases
from bot.plan import ActionPlan, PlanState
from bot.ports import UnitOfWork
from bot.services.plans.export import export
from documents.written import written
from leadline.commands.out_file import write_out
from leadline.office import open_office


def export_plan(
    plan: Annotated[
        str | None,
        typer.Argument(help="The plan's title, or its partnership's; needed where there are several."),
    ] = None,
    kind: Annotated[
        Format | None, typer.Option("--format", help="Excel unless --out ends in .csv or .docx.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Where to; a file named after the plan, here, unless it is said.")
    ] = None,
    classification: Annotated[
        str, typer.Option(help="The handling marking to print, if not the plan's own.")
    ] = "",
) -> None:
    """Write a plan as it stands now: its own columns, then its dates, colours and how each action stands."""
    chosen = kind or _kind_of(out)
    with open_office() as office, office.work() as work:
        found = the_plan(work, plan)
        made = export(work, found, None, chosen, classification=classification)
        content = written(made.table, chosen, work.now)
        path = out or Path(f"{made.name}.{chosen.value}")
        write_out(path, content)
    typer.echo(phrases.written(found.title, len(found.actions), path.name))


def the_plan(work: UnitOfWork, name: str | None) -> ActionPlan:
    """The plan of this title or partnership, a live one first. Stops with the names there are."""
    known = [plan for plan in work.plans.all() if plan.state is not PlanState.CLOSED]
    wanted = [plan for plan in known if name is None or name.casefold() in _names(work, plan)]
    live = [plan for plan in wanted if plan.state is PlanState.LIVE]
    if len(found := live or wanted) == 1:
        return found[0]
    names = ", ".join(f"“{one.title}”" for one in known) or "none: bring one in with `leadline import`"
    raise typer.BadParameter(f"Which plan? There is {names}.", param_hint="PLAN")


def _names(work: UnitOfWork, plan: ActionPlan) -> tuple[str, ...]:
    return plan.title.casefold(), work.partnerships.get(plan.partnership_id).name.casefold()


def _kind_of(out: Path | None) -> Format:
    endings = {f".{kind.value}": kind for kind in Format}
    return endings.get(out.suffix.casefold(), Format.XLSX) if out else Format.XLSX
