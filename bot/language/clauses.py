"""Where the sentences and clauses of a message end."""

from __future__ import annotations

from typing import Final

from bot.language.lexicon.listing import words_in
from bot.language.tokens import Words

_ENDS_SENTENCE: Final = frozenset({".", "!", "?", "\n", ";", ".."})
_ENDS_CLAUSE: Final = frozenset({",", "-", "\u2014", ")", "]", "|"})
_OPENS_CLAUSE: Final = words_in(
    "but although though however whereas while whilst albeit ( [ so therefore hence because meaning"
)
_ASKS: Final = words_in("can could shall may should is are do does would will")
_ASKED: Final = words_in("we i you it that this the there my our anyone someone somebody they")
_SETS_OFF: Final = frozenset({",", "-", "\u2014", ")"})
_ABBREVIATIONS: Final = words_in(
    "e.g i.e eg ie etc approx no vs dr mr mrs ms prof st dept rev est inc incl ref"
)


def divided(words: Words, lower: str) -> tuple[list[int], list[int]]:
    """The number of the clause and of the sentence each word is in; a boundary ends what went before."""
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
    if "?" in words.words:
        _part_questions(words.words, clauses, sentences)
    return clauses, sentences


def _part_questions(words: list[str], clauses: list[int], sentences: list[int]) -> None:
    """ "amber, can we say April?": the question is a sentence of its own, and amber is told."""
    shift = 0
    opens = 0
    for i in range(len(words)):
        sentences[i] += shift
        if i and sentences[i] != sentences[i - 1]:
            opens = i
        asks = words[i] in _ASKS and words[i + 1 : i + 2] and words[i + 1] in _ASKED
        if asks and i > opens and clauses[i] != clauses[i - 1] and words[i - 1] in _SETS_OFF:
            end = next((k for k in range(i, len(words)) if words[k] in _ENDS_SENTENCE), len(words) - 1)
            if words[end] == "?":
                sentences[i] += 1
                shift += 1
                opens = i


def bounds(numbers: list[int]) -> list[tuple[int, int]]:
    """For each number, the first word that has it and the word after the last."""
    found: list[tuple[int, int]] = []
    first = 0
    for i in range(1, len(numbers) + 1):
        if i == len(numbers) or numbers[i] != numbers[first]:
            found.append((first, i))
            first = i
    return found


def _abbreviates(words: Words, i: int, lower: str) -> bool:
    """A full stop that ends no sentence: after "e.g", and inside "a.m"."""
    if i == 0 or words.ends[i - 1] != words.starts[i]:
        return False
    end = words.ends[i]
    if end < len(lower) and not lower[end].isspace():
        return True
    return words.words[i - 1] in _ABBREVIATIONS
