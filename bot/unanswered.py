"""What is still to be asked about a reading before it may be saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.language.reading import ReadUpdate
from bot.narrative import is_empty, narrative_in
from bot.partnership import Nation
from bot.plan import Action
from bot.rag import Rag
from bot.timescale import Timescale
from bot.updating import AT_RISK, lacks_date


@dataclass(frozen=True, slots=True)
class Unanswered:
    """One open question and what its answer might be."""

    field: Literal["action", "rag", "progress", "forecast", "reason"]
    colours: tuple[Rag, ...] = ()
    dates: tuple[Timescale, ...] = ()


def unanswered(reading: ReadUpdate, action: Action | None, nation: Nation = "england") -> Unanswered | None:
    """The first question that must be answered; which action comes before everything else."""
    if action is None:
        return Unanswered("action")
    for question in reading.questions:
        if question.field == "action":
            continue
        if question.field == "rag":
            return Unanswered("rag", colours=_colours(question.candidates))
        if question.field == "forecast":
            return Unanswered("forecast", dates=reading.choices)
        return Unanswered("progress")
    if lacks_date(action, reading, nation):
        return Unanswered("forecast")
    return _nothing_said(reading)


def _nothing_said(reading: ReadUpdate) -> Unanswered | None:
    """An action that is only named: if it is said to slip, to when; else how it stands."""
    if not is_empty(reading) or narrative_in(reading) is not None:
        return None
    return Unanswered("forecast" if reading.rag_implied in AT_RISK else "rag")


def _colours(candidates: tuple[str, ...]) -> tuple[Rag, ...]:
    known = {rag.value for rag in Rag}
    return tuple(Rag(one) for one in candidates if one in known)
