"""The actions that "all mine", "both" and "the rest" stand for: asked about, the speaker's, or named."""

from __future__ import annotations

from typing import Final

from bot.language.cues import Hit
from bot.language.known import leads
from bot.language.lexicon.cue import Sense
from bot.language.lexicon.listing import words_in
from bot.language.lexicon.scopes import WHOLE_WORDS
from bot.language.message import Message
from bot.language.refs import Named
from bot.language.tokens import REF

STATUS: Final = frozenset({Sense.COLOUR, Sense.STATE, Sense.HINT, Sense.SAME, Sense.SLIPS, Sense.BLOCKS})
_COPULAS: Final = words_in(
    """
    are is be now still remain remains stay staying as the all have has been were also just
    """
)
_NEAR: Final = 12
_NO_FURTHER: Final = 40
"""Words before "all" that are looked at: a clause without end is looked through once, not at every "all"."""


def named(message: Message, ref: str) -> Named:
    """The action of this reference, in the plan when that is known."""
    found = message.known.look_up(ref.replace(" ", "").lower())
    if len(found) == 1:
        return Named(ref, found[0].plan, known=found[0])
    own = [one for one in found if leads(one, message.context.speaker)]
    if len(own) == 1:
        return Named(ref, own[0].plan, known=own[0])
    return Named(
        ref, None, tuple(f"{one.plan}: {one.action.ref}" for one in found), found[0] if found else None
    )


def expanded(message: Message, hit: Hit, said: set[str | None]) -> tuple[Named, ...]:
    """The actions that "rest", "all mine" or "both" stand for, where that is what they say."""
    words = message.words.words
    if hit.first and words[hit.first - 1] == REF and hit.sense is Sense.ALL:
        return ()
    if words[hit.first : hit.last] == ["all"] and hit.first and words[hit.first - 1] in _SET_PHRASES:
        return ()
    if words[hit.first] == "all" and hit.first and words[hit.first - 1] in _ENTIRELY:
        return ()  # "it should be all done by end of Oct": entirely
    if not _speaks_of_state(message, hit) or _is_all_of_one(message, hit):
        return ()
    refs = list(message.context.asked) or _own(message)
    both = hit.sense is Sense.ALL and words[hit.first] == "both"
    left = refs if both else [ref for ref in refs if ref not in said]
    if both and len(refs) != 2:
        return ()
    return tuple(named(message, ref) for ref in left)


_ENTIRELY: Final = frozenset({"be", "been", "it's", "it'll"})
_SET_PHRASES: Final = frozenset({"after", "at", "above"})
""" "After all", "at all" and "above all" are of no action."""


def _is_all_of_one(message: Message, hit: Hit) -> bool:
    """ "the register's all done", "policy all signed off": wholly, and not every action."""
    words = message.words.words
    if words[hit.first : hit.last] != ["all"]:
        return False
    first = max(message.clause(hit.first)[0], hit.first - _NO_FURTHER)
    told = {
        i
        for other in message.hits_between(first, hit.first)
        if other.sense not in (Sense.EVENT, Sense.PART)
        for i in range(other.first, other.last)
    }
    return any(
        words[i][0].isalpha() and i not in told and words[i] not in WHOLE_WORDS and words[i] not in _COPULAS
        for i in range(first, hit.first)
    )


def summed_up(message: Message, hit: Hit, named_before: tuple[Named, ...]) -> tuple[Named, ...]:
    """ "3.3 …. 3.4 …. Both red", "… all green from my side": the actions this message has spoken of."""
    words = message.words.words
    several = tuple(dict.fromkeys(named_before))
    if hit.sense is not Sense.ALL or not several or words[hit.first - 1] not in _SETS_OFF:
        return ()
    count = _COUNTED.get(words[hit.last - 1])
    if count is not None and count != len(several):
        return ()
    left = set(message.context.asked) - {one.ref for one in several}
    if count is None and (left or words[hit.first : hit.last] != ["all"]):
        return ()
    i = hit.last
    while i < message.size and words[i] in _COPULAS:
        i += 1
    states = any(
        other.sense in _SUMS_UP and other.first == i for other in message.hits_between(hit.last, i + 1)
    )
    return several if states else ()


_SETS_OFF: Final = frozenset({".", ",", ";", "\n", "-", "!", ":", ")", "and", "but"})
_COUNTED: Final = {"both": 2, "two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5}
_SUMS_UP: Final = frozenset({Sense.COLOUR, Sense.BLOCKS, Sense.SAME, Sense.STATE})


def own_actions(message: Message) -> tuple[str, ...]:
    """The references of the actions the speaker leads, while they are few enough to choose among."""
    own = _own(message)
    return tuple(own) if len(own) <= _FEW_ENOUGH else ()


_FEW_ENOUGH: Final = 10


def _own(message: Message) -> list[str]:
    if not message.context.speaker:
        return []
    return [one.action.ref for one in message.known.order if leads(one, message.context.speaker)]


def _speaks_of_state(message: Message, hit: Hit) -> bool:
    """Whether a state is said of it straight after ("rest no change") or before ("no change on all")."""
    words = message.words.words
    i = hit.last
    while i < message.size and words[i] in _COPULAS:
        i += 1
    first, last = message.clause(hit.first)
    first = max(first, hit.first - _NEAR)
    for other in message.hits_between(first, min(last, hit.last + _NEAR)):
        if other.sense not in STATUS:
            continue
        if other.first in (i, hit.first) or other.first < hit.first:
            return True
        if hit.sense is Sense.REST and other.first >= hit.last:
            return "<pct>" not in words[max(0, hit.first - 6) : hit.first]
    return words[i : i + 1] == [":"]
