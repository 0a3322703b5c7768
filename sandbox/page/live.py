"""From a change in the workspace to the pieces of the page that must be drawn again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sandbox.changes import Change, ChangeKind
from sandbox.entities import Message
from sandbox.page.conversation import day_mark, home
from sandbox.page.forms import form_dialog
from sandbox.page.markup import Html
from sandbox.page.meanwhile import Meanwhile, meanwhile_note
from sandbox.page.message import message_id, message_item
from sandbox.page.moments import day_heading, from_ts
from sandbox.page.scene import Scene
from sandbox.page.sidebar import sidebar
from sandbox.page.top_bar import clock, presence

Patch = dict[str, Any]

# Which regions of the page a kind of change touches.
REGIONS: dict[ChangeKind, tuple[str, ...]] = {
    ChangeKind.MESSAGE_POSTED: ("sidebar", "meanwhile"),
    ChangeKind.MESSAGE_CHANGED: (),
    ChangeKind.MESSAGE_DELETED: ("sidebar", "meanwhile"),
    ChangeKind.REACTIONS_CHANGED: (),
    ChangeKind.CHANNEL_CHANGED: ("sidebar",),
    ChangeKind.PERSON_CHANGED: ("sidebar",),
    ChangeKind.VIEW_OPENED: ("form-place",),
    ChangeKind.VIEW_CHANGED: ("form-place",),
    ChangeKind.VIEW_CLOSED: ("form-place",),
    ChangeKind.HOME_CHANGED: ("home",),
    ChangeKind.FILE_CHANGED: (),
    ChangeKind.CLOCK_MOVED: ("clock", "meanwhile"),
    ChangeKind.CONNECTION_CHANGED: ("presence",),
    ChangeKind.NOTICE: (),
}
_MESSAGES = frozenset(
    {
        ChangeKind.MESSAGE_POSTED,
        ChangeKind.MESSAGE_CHANGED,
        ChangeKind.MESSAGE_DELETED,
        ChangeKind.REACTIONS_CHANGED,
    }
)


@dataclass(frozen=True)
class Watch:
    """A scene somebody keeps open, and what drawing it again needs besides."""

    scene: Scene
    meanwhile: Meanwhile
    is_app_here: Callable[[], bool]

    def patches(self, changes: Iterable[Change]) -> list[Patch]:
        """What the page must do to show these changes, each message and each region drawn once."""
        messages: dict[str, Patch] = {}
        others: list[Patch] = []
        regions: dict[str, None] = {}
        for change in filter(self._concerns, changes):
            messages |= {patch["id"]: patch for patch in self._messages(change)}
            others += self._notices(change) + self._days(change)
            regions |= dict.fromkeys(REGIONS[change.kind])
        if "sidebar" in regions and not self.scene.at_home:
            self.scene.workspace.read_marks.mark(self.scene.viewer.id, self.scene.channel.id)
        drawn = [{"do": "region", "id": name, "html": self._region(name)} for name in regions]
        return [*messages.values(), *(patch for patch in drawn if patch["html"]), *others]

    def _concerns(self, change: Change) -> bool:
        mine = change.person in (None, self.scene.viewer.id)
        return mine or change.kind in (ChangeKind.PERSON_CHANGED, ChangeKind.MESSAGE_POSTED)

    def _messages(self, change: Change) -> list[Patch]:
        if change.kind not in _MESSAGES or change.channel != self.scene.channel.id or self.scene.at_home:
            return []
        if change.person not in (None, self.scene.viewer.id) or change.ts is None:
            return []
        shown = self.scene.workspace.messages.get(change.channel, change.ts)
        message = shown or Message(change.channel, change.ts, "", "", thread_ts=change.thread_ts)
        patches = []
        if not message.is_reply or message.is_broadcast or shown is None:
            patches.append(self._one(message, shown, in_thread=False))
        if message.is_reply:
            patches += self._parent(message)
        if self.scene.thread_ts is not None and self.scene.thread_ts in (message.ts, message.thread_ts):
            patches.append(self._one(message, shown, in_thread=True))
        return patches

    def _parent(self, reply: Message) -> list[Patch]:
        """A reply changes the count under its parent."""
        parent = self.scene.workspace.messages.get(reply.channel, reply.thread_ts or "")
        return [] if parent is None else [self._one(parent, parent, in_thread=False)]

    def _one(self, message: Message, shown: Message | None, *, in_thread: bool) -> Patch:
        key = message_id(message, in_thread=in_thread)
        if shown is None:
            return {"do": "remove", "id": key}
        patch = {
            "do": "put",
            "log": "thread-log" if in_thread else "log",
            "id": key,
            "ts": message.ts,
            "html": message_item(shown, self.scene, in_thread=in_thread),
        }
        if not in_thread:
            moment = from_ts(message.ts)
            patch |= {"day": f"{moment:%Y-%m-%d}", "day_html": day_mark(message, self.scene)}
        return patch

    def _notices(self, change: Change) -> list[Patch]:
        if change.kind is not ChangeKind.NOTICE:
            return []
        return [{"do": "notice", "id": str(change.number), "text": change.text or ""}]

    def _days(self, change: Change) -> list[Patch]:
        """After the clock has moved, what was today no longer is."""
        if change.kind is not ChangeKind.CLOCK_MOVED:
            return []
        seen = self.scene.workspace.messages.seen_by(self.scene.viewer.id, self.scene.channel.id)
        moments = (from_ts(message.ts) for message in seen)
        return [
            {"do": "days", "headings": {f"{at:%Y-%m-%d}": day_heading(at, self.scene.now) for at in moments}}
        ]

    def _region(self, name: str) -> Html:
        if name == "sidebar":
            return sidebar(self.scene)
        if name == "meanwhile":
            return meanwhile_note(self.scene, self.meanwhile.jump)
        if name == "clock":
            return clock(self.scene)
        if name == "form-place":
            return form_dialog(self.scene)
        if name == "presence":
            return presence(self.scene, is_app_here=self.is_app_here())
        return home(self.scene) if self.scene.at_home else Html()
