"""Typing errors: one slip away from a word that matters, and no word of its own."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from bot.language.lexicon.listing import words_in

WORDS_THAT_MATTER: Final = tuple(
    sorted(
        words_in(
            """
    complete completed completing completion delivered delivering delayed delaying finished finishing
    slipped slipping slippage amber green blocked waiting awaiting progressing progress paused withdrawn
    superseded cancelled started achieved implemented embedded signed stalled overdue deadline forecast
    original revised unchanged extended extension postponed deferred interviews interview recruitment
    procurement consultation meeting workshop training target expected expecting hopefully outstanding
    behind schedule previously currently unfortunately probably approved approval escalate escalated
    escalation support steer decision annual leave nothing change update updates report everything
    remaining others rest pushed moved brought forward remains actions action
    """
        )
    )
)
SHORTEST: Final = 5
LONGEST: Final = 16
SHORT_WORDS_THAT_MATTER: Final = words_in(
    "track hold done late amber green closed paused parked status board plan delay start moved"
)
"""Too short to forgive any slip but two neighbouring letters that changed places ("trakc", "hodl")."""
WORDS_OF_THEIR_OWN: Final = words_in(
    """
    abler abner achieve achieves actian actin actine acting actinon acton advised ambers ambery amble
    ambler ambry amober annal anneal annually annul approvals approve approves archived attended auction
    awanting baiting beeing behold being bending blacked blending blocker blockers bothers bought
    brocked brothers brough bushed camber canceled caused chance changed changer changes charge cleave
    clipped clocked compelled compete competed competes complected completer completes complexed
    complexion consultations crest deadlines decayed decisions defer delay delays deliverer deliveries
    deport derision devised disapproved displayed doing draining embed embeds embers escalates
    escalating escalator excepted expect expects expended extend extends extensions extersion faction
    finish finishes fished flipped flocked forecasts foremast forepast foreword forrard forwards
    fraction froward furnished going grain gree greed greek greener greens greeny greet hange
    heave heeting hopeful hopeless implement improved inspected installed intended interned interviewed
    interviewee interviewer larve leading lease leaved leaven leaver leaves levee locked loved manual
    meetings melting member meting mooted mothers motion mover moves mushed nithing northing notching
    nothings option originals other overdye overuse passed pasted pause pauses pending plushed postpone
    preciously preen preferred probable provably pursed pushes raining rapport ration reaction referred
    relayed relised remain remained removed replayed reports repost repot resort rests retaining retort
    reviewed revise revises rushed scalled scheduled schedules section seder seker serer sever sewer
    sheer shippage shipped shipping sighed singed sipping skipped skipping slapped slapping slipper
    slippers slipring sloppage slopped slopping snipped snipping stabled stalked stalling stapled stared
    starred stars starter startled starved stated steed steel steep steers stelled step stere steri
    sterk stern stero stert straining superceded supersede supporter supports tarbet targe targets thing
    traction trading trailing umber unchanted uncharged unhanged updated upstate wading wailing waning
    wanting wasting waving weave whiting withdraw withdrew witting workshops wrest writing wrought
    """
)
"""Real words as near to one that matters as a slip of the finger."""


def _deletes(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(1, len(word))}


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for word in WORDS_THAT_MATTER:
        if len(word) >= SHORTEST:
            for near in (word, *_deletes(word)):
                table.setdefault(near, word)
    return table


def _swapped() -> dict[str, str]:
    """Every way two neighbours of a short word, the first left in its place, change places."""
    return {
        word[:i] + word[i + 1] + word[i] + word[i + 2 :]: word
        for word in SHORT_WORDS_THAT_MATTER
        for i in range(1, len(word) - 1)
        if word[i] != word[i + 1]
    }


_NEAR: Final = _table()
_SWAPPED: Final = {
    near: word
    for near, word in _swapped().items()
    if near not in SHORT_WORDS_THAT_MATTER and near not in WORDS_OF_THEIR_OWN
}
_EXACT: Final = frozenset(WORDS_THAT_MATTER)


@lru_cache(maxsize=4096)
def corrected(word: str) -> str:
    """The word that was meant, where this is a slip away from one that matters; else the word itself."""
    if word in _SWAPPED:
        return _SWAPPED[word]
    if (
        not SHORTEST <= len(word) <= LONGEST
        or word in _EXACT
        or word in WORDS_OF_THEIR_OWN
        or not word.isalpha()
    ):
        return word
    if word in _NEAR:  # a letter left out
        return _NEAR[word]
    for i in range(1, len(word)):
        near = _NEAR.get(word[:i] + word[i + 1 :])
        if near is not None and _one_slip(word, near):
            return near
    return word


def _one_slip(word: str, meant: str) -> bool:
    """One letter added, exchanged for another, or two neighbours swapped; never the first or last letter."""
    if len(word) == len(meant) + 1:
        return word[0] == meant[0]
    if len(word) != len(meant) or word[0] != meant[0]:
        return False
    unlike = [i for i in range(len(word)) if word[i] != meant[i]]
    if len(unlike) == 1:
        return len(word) > SHORTEST and unlike[0] < len(word) - 1
    return len(unlike) == 2 and unlike[1] == unlike[0] + 1 and word[unlike[0]] == meant[unlike[1]]
