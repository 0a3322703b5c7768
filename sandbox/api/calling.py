"""One call of a Web API method: its arguments, the workspace, and the checks that many methods share."""

import base64
import binascii
from dataclasses import dataclass, field
from typing import Any

from sandbox.desk import Desk
from sandbox.entities import SCOPE_NOUNS, Channel, ChannelKind, Json
from sandbox.faults import Faults
from sandbox.refusals import Refused
from sandbox.sockets import Sockets
from sandbox.workspace import Workspace


@dataclass
class Call:
    """What a method is given. `warnings` end in the answer."""

    desk: Desk
    sockets: Sockets
    faults: Faults
    arguments: dict[str, Any]
    warnings: list[str] = field(default_factory=list)

    @property
    def workspace(self) -> Workspace:
        """The workspace the token belongs to."""
        return self.desk.workspace

    def get(self, name: str, default: Any = None) -> Any:
        """An argument, already of its kind, or the default."""
        return self.arguments.get(name, default)

    def need_scope(self, pattern: str, kind: ChannelKind) -> None:
        """Refuse unless the app has the scope for this kind of channel; `{}` stands for its noun."""
        scope = pattern.format(SCOPE_NOUNS[kind])
        if scope not in self.workspace.application.scopes:
            raise missing_scope(scope, self.workspace.application.scopes)

    def channel(self, name: str = "channel", *, must_be_in: bool = True) -> Channel:
        """The channel an argument names. One that the app cannot see does not exist for it."""
        channel = self.workspace.channels.get(str(self.arguments[name]))
        is_in = channel is not None and self.workspace.bot.id in channel.members
        if channel is None or (channel.kind is not ChannelKind.PUBLIC and not is_in):
            raise Refused("channel_not_found")
        if must_be_in and not is_in:
            raise Refused("not_in_channel")
        return channel


def missing_scope(needed: str, provided: frozenset[str]) -> Refused:
    """The refusal that names what was needed and what the token has."""
    return Refused("missing_scope", needed=needed, provided=",".join(sorted(provided)))


def page_of(items: list[Json], limit: int, cursor: str | None, key: str) -> tuple[list[Json], str]:
    """One page of items and the cursor of the next, which names the first item it will hold by its `key`."""
    start = 0
    if cursor:
        wanted = decoded(cursor)
        places = [place for place, item in enumerate(items) if item[key] == wanted]
        if not places:
            raise Refused("invalid_cursor")
        start = places[0]
    rest = items[start + limit :]
    return items[start : start + limit], encoded(rest[0][key]) if rest else ""


def encoded(key: str) -> str:
    """A cursor for a key."""

    return base64.b64encode(f"next:{key}".encode()).decode()


def decoded(cursor: str) -> str:
    """The key in a cursor; `invalid_cursor` otherwise."""

    try:
        plain = base64.b64decode(cursor, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError) as error:
        raise Refused("invalid_cursor") from error
    prefix, _, key = plain.partition(":")
    if prefix != "next":
        raise Refused("invalid_cursor")
    return key


def limit_of(call: Call, default: int, most: int) -> int:
    """The `limit` argument; `invalid_limit` outside 1 to `most`."""
    limit: int = call.get("limit") or default
    if not 1 <= limit <= most:
        raise Refused("invalid_limit")
    return limit
