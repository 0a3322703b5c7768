"""What a workspace is made of: people, channels, messages, views and files, as frozen values."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

Json = dict[str, Any]

SLACKBOT = "USLACKBOT"
TOMBSTONE = "tombstone"  # the subtype of what is left of a deleted message that has replies


class ChannelKind(Enum):
    """The four kinds of conversation, under the names Slack's `types` argument uses."""

    PUBLIC = "public_channel"
    PRIVATE = "private_channel"
    DIRECT = "im"
    GROUP = "mpim"


# The `channel_type` of a message event, the noun in scope names, and the letter an id starts with.
CHANNEL_TYPES = {
    ChannelKind.PUBLIC: "channel",
    ChannelKind.PRIVATE: "group",
    ChannelKind.DIRECT: "im",
    ChannelKind.GROUP: "mpim",
}
SCOPE_NOUNS = {
    ChannelKind.PUBLIC: "channels",
    ChannelKind.PRIVATE: "groups",
    ChannelKind.DIRECT: "im",
    ChannelKind.GROUP: "mpim",
}
ID_LETTERS = {
    ChannelKind.PUBLIC: "C",
    ChannelKind.PRIVATE: "G",
    ChannelKind.DIRECT: "D",
    ChannelKind.GROUP: "G",
}


@dataclass(frozen=True)
class Person:
    """Somebody with an account, the bot's own user included."""

    id: str
    name: str
    real_name: str
    email: str = ""
    title: str = ""
    zone: str = "Europe/London"
    is_bot: bool = False
    is_deleted: bool = False


@dataclass(frozen=True)
class Channel:
    """A channel, private channel or direct message, and who is in it."""

    id: str
    name: str
    kind: ChannelKind
    members: tuple[str, ...]
    created: int
    creator: str = ""
    topic: str = ""
    purpose: str = ""
    is_archived: bool = False
    is_ext_shared: bool = False


@dataclass(frozen=True)
class Version:
    """What a message said before it was edited."""

    text: str
    blocks: tuple[Json, ...]
    replaced_at: str


@dataclass(frozen=True)
class Reaction:
    """One emoji under a message, and who chose it."""

    name: str
    users: tuple[str, ...]


@dataclass(frozen=True)
class Message:
    """One message; `only_for` makes it ephemeral, `bot_id` says that an app wrote it."""

    channel: str
    ts: str
    user: str
    text: str
    blocks: tuple[Json, ...] = ()
    attachments: tuple[Json, ...] = ()
    thread_ts: str | None = None
    is_broadcast: bool = False
    bot_id: str | None = None
    subtype: str | None = None
    client_msg_id: str | None = None
    only_for: str | None = None
    metadata: Json | None = None
    files: tuple[str, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    earlier: tuple[Version, ...] = ()
    edited_at: str | None = None
    is_deleted: bool = False
    is_mrkdwn: bool = True

    @property
    def is_reply(self) -> bool:
        """Whether the message hangs under another one."""
        return self.thread_ts is not None and self.thread_ts != self.ts


class ViewKind(Enum):
    """Where a view is shown."""

    MODAL = "modal"
    HOME = "home"


@dataclass(frozen=True)
class View:
    """A modal or a home tab: what the app sent (`content`) and what the person has filled in (`values`)."""

    id: str
    kind: ViewKind
    user: str
    content: Json
    hash: str
    root_id: str
    previous_id: str | None = None
    values: Json = field(default_factory=dict)
    errors: Json = field(default_factory=dict)


@dataclass(frozen=True)
class File:
    """An uploaded file; its bytes lie in the store under the same id."""

    id: str
    name: str
    title: str
    mimetype: str
    size: int
    user: str
    created: int
    channels: tuple[str, ...] = ()
    alt_text: str = ""
    is_complete: bool = False
    is_deleted: bool = False
