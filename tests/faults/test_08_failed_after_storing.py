"""Fault 8: Slack stores the message and then says that it failed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.delivery import DeliveryState
from bot.partnership import Workspace
from handlers.slack.connect import quiet_client
from handlers.slack.notifier import SlackNotifier
from storage import Record
from tests.databases import StoppedClock
from tests.faults.delivering import drain, owe, reconcile, state, worker
from tests.handlers.slack.web_api import WebApi

KEY = "the weekly digest"


@pytest.mark.parametrize("fault", ["500", "503"])
def test_it_is_found_and_not_posted_again(
    record: Record, workspace: Workspace, clock: StoppedClock, slack: WebApi, fault: str
) -> None:
    client = quiet_client("xoxb-test", slack.url)
    client.timeout = 1
    notifier = SlackNotifier(client)
    slack.fault = fault
    owe(record, workspace, clock, KEY)
    delivering = worker(record, notifier, clock)
    drain(delivering)
    assert state(record, workspace, KEY) is DeliveryState.POSTING, "nobody knows"
    assert slack.requests == ["chat.postMessage"], "the SDK must not try again by itself"
    reconcile(record, notifier, clock)
    clock.instant += timedelta(hours=1)
    drain(delivering)
    assert state(record, workspace, KEY) is DeliveryState.POSTED
    assert len(slack.stored) == 1
