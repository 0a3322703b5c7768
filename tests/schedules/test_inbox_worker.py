"""Kept events are worked on in order; one that fails is tried again and in the end given up, aloud."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.delivery import InboxEvent, InboxId
from schedules.inbox_worker import PAUSES, InboxWorker, forget_words
from tests.schedules.hand_clock import HandClock


class FakeInbox:
    """An inbox in memory that gives an event up after its fifth failure."""

    def __init__(self, *bodies: str) -> None:
        self.waiting = [InboxEvent(InboxId(n), "T1", f"Ev{n}", body, 0) for n, body in enumerate(bodies, 1)]
        self.closed: list[InboxId] = []
        self.given_up: list[tuple[InboxId, str]] = []
        self.pauses: list[timedelta] = []
        self._claimed: InboxEvent | None = None

    def claimed(self) -> InboxEvent:
        assert self._claimed is not None
        return self._claimed

    def claim(self, worker: str, lease: timedelta) -> InboxEvent | None:
        if not self.waiting:
            return None
        first = self.waiting.pop(0)
        self._claimed = InboxEvent(first.id, first.team, first.key, first.body, first.attempts + 1)
        return self._claimed

    def failed(self, inbox_id: InboxId, error_class: str, pause: timedelta = timedelta()) -> bool:
        assert self._claimed is not None
        self.pauses.append(pause)
        if self._claimed.attempts >= 5:
            self.given_up.append((inbox_id, error_class))
            return True
        self.waiting.insert(0, self._claimed)
        return False

    def done(self, inbox_id: InboxId) -> None:
        self.closed.append(inbox_id)

    def keep(self, team: str, key: str, body: str, at: object, author: str = "", sent_ts: str = "") -> bool:
        raise AssertionError("a worker keeps nothing")

    def forget(self, kept_before: datetime) -> int:
        self.forgotten_before = kept_before
        return 0


def worker_for(
    inbox: FakeInbox, handle: Callable[[InboxEvent], None]
) -> tuple[InboxWorker, list[InboxEvent]]:
    told: list[InboxEvent] = []
    return InboxWorker("test", inbox, handle, told.append), told


def test_events_are_worked_on_in_the_order_they_came() -> None:
    inbox, bodies = FakeInbox("first", "second"), list[str]()
    worker, told = worker_for(inbox, lambda event: bodies.append(event.body))
    while worker.step():
        pass
    assert bodies == ["first", "second"]
    assert told == []


def test_a_failure_waits_for_the_next_look_and_is_tried_again() -> None:
    inbox, tries = FakeInbox("one"), list[int]()

    def fail_once(event: InboxEvent) -> None:
        tries.append(event.attempts)
        if event.attempts == 1:
            raise ValueError(event.body)

    worker, told = worker_for(inbox, fail_once)
    assert worker.step() is False
    assert worker.step() is True
    assert tries == [1, 2]
    assert told == []


def test_the_fifth_failure_is_told_and_the_words_are_never_logged(caplog: pytest.LogCaptureFixture) -> None:
    inbox = FakeInbox("what somebody wrote")

    def fail(event: InboxEvent) -> None:
        raise LookupError(event.body)

    worker, told = worker_for(inbox, fail)
    with caplog.at_level(logging.DEBUG):
        for _ in range(5):
            assert worker.step() is False
    assert [event.key for event in told] == ["Ev1"]
    assert inbox.given_up == [(InboxId(1), "LookupError")]
    assert inbox.pauses == [*PAUSES, timedelta()], "a trouble of a minute gives nothing up"
    assert sum(PAUSES, timedelta()) > timedelta(minutes=1)
    assert "Ev1 is given up" in caplog.text
    assert "somebody wrote" not in caplog.text


def test_an_event_that_ended_its_worker_five_times_is_told_and_not_tried_again() -> None:
    inbox, tried = FakeInbox("poison"), list[str]()
    inbox.waiting = [replace(inbox.waiting[0], attempts=5)]
    worker, told = worker_for(inbox, lambda event: tried.append(event.body))
    assert worker.step() is True
    assert tried == []
    assert [event.key for event in told] == ["Ev1"]
    assert inbox.given_up == [(InboxId(1), "its worker ended")]


def test_an_event_that_cannot_be_told_of_is_told_once_more_and_then_closed() -> None:
    inbox = FakeInbox("poison")
    inbox.waiting = [replace(inbox.waiting[0], attempts=4)]

    def fail(event: InboxEvent) -> None:
        raise LookupError

    worker = InboxWorker("test", inbox, fail, fail)
    assert worker.step() is False
    assert inbox.given_up == [], "its lease runs out, and then it is tried to be told again"
    inbox.waiting = [replace(inbox.claimed(), attempts=5)]
    assert worker.step() is True
    assert [given_up for given_up, _ in inbox.given_up] == [InboxId(1)]


def test_words_nobody_could_work_on_are_kept_for_a_day() -> None:
    inbox, clock = FakeInbox(), HandClock()
    forget_words(inbox, clock)
    assert inbox.forgotten_before == clock.now() - timedelta(hours=24)
