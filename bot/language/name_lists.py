"""Where one clause speaks of several actions by their words: "homes amber repairs red"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

from bot.language.lexicon.cue import Sense
from bot.language.lexicon.listing import words_in
from bot.language.message import Message
from bot.language.name_runs import common_to
from bot.language.tokens import DATE

STATES: Final = frozenset({Sense.COLOUR, Sense.STATE})
_LONGEST: Final = 12
_ENDS: Final = frozenset({DATE, "and"})
_TELLS: Final = frozenset(
    {Sense.CAUSES, Sense.BLOCKS, Sense.FUTURE, Sense.NEGATES, Sense.SUPPORT, Sense.SLIPS}
)
_COPULAS: Final = words_in("is are now still at")


class Part(NamedTuple):
    """The words `first` up to `last`, said of one action; a mention of it can begin at `named_from`."""

    first: int
    last: int
    named_from: int


def parts(message: Message, says: set[int]) -> Iterator[Part]:
    """The clauses, and the parts of one that says something of several actions; `says` begin what is told."""
    words = message.words.words
    ended = {hit.last for hit in message.hits if hit.sense in STATES}
    starts = sorted(hit.first for hit in message.hits if hit.sense in STATES)
    heads = _heads(message)
    for start, last in message.clauses:
        first = start
        said = False
        for i in range(start, last):
            if i > first and i in heads:
                yield Part(first, i, heads.get(first, first))
                first, said = i, False
            elif words[i] == "and" and said and any(k in says for k in range(i + 1, min(last, i + _LONGEST))):
                yield Part(first, i, heads.get(first, first))
                first, said = i + 1, False
            elif (
                (i in ended or words[i - 1] in _ENDS)
                and i > first
                and not heads
                and (_begins_another(message, starts, i, last))
            ):
                if words[i - 1] == "and" and not _tells(message, first, i):
                    continue  # "homes and garden amber": both
                yield Part(first, i, first)
                first, said = i, False
            said = said or i in says
        yield Part(first, last, heads.get(first, first))


def _tells(message: Message, first: int, last: int) -> bool:
    return DATE in message.words.words[first:last] or any(
        hit.sense in _TELLS for hit in message.hits_between(first, last)
    )


def _begins_another(message: Message, starts: list[int], at: int, last: int) -> bool:
    """ "empty homes amber repairs red": nothing but another name, and its own colour or state."""
    following = bisect_left(starts, at)
    k = starts[following] if following < len(starts) and starts[following] < at + _LONGEST else last
    if k >= last or k == at or message.words.words[at] == "and":
        return False
    k -= message.words.words[k - 1] in _COPULAS
    return k > at and bool(common_to(message.words.words, message.context.plans, at, k))


def _heads(message: Message) -> dict[int, int]:
    """Of a list whose colours come first, where each colour begins and the name after it; else nothing."""
    colours = [hit for hit in message.hits if hit.sense is Sense.COLOUR]
    if len(colours) < 2:
        return {}
    words, plans = message.words.words, message.context.plans
    for k, hit in enumerate(colours):
        end = message.clause(hit.first)[1]
        if k + 1 < len(colours):
            end = min(end, colours[k + 1].first)
        while end > hit.last and not words[end - 1][0].isalnum():
            end -= 1
        if end == hit.last or not common_to(words, plans, hit.last, end):
            return {}
    return {hit.first: hit.last for hit in colours}
