"""The tables that papers share: the same columns wherever actions are listed."""

from __future__ import annotations

from collections.abc import Sequence

from bot.exporting.table import TableColumn, TableRow
from bot.pack import Pack
from bot.pack_lines import PackLine
from bot.papers import cells
from bot.papers.facts import PaperFacts
from bot.papers.paper import Grid
from bot.plan import Theme

REF = TableColumn("Ref", 7, is_short=True)
ACTION = TableColumn("Action and lead", 33)
RAG = TableColumn("RAG", 14, is_short=True)
WAS = TableColumn("Was", 14, is_short=True)
AGREED = TableColumn("Agreed date", 13)
FORECAST = TableColumn("Forecast", 24)
SAID = TableColumn("Last word", 29)


def listed(pack: Pack, lines: Sequence[PackLine], about: str) -> Grid:
    """Actions with their dates and what was said last."""
    return Grid(about, (REF, ACTION, RAG, AGREED, FORECAST, SAID), tuple(_row(pack, line) for line in lines))


def moved(pack: Pack, lines: Sequence[PackLine], about: str) -> Grid:
    """Actions whose colour changed since the board met: what it saw, and what it sees."""
    rows = (
        TableRow(
            (
                line.action.ref,
                cells.action(line, pack),
                cells.was(line),
                cells.standing(line.now),
                cells.last_words(line.action),
            )
        )
        for line in lines
    )
    return Grid(about, (REF, ACTION, WAS, TableColumn("Now", 14, is_short=True), SAID), tuple(rows))


def by_theme(facts: PaperFacts, lines: Sequence[PackLine], about: str) -> Grid:
    """Actions under the headings of their plans, in printed order."""
    headings = {(plan, theme.ref): heading_of(theme) for plan, theme in facts.themes}
    rows: list[TableRow] = []
    above = ""
    for line in lines:
        theme = headings.get((line.action.plan_id, line.action.theme_ref or ""), "")
        if theme and theme != above:
            rows.append(TableRow((theme,), is_band=True))
        above = theme
        rows.append(_row(facts.pack, line))
    return Grid(about, (REF, ACTION, RAG, AGREED, FORECAST, SAID), tuple(rows))


def heading_of(theme: Theme) -> str:
    """The theme as its plan prints it."""
    return theme.title if theme.title.startswith(theme.ref) else f"{theme.ref} {theme.title}".strip()


def _row(pack: Pack, line: PackLine) -> TableRow:
    return TableRow(
        (
            line.action.ref,
            cells.action(line, pack),
            cells.standing(line.now),
            cells.agreed(line.action),
            cells.forecast(line.now, pack.on),
            cells.last_words(line.action),
        )
    )
