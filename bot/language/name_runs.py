"""Runs of words that stand in one action's name: "out of area placements red", "extended hours hub on track".

A cue among them ("out of", "extended") is a word of the name there, and ends no mention.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from bot.language.actions_by_words import stem, telling
from bot.language.cues import Hit
from bot.language.lexicon.cue import Sense
from bot.language.lexicon.listing import words_in
from bot.language.reading import PlanInView
from bot.language.tokens import name_words

_SMALL: Final = words_in("a an the of for to in on at and or with by from as is are be it its this that all")
"""Words that join a run, and are no reason to see one."""
_COLOURS: Final = frozenset({"red", "amber", "green", "blue", "yellow", "orange"})
_LONGEST: Final = 12


class Run(NamedTuple):
    """The words `first` up to `last`, all in the name of each action of `places`."""

    first: int
    last: int
    places: frozenset[int]


@lru_cache(maxsize=32)
def holders(plans: tuple[PlanInView, ...]) -> dict[str, frozenset[int]]:
    """Which actions have a word in their name, by its stem, the ordinary words with the others."""
    found: dict[str, set[int]] = {}
    texts = [action.text for plan in plans for action in plan.actions]
    for place, text in enumerate(texts):
        for word in name_words(text):
            found.setdefault(stem(word), set()).add(place)
    return {word: frozenset(places) for word, places in found.items()}


def runs(
    words: list[str], plans: tuple[PlanInView, ...], first: int, last: int, states: set[int]
) -> Iterator[Run]:
    """The runs of at least two words between `first` and `last`, in order; none has a word of `states` in it.

    Two of its words are more than joins, and one of them is telling.
    """
    known = holders(plans)
    i = first
    while i < last:
        places = frozenset() if words[i] in _SMALL else known.get(stem(words[i]), frozenset())
        k = i
        while places and k < min(last, i + _LONGEST) and k not in states:
            k += 1
            following = places & known.get(stem(words[k]), frozenset()) if k < last else frozenset()
            if not following:
                break
            places = following
        while k > i and words[k - 1] in _SMALL:
            k -= 1
        said = [word for word in words[i:k] if word not in _SMALL]
        if len(set(said)) > 1 and telling(said):
            yield Run(i, k, places)
        i = max(k, i + 1)


def common_to(words: list[str], plans: tuple[PlanInView, ...], first: int, last: int) -> frozenset[int]:
    """The actions whose name has every word from `first` up to `last`, one of them telling."""
    known = holders(plans)
    said = [word for word in words[first:last] if word not in _SMALL]
    if not telling(said):
        return frozenset()
    return frozenset.intersection(*(known.get(stem(word), frozenset()) for word in said))


def without_names(words: list[str], hits: list[Hit], plans: tuple[PlanInView, ...]) -> list[Hit]:
    """The cues without the colours that begin an action's name: "red routes green" is green."""
    coloured = _coloured(plans)
    if not coloured:
        return hits
    return [
        hit
        for hit in hits
        if hit.sense is not Sense.COLOUR
        or hit.last >= len(words)
        or (words[hit.last - 1], words[hit.last]) not in coloured
    ]


@lru_cache(maxsize=32)
def _coloured(plans: tuple[PlanInView, ...]) -> frozenset[tuple[str, str]]:
    """The colours in the actions' names, each with the word after it."""
    said = (name_words(action.text) for plan in plans for action in plan.actions)
    return frozenset(pair for words in said for pair in pairwise(words) if pair[0] in _COLOURS)
