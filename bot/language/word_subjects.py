"""The clauses that name an action by its words: "the crisis line is slipping", "carers post: …"."""

from __future__ import annotations

from typing import Final, NamedTuple

from bot.language.actions_by_words import likeness, match, stem, telling, vocabulary
from bot.language.known import KnownAction, leads
from bot.language.lexicon.cue import Sense
from bot.language.lexicon.listing import words_in
from bot.language.message import Message
from bot.language.name_lists import STATES, parts
from bot.language.name_runs import Run, runs
from bot.language.reading import Context
from bot.language.refs import Named, RefGroup
from bot.language.tokens import DATE

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
_DOES: Final = words_in("start begin commence finish complete progress do deliver move proceed continue")
"""What ends so takes the action itself: "can't start the training"."""
_OPENERS: Final = words_in("the our my this and but so also then hi hello all - , : re for on with")
_ASKS: Final = words_in("can could please who what where when how any anyone does do is are which why send")
_FARES: Final = words_in(
    "luck joy problem problems issue issues trouble progress movement headway struggling difficulty"
)
"""How it goes "with the leaflet"."""
_SAYS_OF: Final = words_in(
    "now is isn't was has hasn't still should will won't same likewise ditto to - :"
) | {DATE}
_HAPPENS: Final = frozenset({Sense.EVENT, Sense.PAST, Sense.BLOCKS, Sense.COLOUR, Sense.STATE, Sense.SAME})
_SAYS: Final = frozenset({Sense.COLOUR, Sense.STATE, Sense.HINT, Sense.SLIPS, Sense.SAME, Sense.BLOCKS})


def word_subjects(message: Message, groups: dict[int, RefGroup]) -> dict[int, tuple[Named, ...]]:
    """The actions named by words, each at the first word of what is said of them."""
    found: dict[int, tuple[Named, ...]] = {}
    governing: Named | None = None
    by_words = len(message.context.asked) > 1
    told = -1
    pronoun_said = False
    cues = _cues_of(message)
    for first, last, named_from in parts(message, cues.says):
        inside = [i for i in range(first, last) if i in groups] if groups else []
        if inside:
            governing, by_words = groups[inside[-1]].actions[-1], False
            told = message.sentence_of[first]
            continue
        if last - first == 1 and not message.words.words[first][0].isalpha():
            continue  # a sign alone names nothing
        is_said = any(i in cues.says for i in range(first, last))
        mention, is_label, named = _named_in(
            message, cues, named_from, last, governing, by_words=by_words, is_said=is_said
        )
        pronoun_said = pronoun_said or (
            len(message.context.asked) == 1 and is_said and bool(_THIS & set(message.words.words[first:last]))
        )
        if named and pronoun_said and not is_label and len(set(telling(mention))) == 1:
            continue  # "we won't go ahead with this, the grant fell through"
        if named and not is_said and not is_label and message.sentence_of[first] == told:
            continue  # "3.2 done, all staff trained": of 3.2 still
        if named:
            found[_excepted(message, first, last)] = named
            governing, by_words = named[-1], True
    return found


def _excepted(message: Message, first: int, last: int) -> int:
    """Where the words about the action begin: after "apart from" in "all amber apart from the garden"."""
    if Sense.EXCEPT not in message.senses or message.senses.isdisjoint((Sense.ALL, Sense.REST)):
        return first
    hits = message.hits_between(first + 1, last)
    return next((hit.last for hit in hits if hit.sense is Sense.EXCEPT and hit.last < last), first)


class _Cues(NamedTuple):
    """Where cues end a mention, where they say something, the words of states, and those of objects."""

    ends: set[int]
    says: set[int]
    states: set[int]
    taken: set[int]


def _cues_of(message: Message) -> _Cues:
    ends = {hit.first for hit in message.hits if hit.sense in _STOPS}
    says = {hit.first for hit in message.hits if hit.sense in _SAYS}
    states = {i for hit in message.hits if hit.sense in STATES for i in range(hit.first, hit.last)}
    words = message.words.words
    taken = {
        i
        for hit in message.hits
        if hit.sense in _TAKES and words[hit.last - 1] not in _DOES
        for i in range(hit.first, hit.last)
    }
    taken |= {i for hit in message.hits if hit.sense is Sense.SAME for i in range(hit.first, hit.last - 1)}
    return _Cues(ends, says, states, taken)


