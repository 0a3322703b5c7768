"""`leadline read`: messages in, readings out, a line at a time; the reader's front door."""

from __future__ import annotations

import csv
import json
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.conventions import as_typed
from bot.language import understand
from bot.language.as_json import as_json
from bot.language.dates import Direction, read_timescale
from bot.language.reading import ActionInPlan, Context, Conventions, PlanInView, Progress
from bot.rag import Rag

NATIONS = ("england", "wales", "scotland", "northern_ireland")


def read(
    today: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="The day the messages are read on.")],
    plan: Annotated[
        list[Path] | None,
        typer.Option(help="A CSV of ref,action,leads,organisation,timescale; may be repeated.", exists=True),
    ] = None,
    context: Annotated[
        Path | None,
        typer.Option(help="A TOML file: meetings, financial year, quarters, nation, scale.", exists=True),
    ] = None,
    explain: Annotated[bool, typer.Option(help="Give the words and the rule behind each field.")] = False,  # noqa: FBT002 - Typer's way of writing a flag
) -> None:
    """Read messages (JSON lines) from standard input and write what was understood of each."""
    day = today.date()
    conventions = read_conventions(context)
    plans = tuple(read_plan(path, day, conventions) for path in plan or [])
    view = Context(plans=plans, conventions=conventions)
    for line in read_lines(sys.stdin.buffer, day, view, explain=explain):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


def read_lines(lines: Iterable[bytes], today: date, view: Context, *, explain: bool = False) -> Iterable[str]:
    """One answer a line, in order; a line that cannot be read is answered with its error."""
    for line in lines:
        if not line.strip():
            continue
        try:
            said = json.loads(line)
            asked = _message(said)
        except (ValueError, RecursionError) as problem:
            yield json.dumps({"error": str(problem) or type(problem).__name__}, ensure_ascii=False)
            continue
        text, refs, speaker = asked
        reading = understand(text, today, replace(view, asked=refs, speaker=speaker))
        fields = as_json(reading, several_plans=len(view.plans) > 1, explain=explain)
        yield json.dumps({**({"id": said["id"]} if "id" in said else {}), **fields}, ensure_ascii=False)


def _message(said: object) -> tuple[str, tuple[str, ...], str | None]:
    if not isinstance(said, dict):
        raise ValueError("a message is a JSON object")
    text, asked, speaker = said.get("text"), said.get("asked"), said.get("speaker")
    if not isinstance(text, str):
        raise ValueError("a message needs a text")
    if asked is not None and not (isinstance(asked, list) and all(isinstance(ref, str) for ref in asked)):
        raise ValueError("asked is a list of references")
    if speaker is not None and not isinstance(speaker, str):
        raise ValueError("speaker is a name")
    return text, tuple(asked or ()), speaker


def read_plan(path: Path, today: date, conventions: Conventions) -> PlanInView:
    """A plan from its CSV; its name is the file's."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return PlanInView(
        path.stem, tuple(_action(row, today, conventions) for row in rows if (row.get("ref") or "").strip())
    )


def _action(row: dict[str, str | None], today: date, conventions: Conventions) -> ActionInPlan:
    timescale = (row.get("timescale") or "").strip()
    leads = (row.get("leads") or "").replace(" and ", ";").replace("/", ";").replace(",", ";").split(";")
    return ActionInPlan(
        ref=(row["ref"] or "").strip(),
        text=(row.get("action") or "").strip(),
        leads=tuple(lead.strip() for lead in leads if lead.strip()),
        organisation=(row.get("organisation") or "").strip(),
        due=read_timescale(timescale, today, conventions, Direction.FUTURE) if timescale else None,
    )


def read_conventions(path: Path | None) -> Conventions:
    """How the plan counts time, from a TOML file; without one, as most English boards do."""
    if path is None:
        return Conventions()
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
        return _conventions(said)
    except (ValueError, KeyError, TypeError) as problem:
        raise typer.BadParameter(f"{path.name}: {problem}", param_hint="--context") from problem


def _conventions(said: dict[str, Any]) -> Conventions:
    nation = said.get("nation", "england")
    if nation not in NATIONS:
        raise ValueError(f"nation is one of {', '.join(NATIONS)}")
    return Conventions(
        fiscal_start_month=int(said.get("fiscal_start_month", 4)),
        quarters_by_calendar=said.get("quarters") == "calendar"
        or bool(said.get("quarters_by_calendar", False)),
        nation=nation,
        meetings=tuple(_meetings(said.get("meetings", {}))),
        scale_complete=frozenset(_scale(said.get("scale", said.get("scale_complete", [])))),
        status_words=tuple(
            (typed, _status(value))
            for words, value in said.get("status_words", {}).items()
            for typed in as_typed(words)
        ),
    )


def _meetings(said: object) -> Iterable[tuple[str, date]]:
    """`[meetings]` with a name and one or more days, or `[[meetings]]` with name and date."""
    pairs: list[tuple[object, object]] = []
    if isinstance(said, dict):
        pairs = [
            (name, day) for name, days in said.items() for day in (days if isinstance(days, list) else [days])
        ]
    elif isinstance(said, list):
        pairs = [_meeting(one) if isinstance(one, dict) else tuple(one) for one in said]
    for name, day in pairs:
        yield str(name), day if isinstance(day, date) else date.fromisoformat(str(day))


def _meeting(said: dict[str, object]) -> tuple[object, object]:
    """One of `[[meetings]]`: its name, and its day under `date` or `on`."""
    name, day = said.get("name"), said.get("date", said.get("on"))
    if name is None or day is None:
        raise ValueError("each of the meetings needs a name and a date")
    return name, day


def _scale(said: object) -> Iterable[str]:
    """The colours that mean complete: a list, or a table from colour to meaning."""
    if isinstance(said, dict):
        return [colour for colour, meaning in said.items() if "complete" in str(meaning).lower()]
    if isinstance(said, str):
        return {"delivery": ["green", "blue"]}.get(said, [])
    return [str(colour) for colour in said] if isinstance(said, list) else []


def _status(value: str) -> Progress | Rag:
    return Rag(value) if value in set(Rag) else Progress(value)
