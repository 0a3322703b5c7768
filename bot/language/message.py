"""One message laid out for reading: words, clauses, cues, and the refs and dates in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from bot.language.clauses import bounds, divided
from bot.language.cues import Hit, find_cues
from bot.language.dates import DateSpan, Duration, find_dates, find_durations, find_unresolved
from bot.language.known import Known, known_actions
from bot.language.late import Late
from bot.language.letters import spell_out_letters
from bot.language.lexicon.cue import Sense
from bot.language.name_runs import without_names
from bot.language.normalise import Plain, normalise
from bot.language.plan_spelling import with_plan_spelling
from bot.language.plan_words import with_plan_words
from bot.language.reading import Context
from bot.language.refs import RefGroup, find_refs
from bot.language.tokens import DATE, LONG, PERCENT, REF, STRUCK, Words, replaced, tokenise

_PERCENT: Final = Late(r"(?<![\d.,])(\d{1,3})(?:\.\d+)?\s?(?:%|per ?cent\b|pct\b)")
_VERBS: Final = frozenset({"start in", "start on", "close in", "close on"})
_UNIT: Final = re.compile("day|week|wk|month|mth|fortnight|quarter|qtr|year|yr")


class Message(NamedTuple):
    """A message ready to be read. All positions are indexes into `words`.

    `struck` are the words struck through, `own_words` those of the name of the action they are said of;
    `senses` are those of its `hits`, so that what looks for one that is not there need not look at any;
    `firsts` the words its hits begin at, and `places` those that stand for something read already, in order.
    """

    text: str
    plain: Plain
    today: date
    context: Context
    known: Known
    words: Words
    clause_of: list[int]
    sentence_of: list[int]
    clauses: list[tuple[int, int]]
    sentences: list[tuple[int, int]]
    hits: list[Hit]
    senses: frozenset[Sense]
    firsts: list[int]
    places: list[int]
    unresolved: list[tuple[int, int]]
    struck: frozenset[int]
    own_words: frozenset[int] = frozenset()

    def hits_between(self, first: int, last: int) -> list[Hit]:
        """The cues that begin from word `first` up to word `last`."""
        return self.hits[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]

    def things_between(self, first: int, last: int) -> list[int]:
        """The words from `first` up to `last` that stand for something read already, in order."""
        return self.places[bisect_left(self.places, first) : bisect_left(self.places, last)]

    def with_own_words(self, own: frozenset[int], hits: list[Hit]) -> Message:
        """The same message with the words of its action's name known, and only these cues."""
        return self._replace(
            hits=hits,
            senses=frozenset([hit.sense for hit in hits]),
            firsts=[hit.first for hit in hits],
            own_words=own,
        )

    @property
    def size(self) -> int:
        """How many words there are."""
        return len(self.words.words)

    def said(self, first: int, last: int) -> str:
        """What was written from word `first` up to word `last`."""
        return self.text[self.words.starts[first] : self.words.ends[last - 1]] if last > first else ""

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where those words stand in the text."""
        return self.words.starts[first], self.words.ends[last - 1]

    def clause(self, i: int) -> tuple[int, int]:
        """The first word of the clause around word `i`, and the word after its last."""
        return self.clauses[self.clause_of[i]]

    def sentence(self, i: int) -> tuple[int, int]:
        """The same for its sentence."""
        return self.sentences[self.sentence_of[i]]

    def groups(self) -> Iterator[tuple[int, RefGroup]]:
        """The references, with the word each group is."""
        for i, thing in self.words.things.items():
            if isinstance(thing, RefGroup):
                yield i, thing

    def dates(self) -> Iterator[tuple[int, DateSpan]]:
        """The dates, with the word each is."""
        for i, thing in self.words.things.items():
            if isinstance(thing, DateSpan):
                yield i, thing


def lay_out(text: str, today: date, context: Context) -> Message:
    """Read everything that can be read without knowing what it is said of."""
    plain = normalise(text)
    words = tokenise(plain.lower)
    if context.plans:
        words = with_plan_spelling(words, context.plans)
    known = known_actions(context)
    groups = find_refs(words, known, context.asked, context.speaker)
    skip = [(group.start, group.end) for group in groups]
    spans: list[tuple[int, int, str, object]] = [(g.start, g.end, REF, g) for g in groups]
    dates = _dates(plain.text, today, context, skip)
    spans += [(d.start, d.end, DATE, d) for d in dates]
    taken = sorted((start, end) for start, end, _, _ in spans)
    if _UNIT.search(plain.lower):
        spans += [
            (d.start, d.end, LONG, d)
            for d in _apart(find_durations(_without(plain.text, skip), dates), taken)
        ]
    if "%" in plain.lower or "cent" in plain.lower or "pct" in plain.lower:
        spans += [(m.start(), m.end(), PERCENT, int(m[1])) for m in _PERCENT.pattern.finditer(plain.lower)]
    spans.sort(key=lambda span: span[:2])
    words = replaced(words, spans)
    struck = _struck(words, plain.struck) if plain.struck else frozenset()
    spell_out_letters(words, plain.text)
    clause_of, sentence_of = divided(words, plain.lower)
    hits = find_cues(words.words)
    if context.plans:
        hits = without_names(words.words, hits, context.plans)
    if context.conventions.status_words:
        hits = with_plan_words(words.words, hits, context.conventions)
    return Message(
        text,
        plain,
        today,
        context,
        known,
        words,
        clause_of,
        sentence_of,
        bounds(clause_of),
        bounds(sentence_of),
        hits,
        frozenset([hit.sense for hit in hits]),
        [hit.first for hit in hits],
        list(words.things),
        find_unresolved(plain.text),
        struck,
    )


def _dates(text: str, today: date, context: Context, skip: list[tuple[int, int]]) -> list[DateSpan]:
    """The dates; where a verb was taken for a part of one ("due to start in March"), the verb is left out."""
    dates = find_dates(text, today, context.conventions, skip)
    verbs = [(d.start, d.start + 5) for d in dates if d.words[:8].lower() in _VERBS]
    return find_dates(text, today, context.conventions, sorted([*skip, *verbs])) if verbs else dates


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with these stretches blank, as long as it was."""
    if not spans:
        return text
    parts: list[str] = []
    reached = 0
    for start, end in spans:
        parts += [text[reached:start], " " * (end - start)]
        reached = end
    return "".join([*parts, text[reached:]])


def _struck(words: Words, spans: tuple[tuple[int, int], ...]) -> frozenset[int]:
    """The words struck through, which say nothing from here on; dates among them are still dates."""
    found: set[int] = set()
    k = 0
    for i, start in enumerate(words.starts):
        while k < len(spans) and spans[k][1] <= start:
            k += 1
        if k < len(spans) and spans[k][0] <= start:
            found.add(i)
            if i not in words.things:
                words.words[i] = STRUCK
    return frozenset(found)


def _apart(durations: list[Duration], taken: list[tuple[int, int]]) -> Iterator[Duration]:
    """The lengths of time that are no part of what is taken already; both are in order."""
    k = 0
    for duration in durations:
        while k < len(taken) and taken[k][1] <= duration.start:
            k += 1
        if k == len(taken) or duration.end <= taken[k][0]:
            yield duration
