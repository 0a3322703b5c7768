"""A text cut into words, figures and signs once, so that every rule can look around it cheaply."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from operator import add
from typing import Final

from bot.language.dates.words import Kind, Sense, senses

_PIECE: Final = re.compile(r"(?:[0-9]+|[^\W\d_]+|\S)[^\S\n]*|\n\s*|[^\S\n]+")
_PADDING: Final = 8
DASHES: Final = frozenset("-–—‐‑‒−")
APOSTROPHES: Final = frozenset("'’‘`´ʼ")
NEWLINE: Final = "\n"


class Tokens:
    """The pieces of a text: `words` in lower case, their `senses` in a date (or None), and where they stand.

    All lists are padded, so that a rule may look a few places past either end and find nothing there.
    """

    __slots__ = ("ends", "senses", "size", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        pieces: list[str] = _PIECE.findall(_lower(text))
        words = [piece.strip() for piece in pieces]
        self.size = len(words)
        self.starts = list(accumulate(map(len, pieces), initial=0))
        self.ends = list(map(add, self.starts, map(len, words)))
        self.senses: list[Sense | None] = list(map(senses().get, words))
        self.words = words + [""] * _PADDING
        self.senses += [None] * _PADDING
        self.starts += [len(text)] * _PADDING
        self.ends += [len(text)] * _PADDING

    def without(self, skip: Sequence[tuple[int, int]]) -> Tokens:
        """The same text in which the words inside these stretches mean nothing."""
        if not skip:
            return self
        other = object.__new__(Tokens)
        other.text, other.size, other.starts, other.ends = self.text, self.size, self.starts, self.ends
        other.words, other.senses = self.words.copy(), self.senses.copy()
        for start, end in skip:
            i = bisect_left(self.ends, start + 1, 0, self.size)
            while i < self.size and self.starts[i] < end:
                other.words[i], other.senses[i] = "\0", None
                i += 1
        return other

    def kind(self, i: int) -> Kind | None:
        """The part the word can play, if any."""
        sense = self.senses[i]
        return None if sense is None else sense.kind

    def value(self, i: int, kind: Kind) -> int | None:
        """The word's number if it is of this kind."""
        sense = self.senses[i]
        return sense.value if sense is not None and sense.kind is kind else None

    def touches(self, i: int) -> bool:
        """Whether the piece follows the one before without a space."""
        return i > 0 and self.starts[i] == self.ends[i - 1]

    def said(self, i: int) -> str:
        """The word as written."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < self.size else ""

    def is_capital(self, i: int) -> bool:
        """Whether the word as written begins with a capital."""
        return self.said(i)[:1].isupper()

    def opens_sentence(self, i: int) -> bool:
        """Whether nothing of the same sentence stands before."""
        return i <= 0 or self.words[i - 1] in _STOPS


_STOPS: Final = frozenset({".", "!", "?", ":", ";", "", NEWLINE, "•", "*", ">", "(", "[", '"', "“"} | DASHES)


def _lower(text: str) -> str:
    """The text in lower case, character for character: "İ" alone would grow, and stays as it is."""
    lower = text.lower()
    return (
        lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


@lru_cache(maxsize=16)
def tokenise(text: str) -> Tokens:
    """Cut a text into its pieces; the last few texts are remembered, as several readers ask about each."""
    return Tokens(text)
