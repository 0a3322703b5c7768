"""The field's words for each column of a plan, and which column a printed heading means."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache


class Column(StrEnum):
    """What a column may hold, the more telling first: of two equally good matches the earlier wins."""

    REF = "ref"
    COMPLETED = "completed"
    START = "start"
    FORECAST = "forecast"
    TIMESCALE = "timescale"
    ORIGINAL = "original"
    AGREED = "agreed"
    MILESTONE = "milestone"
    RAG = "rag"
    ORGANISATION = "organisation"
    LEAD = "lead"
    POST = "post"
    INITIALS = "initials"
    STATUS = "status"
    STATUS_COMMENT = "status_comment"
    OUTCOME = "outcome"
    COMMENTS = "comments"
    COMMENTARY = "commentary"
    ACTION = "action"
    RECOMMENDATION = "recommendation"
    THEME = "theme"
    STRAND = "strand"
    WORKSTREAM = "workstream"
    OURS = "ours"
    OTHER = "other"


def _listed(phrases: str) -> tuple[str, ...]:
    return tuple(phrases.split(", "))


# A heading means a column when it holds all the words of one of the column's phrases, in any order; the
# longest phrase wins. Plurals and punctuation do not matter: "Owner(s)" holds "owner".
PHRASES: dict[Column, tuple[str, ...]] = {
    Column.REF: _listed(
        "ref, reference, no, nos, num, number, item, id, action id, action no, rec no, item no, ref no, "
        "reference no, reference number, action number, action ref, recommendation no, "
        "recommendation number, serial no, sn, minute ref, minute no, code, action code, unique id, kloe, "
        "cyf, cyfeirnod, rhif"
    ),
    Column.COMPLETED: _listed(
        "date completed, date closed, date delivered, date achieved, actual date, actual completion, "
        "actual completion date, actual finish, completed on, closed on, date of completion and outcome, "
        "outcome and date of completion"
    ),
    Column.START: _listed("start, start date, planned start date, date raised, date opened, date added"),
    Column.FORECAST: _listed("forecast, forecast completion, slipped to, revised, extended to"),
    Column.TIMESCALE: _listed(
        "timeline, timing, finish, finish date, end date, planned end date, delivery date, "
        "implementation date, "
        "planned completion, planned completion date, action by date, "
        "due by, to be completed by, when will it be done, when by, target completion, "
        "timescale, timeframe, time frame, time scale, deadline, due, date, by when, when, target, "
        "target date, completion date, complete by, completed by, done by, milestone date, review "
        "date, completion, timing, date for completion, target completion date, date for action, due "
        "date, amserlen, erbyn pryd, pryd, dyddiad, dyddiad cau, dyddiad targed, erbyn"
    ),
    # Beside a column of dates: what was first agreed, and the latest that was.
    Column.ORIGINAL: _listed("original date, baseline date, first date"),
    Column.AGREED: _listed("agreed due date, agreed deadline"),
    Column.MILESTONE: _listed("milestone"),
    Column.RAG: _listed(
        "rag, brag, bragg, rag status, rag rating, brag status, brag rating, colour, traffic light, "
        "rating, delivery confidence, progress rag, status rag, action rag"
    ),
    Column.ORGANISATION: _listed(
        "organisation, organization, agency, employer, partner, body, lead organisation, lead agency, "
        "lead partner, responsible organisation, lead body, employing organisation, responsible "
        "agency"
    ),
    Column.LEAD: _listed(
        "lead, owner, responsible, responsibility, accountable, accountability, who, by whom, "
        "officer, assigned, assigned to, supporting, support, sro, person, name, director, manager, "
        "lead officer, responsible officer, action owner, action lead, reporting lead, who is "
        "responsible, who will do, who will do it, person responsible for action, accountable officer, "
        "accountable person, accountable lead, executive lead, exec lead, executive sponsor, sponsor, "
        "delivery lead, operational lead, named lead, lead director, lead member, strategic lead, "
        "support officer, responsible person, responsible lead, responsible manager, action by, "
        "allocated to, "
        "allocated, who will lead, by who, contact, lead contact, action holder, owned by, led by, resp, "
        "lead officer agency, lead officer organisation, lead person organisation, lead officer partner, "
        "responsible officer agency, person organisation responsible, workstream lead, work stream lead, "
        "sub group lead, subgroup lead, working group lead, arweinydd, pwy, cyfrifol, "
        "swyddog arweiniol, swyddog cyfrifol, perchennog"
    ),
    Column.POST: _listed("post, job title, role, designation"),
    Column.INITIALS: _listed("initial, abbreviation"),
    Column.STATUS: _listed(
        "status, state, complete, completed, closed, done, stage, current status, action status, "
        "open closed, how are we doing, how is it going, statws, sefyllfa"
    ),
    Column.STATUS_COMMENT: _listed("status comment, status update, status progress, status note"),
    Column.OUTCOME: _listed(
        "outcome, expected outcome, result, impact, benefit, success, success measure, success "
        "criteria, measure, measures, indicator, intended outcome, desired outcome, anticipated outcome, "
        "planned outcome, target outcome, outcomes and measures, evidence required, evidence of impact, "
        "how will success be measured, how will we measure success, what good looks like, "
        "kpi, performance indicator, evidence, evidence of completion, "
        "deliverable, output, how will we know, what will success look like, what does success look "
        "like, assurance, what difference will it make, measure of success, outcome measure, "
        "canlyniad, deilliant"
    ),
    Column.COMMENTS: _listed(
        "comment, progress, update, note, narrative, remark, progress to date, progress update, "
        "position, current position, latest position, action taken to date, reason, what has been "
        "done, what have we done, update on action, action update, progress on action, action "
        "progress, progress since last meeting, commentary on progress, latest update, latest progress, "
        "monthly update, quarterly update, current progress, officer comment, update since last meeting, "
        "rag comment, rag rationale, explanation, reason for delay, reason for change, what has happened, "
        "cynnydd, sylwadau, diweddariad"
    ),
    Column.COMMENTARY: _listed(
        "commentary, background, context, rationale, why, issue, finding, concern, gap, baseline, why "
        "this matter, current situation, issue identified, issue to be addressed"
    ),
    Column.ACTION: _listed(
        "action, task, activity, activities, what, what we will do, what will we do, step, "
        "commitment, how, how will we do it, how we will do it, what need to be done, what will be "
        "done, description, detail, we will, intervention, work, deliverable action, action required, "
        "action taken, action required to achieve outcome, outcome action, action to achieve outcome, "
        "what are we going to do, key action, specific action, proposed action, agreed action, management "
        "action, management response, remedial action, corrective action, action to be taken, action point, "
        "action item, action step, agreed management action, initiative, deliver, what action, "
        "actions we will take, what will be done, key task, key activity, recommendation and action, "
        "improvement action, required action, smart action, action needed, project, "
        "cam gweithredu, gweithred, camau gweithredu, camau, tasg, beth"
    ),
    Column.RECOMMENDATION: _listed(
        "recommendation, priority, priorities, objective, goal, aim, paper, agenda item, subject, "
        "topic, requirement, must do, should do, improvement, area for improvement, area for "
        "development, title, what we want to achieve, what do we want to achieve, priority for "
        "service improvement, area of improvement, cqc requirement, argymhelliad, amcan, blaenoriaeth, nod"
    ),
    Column.THEME: _listed(
        "theme, section, area, priority area, chapter, domain, pillar, "
        "programme, category, standard, service area, strand"
    ),
    # A workstream beside a theme; where nothing else groups the lines, the theme itself.
    Column.STRAND: _listed("workstream, work stream"),
    Column.WORKSTREAM: _listed("sub group, subgroup, working group, task group, task and finish group"),
    # What an export works out and an import has no need of.
    Column.OURS: _listed("leadline status, leadline update"),
    # Headings that hold a word of ours and are none of ours; kept as remarks under their own words.
    Column.OTHER: _listed(
        "date of meeting, meeting date, date agreed, % complete, percentage complete, percent complete, "
        "date of last update, date updated, last updated, cost, resource, budget, risk, minute, "
        "cost code, budget code, post code"
    ),
}

_REVISED = frozenset(
    [
        "new",
        "revised",
        "projected",
        "reprofiled",
        "anticipated",
        "extension",
        "amended",
        "updated",
        "forecast",
        "extended",
        "expected",
        "current",
        "latest",
    ]
)
_WORD = re.compile(r"[a-z0-9#№%]+")
# An "agreed date" is when it is due; a "date agreed" is when somebody agreed to it.
_IN_THIS_ORDER = {"agreed date": Column.AGREED}


@lru_cache(maxsize=4096)
def column_of(words: str) -> Column:
    """What a column under these words holds; OTHER when they are not the field's."""
    said = _words(re.sub(r"\([^)]*\)", " ", words)) or _words(words)
    if words.strip() in ("#", "№"):
        return Column.REF
    if " ".join(words.casefold().split()) in _IN_THIS_ORDER:
        return _IN_THIS_ORDER[" ".join(words.casefold().split())]
    best, length = Column.OTHER, 0
    for column, phrases in _PHRASES.items():
        longest = max((len(phrase) for phrase in phrases if phrase <= said), default=0)
        if longest > length:
            best, length = column, longest
    if length * 4 < len(said):
        return Column.OTHER
    if best is Column.TIMESCALE and said & _REVISED:
        return Column.FORECAST
    return best


def _words(text: str) -> frozenset[str]:
    return frozenset(_singular(word) for word in _WORD.findall(text.casefold().replace("'s", "")))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


_PHRASES = {column: tuple(_words(phrase) for phrase in phrases) for column, phrases in PHRASES.items()}
