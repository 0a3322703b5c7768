"""The control API: what tests and guides do to the sandbox from outside, as JSON.

`POST /control/acts/{act}` with `{"person": …}` and the act's own fields; `GET /control/…` reads. What is
refused has status 400 and `{"ok": false, "error": …}`. It is for this machine alone, like the rest.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from datetime import datetime
from enum import Enum
from typing import Any

from aiohttp import web

from sandbox.acts import Acts
from sandbox.api.limits import Limits
from sandbox.clock import ClockWouldGoBack
from sandbox.desk import Desk
from sandbox.dispatching import Outcome, Pending
from sandbox.entities import ChannelKind, Json, Message, View
from sandbox.faults import MEANINGS, Fault, Faults
from sandbox.payloads import view_json
from sandbox.refusals import Refused
from sandbox.sockets import Sockets

Handler = Callable[[Json], Awaitable[Json]]


class Control:
    """`/control/…` for one server."""

    def __init__(self, desk: Desk, acts: Acts, sockets: Sockets, faults: Faults, limits: Limits) -> None:
        self._desk = desk
        self._acts = acts
        self._sockets = sockets
        self._faults = faults
        self._limits = limits

    def add_routes(self, application: web.Application) -> None:
        """Take the control API's addresses."""
        writing: dict[str, Handler] = {
            "people": self.add_person,
            "channels": self.add_channel,
            "clock": self.advance_clock,
            "faults": self.arm_fault,
            "faults/clear": self.clear_faults,
            "sockets/refresh": self.refresh_sockets,
            "sockets/hang-up": self.hang_up,
            "rates": self.set_rates,
        }
        reading: dict[str, Handler] = {
            "people": self.list_people,
            "channels": self.list_channels,
            "messages": self.list_messages,
            "view": self.show_view,
            "home": self.show_home,
            "clock": self.show_clock,
            "faults": self.list_faults,
            "sockets": self.show_sockets,
        }
        for path, handler in writing.items():
            application.router.add_post(f"/control/{path}", _answering(handler))
        for path, handler in reading.items():
            application.router.add_get(f"/control/{path}", _answering(handler))
        for name, act in self._acts_table().items():
            application.router.add_post(f"/control/acts/{name}", _answering(act))

    def _acts_table(self) -> dict[str, Handler]:
        return {
            "say": self.say,
            "edit": self.edit,
            "delete": self.delete,
            "press": self.press,
            "command": self.command,
            "submit": self.submit,
            "close": self.close,
            "open_home": self.open_home,
            "join": self.join,
            "leave": self.leave,
            "invite_app": self.invite_app,
            "shortcut": self.shortcut,
        }

    async def add_person(self, given: Json) -> Json:
        """Give somebody an account: real_name, name, email, title, zone."""
        with self._desk.workspace.lock:
            return asdict(self._desk.workspace.people.add(given.pop("real_name"), **given))

    async def add_channel(self, given: Json) -> Json:
        """Make a channel: name, members (people as in acts, `@app` for the app), private."""
        workspace = self._desk.workspace
        with workspace.lock:
            members = [
                workspace.bot.id if each == "@app" else self._desk.person(each).id
                for each in given.get("members", [])
            ]
            kind = ChannelKind.PRIVATE if given.get("private") else ChannelKind.PUBLIC
            return _plain(
                workspace.channels.add(given["name"], members, kind=kind, topic=given.get("topic", ""))
            )

    async def list_people(self, _given: Json) -> Json:
        """Everybody."""
        return {"people": [_plain(person) for person in self._desk.workspace.people.all()]}

    async def list_channels(self, given: Json) -> Json:
        """Every conversation, or those of a person."""
        channels = self._desk.workspace.channels
        found = channels.of(self._desk.person(given["person"]).id) if "person" in given else channels.all()
        return {"channels": [_plain(channel) for channel in found]}

    async def list_messages(self, given: Json) -> Json:
        """What a person sees in a channel, or in the thread `thread_ts` there."""
        person = self._desk.person(given["person"])
        with self._desk.workspace.lock:
            channel = self._desk.channel(given["channel"], person)
            seen = self._desk.workspace.messages.seen_by(person.id, channel.id, given.get("thread_ts"))
        return {"messages": [_plain(message) for message in seen]}

    async def show_view(self, given: Json) -> Json:
        """The modal a person sees, or null."""
        view = self._desk.workspace.views.top(self._desk.person(given["person"]).id)
        return {"view": self._view(view)}

    async def show_home(self, given: Json) -> Json:
        """A person's home tab, or null."""
        return {"view": self._view(self._desk.workspace.views.home(self._desk.person(given["person"]).id))}

    def _view(self, view: View | None) -> Json | None:
        return None if view is None else view_json(self._desk.workspace, view) | {"errors": view.errors}

    async def show_clock(self, _given: Json) -> Json:
        """The instant it is in the sandbox."""
        return {"now": self._desk.workspace.clock.now().isoformat()}

    async def advance_clock(self, given: Json) -> Json:
        """Jump forward: `to` is an instant with its zone."""
        try:
            instant = self._desk.workspace.clock.advance_to(datetime.fromisoformat(given["to"]))
        except ClockWouldGoBack as error:
            raise Refused("clock_would_go_back", [str(error)]) from error
        return {"now": instant.isoformat()}

    async def list_faults(self, _given: Json) -> Json:
        """What is armed, and what may be."""
        armed = [_plain(each) for each in self._faults.armed()]
        return {"armed": armed, "known": {fault.value: words for fault, words in MEANINGS.items()}}

    async def arm_fault(self, given: Json) -> Json:
        """Arm one: fault, times, seconds, method."""
        fault = Fault(given.pop("fault"))
        self._faults.arm(fault, **given)
        return {}

    async def clear_faults(self, _given: Json) -> Json:
        """Disarm all."""
        self._faults.clear()
        return {}

    async def show_sockets(self, _given: Json) -> Json:
        """How many connections the app has."""
        return {"connections": self._sockets.connection_count}

    async def refresh_sockets(self, given: Json) -> Json:
        """Ask the app to connect anew."""
        self._sockets.refresh(given.get("reason", "refresh_requested"))
        return {}

    async def hang_up(self, _given: Json) -> Json:
        """Close the sockets abruptly."""
        await self._sockets.hang_up()
        return {}

    async def set_rates(self, given: Json) -> Json:
        """Change the rate limits: is_on, generosity, burst_seconds."""
        self._limits.change(**given)
        return _plain(self._limits.rules)

    async def say(self, given: Json) -> Json:
        """Act: channel, text, thread_ts."""
        return _plain(
            self._acts.say(given["person"], given["channel"], given["text"], given.get("thread_ts"))
        )

    async def edit(self, given: Json) -> Json:
        """Act: channel, ts, text."""
        return _plain(self._acts.edit(given["person"], self._message(given), given["text"]))

    async def delete(self, given: Json) -> Json:
        """Act: channel, ts."""
        self._acts.delete(given["person"], self._message(given))
        return {}

    async def press(self, given: Json) -> Json:
        """Act: channel and ts, or view; action_id, choice, block_id."""
        where = self._view_named(given["view"]) if "view" in given else self._message(given)
        return await _outcome(
            self._acts.press(
                given["person"], where, given["action_id"], given.get("choice"), given.get("block_id")
            )
        )

    async def command(self, given: Json) -> Json:
        """Act: channel, command, text."""
        return await _outcome(
            self._acts.command(given["person"], given["channel"], given["command"], given.get("text", ""))
        )

    async def submit(self, given: Json) -> Json:
        """Act: view, values."""
        return await _outcome(self._acts.submit(given["person"], given["view"], given.get("values", {})))

    async def close(self, given: Json) -> Json:
        """Act: view."""
        return await _outcome(self._acts.close(given["person"], given["view"]))

    async def open_home(self, given: Json) -> Json:
        """Act: tab."""
        self._acts.open_home(given["person"], given.get("tab", "home"))
        return {}

    async def join(self, given: Json) -> Json:
        """Act: channel."""
        self._acts.join(given["person"], given["channel"])
        return {}

    async def leave(self, given: Json) -> Json:
        """Act: channel."""
        self._acts.leave(given["person"], given["channel"])
        return {}

    async def invite_app(self, given: Json) -> Json:
        """Act: channel."""
        self._acts.invite_app(given["person"], given["channel"])
        return {}

    async def shortcut(self, given: Json) -> Json:
        """Act: callback_id, and channel and ts for a message's."""
        message = self._message(given) if "ts" in given else None
        return await _outcome(self._acts.shortcut(given["person"], given["callback_id"], message))

    def _message(self, given: Json) -> Message:
        channel = self._desk.channel(given["channel"], self._desk.person(given["person"]))
        message = self._desk.workspace.messages.get(channel.id, given["ts"])
        if message is None:
            raise Refused("message_not_found")
        return message

    def _view_named(self, view_id: str) -> View:
        return self._desk.workspace.views.find(view_id, None)


async def _outcome(pending: Pending) -> Json:
    outcome: Outcome = await asyncio.wrap_future(pending)
    return {
        "problem": None if outcome.problem is None else outcome.problem.value,
        "errors": outcome.errors,
        "payload": outcome.payload,
    }


def _plain(value: Any) -> Json:
    plain: Json = json.loads(json.dumps(asdict(value), default=_enum_value))
    return plain


def _enum_value(value: object) -> object:
    return value.value if isinstance(value, Enum) else str(value)


def _answering(handler: Handler) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(request: web.Request) -> web.Response:
        try:
            given = await request.json() if request.can_read_body else dict(request.query)
            return web.json_response({"ok": True, **await handler(given)})
        except Refused as refused:
            error, detail = refused.error, list(refused.messages)
        except KeyError as missing:
            error, detail = "missing_field", [str(missing.args[0])]
        except (ValueError, TypeError) as wrong:
            error, detail = "invalid_field", [str(wrong)]
        return web.json_response({"ok": False, "error": error, "detail": detail}, status=400)

    return answer
