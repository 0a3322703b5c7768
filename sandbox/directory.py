"""Who and where: the people and channels of a workspace."""

import zoneinfo
from collections.abc import Iterable
from dataclasses import replace

from sandbox.changes import ChangeKind, Feed
from sandbox.clock import Clock
from sandbox.entities import ID_LETTERS, SLACKBOT, Channel, ChannelKind, Json, Person
from sandbox.identifiers import Identifiers
from sandbox.refusals import Refused
from sandbox.store import Shelf, Store

MOST_IN_A_GROUP = 9  # eight others and oneself


class People:
    """Everybody with an account."""

    def __init__(self, store: Store, ids: Identifiers, feed: Feed) -> None:
        self._shelf = Shelf(store, "person", _read_person)
        self._ids = ids
        self._feed = feed

    def add(
        self, real_name: str, *, name: str = "", email: str = "", title: str = "", zone: str = "Europe/London"
    ) -> Person:
        """Give somebody an account; the handle defaults to the name in lower case with dots."""
        _check_zone(zone)
        handle = name or ".".join(real_name.lower().split())
        return self.put(Person(self._ids.mint("U"), handle, real_name, email, title, zone))

    def put(self, person: Person) -> Person:
        """Keep a person as given (new, changed or deactivated)."""
        self._shelf.put(person.id, person)
        self._feed.publish(ChangeKind.PERSON_CHANGED, person=person.id)
        return person

    def get(self, person_id: str) -> Person | None:
        """Somebody by id, or None."""
        return self._shelf.get(person_id)

    def need(self, person_id: str) -> Person:
        """Somebody by id; `user_not_found` otherwise."""
        person = self._shelf.get(person_id)
        if person is None:
            raise Refused("user_not_found")
        return person

    def named(self, name: str) -> Person:
        """Somebody by handle or by real name; `user_not_found` otherwise."""
        for person in self._shelf:
            if name in (person.name, person.real_name):
                return person
        raise Refused("user_not_found")

    def with_email(self, email: str) -> Person | None:
        """Somebody who is still here, by e-mail address in any case."""
        for person in self._shelf:
            if person.email and person.email.lower() == email.lower() and not person.is_deleted:
                return person
        return None

    def all(self) -> list[Person]:
        """Everybody, deactivated accounts and the bot included, in order of joining."""
        return sorted(self._shelf, key=lambda person: (len(person.id), person.id))

    def humans(self) -> list[Person]:
        """Everybody whom one can be on the page."""
        return [
            person
            for person in self.all()
            if not (person.is_bot or person.is_deleted or person.id == SLACKBOT)
        ]


class Channels:
    """Channels and direct messages, and who is in them."""

    def __init__(self, store: Store, ids: Identifiers, feed: Feed, clock: Clock) -> None:
        self._shelf = Shelf(store, "channel", _read_channel)
        self._ids = ids
        self._feed = feed
        self._clock = clock

    def add(
        self,
        name: str,
        members: Iterable[str] = (),
        *,
        kind: ChannelKind = ChannelKind.PUBLIC,
        creator: str = "",
        topic: str = "",
        purpose: str = "",
    ) -> Channel:
        """Make a channel; `name` without the hash."""
        if kind in (ChannelKind.PUBLIC, ChannelKind.PRIVATE) and self.named(name):
            raise Refused("name_taken")
        channel = Channel(
            id=self._ids.mint(ID_LETTERS[kind]),
            name=name,
            kind=kind,
            members=tuple(dict.fromkeys(members)),
            created=int(self._clock.now().timestamp()),
            creator=creator,
            topic=topic,
            purpose=purpose,
        )
        return self.put(channel)

    def put(self, channel: Channel) -> Channel:
        """Keep a channel as given."""
        self._shelf.put(channel.id, channel)
        self._feed.publish(ChangeKind.CHANNEL_CHANGED, channel=channel.id)
        return channel

    def get(self, channel_id: str) -> Channel | None:
        """A channel by id, or None."""
        return self._shelf.get(channel_id)

    def need(self, channel_id: str) -> Channel:
        """A channel by id; `channel_not_found` otherwise."""
        channel = self._shelf.get(channel_id)
        if channel is None:
            raise Refused("channel_not_found")
        return channel

    def named(self, name: str) -> Channel | None:
        """A public or private channel by name, with or without the hash."""
        wanted = name.removeprefix("#")
        return next((channel for channel in self._shelf if channel.name and channel.name == wanted), None)

    def all(self) -> list[Channel]:
        """Every conversation, in the order they were made."""
        return sorted(self._shelf, key=lambda channel: (channel.created, channel.id[1:]))

    def of(self, person_id: str) -> list[Channel]:
        """The conversations a person is in."""
        return [channel for channel in self.all() if person_id in channel.members]

    def direct(self, people: Iterable[str]) -> tuple[Channel, bool]:
        """The direct message between these people, and whether it was there already."""
        members = tuple(dict.fromkeys(people))
        if len(members) > MOST_IN_A_GROUP:
            raise Refused("too_many_users")
        kind = ChannelKind.DIRECT if len(members) <= 2 else ChannelKind.GROUP
        for channel in self._shelf:
            if channel.kind is kind and set(channel.members) == set(members):
                return channel, True
        return self.add("", members, kind=kind), False

    def join(self, channel_id: str, person_id: str) -> Channel:
        """Bring a person into a channel; nothing happens if they are in it."""
        channel = self.need(channel_id)
        if person_id in channel.members:
            return channel
        return self.put(replace(channel, members=(*channel.members, person_id)))

    def leave(self, channel_id: str, person_id: str) -> Channel:
        """Take a person out of a channel."""
        channel = self.need(channel_id)
        return self.put(replace(channel, members=tuple(m for m in channel.members if m != person_id)))

    def share(self, channel_id: str, *, is_shared: bool = True) -> Channel:
        """Let another organisation's workspace into a channel, or end that."""
        return self.put(replace(self.need(channel_id), is_ext_shared=is_shared))

    def archive(self, channel_id: str) -> Channel:
        """Close a channel to new messages."""
        return self.put(replace(self.need(channel_id), is_archived=True))


def _check_zone(zone: str) -> None:
    try:
        zoneinfo.ZoneInfo(zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError) as error:
        raise Refused("invalid_zone", [zone]) from error


def _read_person(body: Json) -> Person:
    return Person(**body)


def _read_channel(body: Json) -> Channel:
    return Channel(**{**body, "kind": ChannelKind(body["kind"]), "members": tuple(body["members"])})
