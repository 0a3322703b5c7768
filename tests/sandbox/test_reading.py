from pathlib import Path

from sandbox.entities import Message
from sandbox.workspace import Workspace


def said(workspace: Workspace, channel: str, user: str) -> Message:
    return workspace.messages.post(Message(channel, "", user, "Hello"))


def test_messages_of_others_are_unread_until_the_conversation_is_read() -> None:
    workspace = Workspace()
    reader, writer = workspace.people.add("S Okoro"), workspace.people.add("P Lowell")
    room = workspace.channels.add("plan", [reader.id, writer.id])
    marks = workspace.read_marks
    said(workspace, room.id, writer.id)
    said(workspace, room.id, reader.id)
    assert marks.unread(reader.id, room.id) == marks.unread_in_all(reader.id) == 1
    marks.mark(reader.id, room.id)
    assert marks.unread(reader.id, room.id) == 0
    said(workspace, room.id, writer.id)
    assert marks.unread_in_all(reader.id) == 1
    workspace.close()


def test_the_first_new_message_is_known_once_others_were_read() -> None:
    workspace = Workspace()
    reader = workspace.people.add("S Okoro")
    room = workspace.direct_with_bot(reader.id)
    marks = workspace.read_marks
    said(workspace, room.id, workspace.bot.id)
    assert marks.first_unread(reader.id, room.id) is None
    marks.mark(reader.id, room.id)
    assert marks.first_unread(reader.id, room.id) is None
    first = said(workspace, room.id, workspace.bot.id)
    said(workspace, room.id, workspace.bot.id)
    assert marks.first_unread(reader.id, room.id) == first.ts
    workspace.close()


def test_what_was_read_stays_read_in_the_next_run(tmp_path: Path) -> None:
    file = tmp_path / "sandbox.sqlite3"
    before = Workspace(file)
    reader = before.people.add("S Okoro")
    room = before.direct_with_bot(reader.id)
    said(before, room.id, before.bot.id)
    before.read_marks.mark(reader.id, room.id)
    said(before, room.id, before.bot.id)
    before.close()
    after = Workspace(file)
    assert after.read_marks.unread(reader.id, room.id) == 1
    after.close()
