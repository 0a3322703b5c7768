"""A document against the record: what is new, gone, renumbered, reworded, and what differs in each line.

A cell says what the record says if it reads as the record stands, or as the record's own export reads:
so a file that left here and comes back untouched differs in nothing, whatever a reader makes of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from bot.draft import DraftAction, DraftPlan
from bot.importing.columns import Column
from bot.importing.names import tidy_name
from bot.plan import Action, ActionPlan, ActionStatus
from bot.timescale import Timescale
from bot.versions.difference import (
    DateColumn,
    DateDifference,
    Difference,
    Line,
    StandingDifference,
)
from bot.versions.joining import joined_lines
from bot.versions.matching import Entry, match, plain, ref_key


def compare(plan: ActionPlan, draft: DraftPlan, printed: Sequence[Sequence[DraftAction]]) -> Difference:
    """How the document differs. `printed` is, for each action of the plan, what its own export reads as."""
    untouched, others = _untouched(draft.actions, printed)
    waiting = [index for index in range(len(plan.actions)) if index not in untouched.values()]
    rest = [
        number for number in range(len(draft.actions)) if number not in untouched and number not in others
    ]
    matching = match(
        [_of_action(plan.actions[index], printed[index]) for index in waiting],
        [_of_draft(draft.actions[number]) for number in rest],
    )
    paired = untouched | {rest[j]: waiting[i] for i, j in matching.pairs}
    has = frozenset(column.holds for column in draft.columns)
    lines = tuple(
        _line(plan, draft, plan.actions[index], draft.actions[number], printed[index], has)
        for number, index in sorted(paired.items())
    )
    new = tuple(draft.actions[rest[j]] for j in matching.new)
    gone = tuple(
        plan.actions[waiting[i]]
        for i in matching.gone
        if plan.actions[waiting[i]].status is not ActionStatus.WITHDRAWN and printed[waiting[i]]
    )
    return Difference(plan, draft, lines, new, gone, joined_lines(lines, new, gone))


def _untouched(
    drafts: Sequence[DraftAction], printed: Sequence[Sequence[DraftAction]]
) -> tuple[dict[int, int], frozenset[int]]:
    """The lines that read exactly as the export of some action does: line → action, and lines that are the
    second half of a row which reads as two."""
    waiting: defaultdict[DraftAction, list[tuple[int, int]]] = defaultdict(list)
    for index, several in enumerate(printed):
        for part, one in enumerate(several):
            waiting[replace(one, row=0)].append((index, part))
    found: dict[int, int] = {}
    halves = set()
    for number, draft in enumerate(drafts):
        places = waiting.get(replace(draft, row=0))
        if not places:
            continue
        index, part = places.pop(0)
        if part:
            halves.add(number)
        else:
            found[number] = index
    return found, frozenset(halves)


def _of_action(action: Action, printed: Sequence[DraftAction]) -> Entry:
    own = f"{action.recommendation} {action.text}"
    return Entry(action.ref, own, tuple(f"{one.recommendation} {one.text}" for one in printed[:1]))


def _of_draft(draft: DraftAction) -> Entry:
    return Entry(draft.ref, f"{draft.recommendation} {draft.text}")


def _line(
    plan: ActionPlan,
    draft: DraftPlan,
    action: Action,
    said: DraftAction,
    printed: Sequence[DraftAction],
    has: frozenset[Column],
) -> Line:
    own = printed[0] if printed else None
    refs = {ref_key(action.ref)} | ({ref_key(own.ref)} if own else set())
    return Line(
        action=action,
        draft=said,
        is_renumbered=ref_key(said.ref) not in refs,
        is_regrouped=_is_regrouped(plan, draft, action, said, own),
        words=tuple(field for field in _WORDS if _differs(field, action, said, own, has)),
        leads=_leads(action, said, own, has),
        dates=_dates(action, said, own),
        standing=_standing(action, said, own, has),
    )


_WORDS: dict[str, frozenset[Column]] = {
    "recommendation": frozenset({Column.RECOMMENDATION}),
    "text": frozenset({Column.ACTION}),
    "outcome": frozenset({Column.OUTCOME}),
    "workstream": frozenset({Column.WORKSTREAM}),
    "comments": frozenset({Column.COMMENTS, Column.COMMENTARY, Column.STATUS_COMMENT, Column.OTHER}),
}
"""The fields that hold a document's words, and the columns that any of them stands in."""


