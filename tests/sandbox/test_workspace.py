"""The state itself: who is here, what was said, what is kept between runs, and what the feed tells."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from sandbox.changes import Change, ChangeKind
from sandbox.entities import SLACKBOT, ChannelKind, Message, ViewKind
from sandbox.refusals import Refused
from sandbox.workspace import Workspace
from tests.sandbox.conftest import Partnership, larkmere

MODAL = {"type": "modal", "title": {"type": "plain_text", "text": "A form"}, "blocks": []}
HOME = {"type": "home", "blocks": []}


def said(partnership: Partnership, text: str = "words", **more: str) -> Message:
    return partnership.workspace.messages.post(
        Message(partnership.plan.id, "", partnership.lead.id, text, **more)  # type: ignore[arg-type]  # str fields only
    )


def test_a_new_workspace_has_the_app_and_slackbot_alone(workspace: Workspace) -> None:
    assert workspace.is_empty
    assert [person.real_name for person in workspace.people.all()] == ["Slackbot", "Leadline"]
    workspace.people.add("S Okoro")
    assert not workspace.is_empty


def test_people_are_found_by_handle_name_and_address(partnership: Partnership) -> None:
    people = partnership.workspace.people
    assert people.named("sokoro") == people.named("S Okoro") == partnership.lead
    assert people.with_email("S.OKORO@larkmere.example") == partnership.lead
    people.put(replace(partnership.lead, is_deleted=True))
    assert people.with_email("s.okoro@larkmere.example") is None
    assert [person.id for person in people.humans()] == [partnership.chair.id]
    with pytest.raises(Refused, match="user_not_found"):
        people.named("nobody")


def test_a_channel_name_is_taken_once(partnership: Partnership) -> None:
    channels = partnership.workspace.channels
    with pytest.raises(Refused, match="name_taken"):
        channels.add("larkmere-plan")
    assert channels.named("#larkmere-plan") == partnership.plan
    assert channels.named("nowhere") is None


def test_people_come_into_a_channel_and_leave(partnership: Partnership) -> None:
    channels = partnership.workspace.channels
    room = channels.add("tea-room")
    assert channels.join(room.id, partnership.lead.id).members == (partnership.lead.id,)
    assert channels.join(room.id, partnership.lead.id).members == (partnership.lead.id,)
    assert {channel.name for channel in channels.of(partnership.lead.id)} == {"larkmere-plan", "tea-room"}
    assert channels.leave(room.id, partnership.lead.id).members == ()


def test_a_direct_message_of_more_than_two_is_a_group(partnership: Partnership) -> None:
    channels = partnership.workspace.channels
    people = [partnership.lead.id, partnership.chair.id, partnership.workspace.bot.id]
    assert channels.direct(people)[0].kind is ChannelKind.GROUP
    assert channels.direct(reversed(people)) == channels.direct(people)
    with pytest.raises(Refused, match="too_many_users"):
        channels.direct(f"U{number}" for number in range(10))


def test_everything_is_kept_between_runs(tmp_path: Path) -> None:
    path = tmp_path / "demo.sqlite"
    first = larkmere(Workspace(path))
    workspace = first.workspace
    parent = said(first, "one")
    said(first, "reply", thread_ts=parent.ts)
    said(first, "private", only_for=first.chair.id)
    changed = workspace.messages.change(parent, text="two", blocks=({"type": "divider"},))
    reacted = workspace.messages.react(changed, "eyes", first.chair.id)
    view = workspace.views.open(first.lead.id, MODAL)
    home = workspace.views.publish(first.lead.id, HOME)
    file = workspace.files.add(first.lead.id, "plan.csv", b"a,b\n", title="The plan")
    workspace.close()

    again = Workspace(path)
    assert again.people.get(first.lead.id) == first.lead
    assert again.channels.get(first.plan.id) == first.plan
    assert again.bot == workspace.bot
    seen = again.messages.seen_by(first.chair.id, first.plan.id)
    assert [message.text for message in seen] == ["two", "private"]
    assert seen[0] == reacted
    assert [version.text for version in seen[0].earlier] == ["one"]
    assert again.views.top(first.lead.id) == view
    assert again.views.home(first.lead.id) == home
    assert again.files.content(again.files.need(file.id)) == b"a,b\n"
    assert float(again.mint_stamp()) > float(reacted.ts)
    assert again.people.add("K Bramley").id > first.chair.id
    again.close()


def test_a_deleted_message_is_out_of_sight_but_not_forgotten(partnership: Partnership) -> None:
    messages = partnership.workspace.messages
    message = said(partnership)
    messages.delete(message)
    assert messages.get(message.channel, message.ts) is None
    with pytest.raises(Refused, match="message_not_found"):
        messages.need(message.channel, message.ts)


def test_of_a_message_with_replies_a_tombstone_is_left_until_the_last_reply_is_gone(
    partnership: Partnership,
) -> None:
    messages = partnership.workspace.messages
    parent = said(partnership, "2.7a is done")
    reply = said(partnership, "Saved.", thread_ts=parent.ts)
    tombstone = messages.delete(parent)
    assert (tombstone.subtype, tombstone.user, tombstone.ts) == ("tombstone", SLACKBOT, parent.ts)
    assert [version.text for version in tombstone.earlier] == ["2.7a is done"]
    assert partnership.texts(partnership.lead, partnership.plan) == ["This message was deleted."]
    messages.delete(reply)
    assert partnership.texts(partnership.lead, partnership.plan) == []


def test_a_person_needs_a_zone_there_is(workspace: Workspace) -> None:
    with pytest.raises(Refused, match="invalid_zone"):
        workspace.people.add("S Okoro", zone="Europe/Larkmere")


def test_a_thread_is_seen_apart_and_private_words_by_one(partnership: Partnership) -> None:
    parent = said(partnership, "parent")
    said(partnership, "reply", thread_ts=parent.ts)
    said(partnership, "whisper", thread_ts=parent.ts, only_for=partnership.chair.id)
    assert partnership.texts(partnership.lead, partnership.plan) == ["parent"]
    assert partnership.texts(partnership.lead, partnership.plan, parent.ts) == ["parent", "reply"]
    assert partnership.texts(partnership.chair, partnership.plan, parent.ts) == ["parent", "reply", "whisper"]


def test_the_feed_tells_of_changes_in_order_and_of_whom_they_concern(partnership: Partnership) -> None:
    workspace, changes = partnership.workspace, list[Change]()
    leave = workspace.feed.subscribe(changes.append)
    message = said(partnership, "one")
    workspace.messages.change(message, text="two", blocks=())
    workspace.messages.delete(message)
    said(partnership, "private", only_for=partnership.chair.id)
    workspace.views.close(workspace.views.open(partnership.lead.id, MODAL))
    workspace.notify(partnership.lead.id, "Leadline is not running.")
    leave()
    said(partnership, "unheard")
    assert [change.kind for change in changes] == [
        ChangeKind.MESSAGE_POSTED,
        ChangeKind.MESSAGE_CHANGED,
        ChangeKind.MESSAGE_DELETED,
        ChangeKind.MESSAGE_POSTED,
        ChangeKind.VIEW_OPENED,
        ChangeKind.VIEW_CLOSED,
        ChangeKind.NOTICE,
    ]
    lead, chair = partnership.lead.id, partnership.chair.id
    assert [change.person for change in changes] == [None, None, None, chair, lead, lead, lead]
    assert [change.number for change in changes] == sorted(change.number for change in changes)


def test_a_coroutine_hears_changes_that_another_thread_makes(partnership: Partnership) -> None:
    async def listen() -> Change:
        with partnership.workspace.feed.listening() as changes:
            await asyncio.to_thread(said, partnership)
            return await asyncio.wait_for(changes.get(), 10)

    assert asyncio.run(listen()).kind is ChangeKind.MESSAGE_POSTED


def test_opening_a_modal_puts_away_the_one_before(partnership: Partnership) -> None:
    views = partnership.workspace.views
    first = views.open(partnership.lead.id, MODAL)
    second = views.open(partnership.lead.id, MODAL)
    assert views.stack(partnership.lead.id) == [second]
    with pytest.raises(Refused, match="not_found"):
        views.find(first.id, None)


def test_closing_a_pushed_modal_shows_the_one_beneath(partnership: Partnership) -> None:
    views = partnership.workspace.views
    first = views.open(partnership.lead.id, MODAL)
    second = views.push(partnership.lead.id, MODAL)
    assert views.close(second) == first
    assert views.close(first) is None


def test_a_home_is_not_a_modal(partnership: Partnership) -> None:
    views = partnership.workspace.views
    home = views.publish(partnership.lead.id, HOME)
    assert home.kind is ViewKind.HOME
    assert views.top(partnership.lead.id) is None


def test_a_file_without_its_bytes_cannot_be_completed(partnership: Partnership) -> None:
    files = partnership.workspace.files
    announced = files.announce(partnership.lead.id, "plan.xlsx", 4)
    with pytest.raises(Refused, match="file_not_found"):
        files.complete(announced)
    assert files.complete(files.receive(announced, b"1234")).is_complete
