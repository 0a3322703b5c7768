"""Trigger ids and response URLs run out, by real time."""

from __future__ import annotations

import pytest

from sandbox.passes import RESPONSE_SECONDS, RESPONSE_USES, TRIGGER_SECONDS, ResponsePasses, Triggers
from sandbox.refusals import Refused


class Moments:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_a_trigger_is_good_for_three_seconds() -> None:
    now = Moments()
    triggers = Triggers(now)
    punctual, late = triggers.issue("U1"), triggers.issue("U1")
    now.seconds = TRIGGER_SECONDS
    assert triggers.spend(punctual) == "U1"
    now.seconds += 0.1
    with pytest.raises(Refused, match="expired_trigger_id"):
        triggers.spend(late)


def test_a_trigger_is_good_once() -> None:
    triggers = Triggers(Moments())
    trigger = triggers.issue("U1")
    triggers.spend(trigger)
    with pytest.raises(Refused, match="exchanged_trigger_id"):
        triggers.spend(trigger)


def test_a_response_url_is_good_five_times() -> None:
    passes = ResponsePasses(Moments())
    token = passes.issue("C1", "U1", "1.0")
    for _ in range(RESPONSE_USES):
        assert passes.use(token).channel == "C1"
    with pytest.raises(Refused, match="used_url"):
        passes.use(token)


def test_a_response_url_is_good_for_thirty_minutes() -> None:
    now = Moments()
    passes = ResponsePasses(now)
    token = passes.issue("C1", "U1")
    now.seconds = RESPONSE_SECONDS
    assert passes.use(token).person == "U1"
    now.seconds += 1
    with pytest.raises(Refused, match="expired_url"):
        passes.use(token)
