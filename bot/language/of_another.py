"""Whether words name a thing beside the action: "the DPIA to be complete by March"."""

from __future__ import annotations

from collections.abc import Collection

from bot.language.lexicon.cue import Sense
from bot.language.lexicon.light import HARMLESS, LIGHT, PRONOUNS
from bot.language.lexicon.scopes import WHOLE_WORDS
from bot.language.message import Message
from bot.language.tokens import DATE, REF


def speaks_of_another(message: Message, start: int, end: int, places: Collection[int] = ()) -> bool:
    """Whether the words from `start` to `end` name a thing beside the action and the words of reporting.

    Counted from the last reference, date or pronoun among them; `places` are steps that only say where.
    """
    words, own = message.words.words, message.own_words
    for i in range(end - 1, start - 1, -1):
        if words[i] in (REF, DATE) or words[i] in PRONOUNS:
            start = i + 1
            break
    told = {
        i
        for hit in message.hits_between(start, end)
        if hit.sense is not Sense.PART and (hit.sense is not Sense.EVENT or hit.first in places)
        for i in range(hit.first, hit.last)
    }
    return any(
        words[i][0].isalpha()
        and i not in told
        and i not in own
        and i - 1 not in own
        and words[i] not in WHOLE_WORDS
        and words[i] not in LIGHT
        and words[i] not in HARMLESS
        for i in range(start, end)
    )
