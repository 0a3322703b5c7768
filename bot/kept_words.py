"""What is kept of a message that tells of an absence: everything but the words about it.

A reason is dropped before anything is saved. Where the same sentence also tells of an action, only the
clause that gives the days is struck out, with what hangs on it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from bot.language.reading import Reading, ReadUpdate

_SENTENCE = re.compile(r"(?:[^.;!?\n]|\.(?=\S))+[.;!?\n]*")
_CLAUSE = re.compile(
    r"\s*(?:,\s*|\s)(?:and|but|so|as|because|since|while|though)\s+|\s*,\s+|\s+[–-]+\s+", re.IGNORECASE
)
_UNDATED = re.compile(
    r"\b(?:i|we)(?:['’]?m|\s+am|['’]?ll\s+be|\s+will\s+be|\s+have\s+been|['’]?ve\s+been)\b[^.;\n]*?"
    r"\b(?:away|off\s+(?:work|sick|ill)|on\s+(?:[\w-]+\s+)?leave|on\s+holiday|signed\s+off|in\s+hospital)\b",
    re.IGNORECASE,
)
_OPENS_UNDATED = re.compile(
    r"^\W*(?:(?:hi|hello|sorry|apologies|just|also|fyi)\W+)*"
    r"(?:(?:off|away)\s+(?:for|sick|ill|work|until|from|all|next|the)|on\s+(?:[\w-]+\s+)?(?:leave|holiday|hols)"
    r"|out\s+of\s+(?:the\s+)?office|ooo|annual\s+leave|a/l|sick\s+leave|signed\s+off\s+sick"
    r"|.{0,60}\b(?:for|on|starting|start|begin)\s+(?:my\s+)?"
    r"(?:mat(?:ernity)?|paternity|sick|compassionate|parental|adoption)\s+leave)\b",
    re.IGNORECASE,
)
"""The same of a message that begins so, without "I'm"."""

_OF_ANOTHER = re.compile(
    r"(?<!\w)(?!(?:i|we|and|but|so|as|also|date|board|it|that|this|which)\b)[\w'’.-]+"
    r"(?:['’]s|\s+is|\s+will\s+be|\s+are)\s+"
    r"(?:away|off\s+(?:work|sick|ill|from|until|till|on)|on\s+(?:[\w-]+\s+)?leave|on\s+holiday)\b",
    re.IGNORECASE,
)


def is_undated_absence(text: str) -> bool:
    """Whether the words say that the writer is away, for somebody who gave no dates."""
    return _UNDATED.search(text) is not None or _OPENS_UNDATED.search(text) is not None


def is_of_another(text: str) -> bool:
    """Whether the words say that somebody else is away."""
    return _OF_ANOTHER.search(text) is not None and _UNDATED.search(text) is None


def without_reason(text: str, reading: Reading, instead: str) -> tuple[str, Reading]:
    """The text and the reading with the words about an absence put aside; unchanged where there is none."""
    struck = _struck(text, reading)
    if not struck:
        return text, reading
    if not reading.updates:
        return instead, reading
    kept = text
    for words in struck:
        kept = kept.replace(words, instead)
    return kept, replace(reading, updates=tuple(_cleaned(one, struck) for one in reading.updates))


def _struck(text: str, reading: Reading) -> list[str]:
    """The sentences, or the clauses where an action shares the sentence, that tell of the absence."""
    away = [one.span[0] for one in reading.dates if one.rule == "away"]
    if not away and reading.absence is not None:
        away = [one.span[0] for one in reading.dates]
    told = [one.span[0] for update in reading.updates for one in update.evidence if one.field != "action"]
    found = []
    for sentence in _SENTENCE.finditer(text):
        first, last = sentence.span()
        if any(first <= at < last for at in away):
            is_shared = any(first <= at < last for at in told)
            found.append(_clauses(sentence, away, told) if is_shared else sentence.group())
    return [words for one in found if (words := one.strip(" .;,!?\n"))]


def _clauses(sentence: re.Match[str], away: list[int], told: list[int]) -> str:
    """The clause that gives the days, with those beside it that tell of no action."""
    text = sentence.group()
    edges = [0, *(one.end() for one in _CLAUSE.finditer(text)), len(text)]
    parts = list(pairwise(edges))

    def holds(part: tuple[int, int], places: list[int]) -> bool:
        return any(part[0] <= at - sentence.start() < part[1] for at in places)

    begins = ends = next(at for at, part in enumerate(parts) if holds(part, away))
    while begins > 0 and not holds(parts[begins - 1], told):
        begins -= 1
    while ends + 1 < len(parts) and not holds(parts[ends + 1], told):
        ends += 1
    words = text[parts[begins][0] : parts[ends][1]]
    after = _CLAUSE.search(words, max(0, parts[ends][0] - parts[begins][0]))
    return words[: after.start()] if after is not None and after.end() == len(words) else words


def _cleaned(update: ReadUpdate, struck: list[str]) -> ReadUpdate:
    return replace(
        update,
        words=_without(update.words, struck),
        blocker=_without(update.blocker, struck) or None if update.blocker else update.blocker,
    )


def _without(words: str, struck: list[str]) -> str:
    for one in struck:
        words = words.replace(one, "")
    return words.strip(" ,;.")
