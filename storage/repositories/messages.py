"""What people wrote to the bot, every version kept."""

from __future__ import annotations

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, selectinload

from bot.conversation import Message, MessageId, MessageVersion, Said
from bot.errors import NotFound
from bot.partnership import PersonId
from storage.tables.conversations import MessageRow, MessageVersionRow
from storage.tables.declarative import plain
from storage.writing import insert_if_new, inserted_if_new


def to_value(row: MessageRow) -> Message:
    """The message a row tells of. A deletion adds no words: it shows as `is_deleted`."""
    return Message(
        id=MessageId(row.id),
        author=None if row.author_id is None else PersonId(row.author_id),
        channel=row.channel,
        ts=row.ts,
        thread_ts=row.thread_ts,
        route=row.route,
        versions=tuple(version.text for version in row.versions if not version.is_deleted),
        is_deleted=any(version.is_deleted for version in row.versions),
    )


class MessagesRepository:
    """`bot.ports.Messages` on SQL."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._made: dict[MessageId, Message] = {}
        """Messages that this unit of work has kept, of which there is nothing else to read."""

    def keep(self, said: Said) -> tuple[MessageId, bool]:
        """Keep a version; an edit that overtakes its original is put after it when that arrives, and then
        there is nothing new to hear in the original."""
        made = inserted_if_new(
            self._session,
            MessageRow,
            author_id=said.author,
            author_external_id=said.author_external_id,
            channel=said.channel,
            ts=said.ts,
            thread_ts=said.thread_ts,
            route=said.route,
        )
        of_it = _of(said.channel, said.ts).with_only_columns(MessageRow.id)
        message_id = made if made is not None else self._session.scalars(of_it).one()
        self._made.clear()
        is_new = insert_if_new(
            self._session,
            MessageVersionRow,
            message_id=message_id,
            edited_ts=said.edited_ts or "",
            is_deleted=said.is_deleted,
            text=said.text,
            at=said.at,
        )
        if made is not None:
            self._made[MessageId(made)] = _first_version(MessageId(made), said)
            return MessageId(made), True
        return MessageId(message_id), is_new and not self._is_overtaken(message_id, said)

    def _is_overtaken(self, message_id: int, said: Said) -> bool:
        """Whether a later version came first; a deletion is the last, whatever its timestamp."""
        of_this = MessageVersionRow.message_id == message_id
        is_later = MessageVersionRow.edited_ts > (said.edited_ts or "")
        if not said.is_deleted:
            is_later = or_(is_later, MessageVersionRow.is_deleted)
        found = select(MessageVersionRow.id).where(of_this, is_later).limit(1)
        return self._session.scalars(found).first() is not None

    def get(self, message_id: MessageId) -> Message:
        if message_id in self._made:
            return self._made[message_id]
        message = self._find(select(MessageRow).where(MessageRow.id == message_id))
        if message is None:
            raise NotFound("message")
        return message

    def find(self, channel: str, ts: str) -> Message | None:
        return self._find(_of(channel, ts))

    def latest_by(self, author: PersonId, count: int) -> tuple[Message, ...]:
        query = select(MessageRow).where(MessageRow.author_id == author).order_by(MessageRow.id.desc())
        whole = query.limit(count).options(selectinload(MessageRow.versions))
        rows = self._session.scalars(whole.execution_options(populate_existing=True))
        return tuple(map(to_value, rows))

    def versions(self, message_id: MessageId) -> tuple[MessageVersion, ...]:
        rows = self._session.scalars(
            select(MessageVersionRow)
            .where(MessageVersionRow.message_id == message_id)
            .order_by(MessageVersionRow.at, MessageVersionRow.id)
        )
        return tuple(
            MessageVersion(row.at, row.text, is_edit=bool(row.edited_ts), is_deleted=row.is_deleted)
            for row in rows
        )

    def _find(self, query: Select[MessageRow]) -> Message | None:
        whole = query.options(selectinload(MessageRow.versions)).execution_options(populate_existing=True)
        row = self._session.scalars(whole).one_or_none()
        return None if row is None else to_value(row)


def _first_version(message_id: MessageId, said: Said) -> Message:
    """A message as it is read back when nothing else is known of it."""
    return Message(
        id=message_id,
        author=said.author,
        channel=plain(said.channel),
        ts=plain(said.ts),
        thread_ts=None if said.thread_ts is None else plain(said.thread_ts),
        route=said.route,
        versions=() if said.is_deleted else (plain(said.text),),
        is_deleted=said.is_deleted,
    )


def _of(channel: str, ts: str) -> Select[MessageRow]:
    return select(MessageRow).where(MessageRow.channel == channel, MessageRow.ts == ts)
