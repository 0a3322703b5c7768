"""`make bench-load`: throughput beside a bare Bolt app, acknowledgements, a Monday, growth; or a soak.

    python -m benchmarks.load [--events N] [--partnerships N …] [--replicas N …] [--monday N] [--databases …]
    python -m benchmarks.load --soak MINUTES [--rate EVENTS_A_SECOND] [--databases …]

The goals: at least half the bare app's throughput; the 99th percentile of acknowledgements under 200 ms at 50
events a second; on Monday at 09:00 every digest once, and no channel above Slack's limit. What is worked
through and answered, and not only acknowledged, is printed beside it, and what the first event to each plan
costs after a start. Several replicas share the events on PostgreSQL; on SQLite only one may run.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep

from benchmarks.chaos.databases import KINDS, fresh
from benchmarks.load.driver import Sent, send
from benchmarks.load.slack import LimitedSlack, serving
from benchmarks.load.town import KEY, OffsetClock, settle, updates
from storage import Record
from storage.engine import open_engine

CONNECTIONS = 16
RATE = 50.0
SAMPLE_EVERY = 10.0
WARM_UP = 50
GOAL_RATIO = 0.5
GOAL_MILLISECONDS = 200.0
JUST_BEFORE = datetime(2026, 11, 23, 8, 59, 50, tzinfo=UTC)  # a Monday; London is on UTC in November
PATIENCE = 3600.0


@contextmanager
def process(*words: str) -> Iterator[tuple[int, int]]:
    """One process of `benchmarks.load.replica`: its port and its id."""
    child = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.load.replica", *words],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        port = child.stdout.readline().strip()
        assert port, "it did not start"
        yield int(port), child.pid
    finally:
        child.stdin.close()
        child.wait()
        child.stdout.close()


@contextmanager
def bots(url: str, slack: LimitedSlack, replicas: int, ahead: float = 0.0) -> Iterator[list[tuple[int, int]]]:
    """So many replicas on one database, sharing one key."""
    with tempfile.TemporaryDirectory(prefix="leadline-load-") as home, ExitStack() as running:
        key = Path(home) / "audit.key"
        key.write_text(KEY.hex(), encoding="ascii")
        words = ("bot", url, slack.url, str(key), str(ahead))
        yield [running.enter_context(process(*words)) for _ in range(replicas)]


def events(kind: str, partnerships: int, actions: int, count: int, replicas: int = 1) -> bool:
    """Throughput and acknowledgements, the bare app's and then the bot's: a first event to each partnership
    after the start, then as fast as they are taken, then at the rate. Each begins with a bot that has worked
    through all it had."""
    bare = _bare_app(partnerships, actions, count)
    with fresh(kind) as url, serving() as slack:
        began = monotonic()
        settle(url, OffsetClock(), partnerships, actions, on_slack=True)
        _tell(f"{kind:>10}  {partnerships} partnerships set up in {monotonic() - began:.0f} s")
        record = Record(open_engine(url), OffsetClock(), KEY)
        with bots(url, slack, replicas) as running:
            ports, took = [port for port, _ in running], list[float]()

            def sent(run: str, how_many: int, rate: float | None = None) -> Sent:
                began = monotonic()
                found = send(ports, updates(partnerships, actions, run), how_many, CONNECTIONS, rate)
                _until_worked(record)
                took.append(monotonic() - began)
                return found

            cold = sent("2", max(partnerships, WARM_UP))
            taken, steady = sent("3", count), sent("4", count, RATE)
        failed = record.figures().events.get(("failed",), 0)
        record.close()
    ratio, worked = taken.rate / bare.rate, count / took[1]
    _tell(
        f"{kind:>10}  {partnerships} partnerships x {actions} actions, {count} events, "
        f"{replicas} replica{'s' if replicas > 1 else ''}: bare Bolt {bare.rate:.0f}/s, acknowledged and on "
        f"disk {taken.rate:.0f}/s (ratio {ratio:.2f}), worked through and answered {worked:.0f}/s "
        f"({len(cold.waits) / took[0]:.0f}/s the first after the start); at {RATE:.0f}/s "
        f"p50 {steady.percentile(0.5):.0f} ms, p99 {steady.percentile(0.99):.0f} ms; "
        f"{_refused(bare, cold, taken, steady)}, {failed} given up"
    )
    return (
        ratio >= GOAL_RATIO
        and steady.percentile(0.99) < GOAL_MILLISECONDS
        and not failed
        and not any(one.refused for one in (bare, cold, taken, steady))
    )


def _bare_app(partnerships: int, actions: int, count: int) -> Sent:
    """What a Bolt app that only acknowledges takes, behind the same server."""
    with serving() as slack, process("bare", slack.url) as (port, _):
        send([port], updates(partnerships, actions, "0"), WARM_UP, CONNECTIONS)
        return send([port], updates(partnerships, actions, "1"), count, CONNECTIONS)


def monday(partnerships: int, actions: int) -> bool:
    """Two replicas, one PostgreSQL, and every digest due at one instant."""
    with fresh("postgresql") as url, serving() as slack:
        ahead = (JUST_BEFORE - datetime.now(UTC)).total_seconds() - 7 * 86400
        settle(url, OffsetClock(ahead), partnerships, actions, on_slack=False)
        ahead = (JUST_BEFORE - datetime.now(UTC)).total_seconds()
        record, began = Record(open_engine(url), OffsetClock(ahead), KEY), monotonic()
        with bots(url, slack, 2, ahead):
            deadline = monotonic() + PATIENCE
            while monotonic() < deadline:
                states = _digests(record)
                if states.get("posted", 0) and set(states) <= {"posted"} and _first(slack) >= partnerships:
                    break
                sleep(0.5)
        took = max((post.at for post in slack.posts), default=began) - began - 10
        record.close()
    twice = sum(count - 1 for count in Counter(post.delivery for post in slack.posts).values())
    a_second = max(Counter(int(post.at) for post in slack.posts).values(), default=0)
    _tell(
        f"    Monday  {partnerships} partnerships x {actions} actions, 2 replicas: {_first(slack)} digests "
        f"of {len(slack.posts)} messages within {took:.0f} s of 09:00, {twice} twice, {slack.refusals} times "
        f"told to wait, {a_second} messages in the busiest second"
    )
    return _first(slack) == partnerships and not twice


def soak(kind: str, minutes: float, rate: float, partnerships: int, actions: int) -> bool:
    """Memory, threads and file handles of one bot at a steady rate: after a tenth of the time, at the end."""
    with fresh(kind) as url, serving() as slack:
        settle(url, OffsetClock(), partnerships, actions, on_slack=True)
        record = Record(open_engine(url), OffsetClock(), KEY)
        samples: list[tuple[float, int, int]] = []
        with bots(url, slack, 1) as ((port, pid),):
            bodies, end, sent = updates(partnerships, actions, "5"), monotonic() + minutes * 60, list[Sent]()
            while monotonic() < end:
                sent.append(send([port], bodies, int(rate * SAMPLE_EVERY), 4, rate))
                samples.append(_held(pid))
            _until_worked(record)
        record.close()
    early, late = samples[len(samples) // 10], samples[-1]
    _tell(
        f"{kind:>10}  soak of {minutes:g} minutes at {rate:g}/s: memory {early[0]:.0f} -> "
        f"{late[0]:.0f} MB, threads {early[1]} -> {late[1]}, file handles {early[2]} -> {late[2]}; "
        f"{_refused(*sent)}"
    )
    is_steady = late[0] < early[0] * 1.2 and late[1] <= early[1] + 4 and late[2] <= early[2] + 8
    return is_steady and not any(one.refused for one in sent)


def _digests(record: Record) -> dict[str, int]:
    return {
        state: count
        for (kind, state), count in record.figures().deliveries.items()
        if kind == "weekly_digest"
    }


def _first(slack: LimitedSlack) -> int:
    return len({post.channel for post in slack.posts if post.is_first and post.channel.startswith("CPART")})


def _until_worked(record: Record) -> None:
    """Until every event is worked on and every answer is posted."""
    deadline = monotonic() + PATIENCE
    while not record.backlog(datetime.now(UTC)).is_empty:
        assert monotonic() < deadline, "it was never worked through"
        sleep(0.05)


def _held(pid: int) -> tuple[float, int, int]:
    """Megabytes, threads and file handles of a process, as Linux tells."""
    status = dict(
        line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    )
    handles = len(list(Path(f"/proc/{pid}/fd").iterdir()))
    return int(status["VmRSS"].split()[0]) / 1024, int(status["Threads"]), handles


def _refused(*sent: Sent) -> str:
    """How many were not taken, and with which status codes."""
    refused = sum((one.refused for one in sent), Counter[int]())
    told = ", ".join(f"{count} x {status}" for status, count in sorted(refused.items()))
    return f"{refused.total()} not taken" + (f" ({told})" if told else "")


def _tell(line: str) -> None:
    print(line, flush=True)


def main() -> int:
    """0 when every goal is met."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    asked.add_argument("--events", type=int, default=2000)
    asked.add_argument("--partnerships", type=int, nargs="*", default=[10, 100])
    asked.add_argument("--actions", type=int, default=100)
    asked.add_argument("--replicas", type=int, nargs="+", default=[1, 2], help="of the bot on PostgreSQL")
    asked.add_argument("--monday", type=int, default=100, help="partnerships of the Monday; 0 leaves it out")
    asked.add_argument("--databases", nargs="+", choices=KINDS, default=KINDS)
    asked.add_argument("--soak", type=float, default=0.0, help="minutes; nothing else is measured then")
    asked.add_argument("--rate", type=float, default=5.0, help="events a second of the soak")
    options = asked.parse_args()
    met = []
    if options.soak:
        met = [soak(kind, options.soak, options.rate, 10, options.actions) for kind in options.databases]
    else:
        met = [
            events(kind, partnerships, options.actions, options.events, replicas)
            for kind in options.databases
            for partnerships in options.partnerships
            for replicas in ((1,) if kind == "sqlite" else options.replicas)
        ]
        if options.monday:
            met.append(monday(options.monday, options.actions))
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
