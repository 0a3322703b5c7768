"""A Slack Web API over HTTP that only stores and shows messages, each after a while of its own."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from threading import Lock, Thread
from time import sleep, time
from typing import Any
from urllib.parse import parse_qs

BOT_ID = "B0BOT"
LONGEST_DELAY = 0.04
"""Seconds a request may take before it is stored, and again before it is answered."""

Message = dict[str, Any]


class FakeSlack(ThreadingHTTPServer):
    """Keeps what is posted by channel; its history shows a message so many seconds after it was stored.
    `posted` counts messages by the delivery they are of."""

    daemon_threads = True

    def __init__(self, seed: int, lag: float = 0.0) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.lag = lag
        self._lock = Lock()
        self._dice = Random(seed)  # noqa: S311 - delays, not secrets
        self._channels: dict[str, list[Message]] = {}
        self._last = 0.0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/api/"

    def wait(self) -> None:
        """The network, and Slack itself, take their time."""
        with self._lock:
            delay = self._dice.uniform(0, LONGEST_DELAY)
        sleep(delay)

    def store(self, message: Message) -> Message:
        with self._lock:
            self._last = max(time(), self._last + 0.000001)
            stored = {**message, "ts": f"{self._last:.6f}", "bot_id": BOT_ID}
            self._channels.setdefault(message["channel"], []).append(stored)
            return stored

    def history(self, channel: str, oldest: float) -> list[Message]:
        """Newest first, as Slack shows it."""
        with self._lock:
            here = list(self._channels.get(channel, ()))
        newest = time() - self.lag
        return [message for message in reversed(here) if oldest < float(message["ts"]) <= newest]

    def delete(self, channel: str, ts: str) -> bool:
        with self._lock:
            here = self._channels.get(channel, [])
            left = [message for message in here if message["ts"] != ts]
            self._channels[channel] = left
            return len(left) < len(here)

    def posted(self) -> Counter[int]:
        """How many messages stand there, by delivery."""
        with self._lock:
            every = [message for here in self._channels.values() for message in here]
        return Counter(int(message["metadata"]["event_payload"]["delivery_id"]) for message in every)

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients are killed here; that they hang up is no news."""


class _Handler(BaseHTTPRequestHandler):
    server: FakeSlack

    def do_POST(self) -> None:
        method = self.path.rsplit("/", 1)[-1]
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        if not raw and int(self.headers.get("Content-Length") or 0):
            return  # killed in the middle of its request
        arguments = (
            json.loads(raw)
            if raw.startswith("{")
            else {name: held[0] for name, held in parse_qs(raw).items()}
        )
        self.server.wait()
        answer = _METHODS.get(method, _unknown)(self.server, arguments)
        self.server.wait()
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """The table at the end says all there is to say."""


def _post(slack: FakeSlack, arguments: Message) -> Message:
    stored = slack.store(arguments)
    return {"ok": True, "channel": stored["channel"], "ts": stored["ts"]}


def _history(slack: FakeSlack, arguments: Message) -> Message:
    return {"ok": True, "messages": slack.history(arguments["channel"], float(arguments.get("oldest") or 0))}


def _delete(slack: FakeSlack, arguments: Message) -> Message:
    if slack.delete(arguments["channel"], arguments["ts"]):
        return {"ok": True}
    return {"ok": False, "error": "message_not_found"}


def _user(_slack: FakeSlack, arguments: Message) -> Message:
    return {"ok": True, "user": {"id": arguments["user"], "team_id": "T1"}}


def _channel(_slack: FakeSlack, arguments: Message) -> Message:
    channel = {"id": arguments["channel"], "is_member": True, "is_ext_shared": False}
    return {"ok": True, "channel": channel}


def _unknown(_slack: FakeSlack, _arguments: Message) -> Message:
    return {"ok": False, "error": "unknown_method"}


_METHODS = {
    "chat.postMessage": _post,
    "chat.delete": _delete,
    "conversations.history": _history,
    "conversations.info": _channel,
    "users.info": _user,
    "auth.test": lambda *_: {"ok": True, "bot_id": BOT_ID, "user_id": "U0BOT", "team_id": "T1"},
}


@contextmanager
def serving(seed: int, lag: float = 0.0) -> Iterator[FakeSlack]:
    """Slack, for as long as the block lasts."""
    slack = FakeSlack(seed, lag)
    thread = Thread(target=slack.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield slack
    finally:
        slack.shutdown()
        thread.join()
        slack.server_close()
