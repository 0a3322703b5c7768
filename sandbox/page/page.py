"""What the page's requests share: the desk, the acts, the card, and who has read what."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from aiohttp import web

from sandbox.acts import Acts
from sandbox.changes import Change
from sandbox.desk import Desk
from sandbox.entities import Person
from sandbox.page.meanwhile import Meanwhile
from sandbox.page.scene import Scene
from sandbox.page.welcome import NO_WELCOME, Welcome
from sandbox.refusals import Refused
from sandbox.workspace import Workspace


@dataclass
class Page:
    """One a server."""

    desk: Desk
    acts: Acts
    welcome: Welcome = NO_WELCOME
    is_app_here: Callable[[], bool] = lambda: True
    meanwhile: Meanwhile = field(default_factory=Meanwhile)
    last_change: int = field(init=False, default=0)
    streams: set[asyncio.Task[None]] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        self.workspace.feed.subscribe(self._count)

    @property
    def workspace(self) -> Workspace:
        """The state everything is drawn from."""
        return self.desk.workspace

    def viewer(self, request: web.Request) -> Person:
        """The person a request's address names; 404 for nobody one can be."""
        person = self.workspace.people.get(request.match_info["person"])
        if person is None or person.is_bot or person.is_deleted:
            raise web.HTTPNotFound(text="Nobody of that name is here. Start again at /.")
        return person

    def scene(self, request: web.Request) -> Scene:
        """What a request looks at; without a channel in its address, the bot's direct message."""
        viewer = self.viewer(request)
        channel_id = request.match_info.get("channel") or request.query.get("channel")
        if not channel_id:
            return Scene(self.desk, viewer, self.workspace.direct_with_bot(viewer.id))
        channel = self.workspace.channels.get(channel_id)
        if channel is None or viewer.id not in channel.members:
            raise web.HTTPNotFound(text="There is no such conversation for you here. Start again at /.")
        scene = Scene(
            self.desk,
            viewer,
            channel,
            thread_ts=request.query.get("thread") or None,
            from_the_start=request.query.get("from") == "start",
        )
        if request.query.get("tab") == "home" and scene.is_with_bot(channel):
            return replace(scene, thread_ts=None, at_home=True)
        return scene

    async def close(self, _: web.Application) -> None:
        """Let go of everybody who is watching, so that the server can stop at once."""
        for stream in tuple(self.streams):
            stream.cancel()

    def _count(self, change: Change) -> None:
        self.last_change = change.number


def refusal_words(refused: Refused, workspace: Workspace) -> str:
    """What a person reads when the workspace says no to an act."""
    bot = workspace.bot.real_name
    words = {
        "unknown_shortcut": f"{workspace.application.name} has no such entry in this menu.",
        "unknown_command": f"{', '.join(refused.messages)} is no command here. Type / to see them all.",
        "not_in_channel": "You are not in this channel, so nothing was posted.",
        "is_archived": "This channel is archived, so nothing was posted.",
        "no_text": "There is nothing to send yet.",
        "message_not_found": "That message is no longer there.",
        "not_found": "That form is no longer open.",
        "no_such_element": f"{bot} has changed this since. Please look again.",
        "no_such_option": f"{bot} has changed these choices since. Please look again.",
    }
    return words.get(refused.error, f"That was refused: {refused.error.replace('_', ' ')}. Nothing was done.")
