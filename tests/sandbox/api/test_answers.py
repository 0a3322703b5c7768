"""What the Web API does when it agrees, through an unmodified WebClient."""

from __future__ import annotations

import urllib.request
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.entities import ChannelKind
from sandbox.run import Server
from tests.sandbox.conftest import Partnership, asked

Json = dict[str, Any]
SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "*3 red*"}}
DIVIDER = {"type": "divider"}


def test_auth_test_says_whose_token_it_is_and_which_scopes_it_has(
    client: WebClient, partnership: Partnership
) -> None:
    answer = client.auth_test()
    assert answer["user_id"] == partnership.workspace.bot.id
    assert answer["bot_id"] == partnership.workspace.bot_id
    assert "chat:write" in answer.headers["x-oauth-scopes"].split(",")


def test_a_message_is_posted_with_its_blocks_named_and_its_text_escaped(
    client: WebClient, partnership: Partnership
) -> None:
    answer = client.chat_postMessage(
        channel=partnership.plan.id, text="R&D <b> <@U1> &amp;", blocks=[SECTION, DIVIDER]
    )
    (message,) = partnership.seen(partnership.chair, partnership.plan)
    assert message.ts == answer["ts"]
    assert message.text == "R&amp;D &lt;b&gt; <@U1> &amp;"
    assert [block["type"] for block in answer["message"]["blocks"]] == ["section", "divider"]
    assert len({block["block_id"] for block in answer["message"]["blocks"]}) == 2
    assert answer["message"]["bot_id"] == partnership.workspace.bot_id


def test_a_channel_may_be_named_and_a_person_means_their_direct_message(
    client: WebClient, partnership: Partnership
) -> None:
    assert client.chat_postMessage(channel="#larkmere-plan", text="x")["channel"] == partnership.plan.id
    answer = client.chat_postMessage(channel=partnership.lead.id, text="x")
    assert answer["channel"] == partnership.dm(partnership.lead).id


def test_long_text_is_cut_with_a_warning(client: WebClient, partnership: Partnership) -> None:
    answer = client.chat_postMessage(channel=partnership.plan.id, text="x" * 40_001)
    assert answer["response_metadata"]["warnings"] == ["message_truncated"]
    assert len(answer["message"]["text"]) == 40_000


def test_a_reply_stands_in_its_thread_and_may_be_broadcast(
    client: WebClient, partnership: Partnership
) -> None:
    parent = client.chat_postMessage(channel=partnership.plan.id, text="digest")["ts"]
    client.chat_postMessage(channel=partnership.plan.id, text="detail", thread_ts=parent)
    client.chat_postMessage(channel=partnership.plan.id, text="news", thread_ts=parent, reply_broadcast=True)
    assert partnership.texts(partnership.chair, partnership.plan) == ["digest", "news"]
    assert partnership.texts(partnership.chair, partnership.plan, parent) == ["digest", "detail", "news"]
    listed = client.conversations_replies(channel=partnership.plan.id, ts=parent)["messages"]
    assert [message["text"] for message in listed] == ["digest", "detail", "news"]
    assert (listed[0]["reply_count"], listed[1]["parent_user_id"]) == (2, partnership.workspace.bot.id)


def test_a_thread_is_read_page_by_page_with_its_parent_each_time(
    client: WebClient, partnership: Partnership
) -> None:
    plan = partnership.plan.id
    parent = client.chat_postMessage(channel=plan, text="digest")["ts"]
    replies = [client.chat_postMessage(channel=plan, text=str(n), thread_ts=parent)["ts"] for n in range(3)]
    pages = [
        [message["text"] for message in page["messages"]]
        for page in client.conversations_replies(channel=plan, ts=replies[1], limit=2)
    ]
    assert pages == [["digest", "0", "1"], ["digest", "2"]]
    link = client.chat_getPermalink(channel=plan, message_ts=replies[0])["permalink"]
    assert link.endswith(f"?thread_ts={parent}&cid={plan}")


def test_markdown_becomes_a_block(client: WebClient, partnership: Partnership) -> None:
    client.chat_postMessage(channel=partnership.plan.id, markdown_text="**3 red**")
    (message,) = partnership.seen(partnership.lead, partnership.plan)
    assert [(block["type"], block["text"]) for block in message.blocks] == [("markdown", "**3 red**")]


def test_an_update_of_attachments_alone_keeps_text_and_blocks(
    client: WebClient, partnership: Partnership
) -> None:
    added = {"text": "added", "fallback": "added"}
    ts = client.chat_postMessage(channel=partnership.plan.id, text="before", blocks=[SECTION])["ts"]
    client.chat_update(channel=partnership.plan.id, ts=ts, attachments=[added])
    (message,) = partnership.seen(partnership.lead, partnership.plan)
    assert (message.text, len(message.blocks), message.attachments) == ("before", 1, (added,))


