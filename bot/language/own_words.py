"""The words of an action's own name: "discharge audit complete" is said of the action, not of a step."""

from __future__ import annotations

from typing import Final

from bot.language.actions_by_words import stem, telling, vocabulary
from bot.language.cues import Hit
from bot.language.known import ref_key
from bot.language.lexicon.cue import Sense
from bot.language.message import Message
from bot.language.subjects import Segment
from bot.language.tokens import name_words

_STEPS: Final = frozenset({Sense.EVENT, Sense.PART})
_TOLD: Final = frozenset({Sense.STATE, Sense.COLOUR, Sense.HINT})
_IN_A_NAME: Final = frozenset({Sense.SLIPS, Sense.HINT, Sense.SUPPORT, Sense.BLOCKS, Sense.COLOUR})
_TURN_IN_A_NAME: Final = frozenset({Sense.WAS, Sense.NOW, Sense.NEARLY, Sense.BRINGS, Sense.FUTURE})


def with_own_words(message: Message, segments: list[Segment]) -> Message:
    """The message with the words of its actions' names marked, and no cue read out of them."""
    if not message.known.any:
        return message
    own: set[int] = set()
    for segment in segments:
        stems = _stems(message, segment)
        if not stems:
            continue
        for first, last in segment.stretches:
            own.update(i for i in range(first, last) if stem(message.words.words[i]) in stems)
        own.update(_ordinary_beside(message, own, segment))
    if not own:
        return message
    hits = [hit for hit in message.hits if not _is_name(message, hit, own)]
    return message.with_own_words(frozenset(own), hits)


def _stems(message: Message, segment: Segment) -> frozenset[str]:
    """The telling words of one action, of each that is named in words, or those all candidates have."""
    held = vocabulary(message.context.plans).stems
    places = {action.known.place for action in segment.actions if action.known is not None}
    if len(places) == 1:
        return held[places.pop()]
    if segment.how == "words" and len(places) == len(segment.actions):
        return frozenset().union(*(held[place] for place in places))
    if places or len(segment.actions) != 1:
        return frozenset()
    found = [
        held[one.place]
        for candidate in segment.actions[0].candidates
        for one in message.known.look_up(ref_key(candidate.rpartition(": ")[2]))
    ]
    return frozenset.intersection(*found) if found else frozenset()


def _ordinary_beside(message: Message, own: set[int], segment: Segment) -> set[int]:
    """Words of the name too ordinary to know it by, beside one that is not: "the bereavement offer"."""
    known = next((action.known for action in segment.actions if action.known is not None), None)
    if known is None:
        return set()
    name = set(name_words(known.action.text))
    words = message.words.words
    told = {hit.first for hit in message.hits if hit.sense in _TOLD}
    beside = {
        i + 1
        for i in own
        if i + 1 < len(words) and words[i + 1] in name and words[i + 1][0].isalnum() and i + 1 not in told
    }
    reached = {i for i in own if i}
    while reached:  # "out of area placements": and those before it, back to the first
        reached = {
            i - 1 for i in reached if words[i - 1] in name and i - 1 not in told and words[i - 1][0].isalpha()
        } - beside
        beside |= reached
        reached = {i for i in reached if i}
    return beside


def _is_name(message: Message, hit: Hit, own: set[int]) -> bool:
    if hit.sense in _STEPS:
        said = range(hit.first, hit.last)
        return hit.last - 1 in own and all(i in own or not telling([message.words.words[i]]) for i in said)
    if hit.sense in _TURN_IN_A_NAME:
        return all(i in own for i in range(hit.first, hit.last))
    if hit.sense in _IN_A_NAME and hit.last - hit.first == 1 and hit.first in own:
        return hit.first + 1 in own or hit.first - 1 in own
    return False
