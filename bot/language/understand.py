"""`understand`: a message in, a reading out; never a guess, never an exception."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from bot.language.amounts import shifted_as_before
from bot.language.facts import facts_of
from bot.language.kinds import (
    corrects,
    corrects_at_once,
    is_chatter,
    is_command,
    is_likewise,
    is_only_asked,
    is_question,
    is_request,
)
from bot.language.leave import absence_of
from bot.language.merging import merged
from bot.language.message import Message, lay_out
from bot.language.own_words import with_own_words
from bot.language.reading import (
    Context,
    DateMention,
    Evidence,
    Kind,
    Outcome,
    Question,
    Reading,
    ReadUpdate,
    Role,
)
from bot.language.refs import Named
from bot.language.roles import Dated, dates_of
from bot.language.scope import Scopes, scopes_of
from bot.language.shared import shared_out
from bot.language.stretch import Facts
from bot.language.subjects import Segment, segments_of
from bot.language.wholes import own_actions
from bot.shifting import shifted


def understand(text: str, today: date, context: Context) -> Reading:
    """What the message says, as far as it can be known; the same words on the same day read the same."""
    if is_command(text):
        return Reading(Kind.COMMAND, Outcome.UNDERSTOOD)
    message = lay_out(text, today, context)
    segments = segments_of(message)
    message = with_own_words(message, segments)
    starts = sorted(first for segment in segments for first, _ in segment.stretches)
    scopes = scopes_of(message, starts)
    dated = dates_of(message, scopes, starts)
    gathered: list[tuple[ReadUpdate, bool]] = []
    facts = Facts()
    last_at = 0
    for segment in segments:
        before, facts = facts, facts_of(message, scopes, dated, segment)
        if gathered and is_likewise(message, segment.stretches):
            facts = before
        elif facts.is_empty and before.shift is not None:
            facts = shifted_as_before(message, segment, before)
        elif facts.is_empty and gathered and corrects(message, last_at, segment.at):
            facts = before
            gathered.pop()
        elif gathered and before.is_empty and corrects_at_once(message, last_at, segment.at):
            gathered.pop()
        last_at = segment.at
        if facts.is_empty and is_only_asked(message, scopes, segment.stretches):
            continue
        gathered += [(update, segment.shared) for update in _updates(message, segment, facts)]
    updates = merged(shared_out(gathered))
    return _concluded(message, scopes, dated, updates)


def _updates(message: Message, segment: Segment, facts: Facts) -> list[ReadUpdate]:
    if not segment.actions:
        if facts.is_empty:
            return []
        candidates = message.context.asked or own_actions(message)
        return [_update(message, segment, facts, Named(None, None, candidates))]
    updates = [_update(message, segment, facts, action) for action in segment.actions]
    if facts.in_turn:
        updates = [replace(update, rag=rag) for update, rag in zip(updates, facts.in_turn, strict=False)]
    return updates


def _update(message: Message, segment: Segment, facts: Facts, action: Named) -> ReadUpdate:
    questions = list(facts.questions)
    if segment.left_out and facts.is_empty:
        questions.append(Question("rag"))
    if action.ref is None or action.candidates:
        questions.insert(0, Question("action", action.candidates))
    first, last = segment.stretches[0]
    forecast, moved = facts.forecast, None
    due = action.known.action.due if action.known is not None and not action.candidates else None
    if facts.shift is not None and due is not None:
        forecast, moved = (
            shifted(due, facts.shift, message.context.conventions.nation).in_words(facts.shift_words),
            due.end,
        )
    return ReadUpdate(
        outcome=Outcome.AMBIGUOUS if questions else Outcome.UNDERSTOOD,
        action=action.ref,
        plan=action.plan if message.known.several else None,
        rag=facts.rag,
        rag_implied=facts.rag_implied,
        progress=facts.progress,
        completed=facts.completed,
        no_change=facts.no_change,
        forecast=forecast,
        shifted_from=moved,
        shift=facts.shift,
        percent=facts.percent,
        blocked=facts.blocked,
        blocker=facts.blocker,
        support=facts.support,
        words=message.said(first, last).strip(),
        questions=tuple(questions),
        evidence=(*facts.evidence, *_named_by(message, segment, action)),
        choices=facts.choices,
    )


def _named_by(message: Message, segment: Segment, action: Named) -> tuple[Evidence, ...]:
    """Where the message names the action, and how; nothing where no action is known."""
    if action.ref is None:
        return ()
    at, last = segment.at, segment.at + 1
    if segment.how == "asked":
        return (Evidence("action", "", (0, 0), "asked"),)
    if segment.how == "words":
        own = [i for i in range(at, min(message.size, at + _LONGEST_NAME)) if i in message.own_words]
        at = own[0] if own else at
        last = at + 1
        while last < message.size and _goes_on(message, last):
            last += 1
    return (Evidence("action", message.said(at, last), message.span(at, last), segment.how),)


def _goes_on(message: Message, i: int) -> bool:
    """Whether a name goes on at word `i`, over the sign between two of its words as well."""
    own = message.own_words
    return i in own or (not message.words.words[i][0].isalnum() and i - 1 in own and i + 1 in own)


_LONGEST_NAME: Final = 40


def _concluded(message: Message, scopes: Scopes, dated: list[Dated], updates: list[ReadUpdate]) -> Reading:
    absence = absence_of(message, dated)
    kind = _kind(message, scopes, updates, absent=absence is not None)
    if kind in (Kind.QUESTION, Kind.OTHER):
        updates = []
    if kind is Kind.ABSENCE:
        updates = [one for one in updates if one.action is not None and not _is_bare(one)]
    outcome = Outcome.UNDERSTOOD
    if any(one.outcome is Outcome.AMBIGUOUS for one in updates):
        outcome = Outcome.AMBIGUOUS
    elif kind is Kind.OTHER and not message.said(0, message.size):
        outcome = Outcome.NOT_UNDERSTOOD
    return Reading(
        kind,
        outcome,
        tuple(updates),
        tuple(
            DateMention(one.timescale, (one.span.start, one.span.end), _role(one, kind), one.rule)
            for one in dated
        ),
        absence,
        tuple(
            message.text[first:last]
            for first, last in message.unresolved
            if not _is_dated(dated, first, last)
        ),
    )


def _is_dated(dated: list[Dated], first: int, last: int) -> bool:
    """Whether the plan's calendar made a date of what stands there: "next board"."""
    return any(one.span.start < last and first < one.span.end for one in dated)


def _role(one: Dated, kind: Kind) -> Role:
    return Role.EVENT if kind is Kind.ABSENCE and one.role is Role.FORECAST else one.role


def _is_bare(one: ReadUpdate) -> bool:
    return not (
        one.rag
        or one.progress
        or one.no_change
        or one.shift
        or one.percent is not None
        or one.blocked
        or one.support
        or one.rag_implied
    )


def _kind(message: Message, scopes: Scopes, updates: list[ReadUpdate], *, absent: bool) -> Kind:
    if is_question(message, scopes) and all(_is_bare(one) for one in updates):
        return Kind.REQUEST if is_request(message) else Kind.QUESTION
    if absent and all(_is_bare(one) for one in updates):
        return Kind.ABSENCE
    if is_request(message) and all(_is_bare(replace(one, shift=None, support=False)) for one in updates):
        return Kind.REQUEST
    return Kind.UPDATE if updates and not is_chatter(message) else Kind.OTHER
