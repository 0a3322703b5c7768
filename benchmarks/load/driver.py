"""Sends signed events over kept connections: as fast as they are taken, or so many a second."""

from __future__ import annotations

import hashlib
import hmac
import http.client
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from threading import Lock
from time import monotonic, sleep, time

from benchmarks.load.replica import SECRET
from handlers.slack.manifest import EVENTS_PATH

PATIENCE = 30


@dataclass(frozen=True, slots=True)
class Sent:
    """So many events, answered in so many seconds; `waits` are how long each took, sorted, and `refused` the
    status codes of those that were not taken."""

    seconds: float
    waits: Sequence[float]
    refused: Counter[int]

    @property
    def rate(self) -> float:
        """Events taken a second."""
        return (len(self.waits) - self.refused.total()) / self.seconds

    def percentile(self, part: float) -> float:
        """Milliseconds within which this part of the events was acknowledged."""
        return 1000 * self.waits[min(len(self.waits) - 1, int(part * len(self.waits)))]


def send(
    ports: Sequence[int], bodies: Iterator[bytes], count: int, connections: int, rate: float | None = None
) -> Sent:
    """Send so many events over so many connections, at this rate a second or as fast as they are taken.

    At a rate, an event's wait counts from when it was due, so that a stall is felt by all behind it.
    """
    lock, waits = Lock(), list[float]()
    numbers, began = iter(range(count)), monotonic()

    def work(port: int) -> Counter[int]:
        line, refused = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE), Counter[int]()
        try:
            while True:
                with lock:
                    number = next(numbers, None)
                    body = next(bodies) if number is not None else b""
                if number is None:
                    return refused
                due = monotonic() if rate is None else began + number / rate
                sleep(max(0.0, due - monotonic()))
                line.request("POST", EVENTS_PATH, body, _headers(body))
                answer = line.getresponse()
                answer.read()
                if answer.status != HTTPStatus.OK:
                    refused[answer.status] += 1
                with lock:
                    waits.append(monotonic() - due)
        finally:
            line.close()

    with ThreadPoolExecutor(connections) as pool:
        lines = [ports[at % len(ports)] for at in range(connections)]
        refused = sum(pool.map(work, lines), Counter[int]())
    return Sent(monotonic() - began, sorted(waits), refused)


def _headers(body: bytes) -> dict[str, str]:
    now = str(int(time()))
    signed = hmac.new(SECRET.encode(), f"v0:{now}:".encode() + body, hashlib.sha256).hexdigest()
    return {
        "Content-Type": "application/json",
        "X-Slack-Request-Timestamp": now,
        "X-Slack-Signature": f"v0={signed}",
    }
