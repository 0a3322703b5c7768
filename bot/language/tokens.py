"""A message as words: cut once, with what has been read already (refs, dates) as single words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from bot.language.spelling import corrected

_PIECE: Final = re.compile(
    r"[^\W\d_]+(?:'[^\W\d_]+)*(?:\d+(?:\.\d+)*[a-z]?(?![^\W_]))?"  # words, and refs such as r7
    r"|\d+(?:\.\d+)*(?:[^\W\d_]+)?"  # figures, with what hangs on them: 2.4a, 30th
    r"|[-=]{1,3}>|\.{2,}|\n|[^\s\w]"
)
DATE, REF, LONG, PERCENT, STRUCK = "<date>", "<ref>", "<long>", "<pct>", "<struck>"
"""The words that stand for what has been read already, and for what was struck through."""
CONTRACTIONS: Final[dict[str, str]] = {
    "wont": "won't",
    "cant": "can't",
    "dont": "don't",
    "doesnt": "doesn't",
    "didnt": "didn't",
    "isnt": "isn't",
    "arent": "aren't",
    "wasnt": "wasn't",
    "werent": "weren't",
    "hasnt": "hasn't",
    "havent": "haven't",
    "hadnt": "hadn't",
    "couldnt": "couldn't",
    "wouldnt": "wouldn't",
    "shouldnt": "shouldn't",
    "im": "i'm",
    "ive": "i've",
    "weve": "we've",
    "itll": "it'll",
    "thats": "that's",
    "whats": "what's",
    "theyre": "they're",
    "whos": "who's",
    "youve": "you've",
    "aint": "ain't",
    "its": "its",
    "untill": "until",
    "till": "till",
    "w/out": "without",
    "cannot": "cannot",
    "ambr": "amber",
    "gren": "green",
    "geen": "green",
    "trak": "track",
    "trck": "track",
    "traget": "target",
    "finaly": "finally",
    "finnaly": "finally",
    "finnally": "finally",
}


@dataclass(slots=True)
class Words:
    """Words in order, each with where it stands; `things` holds what a word stands for beside itself."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    things: dict[int, object] = field(default_factory=dict)


def tokenise(lower: str) -> Words:
    """Cut a text in lower case into words, figures and signs; a hyphen inside a word is a space."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _PIECE.finditer(lower):
        word = found.group()
        start, end = found.span()
        if word == "-" and _joins(lower, start, end):
            continue
        words.append(CONTRACTIONS.get(word) or corrected(word))
        starts.append(start)
        ends.append(end)
    return Words(words, starts, ends)


@lru_cache(maxsize=16_384)
def name_words(name: str) -> tuple[str, ...]:
    """The words of an action's name: those of the same plans are asked for with every message."""
    return tuple(tokenise(name.lower()).words)


def _joins(lower: str, start: int, end: int) -> bool:
    """Whether a hyphen stands inside a word, and not after a lettered reference ("2.4a-c")."""
    if not (start > 0 and end < len(lower) and lower[start - 1].isalpha() and lower[end].isalpha()):
        return False
    return not (start > 1 and lower[start - 2].isdigit())


def replaced(words: Words, spans: Sequence[tuple[int, int, str, object]]) -> Words:
    """The same words, with each span (start, end, name, thing) as one word; spans are in order and apart."""
    if not spans:
        return words
    out = Words([], [], [])
    k, last = 0, len(spans)
    placed = False
    for word, start, end in zip(words.words, words.starts, words.ends, strict=True):
        while k < last and spans[k][1] <= start:
            k, placed = k + 1, False
        if k < last and spans[k][0] < end:
            if not placed:
                placed = True
                out.things[len(out.words)] = spans[k][3]
                out.words.append(spans[k][2])
                out.starts.append(spans[k][0])
                out.ends.append(spans[k][1])
            continue
        out.words.append(word)
        out.starts.append(start)
        out.ends.append(end)
    return out
