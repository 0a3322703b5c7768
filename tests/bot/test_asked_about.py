"""What questions are about."""

from __future__ import annotations

import pytest

from bot.asked_about import asked_about


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("What's late?", "late"),
        ("which of our actions are at risk?", "at risk"),
        ("can you show me everything due in October please?", "everything due in October"),
        ("show me what's not been updated", "not been updated"),
        ("what has been completed this month?", "completed this month"),
        ("who is responsible for supervision?", "supervision"),
        ("how many are late", "late"),
        ("what about out of hours?", "out of hours"),
        ("how is S Okoro getting on?", "S Okoro"),
        ("red or amber", "red or amber"),
        ("anything red?", "red"),
        ("", ""),
    ],
)
def test_words_that_only_ask_are_left_out(text: str, about: str) -> None:
    assert asked_about(text) == about
