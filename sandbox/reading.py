"""Who has read how far: unread marks, kept between runs."""

from sandbox.directory import Channels
from sandbox.entities import Message
from sandbox.messages import Messages
from sandbox.store import Store

_KIND = "read_mark"
_START = "0"


class ReadMarks:
    """For each person and conversation, the last message they have had in front of them."""

    def __init__(self, store: Store, channels: Channels, messages: Messages) -> None:
        self._store = store
        self._channels = channels
        self._messages = messages
        self._marks: dict[str, str] = {key: body["ts"] for key, body in store.load(_KIND)}

    def mark(self, person_id: str, channel_id: str) -> None:
        """Everything in a conversation is read."""
        seen = self._messages.seen_by(person_id, channel_id)
        last, key = (
            max((message.ts for message in seen), default=_START, key=float),
            f"{person_id}/{channel_id}",
        )
        if last != self._marks.get(key):
            self._marks[key] = last
            self._store.put(_KIND, key, {"ts": last})

    def unread(self, person_id: str, channel_id: str) -> int:
        """How many messages of others a person has not seen in a conversation."""
        mark = float(self._marks.get(f"{person_id}/{channel_id}", _START))
        return sum(
            self._is_new(message, person_id, mark)
            for message in self._messages.seen_by(person_id, channel_id)
        )

    def first_unread(self, person_id: str, channel_id: str) -> str | None:
        """The time stamp of the first message that is new, if some are new and some are not."""
        mark = self._marks.get(f"{person_id}/{channel_id}")
        if mark is None:
            return None
        seen = self._messages.seen_by(person_id, channel_id)
        return next((each.ts for each in seen if self._is_new(each, person_id, float(mark))), None)

    def unread_in_all(self, person_id: str) -> int:
        """How many messages a person has not seen anywhere."""
        return sum(self.unread(person_id, channel.id) for channel in self._channels.of(person_id))

    def _is_new(self, message: Message, person_id: str, mark: float) -> bool:
        return message.user != person_id and float(message.ts) > mark
