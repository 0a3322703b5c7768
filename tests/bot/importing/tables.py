"""Small tables for the importer's tests, and the plan they are read as."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bot.draft import DoubtKind, DraftAction, DraftPlan
from bot.importing.plan import read_document
from bot.importing.rows import Cell, RawDocument, table_of
from bot.language.reading import Conventions

TODAY = date(2026, 9, 21)


def plan_of(*rows: Iterable[Cell], today: date = TODAY, has_pages: bool = False) -> DraftPlan:
    """The plan these rows are read as."""
    table = table_of(rows, has_pages=has_pages)
    return read_document(RawDocument("the plan", (table,)), today, Conventions())


def plan_in(text: str, today: date = TODAY) -> DraftPlan:
    """The plan of a text whose cells are parted by "|", as a page of a document: blank lines end pages."""
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip("\n").splitlines()]
    return plan_of(*rows, today=today, has_pages=True)


def one(plan: DraftPlan, ref: str) -> DraftAction:
    """The action of this reference."""
    return next(action for action in plan.actions if action.ref == ref)


def refs(plan: DraftPlan) -> list[str]:
    """All references, in printed order."""
    return [action.ref for action in plan.actions]


def kinds(plan: DraftPlan, row: int) -> set[DoubtKind]:
    """What is doubted of one row."""
    return {doubt.kind for doubt in plan.doubts if doubt.row == row}
