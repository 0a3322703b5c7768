"""A date put to somebody, or supposed: "can we say April", "would be May if legal sign it off"."""

from __future__ import annotations

from typing import Final

from bot.language.lexicon.listing import words_in
from bot.language.surroundings import Surroundings

_NEAR: Final = 12
_IF: Final = frozenset({"if", "provided", "assuming"})
_PROPOSES: Final = frozenset({"can", "could", "shall", "should", "may"})
_SAYS_SO: Final = words_in("say call make go aim put agree try do settle plan set")


def is_proposed(near: Surroundings) -> bool:
    """ "can we say April", "shall we go for March": put to somebody, and not told."""
    if _PROPOSES.isdisjoint(near.scopes.said):
        return False
    before = near.words[max(near.first, near.at - _NEAR) : near.at]
    return any(
        asks in _PROPOSES and who in ("we", "i", "you") and verb in _SAYS_SO
        for asks, who, verb in zip(before, before[1:], before[2:], strict=False)
    )


def is_supposed(near: Surroundings) -> bool:
    """ "would be May if legal sign it off"."""
    if "would" not in near.scopes.said:
        return False
    after = near.words[near.at + 1 : near.at + 2]
    return bool(_IF & set(after)) and "would" in near.words[near.first : near.at]
