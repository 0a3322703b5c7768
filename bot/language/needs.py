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
    overall end side others other rest remaining remainder else
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
_FORCES: Final = words_in(
    """
    weather snow ice frost storm storms flood floods flooding rain wind winds heat heatwave christmas easter
    holiday holidays summer winter autumn spring season festive time timing leave
    """
)
"""What delays work and is nobody's to move."""
_UNABLE: Final = frozenset({"can't", "cannot", "unable", "couldn't"})
_WAITS: Final = frozenset({"until", "till", "til", "without", "unless"})
_A_FEW: Final = words_in("one two three four five six some few several couple")
_UNTIL_NEAR: Final = 12
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
    stop = _stops(stretch)
    held = [
        *(hit for hit in stretch.of(Sense.BLOCKS) if not _is_of_a_few(stretch, hit)),
        *([stop] if stop is not None else ()),
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
    if stretch.words[cause.last : cause.last + 1] == [DATE] or _is_a_mere_reason(stretch, cause):
        return False
    first, last = stretch.message.sentence(cause.first)
    first = max(first, cause.first - _WINDOW, stretch.start)
    last = min(last, cause.first + _WINDOW) if stretch.words[cause.first] in _BEFORE_DELAY else cause.first
    is_until = stretch.words[cause.first] == "until"  # "red until the last two are in": for how long
    tells_the_date = any(
        one.role is Role.FORECAST
        and one.at < cause.first
        and stretch.message.clause_of[cause.first] - stretch.message.clause_of[one.at] <= 1
        for one in stretch.dated
    )  # "not on track, now May because of the phones": why the date is what it is
    held_back = _STOPPED if _is_a_step(stretch, cause) else _HELD_BACK
    return any(one.role is Role.BASELINE for one in stretch.dated) or any(
        hit.sense is Sense.SLIPS
        or (hit.sense is Sense.STATE and hit.cue.value is Progress.ON_HOLD)
        or (hit.sense is Sense.HINT and hit.cue.value in _HELD_BACK and not tells_the_date)
        or (hit.sense is Sense.COLOUR and hit.cue.value in held_back and not is_until)
        for hit in stretch.message.hits_between(first, last)
    )


def _is_a_mere_reason(stretch: Stretch, cause: Hit) -> bool:
    """ "due to the weather", "because the provider pulled out in October": nothing that holds it now."""
    last = stretch.message.sentence(cause.first)[1]
    named = set(stretch.words[cause.last : min(last, cause.last + _STEP_NEAR)])
    if named & _FORCES:
        return True
    return any(cause.first < one.at < last and one.role is Role.PAST_EVENT for one in stretch.dated)


def _stops(stretch: Stretch) -> Hit | None:
    """ "can't order it until the lease is signed", "can't recruit without the money"."""
    for hit in stretch.of(Sense.NEGATES):
        if stretch.words[hit.first] not in _UNABLE:
            continue
        last = min(stretch.message.clause(hit.first)[1], hit.last + _UNTIL_NEAR)
        for i in range(hit.last + 1, last - 1):
            if (
                stretch.words[i] in _WAITS
                and stretch.words[i + 1] != DATE
                and not _leads_to_date(stretch, i + 1)
            ):
                return hit
    return None


def _leads_to_date(stretch: Stretch, i: int) -> bool:
    return DATE in stretch.words[i : i + 3]


def _is_of_a_few(stretch: Stretch, hit: Hit) -> bool:
    """ "two localities still have no room": some of it lacks something, and goes on."""
    return stretch.words[hit.first] == "no" and any(
        stretch.words[i] in _A_FEW for i in range(stretch.subject_start(hit.first), hit.first)
    )


def _is_a_step(stretch: Stretch, cause: Hit) -> bool:
    """ "amber because of the consultation period": a step still to take, and no obstacle."""
    following = stretch.message.hits_between(cause.last, cause.last + _STEP_NEAR)
    return any(hit.sense is Sense.EVENT for hit in following) and not any(
        hit.sense in (Sense.SLIPS, Sense.BLOCKS, Sense.HINT, Sense.NEGATES) for hit in following
    )
