"""Which words of a message speak of which actions: a reference governs until the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from bot.language.lexicon.cue import Sense
from bot.language.lexicon.listing import words_in
from bot.language.message import Message
from bot.language.refs import Named, RefGroup
from bot.language.tokens import REF
from bot.language.wholes import STATUS, expanded, named, summed_up
from bot.language.word_subjects import word_subjects

_LEADS_TO_SUBJECT: Final = frozenset(
    {"for", "on", "to", "re", "regarding", "about", "against", "of", "with", "at", "in"}
)


@dataclass(slots=True)
class Segment:
    """A stretch of words, and the actions it speaks of.

    `how` tells what names them: a reference ("ref"), their words ("words"), their place among those asked
    ("turn"), "all", "rest", or nothing in the message ("asked").
    """

    actions: tuple[Named, ...]
    stretches: list[tuple[int, int]]
    at: int
    expanded: bool = False
    left_out: bool = False
    shared: bool = False
    how: str = "asked"


class _Subject(NamedTuple):
    at: int
    actions: tuple[Named, ...]
    sense: str


def segments_of(message: Message) -> list[Segment]:
    """The message divided among the actions it speaks of; one segment without actions when it names none."""
    subjects = _subjects(message)
    if not subjects:
        return [Segment(_only_asked(message), [(0, message.size)], 0)]
    starts = [_start(message, subjects, k) for k in range(len(subjects))]
    if len(subjects) == 1 or all(start == 0 for start in starts[:1]):
        starts[0] = 0 if len(subjects) == 1 or starts[0] == 0 else starts[0]
    segments = [
        Segment(
            subject.actions,
            [(starts[k], starts[k + 1] if k + 1 < len(subjects) else message.size)],
            subject.at,
            subject.sense != "ref",
            _is_exception(message, subject.at),
            subject.sense == Sense.ALL.value,
            subject.sense,
        )
        for k, subject in enumerate(subjects)
    ]
    return _merged(segments)


def _merged(segments: list[Segment]) -> list[Segment]:
    """An action named twice has one segment."""
    out: list[Segment] = []
    seen: dict[tuple[Named, ...], Segment] = {}
    for segment in segments:
        earlier = None if segment.shared else seen.get(segment.actions)
        if earlier is None:
            seen[segment.actions] = segment
            out.append(segment)
        else:
            earlier.stretches += segment.stretches
    return out


def _only_asked(message: Message) -> tuple[Named, ...]:
    asked = message.context.asked
    return (named(message, asked[0]),) if len(asked) == 1 else ()


def _subjects(message: Message) -> list[_Subject]:
    found: list[_Subject] = []
    corrected = Sense.CORRECTS in message.senses
    groups = {
        i: group
        for i, group in message.groups()
        if group.is_subject and not (corrected and _is_taken_back(message, i))
    }
    said = {one.ref for group in groups.values() for one in group.actions}
    speaks_of_several = not _SEVERAL.isdisjoint(message.senses)
    if len(groups) > 1 and not speaks_of_several:
        groups = {
            i: group for i, group in groups.items() if not (i and message.words.words[i - 1] == "not")
        } or groups
    wholes = {hit.first: hit for hit in message.hits if hit.sense in _SEVERAL} if speaks_of_several else {}
    by_words = word_subjects(message, groups) if message.known.any else {}
    excepted = {one.ref for i, some in by_words.items() if _is_exception(message, i) for one in some}
    in_turn = _in_turn(message) if len(message.context.asked) > 1 else {}
    if len(message.context.asked) > 1 and not (wholes or in_turn):
        every = _said_of_every(message, groups, by_words)
        if every:
            found.append(_Subject(0, tuple(named(message, ref) for ref in every), Sense.ALL.value))
    for i in sorted({*groups, *wholes, *by_words, *in_turn}):
        if i in in_turn:
            found.append(_Subject(i, in_turn[i], "turn"))
            continue
        if i in by_words and any(said & {one.ref, *one.candidates} for one in by_words[i]):
            continue  # named by its reference as well
        if i in by_words:
            found.append(_Subject(i, by_words[i], "words"))
            continue
        group = groups.get(i)
        if group is not None:
            found.append(_Subject(i, group.actions, "ref"))
            continue
        hit = wholes[i]
        named_before = tuple(action for one in found for action in one.actions)
        actions = summed_up(message, hit, named_before) or expanded(
            message, hit, said | excepted | {one.ref for one in named_before}
        )
        if actions:
            found.append(_Subject(i, actions, hit.sense.value))
    return found


_SEVERAL: Final = frozenset({Sense.REST, Sense.ALL})


def _said_of_every(
    message: Message, groups: dict[int, RefGroup], by_words: dict[int, tuple[Named, ...]]
) -> list[str]:
    """ "same as before apart from 1.8", "no updates from me": of all that was asked, and no word of "all"."""
    asked = message.context.asked
    first = min({*groups, *by_words}, default=message.size)
    tells = [hit for hit in message.hits_between(0, first) if hit.sense in STATUS]
    if not tells:
        return []
    if first < message.size:
        group = groups.get(first)
        if group is None or not _is_exception(message, first):
            return []
        return [ref for ref in asked if ref not in {one.ref for one in group.actions}]
    end = " ".join(message.words.words[tells[0].first : message.sentence(tells[0].first)[1]])
    same = any(hit.sense is Sense.SAME for hit in tells)
    return list(asked) if same and any(phrase in end for phrase in _FROM_ME) else []


_FROM_ME: Final = ("from me", "from us", "my end", "our end", "this end", "my side", "our side")


def _is_taken_back(message: Message, i: int) -> bool:
    """ "not 2.3, I meant 2.4", "ignore my message about 2.3"."""
    words = message.words.words
    if i and words[i - 1] == "not":
        return True
    first = message.clause(i)[0]
    return any(
        hit.sense is Sense.CORRECTS and words[hit.first] in ("ignore", "disregard", "scrap", "scratch")
        for hit in message.hits_between(max(first, i - _NEAR), i)
    )


def _in_turn(message: Message) -> dict[int, tuple[Named, ...]]:
    """ "the first one's done, second slipping": the actions asked about, by their order."""
    words = message.words.words
    starts = {hit.first for hit in message.hits if hit.sense in STATUS or hit.sense is Sense.SLIPS}
    ended = {hit.last - 1 for hit in message.hits if hit.sense in STATUS}
    asked = message.context.asked
    found: dict[int, tuple[Named, ...]] = {}
    for first, last in message.clauses:
        i = first
        while i < last and words[i] in ("the", "and", "but", "so"):
            i += 1
        for k in range(i + 1, last - 1):  # "first one done second one amber"
            later = _TURNS.get(words[k])
            if (
                later is not None
                and later < len(asked)
                and words[k + 1] in ("one", "one's")
                and k - 1 in ended
            ):
                found[k] = (named(message, asked[later]),)
        turn = _TURNS.get(words[i]) if i < last else None
        if turn is None or turn >= len(asked):
            continue
        several = _COUNTS.get(words[i + 1]) if i + 1 < last else None
        if several is not None and several <= len(asked):
            some = asked[-several:] if turn < 0 else asked[:several]
            found[first] = tuple(named(message, ref) for ref in some)
        elif words[i + 1 : i + 2] and (words[i + 1] in _ONES or i + 1 in starts):
            found[first] = (named(message, asked[turn]),)
    return found


_TURNS: Final = {
    "first": 0,
    "1st": 0,
    "former": 0,
    "second": 1,
    "2nd": 1,
    "third": 2,
    "3rd": 2,
    "last": -1,
    "latter": -1,
    "fourth": 3,
}
_COUNTS: Final = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4}
_ONES: Final = words_in(
    "one one's action is has now still item will won't isn't hasn't should may might needs"
)


def _after_and(words: list[str], earlier: int, at: int) -> int:
    """ "amber on 2.1 and red on 2.3": the words about the second begin after "and"."""
    for i in range(at - 2, earlier - 1, -1):
        if words[i] in ("and", "&", "+"):
            return i + 1
    return at


_NEAR: Final = 12


def _start(message: Message, subjects: list[_Subject], k: int) -> int:
    """Where the words about a subject begin: at it, or at its clause where the clause leads up to it."""
    at = subjects[k].at
    earlier = subjects[k - 1].at + 1 if k else 0
    first = message.clause(at)[0]
    if first < earlier:
        opening = _colour_before(message, first, at) or _likened_at(message.words.words, earlier, at)
        if opening is not None:
            return opening
        return (
            _after_and(message.words.words, earlier, at)
            if message.words.words[at - 1] in _LEADS_TO_SUBJECT
            else at
        )
    before = message.words.words[first:at]
    if at == first and before == [] and message.words.words[at - 1 : at] in (["-"], [":"]):
        label = message.clause(at - 1)[0]
        if label >= earlier and _is_label(message, label, at - 1):
            return label
    return first


def _likened_at(words: list[str], earlier: int, at: int) -> int | None:
    """ "2.1 amber, same for 2.2", "as is 2.2": where the words begin that liken the second to the first."""
    i = at
    while i > earlier and words[i - 1] in _LIKENS:
        i -= 1
    return i if words[i : i + 2] in _LIKENING or words[i : i + 3] == ["the", "same", "for"] else None


_LONGEST_LIST: Final = 100
_LIKENS: Final = words_in("same the for with as is are so goes go ditto likewise")
_LIKENING: Final = (
    ["same", "for"], ["same", "with"], ["same", "goes"], ["ditto", "for"], ["likewise", "for"],
    ["as", "is"], ["as", "are"], ["so", "is"], ["so", "are"], ["ditto", "with"],
)  # fmt: skip


def _colour_before(message: Message, first: int, at: int) -> int | None:
    """In a list whose colours come first ("green 2.1 amber 2.2 red 2.3"), where that of word `at` is."""
    words = message.words.words
    last = message.clause(at)[1]
    if last - first > _LONGEST_LIST:
        return None
    told = [hit for hit in message.hits_between(first, last) if hit.sense in (Sense.COLOUR, Sense.STATE)]
    leads_each = all(hit.last < message.size and words[hit.last] == REF for hit in told)
    if not told or told[0].first != first or not leads_each:
        return None
    return next((hit.first for hit in told if hit.last == at), None)


def _is_label(message: Message, first: int, last: int) -> bool:
    return any(hit.sense in STATUS and hit.last >= last - 1 for hit in message.hits_between(first, first + 1))


def _is_exception(message: Message, at: int) -> bool:
    words = message.words.words
    before = " ".join(words[max(0, at - 3) : at])
    return before.endswith(
        ("except", "apart from", "except for", "other than", "bar", "exception of", "excluding", "not")
    )
