"""Fault 37: the bot is told to stop, or killed, while events are waiting."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest

from bot.delivery import InboxEvent
from schedules.bell import Bell
from schedules.inbox_worker import InboxWorker
from schedules.worker import Worker
from storage import Record
from tests.databases import StoppedClock
from tests.faults.delivering import Killed
from tests.handlers.slack import payloads
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import account
from tests.schedules.test_worker import eventually

QUEUED = 20
DEADLINE = 20.0


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
