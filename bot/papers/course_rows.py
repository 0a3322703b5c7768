"""One action then and now, in the cells of a year-on report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.exporting.table import TableColumn, TableRow
from bot.pack import Pack
from bot.papers import cells, tables
from bot.papers.chosen import badness, chosen
from bot.papers.look_back import Course
from bot.papers.paper import Grid
from bot.phrases import dates
from bot.plan import ActionStatus

ACTION = TableColumn("Action and lead", 30)
THEN = TableColumn("Then", 15, is_short=True)
NOW = TableColumn("Now", 15, is_short=True)


def worst(found: Sequence[Course], most: int) -> list[Course]:
    """The worst of them, the worst first."""
    shown = {line.action.id for line in chosen([one.line for one in found], most)}
    return sorted((one for one in found if one.action.id in shown), key=lambda one: badness(one.line))


def then_and_now(about: str, rows: Sequence[TableRow]) -> Grid:
    """A table of rows with what was said last."""
    columns = (tables.REF, ACTION, THEN, NOW, TableColumn("Dates", 27), TableColumn("What is left", 30))
    return Grid(about, columns, tuple(rows))


def row(one: Course, pack: Pack) -> TableRow:
    """The action, its colour and its dates at both ends, and what is left of it."""
    left = "\n".join(part for part in (_still(one), cells.last_words(one.action)) if part)
    return TableRow((*_beginning(one, pack), "\n".join(_dates(one, pack.on)), left))


def in_brief(about: str, rows: Sequence[TableRow]) -> Grid:
    """A table of rows without what was said last."""
    columns = (tables.REF, TableColumn("Action and lead", 42), THEN, NOW, TableColumn("Dates", 45))
    return Grid(about, columns, tuple(rows))


def brief_row(one: Course, pack: Pack) -> TableRow:
    """The action, its colour and its dates at both ends."""
    said = "; ".join(_dates(one, pack.on))
    return TableRow((*_beginning(one, pack), "\n".join(part for part in (said, _still(one)) if part)))


def _beginning(one: Course, pack: Pack) -> tuple[str, ...]:
    return (one.action.ref, cells.action(one.line, pack), then(one), cells.standing(one.now))


def then(one: Course) -> str:
    """How it stood."""
    return one.was.standing.on_paper if one.was is not None else "Not in the plan"


def _dates(one: Course, today: date) -> list[str]:
    """The first date, what was expected then where that was another, and what is now."""
    first = cells.first_of(one.action)
    told = [f"First: {first}"]
    if one.was is not None and not one.was_complete:
        before = one.was.action.forecast_due or one.was.action.approved_due
        expected = dates.timescale(before) if before else "none"
        told += [f"Then: {expected}"] if expected != first else []
    return [*told, f"Now: {cells.forecast(one.now, today)}"]


_STILL: dict[ActionStatus, str] = {
    ActionStatus.CLAIMED_DONE: "Reported done, not yet accepted.",
    ActionStatus.ON_HOLD: "Paused.",
    ActionStatus.NOT_STARTED: "Not started.",
}
"""What of a status a colour does not say."""


def _still(one: Course) -> str:
    """What stands between the action and its end, beside its dates."""
    action = one.action
    waits = action.waiting_for if action.status.is_open else None
    parts = (_STILL.get(action.status, ""), f"Waits for {waits.name}." if waits is not None else "")
    return " ".join(part for part in parts if part)
