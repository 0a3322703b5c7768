"""Dates that no longer hold: replaced by another, missed, out of reach, or hoped for once."""

from __future__ import annotations

from typing import Final

from bot.language.judge_states import step
from bot.language.lexicon.cue import Sense
from bot.language.lexicon.listing import words_in
from bot.language.reading import Role
from bot.language.surroundings import Surroundings
from bot.rag import Rag

Judged = tuple[Role, str]
_REACHES: Final = tuple(
    words_in(
        """
        hitting making meeting achieving delivering make meet hit miss achieve deliver finish complete
        deadline date target land track schedule
        course plan
        """
    )
)
_CONTRASTING: Final = frozenset({"than", "of", "was", "not", "longer", "back"})
"""One of these stands just before a date that another replaces."""
_ONCE: Final = "once hoped"
"""The rule of the words that tell a hope of the past (see `lexicon/dates.py`)."""
_ANEW: Final = words_in("but now will it'll we'll i'll expect expecting so still instead revised")
"""One of these, between the hope of the past and the date, begins what is said to hold now."""


def by_past_hope(near: Surroundings) -> Judged | None:
    """ "we hoped to be done by Sept": what was hoped then is neither expected now nor done."""
    for hit in near.left:
        if hit.cue.rule == _ONCE and _ANEW.isdisjoint(near.words[hit.last : near.at]):
            return Role.BASELINE, _ONCE
    return None


def by_contrast(near: Surroundings) -> Judged | None:
    """ "rather than March", "was December", "not December", "no longer January"."""
    if _CONTRASTING.isdisjoint(near.scopes.said):
        return None
    before = near.words[max(near.first, near.at - 3) : near.at]
    if _CONTRASTING.isdisjoint(before[-2:]):
        return None
    if before[-2:] in (["rather", "than"], ["instead", "of"]) or before[-1:] == ["was"]:
        return Role.BASELINE, "replaced"
    if (
        before[-2:-1] in (["sooner"], ["earlier"], ["later"])
        and before[-1:] == ["than"]
        and before[-3:-2] not in (["no"], ["not"])
    ):
        return Role.BASELINE, "compared"
    if before[-1:] == ["not"] or before[-2:] == ["no", "longer"] or before[-3:-1] == ["no", "longer"]:
        return Role.NEGATED, "negated"
    if (before[-1:] == ["back"] or before[-2:] == ["back", "on"]) and not any(
        hit.sense is Sense.SLIPS and hit.last == near.at for hit in near.left
    ):
        return (Role.FORECAST, "back from print") if near.is_at_print() else step(near, "back then")
    return None


def by_reach(near: Surroundings) -> Judged | None:
    """ "won't make March", "missed the Nov deadline", "slipping past March": a date not to be kept."""
    for hit in near.left:
        if hit.sense is Sense.HINT and hit.cue.value is Rag.RED and near.at - hit.last <= 1:
            said = near.said(hit)
            if said.endswith(_REACHES):
                return (Role.BASELINE, "missed") if "miss" in said else (Role.NEGATED, "out of reach")
    if near.span.words.lower().startswith("past ") and near.left and near.left[0].sense is Sense.SLIPS:
        return Role.BASELINE, "past"
    after = near.words[near.at + 1 : near.at + 3]
    if "missed" in near.words[near.at + 1 : min(near.last, near.at + 5)] or after == [",", "missed"]:
        return Role.BASELINE, "missed"
    return None
