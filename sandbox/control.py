"""The control API: what tests and guides do to the sandbox from outside, as JSON.

`GET /control/…` reads, `POST` changes; people's acts are in `control_acts`. What is
refused has status 400 and `{"ok": false, "error": …}`. It is for this machine alone, like the rest.
"""

from datetime import datetime

from aiohttp import web

from sandbox.api.limits import Limits
from sandbox.clock import ClockWouldGoBack
from sandbox.control_answers import Handler, answering, plain
from sandbox.desk import Desk
from sandbox.entities import ChannelKind, Json, View
from sandbox.faults import MEANINGS, Fault, Faults
from sandbox.payloads import view_json
from sandbox.refusals import Refused
from sandbox.sockets import Sockets


class Control:
    """`/control/…` for one server."""

    def __init__(self, desk: Desk, sockets: Sockets, faults: Faults, limits: Limits) -> None:
        self._desk = desk
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
            "sockets/cut": self.cut,
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
            application.router.add_post(f"/control/{path}", answering(handler))
        for path, handler in reading.items():
            application.router.add_get(f"/control/{path}", answering(handler))

    async def add_person(self, given: Json) -> Json:
        """Give somebody an account: real_name, name, email, title, zone."""
        with self._desk.workspace.lock:
            return plain(self._desk.workspace.people.add(given.pop("real_name"), **given))

    async def add_channel(self, given: Json) -> Json:
        """Make a channel: name, members (people as in acts, `@app` for the app), private."""
        workspace = self._desk.workspace
        with workspace.lock:
            members = [
                workspace.bot.id if each == "@app" else self._desk.person(each).id
                for each in given.get("members", [])
            ]
            kind = ChannelKind.PRIVATE if given.get("private") else ChannelKind.PUBLIC
            return plain(
                workspace.channels.add(given["name"], members, kind=kind, topic=given.get("topic", ""))
            )

    async def list_people(self, _given: Json) -> Json:
        """Everybody."""
        return {"people": [plain(person) for person in self._desk.workspace.people.all()]}

    async def list_channels(self, given: Json) -> Json:
        """Every conversation, or those of a person."""
        channels = self._desk.workspace.channels
        found = channels.of(self._desk.person(given["person"]).id) if "person" in given else channels.all()
        return {"channels": [plain(channel) for channel in found]}

    async def list_messages(self, given: Json) -> Json:
        """What a person sees in a channel, or in the thread `thread_ts` there."""
        person = self._desk.person(given["person"])
        with self._desk.workspace.lock:
            channel = self._desk.channel(given["channel"], person)
            seen = self._desk.workspace.messages.seen_by(person.id, channel.id, given.get("thread_ts"))
        return {"messages": [plain(message) for message in seen]}

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
        armed = [plain(each) for each in self._faults.armed()]
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
        """Close the sockets as the protocol has it."""
        await self._sockets.hang_up()
        return {}

    async def cut(self, _given: Json) -> Json:
        """Cut the sockets without a word."""
        self._sockets.cut()
        return {}

    async def set_rates(self, given: Json) -> Json:
        """Change the rate limits: is_on, generosity, burst_seconds."""
        self._limits.change(**given)
        return plain(self._limits.rules)
