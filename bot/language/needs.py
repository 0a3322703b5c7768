"""What stops the work, what help is asked for, and whether anything has changed."""

from __future__ import annotations

from typing import Final

from bot.language.cues import Hit
from bot.language.lexicon.cue import Sense
from bot.language.lexicon.listing import words_in
from bot.language.reading import Progress, Role
from bot.language.scope import Standing
from bot.language.stretch import Stretch
from bot.language.tokens import DATE, LONG, REF
from bot.rag import Rag

_SAME_OF: Final = frozenset({"on", "to", "in", "for", "with", "regarding", "from"})
_SAME_STILL: Final = words_in(
    """
    this it these that those any all either both the my me status rag position action actions mine our
    us them rating colour anything everything last previous report previously here there each every
    overall
    """
) | {REF, DATE, LONG}
_BEFORE_SAME: Final = words_in(
    """
    are is all still remains remain rest others both mine status position rag same and amber green red
    stays stay ones everything else actions it's just this that again it much pretty two three
    """
) | {REF}
_ASKS_TO_KNOW: Final = frozenset(
    {"tell", "let", "remind", "say", "explain", "show", "confirm", "point", "send"}
)
_ASKED_FOR: Final = frozenset({Standing.ASSERTED, Standing.FUTURE, Standing.ASKED})
_WINDOW: Final = 40
_STEP_NEAR: Final = 4
_BEFORE_DELAY: Final = frozenset({"issue", "issues", "problem", "problems"})
_SMALL: Final = frozenset({"the", "my", "our", "action", "overall"})
_HELD_BACK: Final = frozenset({Rag.RED, Rag.AMBER, Rag.AMBER_RED})
_STOPPED: Final = frozenset({Rag.RED, Rag.AMBER_RED})


def read_no_change(stretch: Stretch) -> None:
    """ "no change", said of the action and not of its funding."""
    for hit in stretch.of(Sense.SAME):
        if stretch.scopes.standing(hit) not in (Standing.ASSERTED, Standing.NEGATED):
            continue
        if _is_said_of_the_action(stretch, hit):
            stretch.facts.no_change = True
            stretch.prove("no_change", hit.first, hit.last, hit.cue.rule)
            return


def _is_said_of_the_action(stretch: Stretch, hit: Hit) -> bool:
    words, size = stretch.words, stretch.message.size
    before = words[hit.first - 1] if hit.first > stretch.start else "."
    if (
        words[hit.first] in ("as", "the")
        and (before[0].isalnum() or before == DATE)
        and before not in _BEFORE_SAME
    ):
        return False
    i = hit.last
    if words[i - 1] not in _SAME_OF:
        if i >= size or words[i] not in _SAME_OF:
            return True
        i += 1
    while i < size and words[i] in _SMALL:
        i += 1
    return i >= size or i in stretch.own or words[i] in _SAME_STILL or not words[i][0].isalnum()


def read_needs(stretch: Stretch) -> None:
    """A blocker, in the words that name it; and whether help is asked for."""
    if not stretch.of(Sense.FREES):
        _read_blocker(stretch)
    for hit in stretch.of(Sense.SUPPORT):
        after = stretch.words[hit.last : hit.last + 1]
        if stretch.scopes.standing(hit) in _ASKED_FOR and not (after and after[0] in _ASKS_TO_KNOW):
            stretch.facts.support = True
            stretch.prove("support", hit.first, hit.last, hit.cue.rule)
            return


def _read_blocker(stretch: Stretch) -> None:
    held = [
        *stretch.of(Sense.BLOCKS),
        *(hit for hit in stretch.of(Sense.CAUSES) if _explains_delay(stretch, hit)),
    ]
    for hit in held:
        if stretch.scopes.standing(hit) not in (Standing.ASSERTED, Standing.OTHERS):
            continue
        last = stretch.message.clause(hit.first)[1]
        while last > hit.last and not stretch.words[last - 1][-1].isalnum():
            last -= 1
        stretch.facts.blocked = True
        stretch.facts.blocker = stretch.message.said(hit.first, max(last, hit.last))
        stretch.prove("blocked", hit.first, hit.last, hit.cue.rule)
        return


def _explains_delay(stretch: Stretch, cause: Hit) -> bool:
    """Whether what is explained is a delay, a stop or a colour worse than green."""
    if stretch.words[cause.last : cause.last + 1] == [DATE]:
        return False
    first, last = stretch.message.sentence(cause.first)
    first = max(first, cause.first - _WINDOW, stretch.start)
    last = min(last, cause.first + _WINDOW) if stretch.words[cause.first] in _BEFORE_DELAY else cause.first
    held_back = _STOPPED if _is_a_step(stretch, cause) else _HELD_BACK
    return any(one.role is Role.BASELINE for one in stretch.dated) or any(
        hit.sense is Sense.SLIPS
        or (hit.sense is Sense.STATE and hit.cue.value is Progress.ON_HOLD)
        or (hit.sense is Sense.HINT and hit.cue.value in _HELD_BACK)
        or (hit.sense is Sense.COLOUR and hit.cue.value in held_back)
        for hit in stretch.message.hits_between(first, last)
    )


def _is_a_step(stretch: Stretch, cause: Hit) -> bool:
    """ "amber because of the consultation period": a step still to take, and no obstacle."""
    following = stretch.message.hits_between(cause.last, cause.last + _STEP_NEAR)
    return any(hit.sense is Sense.EVENT for hit in following) and not any(
        hit.sense in (Sense.SLIPS, Sense.BLOCKS, Sense.HINT, Sense.NEGATES) for hit in following
    )