def _named_in(
    message: Message,
    cues: _Cues,
    first: int,
    last: int,
    governing: Named | None,
    *,
    by_words: bool,
    is_said: bool,
) -> tuple[list[str], bool, tuple[Named, ...]]:
    """The mention in these words, whether it is their label, and the actions it names."""
    words = message.words.words
    mention, is_label = _mention(words, cues.ends, cues.taken, first, last)
    found = list(runs(words, message.context.plans, first, last, cues.states))
    opening = found[0] if found and set(words[first : found[0].first]) <= _OPENERS else None
    if opening is not None and len(telling(mention)) <= len(telling(words[opening.first : opening.last])):
        named = _by_run(message, opening, governing)
        return words[opening.first : opening.last], is_label or _is_set_off(words, opening.last), named
    named = _named(message, mention, governing, is_label=is_label or by_words)
    if named and _is_by_chance(message, mention, named, is_said):
        named = named if _is_known_by(message, mention, named, first, last, alone=governing is None) else ()
    if not (named or governing or message.context.asked or _asks(words, first)):
        named = _by_its_whole_name(message, cues, found, first) or _the_only_one(message, cues, first, last)
    return mention, is_label, named


def _asks(words: list[str], first: int) -> bool:
    """ "can somebody send me the leaflet"; not "can the lead on the leaflet be changed"."""
    return words[first] in _ASKS and words[first + 1 : first + 2] not in (["the"], ["my"], ["our"])


def _by_run(message: Message, run: Run, governing: Named | None) -> tuple[Named, ...]:
    asked, speaker = message.context.asked, message.context.speaker
    held = [message.known.order[place] for place in sorted(run.places)]
    own = [one for one in held if one.action.ref in asked] or [one for one in held if leads(one, speaker)]
    held = own or held
    said = telling(message.words.words[run.first : run.last])
    if _is_still_about(message, said, tuple(held), governing):
        return ()
    return (_one_of(message, tuple(held)),)


def _by_its_whole_name(message: Message, cues: _Cues, found: list[Run], first: int) -> tuple[Named, ...]:
    """ "somebody has offered to host the young carers club": told of an action, further on in the clause."""
    words = message.words.words
    for run in found:
        before = run.first - 1
        while before >= first and words[before] in _OPENERS:
            before -= 1
        if (
            before not in cues.taken
            and len(run.places) == 1
            and len(set(telling(words[run.first : run.last]))) > 1
        ):
            return _by_run(message, run, None)
    return ()


def _the_only_one(message: Message, cues: _Cues, first: int, last: int) -> tuple[Named, ...]:
    """ "no luck with the leaflet", "engineer visiting the allotments": told of the one action that has it."""
    words, plans = message.words.words, message.context.plans
    held = vocabulary(plans).holders
    happens = any(hit.sense in _HAPPENS for hit in message.hits_between(first, last))
    if Sense.THANKS in message.senses or not (
        happens or DATE in words[first:last] or _FARES & set(words[first:last])
    ):
        return ()
    for i in range(first, last - 1):
        if words[i] not in ("the", "our") or i - 1 in cues.taken or not telling(words[i + 1 : i + 2]):
            continue
        places = held.get(stem(words[i + 1]), ())
        beside = words[i + 2 : i + 3] if i + 2 < last and i + 2 not in cues.says else []
        if len(places) == 1 and (not telling(beside) or places[0] in held.get(stem(beside[0]), ())):
            return (_one_of(message, (message.known.order[places[0]],)),)
    return ()


def _is_known_by(
    message: Message, mention: list[str], named: tuple[Named, ...], first: int, last: int, *, alone: bool
) -> bool:
    """ "minibus now March", "bed board: meeting on the 3rd": one word tells which."""
    words = message.words.words
    if message.context.asked or any(one.known is None for one in named):
        return False
    told = telling(mention)
    at = next(i for i in range(first, last) if telling(words[i : i + 1]) == told[:1])
    after = at + 1
    while (
        alone
        and after < last
        and words[after].isalpha()
        and not telling(words[after : after + 1])
        and (words[after] not in _SAYS_OF)
    ):
        after += 1
    return set(words[first:at]) <= _OPENERS and after < message.size and words[after] in _SAYS_OF


def _is_set_off(words: list[str], at: int) -> bool:
    return at < len(words) and words[at] in (":", "-")


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
