"""A plan's own status words ("at standstill" means on hold here), read before the language's."""

from __future__ import annotations

from bot.language.cues import FAMILY_OF_STATUS, Hit, phrase_words
from bot.language.lexicon.cue import Cue, Sense
from bot.language.reading import Conventions, Progress
from bot.rag import Rag


def with_plan_words(words: list[str], hits: list[Hit], conventions: Conventions) -> list[Hit]:
    """The cues, with the plan's own words in place of what the language would have made of them."""
    own = [
        hit
        for said, value in conventions.status_words
        for hit in _found(words, phrase_words(said.lower()), value)
    ]
    if not own:
        return hits
    taken = {i for hit in own for i in range(hit.first, hit.last)}
    kept = [
        hit
        for hit in hits
        if hit.sense not in FAMILY_OF_STATUS or not any(i in taken for i in range(hit.first, hit.last))
    ]
    return sorted([*kept, *own], key=lambda hit: hit.first)


def _found(words: list[str], said: list[str], value: Progress | Rag) -> list[Hit]:
    sense = Sense.COLOUR if isinstance(value, Rag) else Sense.STATE
    return [
        Hit(sense, i, i + len(said), Cue(sense, value, "plan's own word"))
        for i, word in enumerate(words)
        if said and word == said[0] and words[i : i + len(said)] == said
    ]
