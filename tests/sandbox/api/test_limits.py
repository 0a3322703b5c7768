"""Rate limits: token buckets by tier, and what a client sees of them."""

from __future__ import annotations

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler

from sandbox.api.limits import PER_MINUTE, Limits, RateRules, Tier
from sandbox.faults import Fault
from sandbox.run import Server, running
from tests.sandbox.conftest import Partnership, client_of

SLACKS_OWN = RateRules(generosity=1.0)


class Moments:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_every_tier_has_a_number() -> None:
    assert set(PER_MINUTE) == set(Tier)


@pytest.mark.parametrize("tier", list(Tier))
def test_a_method_may_be_called_as_often_a_minute_as_its_tier_says(tier: Tier) -> None:
    now = Moments()
    limits = Limits(SLACKS_OWN, now)
    assert [limits.spend("a.method", tier) for _ in range(PER_MINUTE[tier])] == [None] * PER_MINUTE[tier]
    wait = limits.spend("a.method", tier)
    assert wait is not None
    assert limits.spend("another.method", tier) is None
    now.seconds += wait
    assert limits.spend("a.method", tier) is None


def test_a_channel_takes_one_message_a_second_after_a_burst() -> None:
    now = Moments()
    limits = Limits(RateRules(generosity=1.0, burst_seconds=3.0), now)
    assert [limits.spend_post("C1") for _ in range(4)] == [None, None, None, 1]
    assert limits.spend_post("C2") is None
    now.seconds += 1
    assert limits.spend_post("C1") is None


def test_limits_can_be_switched_off_and_on() -> None:
    limits = Limits(RateRules(is_on=False), Moments())
    assert {limits.spend("a.method", Tier.ONE) for _ in range(100)} == {None}
    limits.change(is_on=True, generosity=1.0)
    assert limits.spend("a.method", Tier.ONE) is None
    assert limits.spend("a.method", Tier.ONE) is not None


def test_a_client_is_told_to_wait_and_a_patient_one_succeeds(
    server: Server, partnership: Partnership
) -> None:
    server.faults.arm(Fault.RATE_LIMIT, times=2, seconds=1, method="chat.postMessage")
    client = client_of(server)
    with pytest.raises(SlackApiError) as refused:
        client.chat_postMessage(channel=partnership.plan.id, text="x")
    assert (refused.value.response.status_code, refused.value.response["error"]) == (429, "ratelimited")
    assert refused.value.response.headers["Retry-After"] == "1"
    assert partnership.texts(partnership.lead, partnership.plan) == []
    client.retry_handlers.append(RateLimitErrorRetryHandler())
    client.chat_postMessage(channel=partnership.plan.id, text="y")
    assert partnership.texts(partnership.lead, partnership.plan) == ["y"]


def test_a_server_with_slacks_own_limits_refuses_the_call_after_the_last(partnership: Partnership) -> None:
    with running(partnership.workspace, rates=SLACKS_OWN) as strict:
        client: WebClient = client_of(strict)
        for _ in range(PER_MINUTE[Tier.TWO]):
            client.users_list()
        with pytest.raises(SlackApiError, match="ratelimited"):
            ask_again_and_again(client)


def ask_again_and_again(client: WebClient) -> None:
    """On a busy machine a call or two more are allowed: the first may be seconds ago."""
    for _ in range(PER_MINUTE[Tier.TWO]):
        client.users_list()
