"""One person's rights: everything kept of them in one piece, and to be erased by two people."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Annotated

import typer

from bot.errors import NotFound
from bot.partnership import Person
from bot.personal import pseudonym_of
from bot.phrases import personal as say
from bot.ports import UnitOfWork
from bot.services.keeping import personal
from documents.formulas import guarded
from leadline.config import load_settings
from leadline.erasures import remember
from leadline.office import open_office

app = typer.Typer(no_args_is_help=True, help=__doc__)

Name = Annotated[str, typer.Argument(help="The name as it stands in the plan.")]


@app.command("export")
def export(
    name: Name,
    out: Annotated[Path, typer.Option(help="The folder to write to.", file_okay=False)] = Path(),
) -> None:
    """Write everything kept of one person, as JSON and as CSV: for whoever asks for what is held of them."""
    with open_office() as office, office.work() as work:
        person = _named(work, name)
        found = personal.held(work, person)
        out.mkdir(parents=True, exist_ok=True)
        stem = out / f"person-{person.id}"
        stem.with_suffix(".json").write_text(
            json.dumps(found, ensure_ascii=False, indent=2), encoding="utf-8"
        )
        stem.with_suffix(".csv").write_text(_csv(found), encoding="utf-8-sig", newline="")
        typer.echo(say.exported(person.name, {table: len(rows) for table, rows in found.items()}, stem.name))


@app.command("erase")
def erase(
    name: Name, by: Annotated[str, typer.Option(help="Who asks, or as the second person confirms.")]
) -> None:
    """Erase one person: the first to ask says --by A, the second confirms with --by B.

    Their name becomes a number everywhere, their words are deleted, and the key of their words' hashes is
    destroyed. The audit trail stays whole.
    """
    with open_office() as office:
        with office.work() as work:
            person, doer = _named(work, name), _named(work, by)
            asked = work.personal.erasure(person.id)
            if asked is None or asked.asked_by == doer.id:
                personal.ask_erasure(work, person, doer)
                typer.echo(say.erasure_asked(person.name, doer.name))
                return
            personal.confirm_erasure(work, person, doer)
            remember(load_settings(), office.workspace.external_id, person.id)
        typer.echo(say.erased(pseudonym_of(person.id)))


def _named(work: UnitOfWork, name: str) -> Person:
    found = work.people.named(name)
    if not found:
        raise NotFound(name)
    return found[0]


def _csv(found: dict[str, list[dict[str, object]]]) -> str:
    """A row a value: which table, which row, which field, and what it holds."""
    file = io.StringIO()
    rows = csv.writer(file)
    rows.writerow(("Table", "Row", "Field", "Value"))
    for table, held in found.items():
        for number, row in enumerate(held, start=1):
            for field, value in row.items():
                words = json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
                rows.writerow((table, number, field, guarded("" if words is None else str(words))))
    return file.getvalue()
