"""A Slack Web API on this machine: it stores what is posted, and then fails in the way a test asks for."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

BOT_ID = "B0BOT"


class WebApi(ThreadingHTTPServer):
    """`fault` is applied to the next chat.postMessage only. What is stored is in `stored`; what is sent to a
    response URL in `answered`, by the URL's last part; the forms opened in `views`; the Homes published in
    `homes`, by account; `shared` has the channels that others share, None where the app may not see
    them; what people dropped in `files`, by id, and how large Slack says that is, where it
    lies, in `sizes`. What the bot sends is in `uploaded`: the channel, the file's name, its bytes; the
    texts of its pictures in `alt_texts`, by name. `without_pictures` is the error that a Home with pictures
    is refused with. Timestamps count from one, or tell the time where `now` does."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.stored: list[dict[str, Any]] = []
        self.answered: list[tuple[str, dict[str, Any]]] = []
        self.views: list[dict[str, Any]] = []
        self.homes: dict[str, dict[str, Any]] = {}
        self.requests: list[str] = []
        self.accounts: dict[str, dict[str, Any]] = {}
        self.shared: set[str] | None = None
        self.fault = ""
        self.files: dict[str, tuple[str, bytes]] = {}
        self.sizes: dict[str, int] = {}
        self.uploaded: list[tuple[str, str, bytes]] = []
        self.beside: list[str] = []
        self.alt_texts: dict[str, str] = {}
        self.without_pictures = ""
        self.addresses: dict[str, str] = {}
        self.errors: dict[str, str] = {}
        self.refused_channels: dict[str, str] = {}
        self.released = threading.Event()
        self.now: Callable[[], float] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/api/"

    def response_url(self, name: str) -> str:
        """Where a tap may be answered; an expired one is called so."""
        return f"http://127.0.0.1:{self.server_port}/responses/{name}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what some of the tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: WebApi

    def do_POST(self) -> None:
        method = self.path.rsplit("/", 1)[-1]
        if self.path.startswith("/uploads/"):
            content = self.rfile.read(int(self.headers["Content-Length"]))
            self.server.files[method] = (self.server.files[method][0], content)
            self._answer(200, {"ok": True})
            return
        arguments = self._arguments()
        if self.path.startswith("/responses/"):
            self._response(method, arguments)
            return
        self.server.requests.append(method)
        if method in self.server.errors:
            self._answer(200, {"ok": False, "error": self.server.errors[method]})
        else:
            _METHODS[method](self, arguments)

    def publish_view(self, arguments: dict[str, Any]) -> None:
        view = arguments["view"]
        if self.server.without_pictures and '"image"' in json.dumps(view):
            self._answer(200, {"ok": False, "error": self.server.without_pictures})
            return
        self.server.homes[arguments["user_id"]] = json.loads(view) if isinstance(view, str) else view
        self._answer(200, {"ok": True, "view": {"id": "VHOME", "hash": "1.abc"}})

    def user_info(self, arguments: dict[str, Any]) -> None:
        """What Slack says of an account: a member's, unless a test says otherwise in `accounts`."""
        account = arguments["user"]
        told = {"id": account, "team_id": "T1", **self.server.accounts.get(account, {})}
        self._answer(200, {"ok": True, "user": told})

    def channel_info(self, arguments: dict[str, Any]) -> None:
        """What Slack says of a channel, to who may see channels."""
        if self.server.shared is None:
            self._answer(200, {"ok": False, "error": "missing_scope"})
            return
        channel = arguments["channel"]
        told = {"id": channel, "is_member": True, "is_ext_shared": channel in self.server.shared}
        self._answer(200, {"ok": True, "channel": told})

    def post_message(self, arguments: dict[str, Any]) -> None:
        if arguments["channel"] in self.server.refused_channels:
            self._answer(200, {"ok": False, "error": self.server.refused_channels[arguments["channel"]]})
            return
        fault, self.server.fault = self.server.fault, ""
        if fault == "429":
            self._answer(429, {"ok": False, "error": "ratelimited"}, {"Retry-After": "7"})
            return
        if fault == "lost":
            self.close_connection = True
            return
        number = len(self.server.stored) + 1
        ts = f"{self.server.now():.0f}.{number:06}" if self.server.now else f"{number}.000100"
        message = {**arguments, "ts": ts, "bot_id": BOT_ID}
        if message["channel"].startswith("U"):
            message["channel"] = f"D{message['channel']}"
        self.server.stored.append(message)
        answer = {"ok": True, "channel": message["channel"], "ts": ts, "message": message}
        _FAULTS.get(fault, _Handler._send_whole)(self, answer)

    def update_message(self, arguments: dict[str, Any]) -> None:
        for message in self.server.stored:
            if (message["channel"], message["ts"]) == (arguments["channel"], arguments["ts"]):
                message |= arguments
                self._answer(200, {"ok": True, "channel": message["channel"], "ts": message["ts"]})
                return
        self._answer(200, {"ok": False, "error": "message_not_found"})

    def history(self, arguments: dict[str, Any]) -> None:
        here = [one for one in self.server.stored if one["channel"] == arguments["channel"]]
        thread = arguments.get("ts")
        shown = [one for one in here if one.get("thread_ts") == thread]
        newest_first = list(reversed(shown))
        at = int(arguments.get("cursor") or 0)
        is_last = at + 1 >= len(newest_first)
        self._answer(
            200,
            {
                "ok": True,
                "messages": newest_first[at : at + 1],
                "response_metadata": {"next_cursor": "" if is_last else str(at + 1)},
            },
        )

    def delete(self, arguments: dict[str, Any]) -> None:
        left = [one for one in self.server.stored if one["ts"] != arguments["ts"]]
        is_gone = len(left) == len(self.server.stored)
        self.server.stored = left
        self._answer(200, {"ok": False, "error": "message_not_found"} if is_gone else {"ok": True})

    def open_conversation(self, arguments: dict[str, Any]) -> None:
        self._answer(200, {"ok": True, "channel": {"id": f"D{arguments['users']}"}})

    def auth_test(self, arguments: dict[str, Any]) -> None:
        self._answer(200, {"ok": True, "bot_id": BOT_ID, "user_id": "U0BOT", "team_id": "T1"})

    def open_view(self, arguments: dict[str, Any]) -> None:
        view = arguments["view"]
        self.server.views.append(json.loads(view) if isinstance(view, str) else view)
        self._answer(200, {"ok": True, "view": {"id": f"V{len(self.server.views)}"}})

    def file_info(self, arguments: dict[str, Any]) -> None:
        if arguments["file"] not in self.server.files:
            self._answer(200, {"ok": False, "error": "file_not_found"})
            return
        name, content = self.server.files[arguments["file"]]
        address = f"http://127.0.0.1:{self.server.server_port}/files/{name}/{arguments['file']}"
        address = self.server.addresses.get(arguments["file"], address)
        file = {"id": arguments["file"], "name": name, "url_private": address}
        file["size"] = self.server.sizes.get(arguments["file"], len(content))
        self._answer(200, {"ok": True, "file": file})

    def upload_url(self, arguments: dict[str, Any]) -> None:
        self.server.files[f"F{len(self.server.files) + 1}"] = (str(arguments["filename"]), b"")
        number = f"F{len(self.server.files)}"
        self.server.alt_texts[str(arguments["filename"])] = str(arguments.get("alt_txt") or "")
        address = f"http://127.0.0.1:{self.server.server_port}/uploads/{number}"
        self._answer(200, {"ok": True, "upload_url": address, "file_id": number})

    def complete_upload(self, arguments: dict[str, Any]) -> None:
        held = arguments["files"]
        for one in json.loads(held) if isinstance(held, str) else held:
            name, content = self.server.files[one["id"]]
            self.server.uploaded.append((str(arguments["channel_id"]), name, content))
        self.server.beside.append(str(arguments.get("initial_comment") or ""))
        self._answer(200, {"ok": True, "files": [{"id": one} for one in self.server.files]})

    def do_GET(self) -> None:
        """A file's bytes, for whoever brings a token; others are shown a sign-in page, as Slack does."""
        self.server.requests.append("download")
        _, content = self.server.files[self.path.rsplit("/", 1)[-1]]
        is_known = self.headers.get("Authorization", "").startswith("Bearer xoxb-")
        self.send_response(200)
        self.send_header("Content-Type", "application/octet-stream" if is_known else "text/html")
        self.end_headers()
        self.wfile.write(content if is_known else b"<html>Sign in</html>")
        self.close_connection = True

    def _response(self, name: str, arguments: dict[str, Any]) -> None:
        if name == "expired":
            self._answer(404, {"ok": False, "error": "expired_url"})
            return
        self.server.answered.append((name, arguments))
        self._answer(200, {"ok": True})

    def _send_whole(self, answer: dict[str, Any]) -> None:
        self._answer(200, answer)

    def _drop_reply(self, answer: dict[str, Any]) -> None:
        self.close_connection = True

    def _reset(self, answer: dict[str, Any]) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def _fail_500(self, answer: dict[str, Any]) -> None:
        self._answer(500, {"ok": False, "error": "internal_error"})

    def _fail_inside(self, answer: dict[str, Any]) -> None:
        self._answer(200, {"ok": False, "error": "internal_error"})

    def _fail_503(self, answer: dict[str, Any]) -> None:
        self.send_response(503)
        self.end_headers()
        self.wfile.write(b"upstream is away")

    def _never_answer(self, answer: dict[str, Any]) -> None:
        self.server.released.wait(10)
        self.close_connection = True

    def _cut_short(self, answer: dict[str, Any]) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b'{"ok": tr')
        self.close_connection = True

    def _answer(self, status: int, body: dict[str, Any], headers: dict[str, str] | None = None) -> None:
        raw = json.dumps(body).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def _arguments(self) -> dict[str, Any]:
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        if raw.startswith("{"):
            held: dict[str, Any] = json.loads(raw)
            return held
        return {name: values[0] for name, values in parse_qs(raw).items()}

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Tests are quiet."""


_METHODS = {
    "chat.postMessage": _Handler.post_message,
    "chat.delete": _Handler.delete,
    "chat.update": _Handler.update_message,
    "conversations.history": _Handler.history,
    "conversations.replies": _Handler.history,
    "conversations.info": _Handler.channel_info,
    "conversations.open": _Handler.open_conversation,
    "users.info": _Handler.user_info,
    "auth.test": _Handler.auth_test,
    "views.open": _Handler.open_view,
    "views.publish": _Handler.publish_view,
    "files.info": _Handler.file_info,
    "files.getUploadURLExternal": _Handler.upload_url,
    "files.completeUploadExternal": _Handler.complete_upload,
}

_FAULTS = {
    "reply dropped": _Handler._drop_reply,
    "reset": _Handler._reset,
    "500": _Handler._fail_500,
    "503": _Handler._fail_503,
    "internal_error": _Handler._fail_inside,
    "timeout": _Handler._never_answer,
    "cut short": _Handler._cut_short,
}


@contextmanager
def web_api() -> Iterator[WebApi]:
    """The API, serving for as long as the block lasts."""
    server = WebApi()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        server.shutdown()
        thread.join()
        server.server_close()
