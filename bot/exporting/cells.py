"""What each column of an export says of an action."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.importing.columns import Column
from bot.phrases import actions, dates
from bot.phrases.words import quoted
from bot.plan import Action, ActionStatus, Lead, LeadRole
from bot.timescale import Timescale


@dataclass(frozen=True, slots=True)
class Exported:
    """An action with what only the whole plan knows of it.

    `theme` is its theme's heading, "" without one; `standing` its colour in a word with its mark, "" once
    withdrawn; `remarks` those of its comments that a document's own column printed ("Cost: £4,000"), by
    that column's heading; `comments` all the others.
    """

    action: Action
    theme: str
    standing: str
    remarks: Mapping[str, str]
    comments: str
    has_employer_column: bool = False


Fill = Callable[[Exported], str]


def _when(time: Timescale | None) -> str:
    return dates.timescale(time) if time else ""


def _leads(one: Exported, chosen: tuple[Lead, ...]) -> str:
    said = []
    for lead in chosen:
        bodies = " / ".join(body.name for body in lead.organisations)
        said.append(f"{lead.name} ({bodies})" if bodies and not one.has_employer_column else lead.name)
    return "; ".join(said)


def every_lead(one: Exported) -> str:
    """The leads in the plan's order, each with its employers where no column of their own has them."""
    return _leads(one, one.action.leads)


def reporting_leads(one: Exported) -> str:
    """Those who are asked."""
    return _leads(one, one.action.reporting_leads)


def supporting_leads(one: Exported) -> str:
    """Those who support."""
    return _leads(one, tuple(lead for lead in one.action.leads if lead.role is LeadRole.SUPPORTING))


def employers(one: Exported) -> str:
    """One body for all leads, or one each in their order, or every body once."""
    each = [lead.organisations[0].name for lead in one.action.leads if len(lead.organisations) == 1]
    names = tuple(body.name for lead in one.action.leads for body in lead.organisations)
    is_one_each = len(each) == len(one.action.leads) and len(set(each)) > 1
    return "; ".join(each if is_one_each else dict.fromkeys(names))


def own_status(one: Exported) -> str:
    """The plan's own word for how it stands; ours where a lead has said something since and it has none."""
    action = one.action
    if action.status_text or action.status is ActionStatus.NOT_STARTED:
        return action.status_text
    return our_status(one)


def our_status(one: Exported) -> str:
    """The state as stored, in our word."""
    return actions.STATUS_WORDS[one.action.status]


def _status_and_comment(one: Exported) -> str:
    return ". ".join(filter(None, (own_status(one), one.comments)))


def update(one: Exported) -> str:
    """What was last said of it, what holds it up, and what brings it back."""
    action = one.action
    parts = (
        quoted(action.narrative) if action.narrative and action.narrative != action.blocker else "",
        f"Blocker: {quoted(action.blocker)}" if action.blocker else "",
        f"Back on track: {quoted(action.path_to_green)}" if action.path_to_green else "",
        _moves(action),
    )
    return "\n".join(part for part in parts if part)


def _moves(action: Action) -> str:
    told = actions.moved(action)
    return told[:1].upper() + told[1:]


def _finished(one: Exported) -> str:
    done = one.action.completed_on
    return dates.day_with_year(done) if done else one.remarks.get("completed", "")


def _as_printed(one: Exported) -> str:
    due = one.action.baseline_due
    return due.words if due else one.remarks.get("timescale", "")


def _nothing(_one: Exported) -> str:
    return ""


FILLS: dict[Column, Fill] = {
    Column.REF: lambda one: one.action.ref,
    Column.COMPLETED: _finished,
    Column.START: lambda one: one.remarks.get("start", ""),
    Column.FORECAST: lambda one: _when(one.action.forecast_due),
    Column.TIMESCALE: _as_printed,
    Column.MILESTONE: _as_printed,
    Column.ORIGINAL: lambda one: _when(one.action.baseline_due),
    Column.AGREED: lambda one: _when(one.action.approved_due),
    Column.RAG: lambda one: one.standing,
    Column.ORGANISATION: employers,
    Column.LEAD: every_lead,
    Column.POST: _nothing,
    Column.INITIALS: _nothing,
    Column.STATUS: own_status,
    Column.STATUS_COMMENT: _status_and_comment,
    Column.OUTCOME: lambda one: one.action.outcome,
    Column.COMMENTS: lambda one: one.comments,
    Column.COMMENTARY: lambda one: one.comments,
    Column.ACTION: lambda one: one.action.text,
    Column.RECOMMENDATION: lambda one: one.action.recommendation,
    Column.THEME: lambda one: one.theme,
    Column.STRAND: _nothing,
    Column.WORKSTREAM: lambda one: one.action.workstream,
    Column.OURS: _nothing,
    Column.OTHER: _nothing,
}
"""What stands in a document's own column of each kind."""
