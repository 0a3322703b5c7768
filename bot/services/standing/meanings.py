"""What a word means: "what is a baseline date", "difference between agreed and forecast date"."""

from __future__ import annotations

import re

from bot.card import Card
from bot.phrases import meanings as say
from bot.services.context.ordered import Ordered

_AND = re.compile(r"\s+(?:and|or|vs\.?|versus)\s+(?:an?\s+|the\s+)?", re.IGNORECASE)


def is_known(words: str) -> bool:
    """Whether every word that is asked about is one of ours: "what is a good date" asks something else."""
    return bool(_meanings(words))


def on_meaning(ordered: Ordered) -> Card:
    """Each meaning in a sentence."""
    return say.card(_meanings(ordered.order.words))


def _meanings(words: str) -> tuple[str, ...]:
    terms = _AND.split(" ".join(words.casefold().strip(" .?!\"'“”").split()))
    last = terms[-1].rpartition(" ")[2]
    found = [_meaning(term) or _meaning(f"{term} {last}") for term in terms]
    return tuple(dict.fromkeys(one for one in found if one)) if all(found) else ()


def _meaning(term: str) -> str:
    return say.MEANINGS.get(term, "") or say.MEANINGS.get(term.removesuffix("s"), "")
