"""Whether an action is about what somebody says: "discharge letters"."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.language.actions_by_words import telling
from bot.plan import Action


def is_about(action: Action, words: str) -> bool:
    """Whether all of the words that tell anything stand in the action's text or its recommendation."""
    said = _stems(words)
    return bool(said) and said <= _stems(f"{action.text} {action.recommendation}")


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    return frozenset(telling(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text.casefold())))
