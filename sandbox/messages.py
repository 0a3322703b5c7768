"""What was said: messages with their versions, threads, reactions and ephemeral messages."""

from collections.abc import Callable
from dataclasses import replace

from sandbox.changes import ChangeKind, Feed
from sandbox.entities import SLACKBOT, TOMBSTONE, Json, Message, Reaction, Version
from sandbox.identifiers import Identifiers
from sandbox.refusals import Refused
from sandbox.store import Shelf, Store


class Messages:
    """Every message of a workspace; deleted ones are kept, marked as deleted."""

    def __init__(self, store: Store, ids: Identifiers, feed: Feed) -> None:
        self._shelf = Shelf(store, "message", _read_message)
        self._ids = ids
        self._feed = feed
        self._by_channel: dict[str, dict[str, Message]] = {}
        self._by_thread: dict[tuple[str, str], dict[str, Message]] = {}
        for message in sorted(self._shelf, key=lambda each: each.ts):
            self._index(message)

    def post(self, draft: Message) -> Message:
        """Post a message; its `ts` is given here."""
        message = replace(draft, ts=self._ids.mint_stamp())
        self._put(message)
        self._publish(ChangeKind.MESSAGE_POSTED, message)
        return message

    def change(
        self,
        message: Message,
        *,
        text: str,
        blocks: tuple[Json, ...],
        attachments: tuple[Json, ...] | None = None,
        is_edit: bool = True,
        metadata: Json | None = None,
    ) -> Message:
        """Say something else in a message; what it said is kept. An `is_edit` is marked as edited."""
        replaced_at = self._ids.mint_stamp()
        changed = replace(
            message,
            text=text,
            blocks=blocks,
            attachments=message.attachments if attachments is None else attachments,
            metadata=message.metadata if metadata is None else metadata,
            earlier=(*message.earlier, Version(message.text, message.blocks, replaced_at)),
            edited_at=replaced_at if is_edit else message.edited_at,
        )
        self._put(changed)
        self._publish(ChangeKind.MESSAGE_CHANGED, changed)
        return changed

    def delete(self, message: Message) -> Message:
        """Take a message out of sight. One with replies leaves a tombstone until the last is gone."""
        if self.replies(message):
            return self._bury(message)
        deleted = replace(message, is_deleted=True)
        self._put(deleted)
        self._publish(ChangeKind.MESSAGE_DELETED, deleted)
        parent = self.get(message.channel, message.thread_ts or "") if message.is_reply else None
        if parent is not None and parent.subtype == TOMBSTONE and not self.replies(parent):
            self.delete(parent)
        return deleted

    def _bury(self, message: Message) -> Message:
        tombstone = Message(
            channel=message.channel,
            ts=message.ts,
            user=SLACKBOT,
            text="This message was deleted.",
            thread_ts=message.ts,
            subtype=TOMBSTONE,
            earlier=(*message.earlier, Version(message.text, message.blocks, self._ids.mint_stamp())),
        )
        self._put(tombstone)
        self._publish(ChangeKind.MESSAGE_CHANGED, tombstone)
        return tombstone

    def react(self, message: Message, name: str, person_id: str) -> Message:
        """Add a person's emoji; `already_reacted` if it is there."""
        reactions = {reaction.name: reaction.users for reaction in message.reactions}
        if person_id in reactions.get(name, ()):
            raise Refused("already_reacted")
        reactions[name] = (*reactions.get(name, ()), person_id)
        return self._with_reactions(message, reactions)

    def take_back_reaction(self, message: Message, name: str, person_id: str) -> Message:
        """Remove a person's emoji; `no_reaction` if it is not there."""
        reactions = {reaction.name: reaction.users for reaction in message.reactions}
        if person_id not in reactions.get(name, ()):
            raise Refused("no_reaction")
        reactions[name] = tuple(user for user in reactions[name] if user != person_id)
        return self._with_reactions(message, {n: users for n, users in reactions.items() if users})

    def _with_reactions(self, message: Message, reactions: dict[str, tuple[str, ...]]) -> Message:
        changed = replace(
            message, reactions=tuple(Reaction(name, users) for name, users in reactions.items())
        )
        self._put(changed)
        self._publish(ChangeKind.REACTIONS_CHANGED, changed)
        return changed

    def get(self, channel_id: str, ts: str) -> Message | None:
        """A message that has not been deleted, ephemeral ones included, or None."""
        message = self._by_channel.get(channel_id, {}).get(ts)
        return None if message is None or message.is_deleted else message

    def need(self, channel_id: str, ts: str) -> Message:
        """A message that has not been deleted and is not ephemeral; `message_not_found` otherwise."""
        message = self.get(channel_id, ts)
        if message is None or message.only_for is not None:
            raise Refused("message_not_found")
        return message

    def history(self, channel_id: str) -> list[Message]:
        """What an app may read back: no thread replies, no ephemeral messages; oldest first."""
        return self._where(
            channel_id, lambda each: each.only_for is None and (not each.is_reply or each.is_broadcast)
        )

    def thread(self, channel_id: str, thread_ts: str) -> list[Message]:
        """A thread as an app may read it: the parent, then its replies, oldest first."""
        return [each for each in self._thread(channel_id, thread_ts) if each.only_for is None]

    def seen_by(self, person_id: str, channel_id: str, thread_ts: str | None = None) -> list[Message]:
        """What a person sees in a channel, or in one of its threads, oldest first."""

        if thread_ts is not None:
            thread = self._thread(channel_id, thread_ts)
            return [each for each in thread if each.only_for in (None, person_id)]
        return self._where(
            channel_id,
            lambda each: each.only_for in (None, person_id) and (not each.is_reply or each.is_broadcast),
        )

    def replies(self, message: Message) -> list[Message]:
        """The replies under a message, without ephemeral ones."""
        return [each for each in self.thread(message.channel, message.ts) if each.ts != message.ts]

    def _where(self, channel_id: str, accepts: Callable[[Message], bool]) -> list[Message]:
        messages = list(self._by_channel.get(channel_id, {}).values())
        return [message for message in messages if not message.is_deleted and accepts(message)]

    def _thread(self, channel_id: str, thread_ts: str) -> list[Message]:
        replies = self._by_thread.get((channel_id, thread_ts), {})
        parent = self._by_channel.get(channel_id, {}).get(thread_ts)
        everything = [*([parent] if parent else []), *list(replies.values())]
        return [message for message in everything if not message.is_deleted]

    def _put(self, message: Message) -> None:
        self._shelf.put(f"{message.channel}/{message.ts}", message)
        self._index(message)

    def _index(self, message: Message) -> None:
        self._by_channel.setdefault(message.channel, {})[message.ts] = message
        if message.is_reply and message.thread_ts:
            self._by_thread.setdefault((message.channel, message.thread_ts), {})[message.ts] = message

    def _publish(self, kind: ChangeKind, message: Message) -> None:
        self._feed.publish(
            kind,
            channel=message.channel,
            ts=message.ts,
            thread_ts=message.thread_ts if message.is_reply else None,
            person=message.only_for,
        )


def _read_message(body: Json) -> Message:
    nested = {
        "blocks": tuple(body["blocks"]),
        "attachments": tuple(body["attachments"]),
        "files": tuple(body["files"]),
        "reactions": tuple(Reaction(each["name"], tuple(each["users"])) for each in body["reactions"]),
        "earlier": tuple(
            Version(each["text"], tuple(each["blocks"]), each["replaced_at"]) for each in body["earlier"]
        ),
    }
    return Message(**{**body, **nested})
