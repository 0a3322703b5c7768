"""The colour the words merely suggest, where none is stated."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.language.cues import Hit
from bot.language.lexicon.cue import Sense
from bot.language.lexicon.listing import words_in
from bot.language.reading import Progress
from bot.language.scope import Standing
from bot.language.stretch import Stretch
from bot.rag import Rag


def read_hints(stretch: Stretch) -> None:
    """The colour the words suggest, worst first, where none is stated."""
    facts = stretch.facts
    if facts.rag is not None or facts.progress not in (None, Progress.ON_TRACK):
        return
    worst: Hit | None = None
    severity = len(Rag)
    for hit in stretch.of(Sense.HINT):
        value = hit.cue.value
        if (
            isinstance(value, Rag)
            and value.severity < severity
            and stretch.scopes.standing(hit) is Standing.ASSERTED
        ):
            worst, severity = hit, value.severity
    if worst is not None and isinstance(worst.cue.value, Rag):
        facts.rag_implied = worst.cue.value
        stretch.prove("rag_implied", worst.first, worst.last, worst.cue.rule)
    elif facts.progress is Progress.ON_TRACK:
        facts.rag_implied = Rag.GREEN
        facts.evidence += [
            replace(one, field="rag_implied") for one in facts.evidence if one.field == "progress"
        ]
    elif stretch.of(Sense.SLIPS):
        _read_slip(stretch)


def _read_slip(stretch: Stretch) -> None:
    """ "slipping a bit": amber, unless it is a step that slips."""
    for hit in stretch.of(Sense.SLIPS):
        if stretch.said(hit) in _SLIPS_PLAINLY and stretch.scopes.standing(hit) is Standing.ASSERTED:
            stretch.facts.rag_implied = Rag.AMBER
            stretch.prove("rag_implied", hit.first, hit.last, hit.cue.rule)
            return


_SLIPS_PLAINLY: Final = words_in(
    """
    slipped slipping slips slid sliding slippage delayed pushed back put drifting behind late running
    again slip overdue
    """
)
