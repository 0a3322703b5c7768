"""A date said not to be kept: "can't do it by January", "no way it'll be March"."""

from __future__ import annotations

from typing import Final

from bot.language.surroundings import Surroundings

_DENIES: Final = frozenset(
    {"can't", "cannot", "won't", "don't", "not", "doesn't", "isn't", "never", "no", "see"}
)
_DENIED: Final = 8
_BY_THEN: Final = frozenset({"by", "in", "for", "before"})


def is_denied(near: Surroundings) -> bool:
    """ "can't do it by January": said not to be."""
    if _DENIES.isdisjoint(near.scopes.said):
        return False
    denied = _DENIES - {"no", "see"}
    before = near.words[max(near.first, near.at - _DENIED) : near.at]
    said = " ".join(before)
    if "no way" in said or "no chance" in said or "don't see" in said or "can't see" in said:
        return True
    return (
        bool(before) and before[-1] in _BY_THEN and bool(denied & set(before)) and "not" not in before[-2:-1]
    )
