"""Several replicas on one database, each killed or paused every second or so, until all is settled."""

from __future__ import annotations

import os
import signal
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from multiprocessing.synchronize import Event
from random import Random
from time import monotonic, sleep

from benchmarks.chaos import replica
from benchmarks.chaos.replica import QUICK
from benchmarks.chaos.slack import FakeSlack, serving
from bot.card import Card, Line
from bot.delivery import Delivery, DeliveryKind, DeliveryState, Owed
from bot.errors import RecordBusy
from bot.partnership import Platform, WorkspaceId
from handlers.slack.connect import quiet_client
from handlers.slack.notifier import SlackNotifier
from schedules.janitor import Janitor
from storage import Record

CHANNELS = 40
LIFE = (0.9, 1.8)
"""How many seconds a replica works before it is killed, at least and at most."""

PAUSE = (QUICK.lease + QUICK.settle + timedelta(seconds=1)).total_seconds()
"""How many seconds a paused replica sleeps: its lease has run out, and others have looked for its message."""

BETWEEN_LOOKS = 0.5
"""Seconds between two looks at what is left, which read every delivery and would else take a core."""

PATIENCE = 3600.0
LONG_AGO = timedelta(days=1)
ENDED = (DeliveryState.POSTED, DeliveryState.FAILED, DeliveryState.SKIPPED)


@dataclass
class Outcome:
    """What came of it. `asked` are the deliveries that were put to the officer, who looked; `repaired` the
    messages that stood there twice and that the janitor deleted."""

    deliveries: int
    kills: int = 0
    repaired: int = 0
    seconds: float = 0.0
    asked: int = 0
    posted_again: int = 0
    duplicates: int = 0
    missing: int = 0
    states: Counter[str] = field(default_factory=Counter)


def run(
    database_url: str,
    deliveries: int,
    replicas: int,
    seed: int,
    *,
    lag: float = 0.0,
    pauses: bool = False,
    patience: float = PATIENCE,
) -> Outcome:
    """Owe so many messages, let the replicas deliver and die (or sleep past their leases), and count what
    stands in Slack, whose history is so many seconds behind; or after so many seconds of patience."""
    record = replica.open_record(database_url)
    workspace = record.workspaces.of(Platform.SLACK, "T1", "Chaos")
    _owe(record, workspace.id, deliveries)
    outcome, dice, started = Outcome(deliveries), Random(seed), monotonic()  # noqa: S311 - when to kill
    with serving(seed, lag) as slack:
        town = _Replicas(database_url, slack.url, replicas, dice, pauses=pauses)
        try:
            while not _is_over(record, workspace.id, slack, outcome):
                town.live_and_die(BETWEEN_LOOKS)
                if monotonic() - started > patience:
                    break
        finally:
            town.end()
        outcome.kills, outcome.seconds = town.kills, monotonic() - started
        _count(record, workspace.id, slack, outcome)
        outcome.repaired = _clean_up(record, slack, outcome)
    record.close()
    return outcome


@dataclass
class _Replica:
    """A process, and when it dies, which is settled once it has begun to work."""

    process: ForkServerProcess
    is_up: Event
    dies_at: float | None = None
    wakes_at: float | None = None


