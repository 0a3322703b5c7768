"""Whether "the rest complete" is said of the other actions, and not of what is left of one."""

from __future__ import annotations

from typing import Final

from bot.language.lexicon.cue import Sense
from bot.language.lexicon.scopes import WHOLE_WORDS
from bot.language.stretch import Stretch
from bot.language.tokens import REF

_TOLD: Final = frozenset({Sense.COLOUR, Sense.STATE, Sense.SAME, Sense.NOW})


def is_of_the_rest(stretch: Stretch, first: int, last: int) -> bool:
    """ "2.3 amber, the rest" before "complete": after an action of which only a colour or a state is said.

    "2.3 two wards open, the rest complete" speaks of wards, and what is said of the rest stays unread.
    """
    if stretch.segment.how != Sense.REST.value:
        return False
    rest = next((hit for hit in stretch.of(Sense.REST) if first <= hit.first and hit.last <= last), None)
    if rest is None or not stretch.is_of_the_whole(rest.last, last):
        return False
    return stretch.is_of_the_whole(first, rest.first) and _tells_of_states_before(stretch, rest.first)


def _tells_of_states_before(stretch: Stretch, at: int) -> bool:
    message = stretch.message
    opens = message.sentence(at)[0]
    if opens and not any(word[0].isalnum() for word in stretch.words[opens:at]):
        opens = message.sentence(opens - 1)[0]
    told = {
        i for hit in message.hits_between(opens, at) if hit.sense in _TOLD for i in range(hit.first, hit.last)
    }
    return bool(told) and all(
        i in told
        or i in stretch.own
        or stretch.words[i] == REF
        or stretch.words[i] in WHOLE_WORDS
        or not stretch.words[i][0].isalnum()
        for i in range(opens, at)
    )
