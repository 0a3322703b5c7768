"""What was agreed, taken out of the words it was said in."""

from __future__ import annotations

import pytest

from bot.capturing import Agreed, agreed_in, label_of


@pytest.mark.parametrize(
    ("said", "agreed"),
    [
        ("write to GPs, lead J Tranter, by Dec 2026", Agreed("write to GPs", "J Tranter", "Dec 2026")),
        ("write to GPs by Dec 2026, minute 6.2", Agreed("write to GPs", "", "Dec 2026", "6.2")),
        ("letters, cards; led by K Bramley", Agreed("letters, cards", "K Bramley")),
        ("stand by the ward", Agreed("stand by the ward")),
    ],
)
def test_a_new_action_has_its_lead_its_date_and_its_minute(said: str, agreed: Agreed) -> None:
    assert agreed_in(said) == agreed


def test_a_decision_goes_by_its_letter() -> None:
    assert label_of("the board's decision a)") == label_of("(A) the mailbox is paid for") == "a"
    assert label_of("the board's decision") == ""
