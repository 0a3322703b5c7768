"""HTTP mode: events, taps and commands posted to the app's addresses, signed, and sent again as Slack does.

Several addresses stand for a load balancer: each request goes to the next one, and one that refuses to be
connected to is passed over.
"""

import asyncio
import hashlib
import hmac
import json
import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future
from urllib.parse import urlencode

from aiohttp import ClientConnectionError, ClientError, ClientSession, ClientTimeout

from sandbox.delivery import Delivery, DeliveryRules
from sandbox.dispatching import Answer, EnvelopeType, Problem
from sandbox.entities import Json
from sandbox.faults import Fault, Faults

NO_RETRY = "X-Slack-No-Retry"


def signature(secret: str, timestamp: int, body: bytes) -> str:
    """Slack's signature of a request, version 0."""
    base = f"v0:{timestamp}:".encode() + body
    return "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()


class Posts:
    """The dispatcher of HTTP mode. `send` is for any thread; the rest belongs to the server's loop.

    The clock of signatures is the machine's own, as in Slack; the sandbox's is the calendar's.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        addresses: Sequence[str],
        secret: str,
        faults: Faults,
        rules: DeliveryRules,
    ) -> None:
        self._loop = loop
        self._addresses = tuple(addresses)
        self._secret = secret
        self._faults = faults
        self._rules = rules
        self._next = 0
        self._session: ClientSession | None = None
        self._open: set[str] = set()
        self._opening = threading.Lock()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def on_their_way(self) -> int:
        """How many requests are neither acknowledged nor given up."""
        return len(self._open)

    def send(self, kind: EnvelopeType, payload: Json) -> "Future[Answer]":
        """Post one payload; see `Dispatcher`."""
        delivery = Delivery(kind, payload, Future())
        self._expect(delivery)
        self._loop.call_soon_threadsafe(self._begin, delivery)
        return delivery.answered

    async def stop(self) -> None:
        """Give up what is on its way."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    def _expect(self, delivery: Delivery) -> None:
        """Count it as on its way until it is answered or given up."""
        with self._opening:
            self._open.add(delivery.envelope_id)
        delivery.answered.add_done_callback(lambda _answered: self._close(delivery))

    def _close(self, delivery: Delivery) -> None:
        with self._opening:
            self._open.discard(delivery.envelope_id)

    def _begin(self, delivery: Delivery) -> None:
        self._start(delivery)
        if delivery.is_event and self._faults.take(Fault.DELIVER_TWICE) is not None:
            copy = Delivery(delivery.kind, delivery.payload, Future(), attempt=1, reason="http_timeout")
            self._expect(copy)
            self._start(copy)

    def _start(self, delivery: Delivery) -> None:
        task = self._loop.create_task(self._deliver(delivery))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver(self, delivery: Delivery) -> None:
        try:
            await self._until_acknowledged(delivery)
        finally:
            delivery.fail(Problem.NOT_CONNECTED)  # does nothing where it was settled

    async def _until_acknowledged(self, delivery: Delivery) -> None:
        delay = self._faults.take(Fault.DELIVER_LATE)
        await asyncio.sleep(delay or 0)
        while True:
            problem, reason, may_retry = await self._attempt(delivery)
            if problem is None:
                return
            if not delivery.is_event or not may_retry or delivery.attempt >= len(self._rules.retry_after):
                delivery.fail(problem)
                return
            await asyncio.sleep(self._rules.retry_after[delivery.attempt])
            delivery.attempt += 1
            delivery.reason = reason

    async def _attempt(self, delivery: Delivery) -> tuple[Problem | None, str, bool]:
        """One request; the problem, if any, Slack's word for it, and whether it may be sent again."""
        if self._session is None:
            self._session = ClientSession(timeout=ClientTimeout(total=self._rules.ack_seconds))
        body, headers = self._request(delivery)
        for address in self._in_turn():
            try:
                async with self._session.post(address, data=body, headers=headers) as response:
                    text = await response.text()
            except TimeoutError:
                return Problem.TOO_LATE, "http_timeout", True
            except ClientConnectionError:
                continue
            except ClientError:
                return Problem.NOT_CONNECTED, "connection_failed", True
            if response.status != 200:
                return Problem.BAD_ANSWER, "http_error", NO_RETRY not in response.headers
            if self._faults.take(Fault.DROP_ACK) is not None:
                return Problem.TOO_LATE, "http_timeout", True
            delivery.settle(Answer(payload=_answered(text)))
            return None, "", False
        return Problem.NOT_CONNECTED, "connection_failed", True

    def _in_turn(self) -> tuple[str, ...]:
        """Every address, another one first each time."""
        first = self._next % len(self._addresses)
        self._next += 1
        return self._addresses[first:] + self._addresses[:first]

    def _request(self, delivery: Delivery) -> tuple[bytes, dict[str, str]]:
        body, content_type = _encoded(delivery.kind, delivery.payload)
        now = int(time.time())
        headers = {
            "Content-Type": content_type,
            "X-Slack-Request-Timestamp": str(now),
            "X-Slack-Signature": signature(self._secret, now, body),
        }
        if delivery.attempt:
            headers |= {"X-Slack-Retry-Num": str(delivery.attempt), "X-Slack-Retry-Reason": delivery.reason}
        return body, headers


def _encoded(kind: EnvelopeType, payload: Json) -> tuple[bytes, str]:
    if kind is EnvelopeType.EVENT:
        return json.dumps(payload).encode(), "application/json"
    fields = payload if kind is EnvelopeType.COMMAND else {"payload": json.dumps(payload)}
    return urlencode(fields).encode(), "application/x-www-form-urlencoded"


def _answered(text: str) -> Json | None:
    if not text:
        return None
    try:
        answer = json.loads(text)
    except ValueError:
        return {"text": text}
    return answer if isinstance(answer, dict) else {"text": text}
