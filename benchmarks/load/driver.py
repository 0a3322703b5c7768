"""Sends signed events over kept connections: as fast as they are taken, or so many a second."""

from __future__ import annotations

import hashlib
import hmac
import http.client
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock
from time import monotonic, sleep, time

from benchmarks.load.replica import SECRET
from handlers.slack.manifest import EVENTS_PATH

PATIENCE = 30


@dataclass(frozen=True, slots=True)
class Sent:
    """So many events, acknowledged in so many seconds; `waits` are how long each took, sorted."""

    seconds: float
    waits: Sequence[float]
    failures: int

    @property
    def rate(self) -> float:
        return len(self.waits) / self.seconds

    def percentile(self, part: float) -> float:
        """Milliseconds within which this part of the events was acknowledged."""
        return 1000 * self.waits[min(len(self.waits) - 1, int(part * len(self.waits)))]


def send(
    ports: Sequence[int], bodies: Iterator[bytes], count: int, connections: int, rate: float | None = None
) -> Sent:
    """Send so many events over so many connections, at this rate a second or as fast as they are taken.

    At a rate, an event's wait counts from when it was due, so that a stall is felt by all behind it.
    """
    lock, waits, failures = Lock(), list[float](), 0
    numbers, began = iter(range(count)), monotonic()

    def work(port: int) -> int:
        line, failed = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE), 0
        try:
            while True:
                with lock:
                    number = next(numbers, None)
                    body = next(bodies) if number is not None else b""
                if number is None:
                    return failed
                due = monotonic() if rate is None else began + number / rate
                sleep(max(0.0, due - monotonic()))
                line.request("POST", EVENTS_PATH, body, _headers(body))
                answer = line.getresponse()
                answer.read()
                failed += answer.status != 200
                with lock:
                    waits.append(monotonic() - due)
        finally:
            line.close()

    with ThreadPoolExecutor(connections) as pool:
        lines = [ports[at % len(ports)] for at in range(connections)]
        failures = sum(pool.map(work, lines))
    return Sent(monotonic() - began, sorted(waits), failures)


def _headers(body: bytes) -> dict[str, str]:
    now = str(int(time()))
    signed = hmac.new(SECRET.encode(), f"v0:{now}:".encode() + body, hashlib.sha256).hexdigest()
    return {
        "Content-Type": "application/json",
        "X-Slack-Request-Timestamp": now,
        "X-Slack-Signature": f"v0={signed}",
    }
