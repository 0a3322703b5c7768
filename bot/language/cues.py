"""Finding cues: the tables compiled once into one tree of words, and walked once along a message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from typing import Final, NamedTuple

from bot.language.late import Late
from bot.language.lexicon.cue import Cue, Sense, Table
from bot.language.lexicon.dates import DATE_WORDS
from bot.language.lexicon.needs import NEEDS
from bot.language.lexicon.scopes import SCOPES
from bot.language.lexicon.states import COLOURS, HINTS, STATES
from bot.language.lexicon.traps import TRAPS

FAMILIES: Final[tuple[frozenset[Sense], ...]] = (
    frozenset({Sense.COLOUR, Sense.STATE, Sense.HINT, Sense.NOTHING}),
    frozenset({Sense.NEGATES, Sense.WAS, Sense.NOW, Sense.FUTURE, Sense.CONDITION, Sense.NEARLY, Sense.EXCEPT,
               Sense.CHANGES, Sense.OTHERS, Sense.CORRECTS}),
    frozenset({Sense.TARGET, Sense.ORIGINAL, Sense.EVENT, Sense.PART}),
    frozenset({Sense.SLIPS, Sense.BRINGS, Sense.ARROW}),
    frozenset({Sense.PAST}),
    frozenset({Sense.BLOCKS, Sense.CAUSES, Sense.FREES}),
    frozenset({Sense.SUPPORT}),
    frozenset({Sense.SAME}),
    frozenset({Sense.REST, Sense.ALL}),
    frozenset({Sense.AWAY, Sense.BACK}),
    frozenset({Sense.REQUESTS}),
    frozenset({Sense.THANKS}),
    frozenset({Sense.REMAINS}),
)  # fmt: skip
"""Senses that compete for the same words: within a family the longest phrase wins."""

FAMILY_OF_STATUS: Final = FAMILIES[0]
_FAMILY_OF: Final = {sense: number for number, senses in enumerate(FAMILIES) for sense in senses}
_TABLES: Final[tuple[Table, ...]] = (COLOURS, STATES, HINTS, SCOPES, DATE_WORDS, NEEDS, TRAPS)
_WORD: Final = Late(r"<[a-z]+>|amber-(?:red|green)|[-=]+>|[^\W_]+(?:'[^\W_]+)*|'[a-z]+|[^\s\w]")
_GROUP: Final = Late(r"\(([^()]*)\)|\[([^\[\]]*)\]|([^()\[\]]+)")


class Hit(NamedTuple):
    """A cue in a message: the words `first` up to (not including) `last` of its `Words`."""

    sense: Sense
    first: int
    last: int
    cue: Cue


class _Node:
    __slots__ = ("cues", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.cues: dict[int, Cue] = {}


def phrases(written: str) -> Iterator[str]:
    """Every phrase a table's line stands for."""
    for line in _lines(written):
        if "(" not in line and "[" not in line:
            yield line
            continue
        parts = [
            either.split("|") if either else ["", *maybe.split("|")] if maybe else [plain]
            for either, maybe, plain in _GROUP.pattern.findall(line)
        ]
        for choice in product(*parts):
            yield " ".join(" ".join(choice).split())


def _lines(written: str) -> Iterator[str]:
    """The table's entries, parted by the commas outside brackets."""
    line = ""
    for piece in " ".join(written.split()).split(","):
        line = f"{line},{piece}" if line else piece
        if line.count("(") == line.count(")") and line.count("[") == line.count("]"):
            if line.strip():
                yield line.strip()
            line = ""


def phrase_words(phrase: str) -> list[str]:
    """A phrase cut the way a message is cut."""
    return _WORD.pattern.findall(phrase)


@cache
def _tree() -> _Node:
    root = _Node()
    for table in _TABLES:
        for rule, (sense, value, written) in table.items():
            cue = Cue(sense, value, rule)
            for phrase in phrases(written):
                node = root
                for word in phrase_words(phrase):
                    node = node.next.setdefault(word, _Node())
                node.cues[_FAMILY_OF[sense]] = cue
    return root


def find_cues(words: list[str]) -> list[Hit]:
    """Every cue, in order of its first word; cues of one family never overlap."""
    first_words = _tree().next
    hits: list[Hit] = []
    busy = [0] * len(FAMILIES)
    size = len(words)
    for i, word in enumerate(words):
        node = first_words.get(word)
        if node is None:
            continue
        j = i + 1
        best = {family: Hit(cue.sense, i, j, cue) for family, cue in node.cues.items()} if node.cues else {}
        while j < size:
            following = node.next.get(words[j])
            if following is None:
                break
            node = following
            j += 1
            for family, cue in node.cues.items():
                best[family] = Hit(cue.sense, i, j, cue)
        for family, hit in best.items():
            if busy[family] <= i:
                busy[family] = hit.last
                hits.append(hit)
    return _outermost(hits)


_GOVERNING: Final = frozenset(
    {
        Sense.TARGET,
        Sense.ORIGINAL,
        Sense.EVENT,
        Sense.PART,
        Sense.SLIPS,
        Sense.BRINGS,
        Sense.PAST,
        Sense.STATE,
    }
)


_COVERING: Final = _GOVERNING | {Sense.NOTHING, Sense.REQUESTS}


def _outermost(hits: list[Hit]) -> list[Hit]:
    """Without what is only part of a longer cue ("back" of "pushed back") or covered by a trap."""
    covers = [hit for hit in hits if hit.last - hit.first > 1 and hit.sense in _COVERING]
    if not covers:
        return hits
    inside: dict[int, Hit] = {}
    for hit in covers:
        for i in range(hit.first, hit.last):
            inside[i] = hit if i not in inside or hit.sense is Sense.NOTHING else inside[i]
    return [hit for hit in hits if not _is_covered(hit, inside.get(hit.first))]


def _is_covered(hit: Hit, cover: Hit | None) -> bool:
    if cover is None or hit.last > cover.last or hit.last - hit.first >= cover.last - cover.first:
        return False
    if cover.sense is Sense.NOTHING:
        return hit.sense not in (Sense.REQUESTS, Sense.PAST)
    if cover.sense is Sense.EVENT and hit.sense is Sense.AWAY:
        return True  # "the away day is on the 3rd"
    if cover.sense is Sense.REQUESTS:
        return hit.sense is Sense.EVENT
    if (
        cover.sense is Sense.TARGET and hit.sense is Sense.PAST
    ):  # "agreed by all on Monday" still tells of Monday
        return False
    return hit.sense in _GOVERNING and hit.sense is not Sense.STATE


def all_phrases() -> Iterable[str]:
    """Every phrase of every table, for tests and for the spelling table."""
    for table in _TABLES:
        for _, _, written in table.values():
            yield from phrases(written)
