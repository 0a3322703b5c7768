"""A plan as a table: its own columns in their order, its themes as bands, and how everything stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.assessment import assess_action
from bot.exporting.cells import Exported
from bot.exporting.columns import DEFAULT, columns_for
from bot.exporting.table import PlanTable, TableRow
from bot.importing.columns import Column
from bot.layout import DocumentColumn, remark_names
from bot.phrases import dates
from bot.plan import Action, ActionPlan, ActionStatus, Theme
from bot.rag import BETWEEN, Standing
from bot.rounds import Silence

_NAMED = re.compile(r"([^:\n]{1,90}): (.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class AsAt:
    """When an export was made, in the partnership's own time, and from when on silence counts."""

    at: datetime
    silence: Silence | None


def compose(
    plan: ActionPlan,
    as_at: AsAt,
    *,
    chosen: Sequence[Action] | None = None,
    classification: str = "",
    chain_head: str = "",
) -> PlanTable:
    """The plan, or the `chosen` of its actions, as it stands. Withdrawn actions are in it, and say so."""
    own = plan.columns or DEFAULT
    headings = {theme.ref: heading(theme, plan.actions) for theme in plan.themes}
    facts = [
        _facts(plan, action, as_at, own, headings) for action in (plan.actions if chosen is None else chosen)
    ]
    columns = columns_for(plan.columns, facts)
    has_bands = Column.THEME not in {column.holds for column in columns}
    rows: list[TableRow] = []
    above = ""
    for one in facts:
        if has_bands and one.theme and one.theme != above:
            rows.append(TableRow((one.theme,), is_band=True))
        above = one.theme
        rows.append(TableRow(tuple(column.fill(one).strip() for column in columns)))
    marking = classification or plan.marking
    return PlanTable(
        title=plan.title,
        notes=_notes(as_at, marking),
        columns=tuple(column.shown for column in columns),
        rows=tuple(rows),
        footer=f"Leadline record {chain_head[:16]}" if chain_head else "",
        classification=marking,
    )


def heading(theme: Theme, actions: Sequence[Action]) -> str:
    """A theme as the plan heads it: with its number where its actions are numbered by it."""
    if theme.ref.endswith(".0"):
        return f"{theme.ref} {theme.title}".strip()
    if any(action.ref.startswith(f"{theme.ref}.") for action in actions if action.theme_ref == theme.ref):
        return f"Theme {theme.ref}: {theme.title}" if theme.title != theme.ref else f"Theme {theme.ref}"
    return theme.title or theme.ref


def _notes(as_at: AsAt, marking: str) -> tuple[str, ...]:
    when = f"As at {dates.day_with_year(as_at.at.date())}, {dates.clock(as_at.at)}."
    key = "Key: " + " · ".join(standing.on_paper for standing in Standing if standing not in BETWEEN) + "."
    return (*((marking,) if marking else ()), f"{when} {key}")


def _facts(
    plan: ActionPlan,
    action: Action,
    as_at: AsAt,
    own: Sequence[DocumentColumn],
    headings: Mapping[str, str],
) -> Exported:
    assessed = assess_action(
        action, plan.tolerance_days, as_at.at.date(), as_at.silence, plan.conventions.scale
    )
    remarks, comments = _remarks(action.comments, own, is_dated=action.baseline_due is not None)
    return Exported(
        action=action,
        theme=headings.get(action.theme_ref or "", ""),
        standing="" if action.status is ActionStatus.WITHDRAWN else assessed.standing.on_paper,
        remarks=remarks,
        comments=comments,
        has_employer_column=any(column.holds is Column.ORGANISATION for column in own),
    )


def _remarks(comments: str, own: Sequence[DocumentColumn], *, is_dated: bool) -> tuple[dict[str, str], str]:
    """The comments that a column of the document printed, by its heading, and the others."""
    names = remark_names([(column.words, column.holds) for column in own])
    pairs = zip(names, own, strict=True)
    printed = {name.casefold() for name, column in pairs if column.holds is Column.OTHER and name}
    holds = {column.holds for column in own}
    printed |= {"start"} if Column.START in holds else set()
    printed |= {"completed"} if Column.COMPLETED in holds else set()
    printed |= {"timescale"} if Column.TIMESCALE in holds and not is_dated else set()
    remarks: dict[str, str] = {}
    kept = []
    for line in reversed(comments.split("\n")):  # what a column held stands below what was remarked
        match = _NAMED.match(line)
        if match and match[1].casefold() in printed and match[1].casefold() not in remarks:
            remarks[match[1].casefold()] = match[2]
        else:
            kept.append(line)
    return remarks, "\n".join(reversed(kept))
