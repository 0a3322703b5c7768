"""How much is done, and by how much the finish moves."""

from __future__ import annotations

from typing import Final

from bot.language.cues import Hit
from bot.language.dates import Duration
from bot.language.lexicon.cue import Sense
from bot.language.lexicon.firmness import FIRM
from bot.language.lexicon.listing import words_in
from bot.language.lexicon.scopes import WHOLE_WORDS
from bot.language.message import Message
from bot.language.of_another import speaks_of_another
from bot.language.reading import Evidence, Progress, Question, Shift
from bot.language.scope import Standing
from bot.language.stretch import Facts, Stretch
from bot.language.subjects import Segment
from bot.language.tokens import DATE, PERCENT, REF

_DONE: Final = words_in(
    """
    complete completed done there finished delivered implemented through progressed achieved completion
    """
)
_BETWEEN: Final = frozenset({"of", "the", "way", "now", "about"})
_ABOUT: Final = words_in(
    """
    about around approx approximately roughly nearly almost circa c now at currently say i'd estimate
    over progress only just some up the
    """
)
_NOT_SAID: Final = frozenset({Standing.NEGATED, Standing.CONDITIONAL, Standing.ASKED, Standing.PAST})
_BEFORE, _AFTER = 4, 3


def read_percent(stretch: Stretch) -> None:
    """ "60% complete", "2.8: 75%"; never a share of something else."""
    for i in stretch.things:
        thing = stretch.message.words.things[i]
        if isinstance(thing, int) and thing <= 100 and _is_share_done(stretch, i):
            stretch.facts.percent = thing
            stretch.prove("percent", i, i + 1, "share done")
            return


def _is_share_done(stretch: Stretch, i: int) -> bool:
    words = stretch.words
    for k in range(stretch.subject_start(i), i):
        word = words[k]
        if word[0].isalpha() and word not in WHOLE_WORDS and word not in _ABOUT and k not in stretch.own:
            return False
    if i and words[i - 1] in ("from", "was", "than", "of", "target", "by"):
        return False
    if words[i - 1] == "(" and i > 1 and not stretch.is_of_the_whole(stretch.subject_start(i - 2), i - 1):
        return False
    after = [word for word in words[i + 1 : i + 4] if word not in _BETWEEN]
    if after and after[0] in _DONE:
        return True
    k = i + 1 + (words[i + 1 : i + 2] == ["and"])
    if any(hit.first == k for hit in stretch.of(Sense.COLOUR)):
        shares = [one for one in stretch.things if isinstance(stretch.message.words.things[one], int)]
        return len(shares) == 1  # "60% amber, 40% green" is a count of something else
    if i + 1 >= stretch.message.clause(i)[1] or not words[i + 1][0].isalpha():
        return True
    return _says_what_comes(stretch, i + 1)


def _says_what_comes(stretch: Stretch, i: int) -> bool:
    """ "55% finish 31 Jan", "70% and I expect to finish", "45% and R8 20%": no more is said of the share."""
    words, message = stretch.words, stretch.message
    if words[i] not in ("and", "&"):
        return any(
            hit.first == i and hit.sense is Sense.TARGET and words[hit.last : hit.last + 1] == [DATE]
            for hit in message.hits_between(i, i + 1)
        )
    if words[i + 1 : i + 2] == [REF] and not stretch.is_inside(i + 1):
        return True
    if PERCENT in words[i : message.sentence(i)[1]]:
        return False  # "at 70% and we expect 85%" is a measure
    k = i + 1 + (words[i + 1 : i + 2] in (["i"], ["we"], ["it"]))
    return any(
        hit.sense is Sense.FUTURE or stretch.said(hit) in FIRM for hit in message.hits_between(k, k + 1)
    )


def read_shift(stretch: Stretch) -> None:
    """ "slipped three weeks", "brought forward a fortnight", "two weeks late"."""
    if stretch.facts.progress is Progress.COMPLETE:
        return
    for i in stretch.things:
        length = stretch.message.words.things[i]
        if not isinstance(length, Duration) or length.attributive:
            continue
        moves = _moves(stretch, i)
        if not moves or any(stretch.scopes.standing(hit) in _NOT_SAID for hit in moves):
            continue
        first = min(i, moves[0].first)
        if speaks_of_another(stretch.message, max(stretch.message.clause(i)[0], stretch.start), first):
            stretch.facts.questions.append(Question("forecast"))
        if _leaves_the_end(stretch, i):
            return
        sign = -1 if any(hit.sense is Sense.BRINGS for hit in moves) else 1
        stretch.facts.shift = Shift(sign * length.n, length.unit)
        stretch.facts.shift_words = stretch.message.said(i, i + 1)
        stretch.prove("shift", i, i + 1, moves[0].cue.rule)
        return


def shifted_as_before(message: Message, segment: Segment, before: Facts) -> Facts:
    """ "2.1 slips two weeks, 2.2 a month": by as much, the same way, where nothing else is said."""
    facts = Facts()
    said = [i for first, last in segment.stretches for i in range(first, last)]
    lengths = [i for i in said if isinstance(message.words.things.get(i), Duration)]
    rest = [message.words.words[i] for i in said if i not in lengths and i not in message.own_words]
    length = message.words.things[lengths[0]] if len(lengths) == 1 else None
    if (
        before.shift is None
        or not isinstance(length, Duration)
        or not all(word == REF or word in _BY or not word[0].isalnum() for word in rest)
    ):
        return facts
    sign = -1 if before.shift.n < 0 else 1
    facts.shift = Shift(sign * length.n, length.unit)
    facts.shift_words = message.said(lengths[0], lengths[0] + 1)
    facts.rag_implied = before.rag_implied
    facts.evidence.append(
        Evidence("shift", facts.shift_words, message.span(lengths[0], lengths[0] + 1), "as the one before")
    )
    return facts


_BY: Final = frozenset({"by", "and", "the", "a", "an", "another"})


def _leaves_the_end(stretch: Stretch, i: int) -> bool:
    """ "two week delay to the roof, end date unaffected": what moves is no finish."""
    first, last = stretch.message.sentence(i)
    said = " ".join(stretch.words[max(first, i - _WINDOW) : min(last, i + _WINDOW)])
    return any(phrase in said for phrase in _UNAFFECTED)


_WINDOW: Final = 30
_UNAFFECTED: Final = (
    "unaffected", "not affected", "no impact on", "doesn't affect", "won't affect", "date unchanged",
    "date is unchanged", "date stays", "date holds", "still on track", "still on for", "made up the time",
    "within the float",
)  # fmt: skip


def _moves(stretch: Stretch, i: int) -> list[Hit]:
    """The words near a length of time that say the finish moves by it, unless it is a step that moves."""
    first, last = stretch.message.clause(i)
    near = stretch.message.hits_between(max(first, i - _BEFORE - 4), min(last, i + _AFTER + 2))
    moves = [
        hit
        for hit in near
        if hit.sense in (Sense.SLIPS, Sense.BRINGS)
        and (0 <= i - hit.last <= _BEFORE or 0 <= hit.first - i - 1 <= _AFTER)
    ]
    if any(event.sense is Sense.EVENT and event.last == hit.first for event in near for hit in moves):
        return []
    return moves