def _differs(
    field: str, action: Action, said: DraftAction, own: DraftAction | None, has: frozenset[Column]
) -> bool:
    """Whether the document words a field otherwise; an empty cell takes nothing away."""
    words = " ".join(getattr(said, field).split())
    if not words or (has and not has & _WORDS[field]):
        return False
    known = [getattr(action, field)] + ([getattr(own, field)] if own else [])
    return all(plain(words) != plain(one) for one in known)


def _is_regrouped(
    plan: ActionPlan, draft: DraftPlan, action: Action, said: DraftAction, own: DraftAction | None
) -> bool:
    """Whether it stands under another theme than it did, by the themes' titles."""
    if said.theme is None or not plan.themes or (own and own.theme == said.theme):
        return False
    mine = {theme.ref: plain(theme.title) for theme in plan.themes}
    theirs = {theme.ref: plain(theme.title) for theme in draft.themes}
    title = theirs.get(said.theme, "")
    return title != mine.get(action.theme_ref or "", "") and title in mine.values()


def _leads(
    action: Action, said: DraftAction, own: DraftAction | None, has: frozenset[Column]
) -> tuple[str, ...] | None:
    """The document's leads where they are others than the record's, or another comes first."""
    if not said.leads or (has and not has & {Column.LEAD, Column.ORGANISATION}):
        return None
    known = [tuple(lead.name for lead in action.leads)] + ([own.leads] if own else [])
    return None if _people(said.leads) in [_people(names) for names in known] else said.leads


def _people(names: Sequence[str]) -> tuple[str, frozenset[str]]:
    keys = [tidy_name(name).casefold() for name in names]
    return (keys[0] if keys else ""), frozenset(keys)


def _dates(action: Action, said: DraftAction, own: DraftAction | None) -> tuple[DateDifference, ...]:
    """Each date that is neither the record's nor what its export reads as; a repeated one counts once.

    The first date is no news where an agreed one stands: the document is older than the extension.
    """
    first, agreed, forecast = action.baseline_due, action.approved_due, action.forecast_due
    places: tuple[tuple[DateColumn, Timescale | None, tuple[Timescale | None, ...]], ...] = (
        (DateColumn.AGREED, agreed, (agreed, first)),
        (DateColumn.TIMESCALE, agreed, (agreed, first)),
        (DateColumn.ORIGINAL, first, (first,)),
        (DateColumn.FORECAST, forecast, (forecast,)),
    )
    found: list[DateDifference] = []
    for column, was, known in places:
        now: Timescale | None = getattr(said, column.value)
        printed: Timescale | None = getattr(own, column.value) if own else None
        is_known = now is None or any(
            one is not None and (now.same_time(one) or now.words == one.words) for one in (*known, printed)
        )
        if now is not None and not is_known and not any(now.same_time(one.now) for one in found):
            found.append(DateDifference(column, was, now))
    return tuple(found)


_SAY_HOW_IT_STANDS = frozenset(
    {Column.STATUS, Column.STATUS_COMMENT, Column.RAG, Column.COMPLETED, Column.TIMESCALE}
)


def _standing(
    action: Action, said: DraftAction, own: DraftAction | None, has: frozenset[Column]
) -> StandingDifference | None:
    """Another status or colour; a blank one says nothing."""
    if has and not has & _SAY_HOW_IT_STANDS:
        return None
    known = [(action.status, plain(action.status_text), action.rag)]
    known += [(own.status, plain(own.status_text), own.rag)] if own else []
    is_silent = not said.status_text and said.status is ActionStatus.NOT_STARTED
    is_same_state = is_silent or any(
        said.status is status and plain(said.status_text) in ("", words) for status, words, _ in known
    )
    is_same_colour = said.rag is None or any(said.rag is rag for _, _, rag in known)
    if is_same_state and is_same_colour:
        return None
    return StandingDifference(
        action.status if is_silent else said.status,
        action.status_text if is_silent else said.status_text,
        said.rag or action.rag,
        is_older=action.reported_at is not None or not action.status.is_open,
    )
