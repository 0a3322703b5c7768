"""What holds: a cue is asserted now, or negated, over, hoped for, conditional, nearly so or another's."""

from __future__ import annotations

from bisect import bisect_left
from enum import StrEnum
from typing import Final, NamedTuple

from bot.language.asking import is_tag, opens_question
from bot.language.cues import Hit
from bot.language.lexicon.cue import Sense
from bot.language.lexicon.listing import words_in
from bot.language.message import Message
from bot.language.tokens import DATE, REF


class Standing(StrEnum):
    """How a cue stands where it is said."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    PAST = "past"
    FUTURE = "future"
    CONDITIONAL = "conditional"
    PARTIAL = "partial"
    OTHERS = "others"
    ASKED = "asked"
    STRUCK = "struck"


_TURNS: Final = {
    Sense.WAS: Standing.PAST,
    Sense.FUTURE: Standing.FUTURE,
    Sense.CONDITION: Standing.CONDITIONAL,
    Sense.OTHERS: Standing.OTHERS,
}
_LEADS_OWN: Final = words_in("i i'd i'm we'd")
_GOOD: Final = words_in(
    "approved agreed signed confirmed granted well funded recruited appointed resolved ready goes"
)
_MAIN: Final = words_in(", we we'll it it'll this that's then")
_BAD: Final = words_in(
    "had not don't doesn't isn't aren't no never won't overruns slips slip fails late can't refuse red"
)
_CONTRASTS: Final = frozenset(
    {"but", "however", "though", "although", "then", "otherwise", "so", "therefore"}
)
_FARTHEST: Final = 12
_ASKS_FOR: Final = frozenset({"can", "could", "please", "okay", "ok", "happy", "fine", "good"})
"""Where a cue begins so, the question asks that it be so: "can we close 2.4?"."""
_CASES: Final = frozenset({"best", "worst"})
_FARTHEST_IF: Final = 60
_WHOLE: Final = 100
_FAR_NEGATION: Final = 3
_JOINS: Final = frozenset({"and", "but", ",", "-"})
_LISTS: Final = frozenset({"and", "or", "/", ","})


class Scopes(NamedTuple):
    """The turning words of a message, by the word they end on, and where conditions open.

    `tells_beside` says whether a colour or a state is told beside the questions; `starts` are the words where
    those about another action begin, and `said` every word there is, to leave early what looks for another.
    """

    message: Message
    ends: dict[int, Hit]
    status_ends: frozenset[int]
    conditions: list[int]
    questions: frozenset[int]
    absences: list[Hit]
    tells_beside: bool
    starts: frozenset[int] = frozenset()
    said: frozenset[str] = frozenset()

    def standing(self, hit: Hit) -> Standing:
        """How this cue stands."""
        message = self.message
        if hit.first in message.struck:
            return Standing.STRUCK
        if (
            self.questions
            and message.sentence_of[hit.first] in self.questions
            and message.words.words[hit.first] not in _ASKS_FOR
        ):
            return Standing.ASKED
        near = self._looking_back(hit)
        if near is not Standing.ASSERTED:
            return near
        if Sense.OTHERS in message.senses and self._is_anothers(hit):
            return Standing.OTHERS
        if self.conditions and self.is_conditional(hit.first) and not self._is_now(hit):
            return Standing.CONDITIONAL
        return near

    def _is_anothers(self, hit: Hit) -> bool:
        """ "HR say it's green": somebody else's word, up to the "I'd say" of the lead."""
        first = max(self.message.clause(hit.first)[0], hit.first - _FARTHEST)
        said = [i for i in range(first, hit.first) if i in self.ends and self.ends[i].sense is Sense.OTHERS]
        return bool(said) and not _LEADS_OWN & set(self.message.words.words[said[-1] + 1 : hit.first])

    def _is_now(self, hit: Hit) -> bool:
        """ "if it slips it's red, amber for now": what is said to hold today is under no condition."""
        words = self.message.words.words
        first = self.message.clause(hit.first)[0]
        opens = first == hit.first or (first == hit.first - 1 and words[first] == REF)
        return opens and words[hit.last : hit.last + 2] in (
            ["for", "now"],
            ["at", "present"],
            ["at", "the"],
        )

    def is_conditional(self, i: int) -> bool:
        """Whether an "if" earlier in the sentence governs word `i`."""
        k = bisect_left(self.conditions, i) - 1
        if k < 0:
            return False
        opened = self.conditions[k]
        if i - opened > _FARTHEST_IF or self.message.sentence_of[opened] != self.message.sentence_of[i]:
            return False
        words = self.message.words.words
        if self._begins_anew(opened, i):
            return False  # "2.1 amber if we get no more money and 2.2 green"
        if words[opened] in _CASES and self.message.clause_of[opened] != self.message.clause_of[i]:
            return False  # "best case May, realistically July"
        return not any(word in _CONTRASTS for word in words[opened + 1 : i])

    def _begins_anew(self, opened: int, i: int) -> bool:
        """Whether words about another action begin after the condition on the one before."""
        words = self.message.words.words
        if not any(
            k in self.starts and self._is_name(k) and words[k - 1] in _JOINS for k in range(opened + 1, i + 1)
        ):
            return False
        first = self.message.sentence(opened)[0]
        return any(self._is_name(k) for k in range(max(first, opened - _FARTHEST), opened))

    def condition_is_good(self, i: int) -> bool:
        """Whether what the "if" before word `i` waits for is a good thing: "if that goes well we open"."""
        k = bisect_left(self.conditions, i) - 1
        said = set(self.message.words.words[self.conditions[k] : i])
        return bool(_GOOD & said) and bool(_MAIN & said) and not _BAD & said

    def _looking_back(self, hit: Hit) -> Standing:
        """What the words before a cue make of it, nearest first, as far as its clause goes."""
        words = self.message.words.words
        start = max(self.message.clause(hit.first)[0], hit.first - _FARTHEST)
        i = hit.first - 1
        lead = self.ends.get(hit.first)
        if lead is not None and lead.first < hit.first and lead.sense is Sense.FUTURE:
            return Standing.FUTURE  # "about to close"
        moved, crossed = False, 0
        while i >= start:
            turn = self.ends.get(i)
            if i + 1 in self.starts and i + 1 < hit.first and self._is_name(i + 1):
                crossed = i + 1
            if turn is not None and turn.last < crossed and self._is_of_the_one_before(start, turn):
                break  # "2.2 amber due to funding and 2.3 red"
            if turn is None:
                if i in self.status_ends:
                    crossed = 0  # "2.1 was amber and 2.2 red"
                if i in self.status_ends and words[i + 1] not in _LISTS:
                    break
                i -= 1
                continue
            if turn.sense is Sense.NOW:
                break
            made = self._made(turn, hit, distance=hit.first - 1 - i)
            if made is not None and not (moved and made is Standing.PAST):
                return made
            moved = moved or turn.sense is Sense.CHANGES
            i = turn.first - 1
        return Standing.ASSERTED

    def _is_of_the_one_before(self, start: int, turn: Hit) -> bool:
        """Whether a turning word stands among the words of an action named before it."""
        return any(self._is_name(k) for k in range(start, turn.first))

    def _is_name(self, i: int) -> bool:
        return self.message.words.words[i] == REF or i in self.message.own_words

    def _made(self, turn: Hit, hit: Hit, distance: int) -> Standing | None:
        if turn.sense is Sense.WAS and hit.sense is Sense.BLOCKS and distance > _FAR_NEGATION:
            return None  # "they had it in August and nobody will sign"
        if turn.sense is Sense.NEGATES:
            return Standing.NEGATED if distance <= _FAR_NEGATION else None
        if turn.sense is Sense.NEARLY and self._is_one_in_turn(turn):
            return None
        if turn.sense is Sense.NEARLY and hit.sense is Sense.COLOUR and distance <= _FAR_NEGATION + 1:
            return Standing.PARTIAL if self._is_share(turn) or self._is_near(turn, hit, distance) else None
        if turn.sense is Sense.NEARLY:
            return Standing.PARTIAL if distance == 0 and self._is_part(turn, hit) else None
        return _TURNS.get(turn.sense)

    def _is_one_in_turn(self, turn: Hit) -> bool:
        """ "first done, second amber", of two actions asked about."""
        words = self.message.words.words
        opens = self.message.clause(turn.first)[0] == turn.first
        return opens and words[turn.first] in ("first", "second") and len(self.message.context.asked) > 1

    def _is_share(self, turn: Hit) -> bool:
        """ "30% of sites green": of some, and not of the action."""
        words = self.message.words
        return isinstance(words.things.get(turn.first), int) and words.words[turn.last] == "of"

    def _is_near(self, turn: Hit, hit: Hit, distance: int) -> bool:
        return distance == 0 and self._is_part(turn, hit)

    def _is_part(self, turn: Hit, hit: Hit) -> bool:
        """ "60% done" is not done, while "60% amber" gives the share done and the colour."""
        thing = self.message.words.things.get(turn.first)
        return not isinstance(thing, int) or (thing < _WHOLE and hit.sense is not Sense.COLOUR)


