"""Events are kept before they are acknowledged, and replayed through the same app by the inbox worker.

Slack is told "received" only once the event is committed; if keeping it fails, the error leaves the event
unacknowledged and Slack sends it again. A replayed event runs its listener in the worker's own thread, and
what the listener raises reaches the worker, which tries again later.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from slack_bolt import App, BoltContext, BoltRequest, BoltResponse
from slack_bolt.middleware import Middleware

from bot.delivery import InboxEvent
from bot.services import Services
from handlers.slack.replaying import REPLAY, Replay, replaying


class NotHeard(Exception):
    """A replayed event did not reach the listeners, for instance because the token could not be checked."""


class KeepEvents(Middleware):
    """For before Bolt's authorisation, which would call Slack and may fail while we need not. Not a function:
    Bolt puts together everything a function might ask for, which takes longer than to check the signature."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def process(
        self,
        *,
        req: BoltRequest,
        resp: BoltResponse,
        next: Callable[[], BoltResponse],  # noqa: A002 - Bolt's name
    ) -> BoltResponse | None:
        if req.body.get("type") != "event_callback" or REPLAY in req.context:
            next()
            return resp
        services, body = self._services, req.body
        kept = json.dumps({name: held for name, held in body.items() if name != "token"})
        author, sent_ts = _sender(body.get("event") or {})
        services.inbox.keep(
            req.context.team_id or "", body["event_id"], kept, services.clock.now(), author, sent_ts
        )
        services.wake()
        return BoltResponse(status=200, body="")


def _sender(event: dict[str, Any]) -> tuple[str, str]:
    """Who sent an event and when, as Slack says: the order in which one person's events are worked on. An
    edit or a deletion is its author's, sent when it was made."""
    message = event.get("previous_message") or event.get("message") or event
    author = message.get("user") or event.get("user")
    return (author if isinstance(author, str) else ""), str(event.get("event_ts") or event.get("ts") or "")


def note_arrival(context: BoltContext, next: Callable[[], None]) -> None:  # noqa: A002 - Bolt's name
    """Middleware after all of Bolt's own: what comes this far has reached the listeners."""
    if REPLAY in context:
        context[REPLAY].has_arrived = True
    next()


def replay(app: App, services: Services, event: InboxEvent) -> None:
    """Let the listeners have a kept event, and close it. Raises what they raise, or `NotHeard`."""
    mark = Replay(event.id)
    request = BoltRequest(mode="socket_mode", body=json.loads(event.body), context={REPLAY: mark})
    with replaying():
        app.dispatch(request)
    if mark.failure is not None:
        raise mark.failure
    if not mark.has_arrived:
        raise NotHeard
    if not mark.is_recorded:
        services.inbox.done(event.id)
