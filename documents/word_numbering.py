"""The numbers that Word prints before a paragraph without storing them in its text: "1.2", "b)"."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from documents.word_markup import Element, W, value_of, whole

_PLACE = re.compile(r"%(\d)")
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_DEEPEST = 9


@dataclass(slots=True)
class _Level:
    form: str
    text: str
    start: int


@dataclass(slots=True)
class _List:
    """One list as Word counts it; lists made from the same definition count together."""

    key: str
    levels: dict[int, _Level] = field(default_factory=dict)


class Numbering:
    """Counts through a document's numbered paragraphs; ask for each one in printed order."""

    def __init__(self, part: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        if part is not None:
            self._define(part)

    def label(self, number_properties: Element | None) -> str:
        """What is printed before a paragraph with these properties: "2.1", "c)"; "" for a bullet or none."""
        one = self._lists.get(value_of(number_properties, "numId") or "")
        if one is None:
            return ""
        depth = min(whole(value_of(number_properties, "ilvl"), 0), _DEEPEST)
        level = one.levels.get(depth)
        if level is None or level.form in ("bullet", "none"):
            return ""
        counts = self._counts[one.key]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [known for known in counts if known > depth]:
            del counts[deeper]
        return _PLACE.sub(lambda place: self._count(one, int(place[1]) - 1), level.text).strip()

    def _count(self, one: _List, depth: int) -> str:
        level = one.levels.get(depth)
        if level is None:
            return ""
        return _written(self._counts[one.key].get(depth, level.start), level.form)

    def _define(self, part: Element) -> None:
        kinds = {kind.get(W + "abstractNumId"): kind for kind in part.findall(W + "abstractNum")}
        for number in part.findall(W + "num"):
            own, kind = number.get(W + "numId"), value_of(number, "abstractNumId")
            if kind not in kinds:
                continue
            levels = {
                whole(level.get(W + "ilvl"), 0): _level(level) for level in kinds[kind].findall(W + "lvl")
            }
            starts = {
                whole(override.get(W + "ilvl"), 0): whole(value_of(override, "startOverride"), 1)
                for override in number.findall(W + "lvlOverride")
                if override.find(W + "startOverride") is not None
            }
            for depth in starts.keys() & levels.keys():
                levels[depth].start = starts[depth]
            self._lists[own] = _List(f"own {own}" if starts else f"kind {kind}", levels)


def _level(level: Element) -> _Level:
    return _Level(
        value_of(level, "numFmt") or "decimal",
        value_of(level, "lvlText") or "",
        whole(value_of(level, "start"), 1),
    )


def _written(count: int, form: str) -> str:
    """The count as its list writes it: 3, c, C, iii or III."""
    if form.endswith("Letter"):
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters.upper() if form.startswith("upper") else letters
    if form.endswith("Roman"):
        words = ""
        for worth, sign in _ROMAN:
            words += sign * (count // worth)
            count %= worth
        return words.upper() if form.startswith("upper") else words
    return f"{count:02d}" if form == "decimalZero" else str(count)
