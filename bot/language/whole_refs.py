"""Whole numbers that are references where a plan numbers its actions so: "8: done", "8 green, 11 amber"."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from bot.language.lexicon.listing import words_in
from bot.language.lexicon.ref_words import JOINS

_HEADS: Final = frozenset({"\n", ";", "."})
_SEPARATORS: Final = frozenset({":", "-", ")", ".", "", "\n"})
_SAID: Final = words_in(
    """
    is are now red amber green blue done complete completed delivered achieved closed finished paused delayed
    blocked stuck remains slipped slipping slips behind late underway ongoing withdrawn superseded overdue
    """
)
_SAID_IN_TWO: Final = frozenset(
    {
        *(("on", word) for word in ("hold", "track", "target", "schedule", "course")),
        *(("not", word) for word in ("started", "yet", "begun", "done", "complete", "due")),
        *(("still", word) for word in ("red", "amber", "green", "on", "open", "waiting")),
        *(("in", "progress"), ("under", "way"), ("no", "change"), ("has", "slipped")),
    }
)
_COUNTED: Final = frozenset({"left", "remaining", "more", "go", "others", "out", "of", "outstanding"})
"""Words that show a number to be of how many: "3 done, 2 to go"."""
_PART_OF: Final = frozenset({"end", "start", "beginning", "middle", "mid", "half", "part", "week", "because"})
"""Words after which "of" counts nothing: "2 slips to end of Jan"."""
_REACH: Final = 12


def stands_alone(words: list[str], i: int, known: Container[str], asked: frozenset[str]) -> bool:
    """Whether the whole number at `i`, a reference of the plan, stands as one.

    It does at the head of a line before a separator; before what is said of it (after a comma too) only where
    nothing shows that the numbers count something, and where it was asked about if anything was.
    """
    before = words[i - 1] if i else "\n"
    after = words[i + 1] if i + 1 < len(words) else ""
    if before in _HEADS and after in _SEPARATORS:
        return True
    if (asked and words[i] not in asked) or _is_of_how_many(words, i):
        return False
    if before in _HEADS:
        return _is_said_of(words, i, known)
    return before == "," and _begins_so(words, known) and _is_said_of(words, i, known)


def _is_of_how_many(words: list[str], i: int) -> bool:
    """Whether the words that follow show the number to count something."""
    near = zip(words[i:], words[i + 1 : i + _REACH], strict=False)
    return any(word in _COUNTED and not (word == "of" and before in _PART_OF) for before, word in near)


def _begins_so(words: list[str], known: Container[str]) -> bool:
    """Whether the message opens with such a number: the next after a comma is one of the same list."""
    return words[0] in known and words[0].isdigit() and _is_said_of(words, 0, known)


def _is_said_of(words: list[str], i: int, known: Container[str]) -> bool:
    """Whether words of status follow, after more of the same numbers joined to it or at once."""
    i += 1
    while i + 1 < len(words) and words[i] in JOINS and words[i + 1] in known:
        i += 2
    after = tuple(words[i : i + 2])
    return bool(after) and (after[0] in _SAID or after in _SAID_IN_TWO)
