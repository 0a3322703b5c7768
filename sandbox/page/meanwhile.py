"""What happened after the clock was moved: told while one watches, with the way to each place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sandbox.entities import Channel, ChannelKind, Message
from sandbox.page.markup import Html, tag
from sandbox.page.moments import clock_face
from sandbox.page.scene import Scene, address
from sandbox.workspace import Workspace


@dataclass(frozen=True)
class Jump:
    """One move of the clock."""

    left: datetime
    arrived: datetime


class Meanwhile:
    """Remembers the last move of the clock, until somebody puts the note away."""

    def __init__(self) -> None:
        self.jump: Jump | None = None

    def moved(self, left: datetime, arrived: datetime) -> None:
        """Note a move."""
        self.jump = Jump(left, arrived)

    def put_away(self) -> None:
        """Forget the last move."""
        self.jump = None


def happened(workspace: Workspace, since: datetime) -> list[tuple[Channel, list[Message]]]:
    """What the bot has posted since an instant, by conversation."""
    found = []
    for channel in workspace.channels.all():
        messages = [
            message
            for message in workspace.messages.seen_by(workspace.bot.id, channel.id)
            if message.user == workspace.bot.id and float(message.ts) >= since.timestamp()
        ]
        if messages:
            found.append((channel, messages))
    return found


MOST_NAMED = 7


def meanwhile_note(scene: Scene, jump: Jump | None) -> Html:
    """Draw the note; empty when the clock has not been moved."""
    if jump is None:
        return tag("div", id="meanwhile", aria_live="polite")
    found = sorted(happened(scene.workspace, jump.arrived), key=lambda pair: _rank(scene, pair[0]))
    count = _messages(sum(len(messages) for _, messages in found))
    entries = [_entry(scene, channel, messages) for channel, messages in found[:MOST_NAMED]]
    if len(found) > MOST_NAMED:
        entries.append(tag("li", f"+{len(found) - MOST_NAMED} more", class_="quiet"))
    away = tag("button", "Put away", class_="button small")
    note = tag(
        "details",
        tag("summary", tag("h2", "Meanwhile"), " ", tag("span", count, class_="quiet")),
        tag("p", f"The clock went from {clock_face(jump.left)} to {clock_face(jump.arrived)}."),
        tag("ul", entries),
        tag("form", away, action="/put-away", method="post", data_put_away=True),
        class_="card",
        id="meanwhile-card",
        open=True,
    )
    return tag("div", note, id="meanwhile", aria_live="polite")


def _rank(scene: Scene, channel: Channel) -> int:
    """Rooms first, then one's own direct messages, then those of others."""
    if channel.kind in (ChannelKind.PUBLIC, ChannelKind.PRIVATE):
        return 0
    return 1 if scene.viewer.id in channel.members else 2


def _messages(count: int) -> str:
    return "1 message" if count == 1 else f"{count or 'no'} messages"


def _entry(scene: Scene, channel: Channel, messages: list[Message]) -> Html:
    count = _messages(len(messages))
    mine = scene.viewer.id in channel.members
    if channel.kind in (ChannelKind.PUBLIC, ChannelKind.PRIVATE):
        words = f"#{channel.name}: {count}"
        return tag("li", tag("a", words, href=address(scene.viewer, channel)) if mine else words)
    reader = next((person for person in scene.others(channel) if not person.is_bot), None)
    if mine or reader is None:
        return tag("li", tag("a", f"You: {count} from {_bot(scene)}", href=address(scene.viewer, channel)))
    words = f"{reader.real_name}: {count} from {_bot(scene)}"
    return tag("li", tag("a", words, href=address(reader, channel)))


def _bot(scene: Scene) -> str:
    return scene.workspace.bot.real_name
