"""Words of the actions' names with two neighbouring letters changed places: "damp insepctions"."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from bot.language.lexicon.listing import words_in
from bot.language.reading import PlanInView
from bot.language.tokens import Words, name_words

_SHORTEST: Final = 6
_WORDS_OF_THEIR_OWN: Final = words_in(
    """
    united untied casual causal sacred scared barely barley martial marital cavalry calvary silver sliver
    angels angles bagels trails trials clamps warder reserve reverse unclear nuclear perverse preserve
    """
)
"""Two words each, one the other with two letters changed."""


def with_plan_spelling(words: Words, plans: tuple[PlanInView, ...]) -> Words:
    """The same words, those of an action's name as its plan spells them."""
    swapped = _swapped(plans)
    if swapped and not swapped.keys().isdisjoint(words.words):
        words.words[:] = [swapped.get(word, word) for word in words.words]
    return words


@lru_cache(maxsize=32)
def _swapped(plans: tuple[PlanInView, ...]) -> dict[str, str]:
    known = {
        word
        for plan in plans
        for action in plan.actions
        for word in name_words(action.text)
        if word.isalpha() and len(word) >= _SHORTEST
    }
    return {
        near: word
        for word in known
        for i in range(1, len(word) - 1)
        if word[i] != word[i + 1]
        and (near := word[:i] + word[i + 1] + word[i] + word[i + 2 :]) not in known
        and near not in _WORDS_OF_THEIR_OWN
    }
