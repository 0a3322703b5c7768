"""HTTP mode of the sandbox: signed requests to an address, sent again until they are acknowledged."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

from slack_sdk.signature import SignatureVerifier

from sandbox.dispatching import Problem
from sandbox.faults import Fault
from sandbox.run import Server
from tests.sandbox.conftest import Partnership, acknowledgements_soon_overdue, eventually


@dataclass
class Heard:
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class App:
    """An address that keeps what is posted to it and answers as it is told, the last answer for ever."""

    answers: list[tuple[int, str, dict[str, str]]] = field(default_factory=lambda: [(200, "", {})])
    heard: list[Heard] = field(default_factory=list)
    held: threading.Event = field(default_factory=threading.Event)
    url: str = ""


@contextmanager
def app(*answers: tuple[int, str, dict[str, str]]) -> Iterator[App]:
    made = App(list(answers) or [(200, "", {})])
    made.held.set()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            made.heard.append(Heard(self.path, dict(self.headers), body))
            status, text, headers = made.answers.pop(0) if len(made.answers) > 1 else made.answers[0]
            made.held.wait(10)
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(text.encode()))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            """Tests are quiet."""

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listening.daemon_threads = True
    thread = threading.Thread(target=listening.serve_forever, args=(0.01,))
    thread.start()
    made.url = f"http://127.0.0.1:{listening.server_port}/slack/events"
    try:
        yield made
    finally:
        made.held.set()
        listening.shutdown()
        listening.server_close()
        thread.join()


def test_an_event_is_posted_with_slacks_signature(server: Server, partnership: Partnership) -> None:
    secret = server.workspace.application.signing_secret
    with app() as there, server.posting_to([there.url]):
        server.acts.say("sokoro", "@app", "2.7a is on track")
        eventually(lambda: there.heard)
        heard = there.heard[0]
        assert SignatureVerifier(secret).is_valid_request(heard.body, heard.headers)
        assert not SignatureVerifier("another").is_valid_request(heard.body, heard.headers)
        assert json.loads(heard.body)["event"]["text"] == "2.7a is on track"
        assert "X-Slack-Retry-Num" not in heard.headers


def test_a_command_is_posted_as_a_form_and_its_answer_is_shown(
    server: Server, partnership: Partnership
) -> None:
    with app((200, json.dumps({"text": "Late 7"}), {})) as there, server.posting_to([there.url]):
        outcome = server.acts.command("sokoro", "@app", "/status", "late").result(10)
        assert outcome.payload == {"text": "Late 7"}
        assert parse_qs(there.heard[0].body.decode())["text"] == ["late"]


def test_an_event_that_is_answered_with_an_error_is_sent_again_and_says_so(
    server: Server, partnership: Partnership
) -> None:
    with app((500, "", {}), (200, "", {})) as there, server.posting_to([there.url]) as posts:
        server.acts.say("sokoro", "@app", "2.7a is on track")
        eventually(lambda: len(there.heard) == 2 and not posts.on_their_way)
    again = there.heard[1].headers
    assert (again["X-Slack-Retry-Num"], again["X-Slack-Retry-Reason"]) == ("1", "http_error")
    first, second = (json.loads(each.body)["event_id"] for each in there.heard)
    assert first == second


def test_it_is_not_sent_again_where_the_app_says_so(server: Server, partnership: Partnership) -> None:
    with app((500, "", {"X-Slack-No-Retry": "1"})) as there, server.posting_to([there.url]) as posts:
        server.acts.say("sokoro", "@app", "2.7a is on track")
        eventually(lambda: there.heard and not posts.on_their_way)
    assert len(there.heard) == 1


@acknowledgements_soon_overdue
def test_what_is_acknowledged_too_late_is_sent_again(server: Server, partnership: Partnership) -> None:
    with app() as there, server.posting_to([there.url]) as posts:
        there.held.clear()
        server.acts.say("sokoro", "@app", "2.7a is on track")
        eventually(lambda: len(there.heard) >= 2)
        there.held.set()
        eventually(lambda: not posts.on_their_way)
    assert there.heard[1].headers["X-Slack-Retry-Reason"] == "http_timeout"


def test_an_address_that_nobody_listens_at_is_passed_over(server: Server, partnership: Partnership) -> None:
    with app() as gone:
        dead = gone.url
    with app() as there, server.posting_to([dead, there.url]) as posts:
        for _ in range(3):
            server.acts.say("sokoro", "@app", "2.7a is on track")
        eventually(lambda: len(there.heard) == 3 and not posts.on_their_way)
    assert all("X-Slack-Retry-Num" not in each.headers for each in there.heard)


def test_a_tap_that_reaches_nobody_has_failed(server: Server, partnership: Partnership) -> None:
    with app() as gone:
        dead = gone.url
    with server.posting_to([dead]):
        outcome = server.acts.command("sokoro", "@app", "/status", "").result(10)
    assert outcome.problem is Problem.NOT_CONNECTED


def test_faults_can_be_armed(server: Server, partnership: Partnership) -> None:
    with app() as there, server.posting_to([there.url]) as posts:
        server.faults.arm(Fault.DELIVER_TWICE)
        server.acts.say("sokoro", "@app", "2.7a is on track")
        eventually(lambda: len(there.heard) == 2 and not posts.on_their_way)
        server.faults.arm(Fault.DROP_ACK)
        server.acts.say("sokoro", "@app", "4.1 is on track")
        eventually(lambda: len(there.heard) == 4 and not posts.on_their_way)
    assert [json.loads(each.body)["event"]["text"][:4] for each in there.heard] == ["2.7a"] * 2 + ["4.1 "] * 2
