"""`leadline record`: everything held on an action, for a freedom-of-information request."""

from __future__ import annotations

import json
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.disclosure import Disclosure, RequestId, covered
from bot.errors import NotFound
from bot.exporting.disclosed import as_plain, disclosed, disclosed_name
from bot.exporting.table import Format
from bot.phrases import disclosures as say
from bot.plan import ActionPlan
from bot.ports import UnitOfWork
from bot.services.keeping.disclosing import close, disclose, plans_run_by
from documents.written import written
from leadline.commands.out_file import write_out
from leadline.office import open_office


class RecordFormat(StrEnum):
    """The kinds of file a record leaves as."""

    DOCX = "docx"
    XLSX = "xlsx"
    JSON = "json"


def record(
    number: Annotated[
        str | None, typer.Argument(help="An action (2.7 covers 2.7a …), or with --close a request.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="A file, or a folder to put it in; here otherwise.")
    ] = None,
    kind: Annotated[
        RecordFormat | None, typer.Option("--format", help="Word unless --out ends in .xlsx or .json.")
    ] = None,
    plan: Annotated[
        str | None, typer.Option(help="The plan's title, where several have that number.")
    ] = None,
    is_closing: Annotated[bool, typer.Option("--close", help="The request was answered: end it.")] = False,  # noqa: FBT002 - Typer's way of writing a flag
) -> None:
    """Write everything held on an action: every wording, reading, correction, decision, digest and pack.

    The request is logged, and holds retention until it is closed. Without a number: the open requests.
    """
    with open_office() as office, office.work() as work:
        if number is None:
            typer.echo(say.open_requests(_open(work)))
        elif is_closing:
            _close(work, number)
        else:
            found = disclose(work, _the_plan(work, plan, number), number, None)
            chosen = kind or _kind_of(out)
            path = _path(out, disclosed_name(found, chosen.value))
            write_out(path, _content(found, chosen, work.now))
            for line in (say.summary(found), say.names(found.people), say.NOT_HELD, say.logged(found)):
                typer.echo(line)
            typer.echo(f"Written: {path.name}")


def _open(work: UnitOfWork) -> list[tuple[int, str, date]]:
    found = []
    for one in work.requests.open():
        refs = ", ".join(
            action.ref for action in work.plans.get(one.plan_id).actions if action.id in one.action_ids
        )
        found.append((int(one.id), refs, one.asked_at.date()))
    return found


def _close(work: UnitOfWork, number: str) -> None:
    if not number.isdigit():
        raise typer.BadParameter("say the number of the request: leadline record --close 3")
    try:
        close(work, RequestId(int(number)), None)
    except NotFound:
        typer.echo(say.no_request(int(number)).summary)
        raise typer.Exit(1) from None
    typer.echo(say.closed(int(number)).summary)


def _the_plan(work: UnitOfWork, title: str | None, ref: str) -> ActionPlan:
    plans = [plan for plan in plans_run_by(work, None) if covered(plan.actions, ref)]
    if title is not None:
        plans = [plan for plan in plans if plan.title.casefold() == title.casefold()]
    if len(plans) == 1:
        return plans[0]
    if not plans:
        raise NotFound(f"action {ref}")
    names = ", ".join(f"“{plan.title}”" for plan in plans)
    raise typer.BadParameter(f"Several plans have {ref}: {names}.", param_hint="--plan")


def _content(found: Disclosure, kind: RecordFormat, at: datetime) -> bytes:
    if kind is RecordFormat.JSON:
        return json.dumps(as_plain(found), ensure_ascii=False, indent=2).encode()
    return written(disclosed(found), Format(kind.value), at)


def _kind_of(out: Path | None) -> RecordFormat:
    endings = {f".{kind.value}": kind for kind in RecordFormat}
    return endings.get(out.suffix.casefold(), RecordFormat.DOCX) if out else RecordFormat.DOCX


def _path(out: Path | None, name: str) -> Path:
    if out is None:
        return Path(name)
    return out / name if out.is_dir() else out