class _Replicas:
    """So many processes, each replaced the moment it is killed; or paused, and woken when it is too late."""

    def __init__(self, database_url: str, slack_url: str, count: int, dice: Random, *, pauses: bool) -> None:
        self._pauses = pauses
        self._context = get_context("forkserver")
        self._context.set_forkserver_preload(["benchmarks.chaos.replica"])
        self._addresses = (database_url, slack_url)
        self._dice = dice
        self._alive: dict[int, _Replica] = {}
        self._born = 0
        self.kills = 0
        for place in range(count):
            self._start(place)

    def live_and_die(self, seconds: float) -> None:
        """Let so many seconds pass; kill those whose time comes."""
        until = monotonic() + seconds
        while monotonic() < until:
            sleep(0.05)
            for place in list(self._alive):
                self._end_or_wake(place, self._alive[place])

    def _end_or_wake(self, place: int, one: _Replica) -> None:
        now = monotonic()
        if one.dies_at is None and one.is_up.is_set():
            one.dies_at = now + self._dice.uniform(*LIFE)
        if one.wakes_at is not None and now >= one.wakes_at:
            _signal(one.process, signal.SIGCONT)
            one.wakes_at = one.dies_at = None
        elif one.wakes_at is None and one.dies_at is not None and now >= one.dies_at:
            self.kills += 1
            if self._pauses:
                _signal(one.process, signal.SIGSTOP)
                one.wakes_at = now + PAUSE
            else:
                self._kill(one.process)
                self._start(place)

    def end(self) -> None:
        """Kill all there are."""
        for one in self._alive.values():
            self._kill(one.process)

    def _start(self, place: int) -> None:
        self._born += 1
        name = f"replica {place}, life {self._born}"
        is_up = self._context.Event()
        of_its_own = (name, *self._addresses, is_up)
        process = self._context.Process(target=replica.run, args=of_its_own, daemon=True)
        process.start()
        self._alive[place] = _Replica(process, is_up)

    def _kill(self, process: ForkServerProcess) -> None:
        _signal(process, signal.SIGKILL)
        process.join()


def _signal(process: ForkServerProcess, number: signal.Signals) -> None:
    if process.pid is not None:
        os.kill(process.pid, number)


def _owe(record: Record, workspace_id: WorkspaceId, deliveries: int) -> None:
    with record.open_patient_work(workspace_id) as work:
        for number in range(deliveries):
            key = f"delivery {number}"
            card = Card(key, (Line(key),))
            channel = f"C{number % CHANNELS}"
            work.owing.owe(Owed(channel, DeliveryKind.NOTICE, key, work.now, {"say": "chaos"}, body=card))


def _every(record: Record, workspace_id: WorkspaceId) -> tuple[Delivery, ...]:
    with record.open_patient_work(workspace_id, read_only=True) as work:
        return work.owing.recent(DeliveryKind.NOTICE, work.now - LONG_AGO)


def _is_over(record: Record, workspace_id: WorkspaceId, slack: FakeSlack, outcome: Outcome) -> bool:
    every = _every(record, workspace_id)
    for delivery in every:
        if delivery.state is DeliveryState.UNKNOWN:
            with suppress(RecordBusy):  # as she would be told; she presses again
                _answer_as_the_officer(record, workspace_id, delivery, slack)
                outcome.asked += 1
    return all(delivery.state in ENDED for delivery in every)


def _answer_as_the_officer(
    record: Record, workspace_id: WorkspaceId, delivery: Delivery, slack: FakeSlack
) -> None:
    with record.open_patient_work(workspace_id) as work:
        if slack.posted()[delivery.id]:
            work.owing.found(delivery.id)
        else:
            work.owing.post_again(delivery.id, work.now)


def _count(record: Record, workspace_id: WorkspaceId, slack: FakeSlack, outcome: Outcome) -> None:
    every = _every(record, workspace_id)
    posted = slack.posted()
    outcome.states = Counter(delivery.state.value for delivery in every)
    outcome.posted_again = sum(delivery.reposts > 0 for delivery in every)
    outcome.missing = sum(posted[delivery.id] == 0 for delivery in every)
    outcome.duplicates = sum(count - 1 for count in posted.values() if count > 1)


def _clean_up(record: Record, slack: FakeSlack, outcome: Outcome) -> int:
    """Let the janitor look, once history has caught up; how many copies it deleted."""
    sleep(slack.lag)
    notifier = SlackNotifier(quiet_client("xoxb-chaos", slack.url))
    Janitor(record.outbox, notifier, (timedelta(0),)).sweep()
    left = sum(count - 1 for count in slack.posted().values() if count > 1)
    return outcome.duplicates - left
