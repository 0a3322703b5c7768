"""Why somebody was away, said beside news of an action, is put aside."""

from __future__ import annotations

import pytest

from bot.language.reading import Kind, Outcome, Reading, ReadUpdate
from bot.reasons_away import without_why


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("sorry I've been off sick, 2.7a is still with IT", "[away], 2.7a is still with IT"),
        ("been off sick so 2.7a is still with IT", "[away] so 2.7a is still with IT"),
        ("ive been off sick 2.7a is still with it", "[away] 2.7a is still with it"),
        ("2.7a amber - off work with stress last month, picking up", "2.7a amber - [away], picking up"),
        ("2.7a slipped because I've been on compassionate leave", "2.7a slipped because [away]"),
        ("2.7a delayed as the data lead is off sick", "2.7a delayed as the data lead is away"),
        ("my mum died so been off, 2.7a no change", "[away], 2.7a no change"),
        ("been off with covid all week, 4.1 with HR", "[away], 4.1 with HR"),
        ("2.7a stuck, Jo's on maternity leave", "2.7a stuck, Jo's away"),
        ("4.1: sickness absence policy drafted", "4.1: sickness absence policy drafted"),
        ("4.1 sick leave rates are down", "4.1 sick leave rates are down"),
        ("4.1 off to the board for sign off", "4.1 off to the board for sign off"),
    ],
)
def test_the_reason_goes_and_the_news_stays(said: str, kept: str) -> None:
    reading = Reading(Kind.UPDATE, Outcome.UNDERSTOOD, (ReadUpdate(Outcome.UNDERSTOOD, None, words=said),))
    text, cleaned = without_why(said, reading, "[away]")
    assert text == kept
    assert cleaned.updates[0].words in kept.replace("[away]", "") or cleaned.updates[0].words == kept
