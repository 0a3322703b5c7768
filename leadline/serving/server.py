"""An HTTP server on one address, for as long as the bot runs."""

from __future__ import annotations

import logging
import socket
from threading import Thread
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from waitress import wasyncore
from waitress.server import create_server

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

THREADS = 32
"""Requests answered at once; a tap or a command holds its thread until it is acknowledged."""

CONNECTIONS = 200
IDLE_SECONDS = 30
LARGEST_HEADER = 32 * 1024
_LOOK_AGAIN = 0.02


class HttpServer:
    """Serves a WSGI application from threads of its own. Raises `OSError` when the address is taken."""

    def __init__(self, host: str, port: int, application: WSGIApplication, largest_body: int) -> None:
        for name in ("waitress", "waitress.queue"):  # they tell of every busy moment, and quote requests
            logging.getLogger(name).setLevel(logging.CRITICAL)
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._server: Any = create_server(
            application,
            sockets=[socket.create_server((host, port), family=family)],
            threads=THREADS,
            connection_limit=CONNECTIONS,
            channel_timeout=IDLE_SECONDS,
            cleanup_interval=IDLE_SECONDS,
            max_request_body_size=largest_body,
            max_request_header_size=LARGEST_HEADER,
            asyncore_use_poll=True,
            ident="",
            clear_untrusted_proxy_headers=True,
        )
        self._thread = Thread(target=self._server.run, name="http", daemon=True)

    @property
    def port(self) -> int:
        """The port that is listened at; a free one was taken if 0 was asked for."""
        return int(self._server.effective_port)

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def stop(self, within: float) -> None:
        """Take no more connections, let the requests under way be answered, then hang up."""
        deadline = monotonic() + within
        self._in_the_loop(lambda: wasyncore.dispatcher.close(self._server))
        self._until_answered(deadline)
        self._server.task_dispatcher.shutdown(timeout=max(0.0, deadline - monotonic()))
        self._until_answered(deadline)  # what the last thread left to be sent
        self._in_the_loop(lambda: wasyncore.close_all(self._server._map, ignore_all=True))
        self._thread.join(_LOOK_AGAIN + max(0.0, deadline - monotonic()))

    def _until_answered(self, deadline: float) -> None:
        while self._is_answering() and monotonic() < deadline:
            sleep(_LOOK_AGAIN)

    def _in_the_loop(self, act: Any) -> None:
        """Sockets are closed by the thread that listens to them."""
        self._server.trigger.pull_trigger(act)

    def _is_answering(self) -> bool:
        channels = list(self._server.active_channels.values())
        return any(channel.requests or channel.total_outbufs_len for channel in channels)