def scopes_of(message: Message, starts: list[int]) -> Scopes:
    """Gather the turning words once; `starts` are the words where another action's words begin."""
    ends: dict[int, Hit] = {}
    status: set[int] = set()
    conditions: list[int] = []
    for hit in message.hits:
        if hit.sense in _TURNING:
            if hit.sense is Sense.CONDITION and _leads_to_date(message, hit):
                continue
            ends[hit.last - 1] = hit
            if hit.sense is Sense.CONDITION:
                conditions.append(hit.first)
        elif hit.sense is Sense.COLOUR or hit.sense is Sense.STATE:
            status.add(hit.last - 1)
    words = message.words.words
    questions = frozenset(
        message.sentence_of[first]
        for first, last in message.sentences
        if last > first
        and (opens_question(words, first) or (words[last - 1] == "?" and not is_tag(message, first, last)))
    )
    absences = (
        [hit for hit in message.hits if hit.sense is Sense.AWAY] if Sense.AWAY in message.senses else []
    )
    tells_beside = bool(questions) and any(
        hit.sense in _TOLD and message.sentence_of[hit.first] not in questions for hit in message.hits
    )
    return Scopes(
        message,
        ends,
        frozenset(status),
        conditions,
        questions,
        absences,
        tells_beside,
        frozenset(starts[1:]),
        frozenset(words),
    )


_TOLD: Final = frozenset({Sense.COLOUR, Sense.STATE, Sense.SAME})


_NEAR_DATE: Final = 4
_BEFORE_DATE: Final = words_in(
    "the after about around at least early end of mid late sometime in maybe probably"
)


def _leads_to_date(message: Message, hit: Hit) -> bool:
    """ "until April", "until the end of March": a time, and not a condition."""
    if message.words.words[hit.first] not in ("until", "till"):
        return False
    i = hit.last
    while i < message.size and i - hit.last < _NEAR_DATE and message.words.words[i] in _BEFORE_DATE:
        i += 1
    return i < message.size and message.words.words[i] == DATE


_TURNING: Final = frozenset(
    {
        Sense.NEGATES,
        Sense.WAS,
        Sense.NOW,
        Sense.FUTURE,
        Sense.CONDITION,
        Sense.NEARLY,
        Sense.CHANGES,
        Sense.OTHERS,
    }
)
