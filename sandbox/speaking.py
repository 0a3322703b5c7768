"""Acts of speech: messages said, edited and deleted, files dropped in, channels joined and left."""

import html
import re
import uuid

from sandbox.desk import Desk
from sandbox.entities import Message, Person
from sandbox.events import (
    send_event,
    tell_of_deletion,
    tell_of_edit,
    tell_of_membership,
    tell_of_message,
)
from sandbox.message_payloads import message_json
from sandbox.refusals import Refused

_MENTION = re.compile(r"(?<![\w<])@([\w.-]*\w)")
_CHANNEL = re.compile(r"(?<![\w<&])#([\w-]+)")
_CODES = re.compile(r"(<(?:@[UW]\w+|#[CG]\w+|!\w+)(?:\|[^<>]*)?>)")


def typed(desk: Desk, text: str) -> str:
    """Text as Slack sends what was typed: escaped, with the names of people and channels as codes."""
    return "".join(
        part if _CODES.fullmatch(part) else _coded(desk, escaped(part)) for part in _CODES.split(text)
    )


def _coded(desk: Desk, text: str) -> str:
    handles = {person.name.lower(): person.id for person in desk.workspace.people.all()}

    def person(match: re.Match[str]) -> str:
        found = handles.get(match[1].lower())
        return match[0] if found is None else f"<@{found}>"

    def channel(match: re.Match[str]) -> str:
        found = desk.workspace.channels.named(match[1])
        return match[0] if found is None else f"<#{found.id}|{found.name}>"

    return _CHANNEL.sub(channel, _MENTION.sub(person, text))


def escaped(text: str) -> str:
    """Text as it was typed, but for the three signs Slack escapes."""
    return html.escape(text, quote=False)


def say(desk: Desk, person: str, channel: str, text: str, thread_ts: str | None) -> Message:
    """Post a person's message and tell the app of it."""
    return _post(desk, person, channel, text, thread_ts, ())


def upload(desk: Desk, person: str, channel: str, name: str, content: bytes, text: str) -> Message:
    """Post a file with a few words, and tell the app of it."""
    with desk.workspace.lock:
        author = desk.person(person)
        target = desk.channel(channel, author)
        files = desk.workspace.files
        file = files.add(author.id, name, content)
        files.complete(file, channels=(target.id,))
        message = _post(desk, author.id, target.id, text, None, (file.id,))
        if desk.workspace.application.receives("file_shared") and desk.workspace.bot.id in target.members:
            send_event(
                desk,
                {
                    "type": "file_shared",
                    "file_id": file.id,
                    "file": {"id": file.id},
                    "user_id": author.id,
                    "channel_id": target.id,
                    "event_ts": message.ts,
                },
            )
        return message


def _post(
    desk: Desk, person: str, channel: str, text: str, thread_ts: str | None, files: tuple[str, ...]
) -> Message:
    workspace = desk.workspace
    with workspace.lock:
        author = desk.person(person)
        target = desk.channel(channel, author)
        if target.is_archived:
            raise Refused("is_archived")
        if author.id not in target.members:
            raise Refused("not_in_channel")
        if not (text.strip() or files):
            raise Refused("no_text")
        message = workspace.messages.post(
            Message(
                channel=target.id,
                ts="",
                user=author.id,
                text=typed(desk, text),
                thread_ts=_root(desk, target.id, thread_ts),
                client_msg_id=str(uuid.uuid4()),
                subtype="file_share" if files else None,
                files=files,
            )
        )
        tell_of_message(desk, target, message)
        return message


def _root(desk: Desk, channel_id: str, thread_ts: str | None) -> str | None:
    """The parent of the thread a message belongs to, whichever of its messages was answered."""
    if thread_ts is None:
        return None
    answered = desk.workspace.messages.get(channel_id, thread_ts)
    if answered is None:
        raise Refused("thread_not_found")
    return answered.thread_ts or answered.ts


def edit(desk: Desk, person: str, message: Message, text: str) -> Message:
    """Change a message and tell the app of it."""
    workspace = desk.workspace
    with workspace.lock:
        author = desk.person(person)
        current = _own(desk, author, message, "cant_update_message")
        before = message_json(workspace, current, desk.url)
        changed = workspace.messages.change(current, text=typed(desk, text), blocks=current.blocks)
        tell_of_edit(desk, workspace.channels.need(changed.channel), changed, before)
        return changed


def delete(desk: Desk, person: str, message: Message) -> None:
    """Delete a message and tell the app of it."""
    workspace = desk.workspace
    with workspace.lock:
        author = desk.person(person)
        current = _own(desk, author, message, "cant_delete_message")
        before = message_json(workspace, current, desk.url)
        after = workspace.messages.delete(current)
        tell_of_deletion(desk, workspace.channels.need(current.channel), after, before)


def _own(desk: Desk, author: Person, message: Message, refusal: str) -> Message:
    current = desk.workspace.messages.need(message.channel, message.ts)
    if current.user != author.id:
        raise Refused(refusal)
    return current


def join(desk: Desk, person: str, channel: str) -> None:
    """Bring a person into a channel and tell the app of it."""
    with desk.workspace.lock:
        _bring_in(desk, desk.person(person), channel)


def invite_app(desk: Desk, person: str, channel: str) -> None:
    """Bring the app into a channel and tell it so."""
    with desk.workspace.lock:
        host = desk.person(person)
        if host.id not in desk.channel(channel, host).members:
            raise Refused("not_in_channel")
        _bring_in(desk, desk.workspace.bot, channel)


def _bring_in(desk: Desk, person: Person, channel: str) -> None:
    target = desk.channel(channel, person)
    if person.id not in target.members:
        joined = desk.workspace.channels.join(target.id, person.id)
        tell_of_membership(desk, joined, person.id, joined=True)


def leave(desk: Desk, person: str, channel: str) -> None:
    """Take a person out of a channel and tell the app of it."""
    with desk.workspace.lock:
        leaver = desk.person(person)
        left = desk.workspace.channels.leave(desk.channel(channel, leaver).id, leaver.id)
        tell_of_membership(desk, left, leaver.id, joined=False)
