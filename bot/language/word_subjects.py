"""The clauses that name an action by its words: "the crisis line is slipping", "carers post: …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bot.language.actions_by_words import likeness, match, telling, vocabulary
from bot.language.known import KnownAction, leads
from bot.language.lexicon.cue import Sense
from bot.language.message import Message
from bot.language.reading import Context
from bot.language.refs import Named, RefGroup

_THIS: Final = frozenset({"this", "it", "it's", "it'll"})
_AS_LIKELY: Final = 0.75
_LONGEST_MENTION: Final = 12
_LEADS: Final = frozenset({"for", "on", "with", "to", "of", "about"})
_STOPS: Final = frozenset(
    {Sense.COLOUR, Sense.STATE, Sense.HINT, Sense.SLIPS, Sense.BRINGS, Sense.SAME, Sense.BLOCKS,
     Sense.NOW, Sense.FUTURE, Sense.WAS, Sense.NEGATES, Sense.CHANGES, Sense.SUPPORT}
)  # fmt: skip
_TAKES: Final = frozenset({Sense.BLOCKS, Sense.CAUSES})
"""What has an object of its own: "waiting for the survey" is not said of the survey."""
_SAYS: Final = frozenset({Sense.COLOUR, Sense.STATE, Sense.HINT, Sense.SLIPS, Sense.SAME, Sense.BLOCKS})


def word_subjects(message: Message, groups: dict[int, RefGroup]) -> dict[int, tuple[Named, ...]]:
    """The actions named by words, each at the first word of what is said of them."""
    found: dict[int, tuple[Named, ...]] = {}
    governing: Named | None = None
    by_words = len(message.context.asked) > 1
    told = -1
    pronoun_said = False
    ends = {hit.first for hit in message.hits if hit.sense in _STOPS}
    says = {hit.first for hit in message.hits if hit.sense in _SAYS}
    taken = {i for hit in message.hits if hit.sense in _TAKES for i in range(hit.first, hit.last)}
    taken |= {i for hit in message.hits if hit.sense is Sense.SAME for i in range(hit.first, hit.last - 1)}
    for first, last in _parts(message, says):
        inside = [i for i in range(first, last) if i in groups] if groups else []
        if inside:
            governing, by_words = groups[inside[-1]].actions[-1], False
            told = message.sentence_of[first]
            continue
        if last - first == 1 and not message.words.words[first][0].isalpha():
            continue  # a sign alone names nothing
        mention, is_label = _mention(message.words.words, ends, taken, first, last)
        named = _named(message, mention, governing, is_label=is_label or by_words)
        is_said = any(i in says for i in range(first, last))
        pronoun_said = pronoun_said or (
            len(message.context.asked) == 1 and is_said and bool(_THIS & set(message.words.words[first:last]))
        )
        if named and _is_by_chance(message, mention, named, is_said):
            continue
        if named and pronoun_said and not is_label and len(set(telling(mention))) == 1:
            continue  # "we won't go ahead with this, the grant fell through"
        if named and not is_said and not is_label and message.sentence_of[first] == told:
            continue  # "3.2 done, all staff trained": of 3.2 still
        if named:
            found[first] = named
            governing, by_words = named[-1], True
    return found


def _parts(message: Message, says: set[int]) -> Iterator[tuple[int, int]]:
    """The clauses, and the halves of one that says something on both sides of an "and"."""
    words = message.words.words
    for start, last in message.clauses:
        first = start
        said = False
        for i in range(start, last):
            if (
                words[i] == "and"
                and said
                and any(k in says for k in range(i + 1, min(last, i + _LONGEST_MENTION)))
            ):
                yield first, i
                first, said = i + 1, False
            said = said or i in says
        yield first, last


def _mention(
    words: list[str], ends: set[int], taken: set[int], first: int, last: int
) -> tuple[list[str], bool]:
    """The words of a clause that may name its action, and whether they are its label ("carers post: …")."""
    for i in range(first, min(last, first + _LONGEST_MENTION)):
        if words[i] == ":":
            return words[first:i], True
    i = first
    while i < last and (i not in ends or (i == first and words[i] in ("the", "this"))):
        i += 1
    if i > first and telling(words[first:i]):
        return words[first : min(i, first + _LONGEST_MENTION)], False
    for k in range(last - 1, max(first, i, last - _LONGEST_MENTION), -1):
        if words[k] in _LEADS and k not in taken:
            return words[k + 1 : last], False
    for k in range(first, min(last, first + _LONGEST_MENTION)):
        if words[k] in ("the", "our") and k - 1 not in taken:
            return words[k + 1 : min(last, k + 4)], False
    return [], False


def _is_by_chance(message: Message, mention: list[str], named: tuple[Named, ...], says: bool) -> bool:  # noqa: FBT001 - read where it is computed
    """ "ha, good point": one ordinary word shared with somebody else's action, and nothing said of it."""
    if says or len(set(telling(mention))) > 1:
        return False
    asked, speaker = message.context.asked, message.context.speaker
    return not any(one.ref in asked or (one.known is not None and leads(one.known, speaker)) for one in named)


def _named(
    message: Message, mention: list[str], governing: Named | None, *, is_label: bool
) -> tuple[Named, ...]:
    said = telling(mention)
    context = message.context
    if not said or not (
        len(set(said)) > 1 or is_label or governing is None or _is_the_one(context, mention, said)
    ):
        return ()
    if "and" in mention:
        at = mention.index("and")
        both = [
            match(telling(half), context.plans, message.known, context.asked, context.speaker)
            for half in (mention[:at], mention[at + 1 :])
        ]
        if all(len(one) == 1 for one in both) and both[0] != both[1]:
            return tuple(_one_of(message, one) for one in both)
    matched = match(said, context.plans, message.known, context.asked, context.speaker)
    if not matched or _is_still_about(message, said, matched, governing):
        return ()
    return (_one_of(message, matched),)


def _is_the_one(context: Context, mention: list[str], said: list[str]) -> bool:
    """ "the leaflet", where only one action has a leaflet."""
    return mention[0] == "the" and len(vocabulary(context.plans).holders.get(said[0], ())) == 1


def _is_still_about(
    message: Message, said: list[str], matched: tuple[KnownAction, ...], governing: Named | None
) -> bool:
    """Whether the words are as well said of the action spoken of before."""
    if governing is None or governing.known is None:
        return False
    place = governing.known.place
    if any(one.place == place for one in matched):
        return True
    plans = message.context.plans
    best = max(likeness(said, plans, one.place) for one in matched)
    return likeness(said, plans, place) >= _AS_LIKELY * best


def _one_of(message: Message, matched: tuple[KnownAction, ...]) -> Named:
    asked = message.context.asked
    if len(matched) > 1:
        several = message.known.several
        return Named(
            None,
            None,
            tuple(f"{one.plan}: {one.action.ref}" if several else one.action.ref for one in matched),
        )
    only = matched[0]
    if len(asked) == 1 and only.action.ref != asked[0]:
        return Named(None, None, (asked[0], only.action.ref))
    return Named(only.action.ref, only.plan, known=only)
