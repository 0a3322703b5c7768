"""A Slack that answers at once, keeps what is posted, and holds each channel to Slack's own limit."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from time import monotonic
from typing import Any
from urllib.parse import parse_qs

A_SECOND, AT_ONCE = 1.0, 5.0
"""Messages a channel takes a second, and in one burst. Slack says "about one a second" of the first."""


@dataclass(frozen=True, slots=True)
class Post:
    """One message: by which delivery, where, whether it begins a thread, and when it came."""

    delivery: str
    channel: str
    is_first: bool
    at: float


class LimitedSlack(ThreadingHTTPServer):
    """`posts` are what was taken; `refusals` how often somebody was told to wait."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.posts: list[Post] = []
        self.refusals = 0
        self._lock = Lock()
        self._buckets: dict[str, tuple[float, float]] = {}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/api/"

    def post(self, arguments: dict[str, Any]) -> dict[str, Any] | None:
        """The answer, or None for "wait"."""
        now, where = monotonic(), str(arguments["channel"])
        with self._lock:
            left, since = self._buckets.get(where, (AT_ONCE, now))
            left = min(AT_ONCE, left + (now - since) * A_SECOND)
            if left < 1.0:
                self._buckets[where] = (left, now)
                self.refusals += 1
                return None
            self._buckets[where] = (left - 1.0, now)
            delivery = json.loads(arguments["metadata"]) if isinstance(arguments.get("metadata"), str) else (
                arguments.get("metadata") or {}
            )  # fmt: skip
            key = str(delivery.get("event_payload", {}).get("delivery_id", ""))
            self.posts.append(Post(key, where, not arguments.get("thread_ts"), now))
            return {"ok": True, "channel": where, "ts": f"{len(self.posts)}.000100"}

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that hang up at the end are no news."""


class _Handler(BaseHTTPRequestHandler):
    server: LimitedSlack

    def do_POST(self) -> None:
        method = self.path.rsplit("/", 1)[-1]
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        given: dict[str, Any] = (
            json.loads(raw)
            if raw.startswith("{")
            else {name: held[0] for name, held in parse_qs(raw).items()}
        )
        if method == "chat.postMessage":
            answer = self.server.post(given)
        elif method == "auth.test":
            answer = {"ok": True, "bot_id": "B0BOT", "user_id": "U0BOT", "team_id": "T1", "team": "Large"}
        elif method == "users.info":
            answer = {"ok": True, "user": {"id": given.get("user", ""), "team_id": "T1"}}
        else:
            answer = {"ok": True, "messages": [], "channel": {"id": given.get("users", "")}, "ts": "1.1"}
        self._send(429 if answer is None else 200, answer or {"ok": False, "error": "ratelimited"})

    def _send(self, status: int, answer: dict[str, Any]) -> None:
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        if status == 429:
            self.send_header("Retry-After", "1")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """The table at the end says all there is to say."""


@contextmanager
def serving() -> Iterator[LimitedSlack]:
    """Slack, for as long as the block lasts."""
    slack = LimitedSlack()
    thread = Thread(target=slack.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield slack
    finally:
        slack.shutdown()
        thread.join()
        slack.server_close()
