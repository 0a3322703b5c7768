"""The control API's acts: `POST /control/acts/{act}` with `{"person": …}` and the act's own fields.

An act the app must acknowledge is answered when it has, with the problem, the errors and the payload.
"""

import asyncio

from aiohttp import web

from sandbox.acts import Acts
from sandbox.control_answers import Handler, answering, plain
from sandbox.desk import Desk
from sandbox.dispatching import Outcome, Pending
from sandbox.entities import Json, Message, View
from sandbox.refusals import Refused


class ControlActs:
    """`/control/acts/…` for one server."""

    def __init__(self, desk: Desk, acts: Acts) -> None:
        self._desk = desk
        self._acts = acts

    def add_routes(self, application: web.Application) -> None:
        """Take the acts' addresses."""
        for name, act in self.table().items():
            application.router.add_post(f"/control/acts/{name}", answering(act))

    def table(self) -> dict[str, Handler]:
        """Every act under its name in the address."""
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

    async def say(self, given: Json) -> Json:
        """Act: channel, text, thread_ts."""
        return plain(self._acts.say(given["person"], given["channel"], given["text"], given.get("thread_ts")))

    async def edit(self, given: Json) -> Json:
        """Act: channel, ts, text."""
        return plain(self._acts.edit(given["person"], self._message(given), given["text"]))

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
