"""Who has read how far: unread marks, kept with the workspace's other records."""

from __future__ import annotations

from sandbox.entities import Message
from sandbox.workspace import Workspace

_START = "0"


class ReadMarks:
    """For each person and conversation, the last message they have had in front of them.

    They live as long as the page does: after a restart everything that was there counts as read.
    """

    def __init__(self, workspace: Workspace, *, read_until: str = _START) -> None:
        self._workspace = workspace
        self._read_until = read_until
        self._marks: dict[tuple[str, str], str] = {}

    def mark(self, person_id: str, channel_id: str) -> bool:
        """Everything in a conversation is read; the answer is whether anything was unread."""
        had_unread = self.unread(person_id, channel_id) > 0
        self._marks[person_id, channel_id] = max(
            (message.ts for message in self._messages(person_id, channel_id)), default=_START, key=float
        )
        return had_unread

    def unread(self, person_id: str, channel_id: str) -> int:
        """How many messages of others a person has not seen in a conversation."""
        mark = float(self._marks.get((person_id, channel_id), self._read_until))
        return sum(
            float(message.ts) > mark and message.user != person_id
            for message in self._messages(person_id, channel_id)
        )

    def unread_in_all(self, person_id: str) -> int:
        """How many messages a person has not seen anywhere."""
        mine = self._workspace.channels.of(person_id)
        return sum(self.unread(person_id, channel.id) for channel in mine)

    def _messages(self, person_id: str, channel_id: str) -> list[Message]:
        return self._workspace.messages.seen_by(person_id, channel_id)
