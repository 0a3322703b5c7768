"""One message laid out for reading: its words, its clauses, its cues, and the refs, dates and lengths of time in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from bot.language.cues import Hit, find_cues
from bot.language.dates import DateSpan, Duration, find_dates, find_durations, find_unresolved
from bot.language.known import Known, known_actions
from bot.language.lexicon.cue import Sense
from bot.language.normalise import Plain, normalise
from bot.language.reading import Context
from bot.language.refs import RefGroup, find_refs
from bot.language.tokens import Words, replaced, tokenise

DATE, REF, LONG, PERCENT = "<date>", "<ref>", "<long>", "<pct>"
STRUCK: Final = "<struck>"

_PERCENT: Final = re.compile(r"(?<![\d.,])(\d{1,3})(?:\.\d+)?\s?(?:%|per ?cent\b|pct\b)")
_UNIT: Final = re.compile("day|week|wk|month|mth|fortnight|quarter|qtr|year|yr")
_ENDS_SENTENCE: Final = frozenset({".", "!", "?", "\n", ";", ".."})
_ENDS_CLAUSE: Final = frozenset({",", "-", "\u2014", ")", "]"})
_OPENS_CLAUSE: Final = frozenset(
    {"but", "although", "though", "however", "whereas", "while", "whilst", "albeit", "(", "[", "so", "therefore", "hence", "because", "meaning"}
)
LETTERS: Final = {"r": "red", "a": "amber", "g": "green", "ar": "amber-red", "ag": "amber-green", "ra": "amber-red", "ga": "amber-green"}
_RATINGS: Final = frozenset({"rag", "status", "rating", "rated", "colour"})
_BEFORE_A_LETTER: Final = frozenset(
    {":", "-", "=", ",", "is", "now", "still", "at", "to", "from", "was", "(", "remains", "all", "/", ">", "->", "moved", "both", "are"}
)
_AFTER_A_LETTER: Final = frozenset({"now", "and", "was", "but", "to", "from", "due", "slipping", "slipped", "because", REF, DATE})
_ABBREVIATIONS: Final = frozenset(
    "e.g i.e eg ie etc approx no vs dr mr mrs ms prof st dept rev est inc incl ref".split()
)


@dataclass(frozen=True, slots=True)
class Message:
    """A message ready to be read. All positions are indexes into `words`."""

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
    unresolved: list[tuple[int, int]]
    own_words: frozenset[int] = frozenset()
    _firsts: list[int] = field(default_factory=list)
    _places: list[int] = field(default_factory=list)

    def hits_between(self, first: int, last: int) -> list[Hit]:
        """The cues that begin from word `first` up to word `last`."""
        if not self._firsts:
            self._firsts.extend(hit.first for hit in self.hits)
        return self.hits[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]

    def things_between(self, first: int, last: int) -> list[int]:
        """The words from `first` up to `last` that stand for something read already, in order."""
        if not self._places:
            self._places.extend(self.words.things)
        return self._places[bisect_left(self._places, first) : bisect_left(self._places, last)]

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

    def is_struck(self, i: int) -> bool:
        """Whether the word was struck through."""
        start = self.words.starts[i]
        return any(first <= start < last for first, last in self.plain.struck)

    def clause(self, i: int) -> tuple[int, int]:
        """The first word of the clause around word `i`, and the word after its last."""
        return self.clauses[self.clause_of[i]]

    def sentence(self, i: int) -> tuple[int, int]:
        """The same for its sentence."""
        return self.sentences[self.sentence_of[i]]

    def of(self, *senses: Sense) -> Iterator[Hit]:
        """The cues of these senses, in order."""
        return (hit for hit in self.hits if hit.sense in senses)

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
    known = known_actions(context)
    groups = find_refs(words, known, context.asked)
    skip = [(group.start, group.end) for group in groups]
    spans: list[tuple[int, int, str, object]] = [(g.start, g.end, REF, g) for g in groups]
    dates = find_dates(plain.text, today, context.conventions, skip)
    spans += [(d.start, d.end, DATE, d) for d in dates]
    taken = sorted((start, end) for start, end, _, _ in spans)
    if _UNIT.search(plain.lower):
        spans += [(d.start, d.end, LONG, d) for d in _apart(find_durations(plain.text), taken)]
    if "%" in plain.lower or "cent" in plain.lower or "pct" in plain.lower:
        spans += [(m.start(), m.end(), PERCENT, int(m[1])) for m in _PERCENT.finditer(plain.lower)]
    spans.sort(key=lambda span: span[:2])
    words = replaced(words, spans)
    if plain.struck:
        _strike(words, plain.struck)
    _spell_out_letters(words, plain.text)
    clause_of, sentence_of = _divide(words, plain.lower)
    return Message(
        text,
        plain,
        today,
        context,
        known,
        words,
        clause_of,
        sentence_of,
        _bounds(clause_of),
        _bounds(sentence_of),
        find_cues(words.words),
        find_unresolved(plain.text),
    )


def _strike(words: Words, struck: tuple[tuple[int, int], ...]) -> None:
    """Words struck through say nothing; dates among them are still dates, and marked later."""
    for i, start in enumerate(words.starts):
        if i not in words.things and any(first <= start < last for first, last in struck):
            words.words[i] = STRUCK


def _spell_out_letters(words: Words, text: str) -> None:
    """Single capitals that plainly are colours become their words: "1.4 - G", "RAG: A/R", "was G now A"."""
    for i, word in enumerate(words.words):
        if word in LETTERS and text[words.starts[i] : words.ends[i]].isupper() and _is_a_rating(words.words, i):
            words.words[i] = LETTERS[word]


def _is_a_rating(words: list[str], i: int) -> bool:
    after = words[i + 1] if i + 1 < len(words) else ""
    if after and (after[0].isalnum() and after not in _AFTER_A_LETTER):
        return False
    if after == "/" and (i + 2 >= len(words) or words[i + 2] not in LETTERS):
        return False
    k = i - 1
    while k > i - 8 and k >= 0 and (words[k] in _BEFORE_A_LETTER or words[k] in LETTERS or words[k] in LETTERS.values()):
        k -= 1
    return k < 0 or words[k] == REF or words[k] in _RATINGS or words[k] == "\n"


def _apart(durations: list[Duration], taken: list[tuple[int, int]]) -> Iterator[Duration]:
    """The lengths of time that are no part of what is taken already; both are in order."""
    k = 0
    for duration in durations:
        while k < len(taken) and taken[k][1] <= duration.start:
            k += 1
        if k == len(taken) or duration.end <= taken[k][0]:
            yield duration


def _divide(words: Words, lower: str) -> tuple[list[int], list[int]]:
    """The number of the clause and of the sentence each word is in; a boundary belongs to what went before."""
    clauses: list[int] = []
    sentences: list[int] = []
    clause = sentence = 0
    for i, word in enumerate(words.words):
        ends_sentence = word in _ENDS_SENTENCE and not (word == "." and _abbreviates(words, i, lower))
        if word in _OPENS_CLAUSE and clauses and clauses[-1] == clause:
            clause += 1
        clauses.append(clause)
        sentences.append(sentence)
        if ends_sentence:
            clause, sentence = clause + 1, sentence + 1
        elif word in _ENDS_CLAUSE:
            clause += 1
    return clauses, sentences


def _bounds(numbers: list[int]) -> list[tuple[int, int]]:
    """For each number, the first word that has it and the word after the last."""
    bounds: list[tuple[int, int]] = []
    first = 0
    for i in range(1, len(numbers) + 1):
        if i == len(numbers) or numbers[i] != numbers[first]:
            bounds.extend([(first, first)] * (numbers[first] - len(bounds)))
            bounds.append((first, i))
            first = i
    return bounds


def _abbreviates(words: Words, i: int, lower: str) -> bool:
    """A full stop that ends no sentence: after "e.g", and inside "a.m.\""""
    if i == 0 or words.ends[i - 1] != words.starts[i]:
        return False
    end = words.ends[i]
    if end < len(lower) and not lower[end].isspace():
        return True
    return words.words[i - 1] in _ABBREVIATIONS