def test_an_ephemeral_message_is_seen_by_one_and_is_not_in_the_history(
    client: WebClient, partnership: Partnership
) -> None:
    client.chat_postEphemeral(channel=partnership.plan.id, user=partnership.lead.id, text="only you")
    assert partnership.texts(partnership.lead, partnership.plan) == ["only you"]
    assert partnership.texts(partnership.chair, partnership.plan) == []
    assert client.conversations_history(channel=partnership.plan.id)["messages"] == []


def test_metadata_is_kept_and_read_back_on_demand(client: WebClient, partnership: Partnership) -> None:
    metadata = {"event_type": "leadline_delivery", "event_payload": {"delivery_id": "7"}}
    client.chat_postMessage(channel=partnership.plan.id, text="x", metadata=metadata)
    plain = client.conversations_history(channel=partnership.plan.id)["messages"]
    full = client.conversations_history(channel=partnership.plan.id, include_all_metadata=True)["messages"]
    assert "metadata" not in plain[0]
    assert full[0]["metadata"] == metadata


def test_an_update_keeps_what_was_said_before(client: WebClient, partnership: Partnership) -> None:
    ts = client.chat_postMessage(channel=partnership.plan.id, text="before", blocks=[SECTION])["ts"]
    client.chat_update(channel=partnership.plan.id, ts=ts, text="after", blocks=[DIVIDER])
    (message,) = partnership.seen(partnership.chair, partnership.plan)
    assert (message.text, message.blocks[0]["type"]) == ("after", "divider")
    assert [(version.text, version.blocks[0]["type"]) for version in message.earlier] == [
        ("before", "section")
    ]


def test_an_update_with_text_alone_takes_the_blocks_away_and_is_marked_as_edited(
    client: WebClient, partnership: Partnership
) -> None:
    ts = client.chat_postMessage(channel=partnership.plan.id, text="before", blocks=[SECTION])["ts"]
    kept = client.chat_update(channel=partnership.plan.id, ts=ts, text="same", blocks=[SECTION])["message"]
    bare = client.chat_update(channel=partnership.plan.id, ts=ts, text="after")["message"]
    assert ("edited" in kept, "blocks" in kept) == (False, True)
    assert ("edited" in bare, "blocks" in bare) == (True, False)


def test_a_deleted_message_is_gone(client: WebClient, partnership: Partnership) -> None:
    ts = client.chat_postMessage(channel=partnership.plan.id, text="oh")["ts"]
    client.chat_delete(channel=partnership.plan.id, ts=ts)
    assert partnership.texts(partnership.chair, partnership.plan) == []


def test_a_permalink_names_channel_and_message(client: WebClient, partnership: Partnership) -> None:
    ts = client.chat_postMessage(channel=partnership.plan.id, text="x")["ts"]
    link = client.chat_getPermalink(channel=partnership.plan.id, message_ts=ts)["permalink"]
    assert link.endswith(f"/archives/{partnership.plan.id}/p{ts.replace('.', '')}")


def test_opening_a_direct_message_twice_gives_the_same(client: WebClient, partnership: Partnership) -> None:
    first = client.conversations_open(users=[partnership.chair.id])
    second = client.conversations_open(users=partnership.chair.id)
    assert first["channel"]["id"] == second["channel"]["id"]
    assert (first["already_open"], second["already_open"]) == (False, True)
    assert client.conversations_open(channel=first["channel"]["id"])["already_open"]
    group = client.conversations_open(users=[partnership.lead.id, partnership.chair.id], return_im=True)
    assert group["channel"]["is_mpim"]


def test_channels_are_listed_page_by_page_without_what_the_app_cannot_see(
    client: WebClient, partnership: Partnership
) -> None:
    channels = partnership.workspace.channels
    channels.add("secret", [partnership.lead.id], kind=ChannelKind.PRIVATE)
    channels.archive(channels.add("old", [partnership.workspace.bot.id]).id)
    channels.add("tea-room", [partnership.lead.id])
    names, cursor = [], None
    while cursor != "":
        page = client.conversations_list(
            limit=1, cursor=cursor, types="public_channel,private_channel", exclude_archived=True
        )
        names += [channel["name"] for channel in page["channels"]]
        cursor = page["response_metadata"]["next_cursor"]
    assert names == ["larkmere-plan", "tea-room"]
    own = client.users_conversations()["channels"]
    assert [channel["name"] for channel in own] == ["larkmere-plan", "old"]


def test_joining_makes_the_app_a_member(client: WebClient, partnership: Partnership) -> None:
    tea_room = partnership.workspace.channels.add("tea-room", [partnership.lead.id])
    assert not client.conversations_info(channel=tea_room.id)["channel"]["is_member"]
    assert client.conversations_join(channel=tea_room.id)["channel"]["is_member"]
    assert client.conversations_join(channel=tea_room.id)["warning"] == "already_in_channel"
    members = client.conversations_members(channel=tea_room.id)["members"]
    assert members == [partnership.lead.id, partnership.workspace.bot.id]


