"""What is answered over HTTP: Slack's requests where Slack sends them here, and how the bot is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from time import perf_counter
from typing import TYPE_CHECKING, Any

from handlers.slack.manifest import EVENTS_PATH
from handlers.slack.over_http import LARGEST_BODY, HttpAnswer, SignedRequests
from leadline.serving.health import Health
from leadline.serving.metrics import CONTENT_TYPE, Metrics
from leadline.serving.pictures import PICTURES, PictureWindow

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

Door = Callable[["WSGIEnvironment"], HttpAnswer]

_TEXT = {"content-type": ("text/plain; charset=utf-8",)}
_PNG = {
    "content-type": ("image/png",),
    "cache-control": ("private, max-age=3600",),
    "x-content-type-options": ("nosniff",),
    "x-robots-tag": ("noindex",),
}
_JSON = {"content-type": ("application/json; charset=utf-8",)}


@dataclass(frozen=True, slots=True)
class Doors:
    """The WSGI application. `slack` is None in Socket Mode, `pictures` where Slack cannot fetch any."""

    health: Health
    metrics: Metrics
    slack: SignedRequests | None = None
    pictures: PictureWindow | None = None

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path, method = environ.get("PATH_INFO", ""), environ.get("REQUEST_METHOD", "")
        if self.pictures is not None and path.startswith(PICTURES):
            path, asked = PICTURES, path.removeprefix(PICTURES)
            door: tuple[str, Door] | None = ("GET", partial(_picture, self.pictures, asked))
        else:
            door = self._doors().get(path)
        began = perf_counter()
        if door is None:
            answer = HttpAnswer(HTTPStatus.NOT_FOUND)
        elif method != door[0]:
            answer = HttpAnswer(HTTPStatus.METHOD_NOT_ALLOWED, headers={"allow": (door[0],)})
        else:
            answer = door[1](environ)
        self.metrics.requests.labels(path if door else "other", str(int(answer.status))).observe(
            perf_counter() - began
        )
        return _sent(answer, start_response)

    def _doors(self) -> Mapping[str, tuple[str, Door]]:
        doors: dict[str, tuple[str, Door]] = {
            "/healthz": ("GET", lambda _environ: _well(self.health.ailing())),
            "/readyz": ("GET", lambda _environ: _well(self.health.waiting_for())),
            "/metrics": (
                "GET",
                lambda _environ: HttpAnswer(200, self.metrics.text(), {"content-type": (CONTENT_TYPE,)}),
            ),
        }
        if self.slack is not None:
            slack = self.slack
            doors[EVENTS_PATH] = ("POST", lambda environ: _to_slack(slack, environ))
        return doors


def _picture(pictures: PictureWindow, asked: str, _environ: WSGIEnvironment) -> HttpAnswer:
    content = pictures.picture(asked)
    return HttpAnswer(HTTPStatus.NOT_FOUND) if content is None else HttpAnswer(200, content, _PNG)


def _to_slack(slack: SignedRequests, environ: WSGIEnvironment) -> HttpAnswer:
    size = environ.get("CONTENT_LENGTH") or "0"
    if not size.isascii() or not size.isdigit():
        return HttpAnswer(HTTPStatus.BAD_REQUEST)
    if int(size) > LARGEST_BODY:
        return HttpAnswer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return slack.answer(_headers(environ), environ["wsgi.input"].read(int(size)))


def _headers(environ: WSGIEnvironment) -> dict[str, str]:
    headers = {
        name[5:].replace("_", "-").lower(): str(value)
        for name, value in environ.items()
        if name.startswith("HTTP_")
    }
    if content_type := environ.get("CONTENT_TYPE"):
        headers["content-type"] = content_type
    return headers


def _well(failing: tuple[str, ...]) -> HttpAnswer:
    status = HTTPStatus.SERVICE_UNAVAILABLE if failing else HTTPStatus.OK
    told: dict[str, Any] = {"ok": not failing, "failing": failing}
    return HttpAnswer(status, json.dumps(told), _JSON)


def _sent(answer: HttpAnswer, start_response: StartResponse) -> Iterable[bytes]:
    body = answer.body if isinstance(answer.body, bytes) else answer.body.encode("utf-8")
    headers = [(name, value) for name, values in (answer.headers or _TEXT).items() for value in values]
    headers = [each for each in headers if each[0].lower() != "content-length"]
    start_response(
        f"{int(answer.status)} {HTTPStatus(answer.status).phrase}",
        [*headers, ("Content-Length", str(len(body)))],
    )
    return [body]
