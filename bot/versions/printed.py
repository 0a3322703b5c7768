"""What each action's row of the plan's own export reads as: the measure of an untouched file."""

from __future__ import annotations

from collections import defaultdict

from bot.draft import DraftAction, DraftPlan
from bot.errors import PlanUnreadable
from bot.exporting.as_read import as_document, rows_of_actions
from bot.exporting.compose import AsAt, compose
from bot.importing.plan import read_document
from bot.language.reading import Conventions
from bot.plan import ActionPlan
from bot.versions.compare import compare
from bot.versions.difference import Difference


def printed_rows(plan: ActionPlan, as_at: AsAt) -> tuple[tuple[DraftAction, ...], ...]:
    """For each action of the plan, the lines that its exported row reads as: one, hardly ever two or none."""
    table = compose(plan, as_at)
    try:
        read = read_document(as_document(table), as_at.at.date(), Conventions())
    except PlanUnreadable:
        return ((),) * len(plan.actions)
    lines: defaultdict[int, list[DraftAction]] = defaultdict(list)
    for action in read.actions:
        lines[action.row].append(action)
    return tuple(tuple(lines[row]) for row in rows_of_actions(table))


def difference_from(plan: ActionPlan, draft: DraftPlan, as_at: AsAt) -> Difference:
    """The document against the record as it stands at this instant."""
    return compare(plan, draft, printed_rows(plan, as_at))


def is_version_of(draft: DraftPlan, plan: ActionPlan) -> bool:
    """Whether the document looks like a later version of the plan: by its title, or by most of its lines."""
    if _plain(draft.title) == _plain(plan.title):
        return True
    mine = {(action.ref, _plain(action.title)) for action in plan.actions}
    theirs = {(action.ref, _plain(action.text or action.recommendation)) for action in draft.actions}
    return len(mine & theirs) * 2 > max(len(mine), len(theirs))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
