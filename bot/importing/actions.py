"""A finished line of the plan as a draft action, and what is doubtful about it alone."""

from __future__ import annotations

import re
from datetime import date

from bot.draft import Doubt, DoubtKind, DraftAction
from bot.importing.columns import Column
from bot.importing.flow import ends_midway, starts_midway
from bot.importing.lead_list import organisations_in
from bot.importing.line import Line
from bot.importing.names import NamedLead
from bot.importing.people import Spellings
from bot.importing.standing import Stands, standing_of
from bot.importing.times import DateCell
from bot.phrases import doubts as phrases
from bot.plan import ActionStatus


def leads_of(line: Line) -> tuple[NamedLead, ...]:
    """The line's leads with their employers: one body for all, or one each in the same order."""
    bodies = organisations_in(line.organisations)
    if not line.leads and Column.LEAD not in line.columns:
        return tuple(NamedLead(body, is_post=True) for body in bodies)
    if len(bodies) not in (1, len(line.leads)):
        return line.leads
    each = bodies * len(line.leads) if len(bodies) == 1 else bodies
    return tuple(
        NamedLead(lead.name, lead.is_post, lead.organisation or body)
        for lead, body in zip(line.leads, each, strict=True)
    )


def draft_action(
    line: Line, ref: str, theme: str | None, spellings: Spellings
) -> tuple[DraftAction, tuple[Doubt, ...]]:
    """The line as an action under this reference, and its doubts."""
    stands = standing_of(line, ref)
    leads = tuple(
        spellings.of_post(lead.name) if lead.is_post else spellings.of(lead.name) for lead in leads_of(line)
    )
    title = line.recommendation.title
    action = DraftAction(
        ref=ref,
        theme=theme,
        recommendation=title,
        text=line.text,
        leads=tuple(dict.fromkeys(leads)),
        timescale=line.due.times[0] if line.due.times else None,
        status=stands.status,
        status_text=stands.status_text,
        rag=stands.rag,
        comments=_comments(line, stands),
        outcome=line.outcome,
        row=line.row,
        forecast=line.forecast.times[-1] if line.forecast.times else None,
        original=line.original.times[0] if line.original.times else None,
        agreed=line.agreed.times[-1] if line.agreed.times else None,
        repeats=line.due.repeats,
        workstream=line.workstream,
    )
    return action, (*stands.doubts, *_missing(line, action), *_cut(line, action))


def past_doubt(line: Line, action: DraftAction, today: date) -> Doubt | None:
    """A doubt about an open action whose time is over."""
    is_owed = action.status.is_open and action.status is not ActionStatus.CLAIMED_DONE
    due = action.forecast or action.timescale
    if due is None or not is_owed or not due.is_past(today):
        return None
    return line.doubt(DoubtKind.PAST_ITS_DATE, phrases.past_its_date(action.ref, due.words), action.ref)


def _missing(line: Line, action: DraftAction) -> list[Doubt]:
    """What an action must have and this one has not, where the table has a column for it."""
    doubts = []
    if not action.leads and line.columns & {Column.LEAD, Column.ORGANISATION}:
        doubts.append(line.doubt(DoubtKind.NO_LEAD, phrases.no_lead(action.ref), action.ref))
    if action.repeats:
        doubts.append(line.doubt(DoubtKind.REPEATS, phrases.repeats(action.ref, action.repeats), action.ref))
    elif not (action.timescale or action.forecast) and line.columns & {Column.TIMESCALE, Column.FORECAST}:
        words = line.due.left or line.due.status_words
        doubts.append(line.doubt(DoubtKind.NO_DATE, phrases.no_date(action.ref, words), action.ref))
    if not action.text:
        doubts.append(line.doubt(DoubtKind.NO_ACTION_TEXT, phrases.no_action_text(line.echo), action.ref))
    return doubts


def _cut(line: Line, action: DraftAction) -> list[Doubt]:
    """A text that a page break has cut."""
    if not (starts_midway(action.text) or ends_midway(action.text)):
        return []
    return [line.doubt(DoubtKind.CUT_TEXT, phrases.cut_text(action.ref, action.text), action.ref)]


def _says_more_than_names(line: Line) -> bool:
    """Whether a lead's cell holds words that are no part of the names and bodies read from it."""
    named = " ".join(f"{lead.name} {lead.organisation}" for lead in line.leads)
    words = set(re.findall(r"\w{2,}", line.lead_words.casefold())) - {"and"}
    return not words <= set(re.findall(r"\w+", named.casefold()))


def _unread(cell: DateCell) -> bool:
    """Whether a date's cell says something that is no date."""
    return bool(cell.words) and not cell.times


def _are_held(line: Line) -> bool:
    """Whether every body of the organisation's cell stands with a lead, or as one."""
    leads = leads_of(line)
    held = {lead.organisation for lead in leads} | {lead.name for lead in leads if lead.is_post}
    return set(organisations_in(line.organisations)) <= held


def _comments(line: Line, stands: Stands) -> str:
    """Everything the row says that has no place of its own."""
    parts = [line.comments, *stands.remarks, line.commentary]
    timescale = line.due.left or line.due.repeats
    parts += [f"Timescale: {timescale}"] if timescale else []
    new_date = line.forecast.words if len(line.forecast.times) != 1 or line.forecast.status_words else ""
    parts += [f"New date: {new_date}"] if new_date else []
    parts += [f"Completed: {line.completed.words}"] if line.completed.words else []
    parts += [f"Original date: {line.original.words}"] if _unread(line.original) else []
    parts += [f"Agreed date: {line.agreed.words}"] if _unread(line.agreed) else []
    parts += [f"Lead: {' '.join(line.lead_words.split())}"] if _says_more_than_names(line) else []
    if line.organisations and not _are_held(line):
        parts.append(f"Organisation: {' / '.join(line.organisations.split(chr(10)))}")
    parts += [f"{heading}: {words}" if heading else words for heading, words in line.extra]
    return "\n".join(dict.fromkeys(part for part in parts if part))
