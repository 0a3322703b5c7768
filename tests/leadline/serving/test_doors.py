"""The bot's own HTTP server: how it is, what it counts, and Slack's requests, over a real socket."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bot.language.reading import Kind, Outcome, Reading
from handlers.slack.over_http import LARGEST_BODY, HttpAnswer, SignedRequests
from leadline.serving.doors import Doors
from leadline.serving.health import Health
from leadline.serving.metrics import Metrics
from leadline.serving.pictures import PictureWindow
from leadline.serving.server import HttpServer
from storage.repositories.figures import Figures

PATIENCE = 20
FIGURES = Figures(
    deliveries={("reply", "posted"): 7, ("weekly_digest", "pending"): 1},
    events={("pending",): 2},
    prompts={("ask",): 14},
    updates={("confirmed",): 61, ("proposed",): 2},
    oldest_event_seconds=1.5,
)


class Slack(SignedRequests):
    """Stands where the app would. Holds every request until it is let go."""

    def __init__(self) -> None:
        self.let_go = threading.Event()
        self.let_go.set()
        self.began = threading.Event()
        self.given: list[bytes] = []

    def answer(self, headers: object, body: bytes) -> HttpAnswer:
        self.given.append(body)
        self.began.set()
        self.let_go.wait(PATIENCE)
        return HttpAnswer(200, "heard")


@contextmanager
def serving(doors: Doors) -> Iterator[HttpServer]:
    server = HttpServer("127.0.0.1", 0, doors, LARGEST_BODY)
    server.start()
    try:
        yield server
    finally:
        server.stop(PATIENCE)


def asked(server: HttpServer, method: str, path: str, body: bytes | None = None) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
    try:
        connection.request(method, path, body)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


@pytest.fixture
def health() -> Health:
    return Health({"clock": lambda: True}, {"database": lambda: True})


@pytest.fixture
def metrics() -> Metrics:
    return Metrics(lambda: FIGURES)


def test_a_bot_that_is_well_says_so(health: Health, metrics: Metrics) -> None:
    with serving(Doors(health, metrics)) as server:
        for path in ("/healthz", "/readyz"):
            status, body = asked(server, "GET", path)
            assert (status, json.loads(body)) == (200, {"ok": True, "failing": []})


def test_every_answer_says_what_it_is_and_none_says_which_program_answers(
    health: Health, metrics: Metrics
) -> None:
    with serving(Doors(health, metrics)) as server:
        for path in ("/healthz", "/metrics", "/anything", "/../../etc/passwd"):
            line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
            line.request("GET", path, headers={"X-Forwarded-Proto": "https", "X-Forwarded-For": "10.0.0.1"})
            answer = line.getresponse()
            answer.read()
            line.close()
            assert answer.getheader("Content-Type"), path
            assert answer.getheader("Server") is None


def test_what_fails_is_named_where_it_matters(metrics: Metrics) -> None:
    def unreachable() -> bool:
        raise OSError("no such host")

    health = Health({"clock": lambda: False, "inbox": lambda: True}, {"database": unreachable})
    with serving(Doors(health, metrics)) as server:
        status, body = asked(server, "GET", "/healthz")
        assert (status, json.loads(body)["failing"]) == (503, ["clock"])
        status, body = asked(server, "GET", "/readyz")
        assert (status, json.loads(body)["failing"]) == (503, ["database"])


def test_a_bot_that_is_stopping_is_well_but_not_ready(health: Health, metrics: Metrics) -> None:
    with serving(Doors(health, metrics)) as server:
        health.is_stopping = True
        assert asked(server, "GET", "/healthz")[0] == 200
        status, body = asked(server, "GET", "/readyz")
        assert (status, json.loads(body)["failing"]) == (503, ["stopping"])


def test_what_is_counted_can_be_read_by_prometheus(health: Health, metrics: Metrics) -> None:
    metrics.timed("event", lambda: None)()
    metrics.ticked()
    metrics.read(Reading(Kind.UPDATE, Outcome.AMBIGUOUS))
    with serving(Doors(health, metrics)) as server:
        asked(server, "GET", "/healthz")
        status, text = asked(server, "GET", "/metrics")
    assert status == 200
    for line in (
        'leadline_deliveries{kind="reply",state="posted"} 7.0',
        'leadline_inbox_events{state="pending"} 2.0',
        "leadline_inbox_oldest_seconds 1.5",
        'leadline_prompts{kind="ask"} 14.0',
        'leadline_updates{state="confirmed"} 61.0',
        'leadline_step_seconds_count{work="event"} 1.0',
        'leadline_readings_total{kind="update",outcome="ambiguous"} 1.0',
        'leadline_http_seconds_count{path="/healthz",status="200"} 1.0',
    ):
        assert line in text.splitlines()


class Window(PictureWindow):
    """Stands where the pictures would."""

    def __init__(self) -> None:
        pass

    def picture(self, asked: str) -> bytes | None:
        return b"\x89PNG" if asked == "1-2.png" else None


def test_a_picture_is_answered_by_its_address_where_slack_can_fetch_any(
    health: Health, metrics: Metrics
) -> None:
    with serving(Doors(health, metrics, pictures=Window())) as server:
        answer = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
        answer.request("GET", "/pictures/1-2.png")
        got = answer.getresponse()
        assert (got.status, got.getheader("content-type"), got.read()) == (200, "image/png", b"\x89PNG")
        answer.close()
        assert asked(server, "GET", "/pictures/1-3.png") == (404, "")
        assert asked(server, "POST", "/pictures/1-2.png")[0] == 405
    assert 'leadline_http_seconds_count{path="/pictures/",status="404"} 1.0' in metrics.text()
    with serving(Doors(health, metrics)) as server:
        assert asked(server, "GET", "/pictures/1-2.png")[0] == 404


def test_slacks_requests_reach_the_app_in_http_mode_alone(health: Health, metrics: Metrics) -> None:
    slack = Slack()
    with serving(Doors(health, metrics, slack)) as server:
        assert asked(server, "POST", "/slack/events", b"{}") == (200, "heard")
        assert asked(server, "GET", "/slack/events")[0] == 405
    with serving(Doors(health, metrics)) as server:
        assert asked(server, "POST", "/slack/events", b"{}")[0] == 404
        assert asked(server, "GET", "/anything")[0] == 404
    assert slack.given == [b"{}"]


def test_five_megabytes_are_refused_before_they_are_read(health: Health, metrics: Metrics) -> None:
    slack = Slack()
    with (
        serving(Doors(health, metrics, slack)) as server,
        socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as line,
    ):
        line.sendall(b"POST /slack/events HTTP/1.1\r\nHost: here\r\nContent-Length: 5242880\r\n\r\n")
        assert line.makefile("rb").readline().split()[1] == b"413"
    assert slack.given == []


@pytest.mark.parametrize("length", [b"-1", b"ten", b"1" * 400, "١".encode()])
def test_a_length_that_is_none_is_a_bad_request(health: Health, metrics: Metrics, length: bytes) -> None:
    slack = Slack()
    with (
        serving(Doors(health, metrics, slack)) as server,
        socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as line,
    ):
        line.sendall(b"POST /slack/events HTTP/1.1\r\nHost: here\r\nContent-Length: " + length + b"\r\n\r\n")
        assert line.makefile("rb").readline().split()[1][:1] == b"4"
    assert slack.given == []


def test_a_request_under_way_is_answered_before_the_server_stops(health: Health, metrics: Metrics) -> None:
    slack = Slack()
    slack.let_go.clear()
    answers: list[tuple[int, str]] = []
    server = HttpServer("127.0.0.1", 0, Doors(health, metrics, slack), LARGEST_BODY)
    server.start()
    asking = threading.Thread(target=lambda: answers.append(asked(server, "POST", "/slack/events", b"{}")))
    asking.start()
    assert slack.began.wait(PATIENCE)
    stopping = threading.Thread(target=server.stop, args=(PATIENCE,))
    stopping.start()
    slack.let_go.set()
    stopping.join()
    asking.join()
    assert answers == [(200, "heard")]
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE)


def test_a_busy_address_is_an_error_at_once(health: Health, metrics: Metrics) -> None:
    with serving(Doors(health, metrics)) as server, pytest.raises(OSError, match="in use"):
        HttpServer("127.0.0.1", server.port, Doors(health, metrics), LARGEST_BODY)
