"""Who is looking at what: everything drawing a page needs, gathered once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from sandbox.desk import Desk
from sandbox.entities import Channel, ChannelKind, Json, Message, Person
from sandbox.page.mrkdwn import Names, unescaped
from sandbox.page.surface import Choice, Surface
from sandbox.picture_proxy import may_see
from sandbox.workspace import Workspace

APP = "@app"
_ROOMS = (ChannelKind.PUBLIC, ChannelKind.PRIVATE)


@dataclass(frozen=True)
class Scene:
    """One person in front of one conversation, or of the bot's Home when `at_home`.

    A long conversation is shown by its end, unless `from_the_start`. Used under the workspace's lock.
    """

    desk: Desk
    viewer: Person
    channel: Channel
    thread_ts: str | None = None
    at_home: bool = False
    from_the_start: bool = False

    @property
    def workspace(self) -> Workspace:
        """The state everything is drawn from."""
        return self.desk.workspace

    @property
    def now(self) -> datetime:
        """The sandbox's time."""
        return self.workspace.clock.now()

    @property
    def names(self) -> Names:
        """Names and addresses for mentions, as this viewer sees them."""
        return Names(self._name_of, self._channel_name, self._channel_address, self.now)

    def surface(
        self, key: str, state: Mapping[str, Json] | None = None, errors: Mapping[str, str] | None = None
    ) -> Surface:
        """A surface for blocks on this page."""
        people: list[Choice] = [(person.id, person.real_name) for person in self.workspace.people.humans()]
        channels: list[Choice] = [(room.id, f"#{room.name}") for room in self.rooms()]
        return Surface(key, self.names, people, channels, state or {}, errors or {}, self._sees_file)

    def _sees_file(self, file_id: str) -> bool:
        file = self.workspace.files.get(file_id)
        return file is not None and may_see(self.workspace, file, self.viewer.id)

    def chosen(self, message: Message) -> Mapping[str, Json]:
        """What the viewer has chosen in a message's menus."""
        return self.desk.chosen.get((self.viewer.id, message.channel, message.ts), {})

    def rooms(self) -> list[Channel]:
        """The channels the viewer is in, by name."""
        mine = (channel for channel in self._mine() if channel.kind in _ROOMS)
        return sorted(mine, key=lambda channel: channel.name)

    def directs(self) -> list[Channel]:
        """The viewer's direct messages, the bot's first."""
        mine = (channel for channel in self._mine() if channel.kind not in _ROOMS)
        return sorted(mine, key=lambda channel: (not self.is_with_bot(channel), title_of(self, channel)))

    def is_with_bot(self, channel: Channel) -> bool:
        """Whether a conversation is somebody's direct message with the bot."""
        return channel.kind is ChannelKind.DIRECT and self.workspace.bot.id in channel.members

    def others(self, channel: Channel) -> list[Person]:
        """Everybody in a conversation but the viewer."""
        found = (self.workspace.people.get(member) for member in channel.members if member != self.viewer.id)
        return [person for person in found if person is not None]

    def _mine(self) -> list[Channel]:
        return self.workspace.channels.of(self.viewer.id)

    def _name_of(self, person_id: str) -> str | None:
        person = self.workspace.people.get(person_id)
        return None if person is None else person.real_name

    def _channel_name(self, channel_id: str) -> str | None:
        channel = self.workspace.channels.get(channel_id)
        return None if channel is None or channel.kind not in _ROOMS else channel.name

    def _channel_address(self, channel_id: str) -> str | None:
        channel = self.workspace.channels.get(channel_id)
        if channel is None or self.viewer.id not in channel.members:
            return None
        return address(self.viewer, channel)


def title_of(scene: Scene, channel: Channel) -> str:
    """A conversation's name without its sign: the channel's own, or the names of the other people."""
    if channel.kind in _ROOMS:
        return channel.name
    return ", ".join(person.real_name for person in scene.others(channel)) or scene.viewer.real_name


def sign_of(channel: Channel) -> str:
    """The sign before a conversation's name."""
    return {ChannelKind.PUBLIC: "#", ChannelKind.PRIVATE: "🔒"}.get(channel.kind, "")


def address(person: Person, channel: Channel | None = None, thread_ts: str | None = None) -> str:
    """Where on the page a person sees a conversation or one of its threads."""
    if channel is None:
        return f"/as/{quote(person.id)}"
    place = f"/as/{quote(person.id)}/{quote(channel.id)}"
    return f"{place}?thread={quote(thread_ts)}" if thread_ts else place


_PERSON_CODE = re.compile(r"<@(\w+)(?:\|[^<>]*)?>")
_CHANNEL_CODE = re.compile(r"<#\w+\|([^<>]*)>")


def address_with_app(person: Person) -> str:
    """Where on the page a person sees the direct message with the app, which may not have begun yet."""
    return f"{address(person)}/{APP}"


def as_typed(source: str, scene: Scene) -> str:
    """A message's text as its author typed it, for editing: codes back to names, entities to characters."""

    def handle(found: re.Match[str]) -> str:
        person = scene.workspace.people.get(found[1])
        return f"@{person.name}" if person else found[0]

    return unescaped(_CHANNEL_CODE.sub(r"#\1", _PERSON_CODE.sub(handle, source)))
