"""A forecast or a finish that a plan says only among its remarks: proposed to its officer, never taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bot.draft import Doubt, DoubtKind, DraftAction, Proposal
from bot.importing.line import Line
from bot.importing.times import is_date_shaped
from bot.language import understand
from bot.language.reading import (
    ActionInPlan,
    Context,
    Conventions,
    DateMention,
    Outcome,
    PlanInView,
    Progress,
    Role,
)
from bot.phrases import doubts as phrases
from bot.plan import ActionStatus
from bot.timescale import Timescale

_THIS = "1.1"
_VIEW = PlanInView("", (ActionInPlan(_THIS, "", ()),))
_SENTENCES = re.compile(r"\n+|(?<=[.;!?])\s+(?=[A-Z0-9])")
_OURS = re.compile(
    r"(?:Timescale|New date|Completed|Original date|Agreed date|Start|Lead|Organisation|Outcome): "
)
_LONGEST, _MOST, _QUOTED = 400, 12, 56
_STILL_TO_BE = re.compile(r"\b(?:will|shall|to be|expected|anticipated|by)\b", re.IGNORECASE)
_LENGTHS = re.compile(r"\b(?:weeks?|months?|years?)\b|\b(?:next|end of|beginning of)\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?:complet\w*|done|delivered|achieved|closed|finished|hold|paused)\b", re.IGNORECASE)
_TO_COME = frozenset({Role.FORECAST, Role.RECOVERY})
_STATES = {Progress.COMPLETE: ActionStatus.CLAIMED_DONE, Progress.ON_HOLD: ActionStatus.ON_HOLD}


def said_in_remarks(
    lines: Sequence[Line], actions: Sequence[DraftAction], today: date, conventions: Conventions
) -> list[Doubt]:
    """One doubt for each open action whose remarks name a later date, or a state that no other cell gives."""
    found = [
        _doubt(line, action, today, conventions)
        for line, action in zip(lines, actions, strict=True)
        if action.status.is_open and action.status is not ActionStatus.CLAIMED_DONE and action.comments
    ]
    return [doubt for doubt in found if doubt is not None]


def _doubt(line: Line, action: DraftAction, today: date, conventions: Conventions) -> Doubt | None:
    remarks = action.comments.replace(line.commentary, "") if line.commentary else action.comments
    for heading, words in line.extra:
        remarks = remarks.replace(f"{heading}: {words}", words) if heading else remarks
    sentences = [one for one in _SENTENCES.split(remarks) if not _OURS.match(one)][:_MOST]
    context = Context((_VIEW,), (_THIS,), None, conventions)
    best: tuple[str, Timescale] | None = None
    for sentence in sentences:
        if len(sentence) <= _LONGEST and _may_be_dated(sentence):
            found = _forecast(sentence, today, context)
            if found is not None and (best is None or found[1].end > best[1].end):
                best = found
    status = _state(sentences, action, today, context)
    if status is not None:
        return _proposed(line, action, status[0], Proposal(status=status[1]))
    known = action.forecast or action.latest_due
    if best is None or action.forecast or (known is not None and best[1].end <= known.end):
        return None
    return _proposed(line, action, best[0], Proposal(forecast=best[1]))


def _may_be_dated(sentence: str) -> bool:
    return bool(_LENGTHS.search(sentence)) or any(
        is_date_shaped(sentence[start : start + 80]) for start in range(0, len(sentence), 60)
    )


def _forecast(sentence: str, today: date, context: Context) -> tuple[str, Timescale] | None:
    """The latest date that the sentence gives for the action, or for a step it is "by", with its words.

    A paper older than today is read as of the day before a date that it says is still to come.
    """
    said = understand(sentence, today, context)
    gone = [one.timescale.start for one in said.dates if one.timescale.end < today]
    if gone and _STILL_TO_BE.search(sentence):
        said = understand(sentence, min(gone) - timedelta(days=1), context)
    dates = [one for one in said.dates if one.role in _TO_COME or _is_led_by(sentence, one)]
    if not dates:
        return None
    last = max(dates, key=lambda one: one.timescale.end)
    return _around(sentence, last), last.timescale


def _around(sentence: str, one: DateMention) -> str:
    """The words that lead to a date, cut to what a line holds."""
    first, last = one.span
    start = sentence.rfind(" ", 0, max(0, last - _QUOTED)) + 1 if last > _QUOTED else 0
    return f"{'…' if start else ''}{sentence[min(start, first) : last]}"


def _is_led_by(sentence: str, one: DateMention) -> bool:
    """ "an engagement strategy by the beginning of 2010": when a thing is to be there."""
    before = sentence[: one.span[0]].casefold().split()
    return one.role is Role.EVENT and (before[-1:] == ["by"] or before[-2:] == ["by", "the"])


def _state(
    sentences: Sequence[str], action: DraftAction, today: date, context: Context
) -> tuple[str, ActionStatus] | None:
    """A state that the remarks begin with, where neither a word nor a colour gives another."""
    if action.status is not ActionStatus.NOT_STARTED or action.status_text or action.rag is not None:
        return None
    if not sentences or len(sentences[0]) > _LONGEST or not _DONE.search(sentences[0]):
        return None
    said = understand(" ".join(sentences[:2])[:_LONGEST], today, context)
    for update in said.updates:
        if update.outcome is Outcome.UNDERSTOOD and update.progress in _STATES:
            return sentences[0], _STATES[update.progress]
    return None


def _proposed(line: Line, action: DraftAction, sentence: str, proposed: Proposal) -> Doubt:
    doubt = line.doubt(
        DoubtKind.SAID_IN_REMARKS, phrases.said_in_remarks(action.ref, sentence, proposed), action.ref
    )
    return doubt.proposing(proposed)
