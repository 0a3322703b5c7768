"""What is kept of a message that tells of an absence."""

from __future__ import annotations

from datetime import date

import pytest

from bot.kept_words import is_of_another, is_undated_absence, without_reason
from bot.language.reading import ActionInPlan, Context, PlanInView
from bot.language.understand import understand

ACTIONS = (ActionInPlan("2.7a", "Discharge letters to GPs"), ActionInPlan("4.1", "Supervision policy"))
CONTEXT = Context(plans=(PlanInView("Larkmere plan", ACTIONS),), asked=("2.7a", "4.1"))
TODAY = date(2026, 9, 21)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("I'm away 19 Oct to 6 Nov for my hip operation", "[away]"),
        ("2.7a slips to Dec as I'm on sick leave until 6 Nov", "2.7a slips to Dec as [away]"),
        ("I'm having an operation, so away 19 Oct to 6 Nov; 4.1 no change", "[away]; 4.1 no change"),
        ("4.1 no change. On maternity leave from 19 Oct until 6 Nov.", "4.1 no change. [away]."),
        ("2.7a on track, I'm off sick 19 Oct to 6 Nov with stress", "2.7a on track, [away]"),
        ("2.7a slips to Dec, I'm having an operation so away until 6 Nov", "2.7a slips to Dec, [away]"),
        ("I'm off sick until 6 Nov, and 4.1 is on track", "[away], and 4.1 is on track"),
        ("2.7a slips to Dec", "2.7a slips to Dec"),
    ],
)
def test_the_days_stay_and_the_reason_goes(said: str, kept: str) -> None:
    text, reading = without_reason(said, understand(said, TODAY, CONTEXT), "[away]")
    assert text == kept
    words = " ".join(f"{one.words} {one.blocker or ''}" for one in reading.updates)
    assert not any(reason in words for reason in ("operation", "sick", "stress", "maternity"))


def test_an_absence_without_days_and_one_of_somebody_else_are_told_apart() -> None:
    assert is_undated_absence("I'm off sick, back soon")
    assert not is_undated_absence("the letters are on the way")
    assert is_of_another("Jo is on leave until 6 Nov")
    assert not is_of_another("I'm on leave until 6 Nov")
