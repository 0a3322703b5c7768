"""Socket Mode: one-time addresses, hello, envelopes, acknowledgements, redelivery, refreshes.

An envelope goes to one connection. Events wait while the app is away; acts of people do not.
"""

import asyncio
import json
import secrets
import threading
from collections.abc import Callable
from concurrent.futures import Future

from aiohttp import WSMsgType, web

from sandbox.connection import Connection
from sandbox.delivery import Delivery, DeliveryRules
from sandbox.dispatching import Answer, EnvelopeType, Problem
from sandbox.entities import Json
from sandbox.faults import Fault, Faults

MOST_CONNECTIONS = 10


class Sockets:
    """The dispatcher of Socket Mode. `send` is for any thread; the rest belongs to the server's loop."""

    def __init__(self, app_id: str, faults: Faults, rules: DeliveryRules) -> None:
        self._app_id = app_id
        self._faults = faults
        self._rules = rules
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tickets: set[str] = set()
        self._connections: dict[int, Connection] = {}
        self._last_number = 0
        self._waiting: list[Delivery] = []
        self._unanswered: dict[str, Delivery] = {}
        self._open: dict[str, Delivery] = {}
        self._opening = threading.Lock()
        self.when_connections_change: Callable[[int], None] = lambda _count: None

    @property
    def connection_count(self) -> int:
        """How many sockets the app has open."""
        return len(self._connections)

    @property
    def on_their_way(self) -> int:
        """How many envelopes are neither acknowledged nor given up; none, when the app is quiet."""
        return len(self._open)

    def start(self) -> None:
        """Begin to deliver, on the running loop."""
        self._loop = asyncio.get_running_loop()

    def send(self, kind: EnvelopeType, payload: Json) -> "Future[Answer]":
        """Send one envelope; see `Dispatcher`."""
        delivery = self._new(kind, payload)
        loop = self._loop
        if loop is None or loop.is_closed():
            delivery.fail(Problem.NOT_CONNECTED)
        else:
            loop.call_soon_threadsafe(self._begin, delivery)
        return delivery.answered

    def _new(self, kind: EnvelopeType, payload: Json) -> Delivery:
        delivery = Delivery(kind, payload, Future())
        with self._opening:
            self._open[delivery.envelope_id] = delivery
        delivery.answered.add_done_callback(lambda _answered: self._close(delivery))
        return delivery

    def _close(self, delivery: Delivery) -> None:
        with self._opening:
            self._open.pop(delivery.envelope_id, None)

    def ticket(self) -> str:
        """The secret part of a new one-time address."""
        ticket = secrets.token_urlsafe(16)
        self._tickets.add(ticket)
        return ticket

    def refresh(self, reason: str = "refresh_requested") -> None:
        """Ask the app, politely, to connect anew; it is sent nothing more over the old sockets."""
        for connection in self._connections.values():
            connection.is_leaving = True
            connection.send({"type": "disconnect", "reason": reason, "debug_info": {"host": "sandbox"}})

    async def hang_up(self) -> None:
        """Close every socket as the protocol has it."""
        for connection in list(self._connections.values()):
            await connection.close()

    def cut(self) -> None:
        """Cut every connection without a word."""
        for connection in list(self._connections.values()):
            connection.cut()

    def stop(self) -> None:
        """Forget what is on its way; whoever waits is told that there is no connection."""
        self._loop = None
        with self._opening:
            left = list(self._open.values())
        for delivery in left:
            delivery.fail(Problem.NOT_CONNECTED)
        self._unanswered.clear()
        self._waiting.clear()

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """The WebSocket endpoint."""
        ticket = request.match_info["ticket"]
        if ticket not in self._tickets:
            raise web.HTTPForbidden(text="This address was used before, or never given.")
        self._tickets.remove(ticket)
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        if len(self._connections) >= MOST_CONNECTIONS:
            await socket.send_json({"type": "disconnect", "reason": "too_many_websockets"})
            await socket.close()
            return socket
        connection = self._welcome(socket, request.transport)
        writer = asyncio.create_task(connection.write())
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    self._hear(message.data)
        finally:
            writer.cancel()
            self._lose(connection)
        return socket

    def _welcome(self, socket: web.WebSocketResponse, transport: asyncio.Transport | None) -> Connection:
        self._last_number += 1
        connection = Connection(self._last_number, socket, transport)
        self._connections[connection.number] = connection
        connection.send(
            {
                "type": "hello",
                "num_connections": len(self._connections),
                "debug_info": {"host": "sandbox", "build_number": 1, "approximate_connection_time": 3600},
                "connection_info": {"app_id": self._app_id},
            }
        )
        waiting, self._waiting = self._waiting, []
        for delivery in waiting:
            self._transmit(delivery)
        self.when_connections_change(len(self._connections))
        return connection

    def _lose(self, connection: Connection) -> None:
        del self._connections[connection.number]
        for delivery in [each for each in self._unanswered.values() if each.connection == connection.number]:
            if delivery.is_event:
                self._again(delivery, "connection_failed")
        self.when_connections_change(len(self._connections))

    def _current(self) -> Connection | None:
        staying = [each for each in self._connections.values() if not each.is_leaving]
        return staying[-1] if staying else None

    def _begin(self, delivery: Delivery) -> None:
        delay = self._faults.take(Fault.DELIVER_LATE)
        if delay is not None and self._loop is not None:
            self._loop.call_later(delay, self._transmit, delivery)
        else:
            self._transmit(delivery)
        if delivery.is_event and self._faults.take(Fault.DELIVER_TWICE) is not None:
            self._begin_copy(delivery)

    def _begin_copy(self, delivery: Delivery) -> None:
        copy = self._new(delivery.kind, delivery.payload)
        copy.attempt, copy.reason = 1, "timeout"
        self._transmit(copy)

    def _transmit(self, delivery: Delivery) -> None:
        connection = self._current()
        if connection is None:
            if delivery.is_event:
                self._waiting.append(delivery)
            else:
                delivery.fail(Problem.NOT_CONNECTED)
            return
        delivery.connection = connection.number
        self._unanswered[delivery.envelope_id] = delivery
        connection.send(delivery.envelope())
        if self._loop is not None:
            delivery.timer = self._loop.call_later(self._rules.ack_seconds, self._overdue, delivery)

    def _overdue(self, delivery: Delivery) -> None:
        if delivery.is_event:
            self._again(delivery, "timeout")
        else:
            self._unanswered.pop(delivery.envelope_id, None)
            delivery.fail(Problem.TOO_LATE)

    def _again(self, delivery: Delivery, reason: str) -> None:
        self._unanswered.pop(delivery.envelope_id, None)
        delivery.stop_timer()
        if delivery.attempt >= len(self._rules.retry_after) or self._loop is None:
            delivery.fail(Problem.TOO_LATE)
            return
        pause = self._rules.retry_after[delivery.attempt]
        delivery.attempt += 1
        delivery.reason = reason
        delivery.timer = self._loop.call_later(pause, self._transmit, delivery)

    def _hear(self, written: str) -> None:
        try:
            body = json.loads(written)
        except ValueError:
            return  # slack_sdk also sends plain text to keep the line alive
        delivery = self._unanswered.get(body.get("envelope_id", "")) if isinstance(body, dict) else None
        if delivery is None or self._faults.take(Fault.DROP_ACK) is not None:
            return
        del self._unanswered[delivery.envelope_id]
        payload = body.get("payload")
        delivery.settle(Answer(payload={"text": payload} if isinstance(payload, str) else payload))
