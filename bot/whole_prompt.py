""" "No change" and nothing else, in answer to a prompt: it is said of everything that was asked about.

A colour or "done" is not: of several actions they are seldom all the same, so those are asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.language.reading import Outcome, Reading, Role
from bot.narrative import explains, is_empty


def each_unchanged(reading: Reading, words: str, asked: Sequence[str]) -> Reading:
    """The reading with its "no change" said of each of the actions `asked` about, where it says nothing else
    and names none; otherwise as it was."""
    is_dated = any(one.role is not Role.PAST_EVENT for one in reading.dates)
    if len(asked) < 2 or len(reading.updates) != 1 or is_dated or reading.absence is not None:
        return reading
    said = reading.updates[0]
    is_more = said.rag_implied is not None or not is_empty(replace(said, no_change=False))
    if said.action is not None or not said.no_change or is_more:
        return reading
    for held in said.evidence:
        words = words.replace(held.words, " ") if held.field == "no_change" else words
    if explains(words):
        return reading
    each = (replace(said, action=ref, outcome=Outcome.UNDERSTOOD, questions=()) for ref in asked)
    return replace(reading, outcome=Outcome.UNDERSTOOD, updates=tuple(each))
