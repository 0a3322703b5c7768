"""Fault 37: the bot is told to stop, or killed, while events are waiting."""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from bot.delivery import InboxEvent
from handlers.slack.manifest import EVENTS_PATH
from leadline.app import running
from leadline.config import Address, Mode, Settings
from schedules.bell import Bell
from schedules.inbox_worker import InboxWorker
from schedules.worker import Worker
from storage import Record
from tests.databases import StoppedClock
from tests.faults.delivering import Killed
from tests.handlers.slack import payloads
from tests.handlers.slack.test_over_http import SECRET, signed
from tests.handlers.slack.web_api import WebApi
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import account
from tests.schedules.test_worker import eventually

QUEUED = 20
DEADLINE = 60.0


def keep_twenty(record: Record, clock: StoppedClock) -> list[str]:
    keys = [f"Ev{number}" for number in range(QUEUED)]
    for key in keys:
        record.inbox.keep("T1", key, "{}", clock.now())
    return keys


def working(record: Record, handle: Callable[[InboxEvent], None]) -> Worker:
    def do(event: InboxEvent) -> None:
        handle(event)
        record.inbox.done(event.id)

    inbox = InboxWorker("test", record.inbox, do, lambda event: None)
    return Worker("inbox", inbox.step, Bell().listen(), fallback=60)


def test_twenty_that_wait_are_worked_on_before_it_ends(record: Record, clock: StoppedClock) -> None:
    keys, done = keep_twenty(record, clock), list[str]()
    worker = working(record, lambda event: done.append(event.key))
    worker.start()
    assert worker.stop(DEADLINE)
    assert done == keys
    assert record.backlog(clock.now()).is_empty


def test_what_there_was_no_time_for_is_left_and_worked_on_by_the_next(
    record: Record, clock: StoppedClock
) -> None:
    keys, done = keep_twenty(record, clock), list[str]()
    begun, told_to_stop = Event(), Event()

    def be_told_to_stop_meanwhile(event: InboxEvent) -> None:
        done.append(event.key)
        begun.set()
        assert told_to_stop.wait(DEADLINE)

    hurried = working(record, be_told_to_stop_meanwhile)
    hurried.start()
    assert begun.wait(DEADLINE)
    hurried.stop(0.0)
    told_to_stop.set()
    eventually(lambda: hurried.stop(0.0))
    assert done == keys[:1]
    after = working(record, lambda event: done.append(event.key))
    after.start()
    assert after.stop(DEADLINE)
    assert done == keys


def test_killed_after_its_effect_was_committed_an_event_is_not_worked_on_again(chat: Dialogue) -> None:
    def kill() -> None:
        raise Killed

    chat.send(payloads.message(account("S Okoro"), "DUSOKORO", chat.ts(), "2.7a on track, letters are out"))
    chat.on_wake = kill
    with pytest.raises(Killed):
        chat.try_inbox()
    chat.on_wake = lambda: None
    assert chat.record.backlog(chat.clock.now()).events == 0
    chat.settle()
    assert len(chat.posted) == 1


def test_over_http_it_answers_what_it_has_taken_and_the_next_replica_finishes(
    record: Record, database_url: str, slack: WebApi, clock: StoppedClock, tmp_path: Path
) -> None:
    """Told to stop while twenty requests come in: each is either kept and acknowledged, or was not taken."""
    settings = Settings(
        database_url=database_url,
        slack_bot_token="xoxb-test",
        slack_api_url=slack.url,
        slack_signing_secret=SECRET,
        mode=Mode.HTTP,
        http=Address("127.0.0.1", 0),
        drain_seconds=0.0,
        audit_key_file=tmp_path / "audit.key",
        posts_per_second=1000.0,
    )

    def send(port: int, number: int) -> bool:
        said = payloads.message(f"U{number}", f"DU{number}", f"1790000000.{number:06}", "help")
        body = json.dumps(payloads.event(f"Ev{number}", said)).encode()
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=DEADLINE)
        try:
            line.request("POST", EVENTS_PATH, body, signed(body))
            return line.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            line.close()

    with ThreadPoolExecutor(4) as pool:
        with running(settings, clock) as replica:
            port = replica.http_port
            assert port is not None
            assert send(port, 0)
            sent = [pool.submit(send, port, number) for number in range(1, QUEUED)]
        acknowledged = 1 + sum(one.result(DEADLINE) for one in sent)
    with running(settings, clock) as following:
        assert following.settle(DEADLINE)
    kept = {state: count for (state,), count in record.figures().events.items()}
    assert set(kept) == {"done"}
    assert acknowledged <= kept["done"] == len(slack.stored) <= QUEUED