def test_history_comes_newest_first_page_by_page_and_within_bounds(
    client: WebClient, partnership: Partnership
) -> None:
    stamps = [client.chat_postMessage(channel=partnership.plan.id, text=str(n))["ts"] for n in range(5)]
    said: list[str] = []
    for page in client.conversations_history(channel=partnership.plan.id, limit=2):
        said += [message["text"] for message in page["messages"]]
    assert said == ["4", "3", "2", "1", "0"]

    def within(**bounds: Any) -> list[str]:
        found = client.conversations_history(channel=partnership.plan.id, **bounds)["messages"]
        return [message["text"] for message in found]

    assert within(oldest=stamps[1], latest=stamps[3]) == ["2"]
    assert within(oldest=stamps[1], latest=stamps[3], inclusive=True) == ["3", "2", "1"]


def test_people_are_listed_with_zone_and_state(client: WebClient, partnership: Partnership) -> None:
    found: Json = {}
    for page in client.users_list(limit=2):
        found |= {person["id"]: person for person in page["members"]}
    assert set(found) == {
        "USLACKBOT", partnership.workspace.bot.id, partnership.lead.id, partnership.chair.id
    }  # fmt: skip
    lead = found[partnership.lead.id]
    assert (lead["tz"], lead["tz_offset"], lead["deleted"]) == ("Europe/London", 3600, False)
    assert lead["profile"]["email"] == "s.okoro@larkmere.example"
    assert found[partnership.workspace.bot.id]["is_bot"]
    assert client.users_info(user=partnership.lead.id)["user"] == lead
    assert client.users_lookupByEmail(email="S.Okoro@larkmere.example")["user"] == lead


def test_a_reaction_is_added_once_and_taken_back(client: WebClient, partnership: Partnership) -> None:
    ts = client.chat_postMessage(channel=partnership.plan.id, text="x")["ts"]
    client.reactions_add(channel=partnership.plan.id, timestamp=ts, name="eyes")
    (message,) = partnership.seen(partnership.lead, partnership.plan)
    assert [(each.name, each.users) for each in message.reactions] == [
        ("eyes", (partnership.workspace.bot.id,))
    ]
    with pytest.raises(SlackApiError, match="already_reacted"):
        client.reactions_add(channel=partnership.plan.id, timestamp=ts, name="eyes")
    client.reactions_remove(channel=partnership.plan.id, timestamp=ts, name="eyes")
    assert partnership.seen(partnership.lead, partnership.plan)[0].reactions == ()


def test_a_file_is_uploaded_shared_and_read_back(
    client: WebClient, server: Server, partnership: Partnership
) -> None:
    client.files_upload_v2(
        channel=partnership.plan.id, filename="plan.csv", content="a,b\n", initial_comment="The pack"
    )
    (message,) = partnership.seen(partnership.chair, partnership.plan)
    assert (message.text, message.subtype) == ("The pack", "file_share")
    file = client.files_info(file=message.files[0])["file"]
    assert (file["name"], file["size"], file["channels"]) == ("plan.csv", 4, [partnership.plan.id])
    token = {"Authorization": f"Bearer {partnership.workspace.application.bot_token}"}
    assert asked(file["url_private_download"], headers=token) == (200, "a,b\n")
    assert asked(file["url_private_download"])[0] == 403


def test_a_form_upload_is_taken_too_and_a_file_without_bytes_is_not_there(
    client: WebClient, partnership: Partnership
) -> None:
    announced = client.files_getUploadURLExternal(filename="plan.csv", length=4)
    parts = b'--x\r\nContent-Disposition: form-data; name="file"\r\n\r\na,b\n\r\n--x--\r\n'
    request = urllib.request.Request(  # noqa: S310  # the test's own server
        announced["upload_url"], parts, {"Content-Type": "multipart/form-data; boundary=x"}
    )
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310  # see above
        assert answer.read() == b"OK - 4"
    done = client.files_completeUploadExternal(files=[{"id": announced["file_id"], "title": "The plan"}])
    assert (done["files"][0]["title"], done["files"][0]["channels"]) == ("The plan", [])
    empty = client.files_getUploadURLExternal(filename="empty.csv", length=4)
    token = {"Authorization": f"Bearer {partnership.workspace.application.bot_token}"}
    place = client.files_info(file=empty["file_id"])["file"]["url_private"]
    assert asked(place, headers=token)[0] == 404


def test_bytes_that_were_not_announced_are_refused(client: WebClient, partnership: Partnership) -> None:
    announced = client.files_getUploadURLExternal(filename="plan.csv", length=5)
    assert asked(announced["upload_url"], {"no": "csv"})[0] == 400
    with pytest.raises(SlackApiError, match="file_not_found"):
        client.files_completeUploadExternal(files=[{"id": announced["file_id"]}])


def test_team_and_bot_are_described(client: WebClient, partnership: Partnership) -> None:
    assert client.team_info()["team"]["name"] == "Larkmere Partnership"
    assert (
        client.bots_info(bot=partnership.workspace.bot_id)["bot"]["user_id"] == partnership.workspace.bot.id
    )
