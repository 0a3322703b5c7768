"""Which line of a new document is which action of the record: by number, by words, by both."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_SAME_NUMBER = 0.5
"""Texts under one number are one action reworded if they are at least so alike."""
_OTHER_NUMBER = 0.75
"""Texts under different numbers must be more alike than that to be one action."""
_SHORT = 4
"""So few words are too few to tell actions apart by when the number changed."""
_MOST_PAIRS = 200_000
_MOST_CANDIDATES = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """A line as matching sees it: its number, and its words; `others` are the same words read otherwise."""

    ref: str
    text: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matching:
    """Positions that belong together (old, new), and those of either side that nothing answers to."""

    pairs: tuple[tuple[int, int], ...]
    gone: tuple[int, ...]
    new: tuple[int, ...]


def plain(text: str) -> str:
    """A text as it is compared: small letters, no punctuation."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def ref_key(ref: str) -> str:
    """A number as it is compared."""
    return "".join(ref.casefold().split()).rstrip(".")


def match(old: Sequence[Entry], new: Sequence[Entry]) -> Matching:
    """Pair every line with at most one other, the surest first."""
    return _Matcher(old, new).run()


def likeness(first: str, second: str) -> float:
    """How alike two plain texts are, 0 to 1, word by word."""
    if first == second:
        return 1.0
    if not first or not second:
        return 0.0
    return SequenceMatcher(None, first.split(), second.split(), autojunk=False).ratio()


class _Matcher:
    def __init__(self, old: Sequence[Entry], new: Sequence[Entry]) -> None:
        self._old = [tuple({plain(text) for text in (one.text, *one.others)}) for one in old]
        self._new = [plain(one.text) for one in new]
        self._old_refs = [ref_key(one.ref) for one in old]
        self._new_refs = [ref_key(one.ref) for one in new]
        self._counts = Counter(self._new)
        self._of_old: dict[int, int] = {}
        self._of_new: dict[int, int] = {}

    def run(self) -> Matching:
        self._same(lambda j: self._new_refs[j] + " " + self._new[j], self._ref_and_text)
        self._same(lambda j: self._new[j], lambda i: self._old[i], is_told_apart=self._is_telling)
        self._reworded()
        self._alike()
        self._numbered()
        return Matching(
            tuple(sorted(self._of_old.items(), key=lambda pair: pair[1])),
            tuple(i for i in range(len(self._old)) if i not in self._of_old),
            tuple(j for j in range(len(self._new)) if j not in self._of_new),
        )

    def _ref_and_text(self, i: int) -> tuple[str, ...]:
        return tuple(self._old_refs[i] + " " + text for text in self._old[i])

    def _is_telling(self, j: int) -> bool:
        """Whether the words alone tell the line from every other."""
        return bool(self._new[j]) and (len(self._new[j].split()) >= _SHORT or self._counts[self._new[j]] == 1)

    def _same(
        self,
        key: Callable[[int], str],
        keys: Callable[[int], Iterable[str]],
        is_told_apart: Callable[[int], bool] = lambda _: True,
    ) -> None:
        """Pair what is the same; of several with the same words, the first with the first."""
        waiting: defaultdict[str, list[int]] = defaultdict(list)
        for i in self._left_old():
            for one in keys(i):
                waiting[one].append(i)
        for j in self._left_new():
            free = [i for i in waiting.get(key(j), ()) if i not in self._of_old]
            if free and is_told_apart(j):
                self._pair(free[0], j)

    def _reworded(self) -> None:
        """The same number over words that are much the same."""
        by_ref = {self._old_refs[i]: i for i in self._left_old()}
        for j in self._left_new():
            i = by_ref.get(self._new_refs[j])
            if i is not None and self._likeness(i, j) >= _SAME_NUMBER:
                self._pair(i, j)

    def _alike(self) -> None:
        """Other numbers over words that are nearly the same, the most alike first."""
        olds, news = self._left_old(), self._left_new()
        holding = self._words(olds)
        scored = []
        for j in filter(self._is_telling, news):
            scored += [
                (self._likeness(i, j), -abs(i - j), i, j) for i in self._candidates(j, olds, news, holding)
            ]
        for score, _, i, j in sorted(scored, reverse=True):
            if score >= _OTHER_NUMBER and i not in self._of_old and j not in self._of_new:
                self._pair(i, j)

    def _numbered(self) -> None:
        """The same number over no words at all, on either side: a row whose text was lost or found."""
        by_ref = {self._old_refs[i]: i for i in self._left_old()}
        for j in self._left_new():
            i = by_ref.get(self._new_refs[j])
            if i is not None and (not self._new[j] or "" in self._old[i]):
                self._pair(i, j)

    def _candidates(
        self, j: int, olds: Sequence[int], news: Sequence[int], holding: dict[str, list[int]]
    ) -> Iterable[int]:
        """The old lines worth a closer look: all of a few, else those that share the rarer words."""
        if len(olds) * len(news) <= _MOST_PAIRS // 100:
            return olds
        shared: defaultdict[int, float] = defaultdict(float)
        for word in set(self._new[j].split()):
            others = holding.get(word, ())
            if len(others) * len(news) > _MOST_PAIRS:
                continue
            for i in others:
                shared[i] += 1 / len(others)
        return sorted(shared, key=lambda i: -shared[i])[:_MOST_CANDIDATES]

    def _words(self, olds: Sequence[int]) -> dict[str, list[int]]:
        holding: defaultdict[str, list[int]] = defaultdict(list)
        for i in olds:
            for word in {word for text in self._old[i] for word in text.split()}:
                holding[word].append(i)
        return holding

    def _likeness(self, i: int, j: int) -> float:
        return max(likeness(text, self._new[j]) for text in self._old[i])

    def _left_old(self) -> list[int]:
        return [i for i in range(len(self._old)) if i not in self._of_old]

    def _left_new(self) -> list[int]:
        return [j for j in range(len(self._new)) if j not in self._of_new]

    def _pair(self, i: int, j: int) -> None:
        self._of_old[i] = j
        self._of_new[j] = i
