"""Steps that end the work, and the finish tied to a step: "handover by June", "done after the board"."""

from __future__ import annotations

from typing import Final

from bot.language.lexicon.cue import Sense
from bot.language.lexicon.firmness import FINISHING, FINISHING_OF_PEOPLE, FIRM, WEAK
from bot.language.reading import Progress
from bot.language.surroundings import Surroundings
from bot.language.tokens import REF


def is_finishing(near: Surroundings) -> bool:
    """ "handover by June", "she starts 4 January": a step that ends the work where no other date does."""
    led_to = [hit for hit in near.left if near.said(hit) not in WEAK and hit.sense is not Sense.PART]
    nearest = (led_to or near.right)[:1]
    if not nearest or near.said(nearest[0]) not in FINISHING or near.scopes.is_conditional(near.at):
        return False
    if near.said(nearest[0]) not in ("starts", "start"):
        return True
    return near.words[max(0, nearest[0].first - 1)] in FINISHING_OF_PEOPLE


def is_finished_after(near: Surroundings) -> bool:
    """ "will be done after the board in January": the finish, tied to a step and its date."""
    start = max(near.first, near.floor)
    at = next((i for i in range(near.at - 1, start, -1) if near.words[i] in _AROUND), None)
    if at is None or not any(hit.first > at for hit in near.events):
        return False
    told = [hit for hit in near.left if hit.last <= at and hit.first >= start and near.said(hit) not in WEAK]
    done = any(
        near.said(hit) in FIRM or (hit.sense is Sense.STATE and hit.cue.value is Progress.COMPLETE)
        for hit in told
    )
    states = {hit.first for hit in told if hit.sense is Sense.STATE}
    steps = any(hit.sense in _BESIDE and hit.first not in states for hit in told)
    alone = all(near.words[i] == REF or i in near.message.own_words for i in range(start, at))
    return not near.is_past() and not near.turned(Sense.CONDITION) and ((done and not steps) or alone)


_BESIDE: Final = frozenset({Sense.EVENT, Sense.PART, Sense.PAST})
_AROUND: Final = frozenset({"after", "before", "following"})
