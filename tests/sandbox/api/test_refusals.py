"""Everything a method refuses: the sandbox answers with the word, and Slack's reference knows the word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.entities import ChannelKind, Message
from sandbox.run import Server
from tests.sandbox.api.test_methods import reference
from tests.sandbox.conftest import Partnership

Json = dict[str, Any]

# Words any method may answer with (docs.slack.dev: errors common to all methods), or seen in the field only.
GENERAL = {"invalid_arguments", "missing_scope", "not_authed", "not_allowed_token_type", "user_not_found"}
SEEN = {
    "invalid_thread_ts": "jenkinsci/slack-plugin issue 584",
    "not_in_channel": "what reactions.add answers for a public channel the app is not in",
    "msg_too_long": "chat.postMessage with an over-long markdown_text",
    "metadata_too_large": "chat.update, as chat.postMessage",
}


@dataclass(frozen=True)
class Scene:
    """What the cases refer to."""

    partnership: Partnership
    elsewhere: str
    secret: str
    archived: str
    dm: str
    said: Message
    by_bot: Message
    reply: Message
    ephemeral: Message
    gone: str
    file: str


@pytest.fixture
def scene(partnership: Partnership) -> Scene:
    workspace = partnership.workspace
    plan, lead, bot = partnership.plan, partnership.lead, workspace.bot

    def post(**more: Any) -> Message:
        values: Json = {
            "channel": plan.id,
            "ts": "",
            "user": bot.id,
            "text": "words",
            "bot_id": workspace.bot_id,
        }
        return workspace.messages.post(Message(**{**values, **more}))

    by_bot = post()
    workspace.people.put(replace(partnership.chair, is_deleted=True))
    return Scene(
        partnership=partnership,
        elsewhere=workspace.channels.add("tea-room", [lead.id]).id,
        secret=workspace.channels.add("secret", [lead.id], kind=ChannelKind.PRIVATE).id,
        archived=workspace.channels.archive(workspace.channels.add("old", [bot.id]).id).id,
        dm=partnership.dm(lead).id,
        said=post(user=lead.id, bot_id=None),
        by_bot=by_bot,
        reply=post(thread_ts=by_bot.ts),
        ephemeral=post(only_for=lead.id),
        gone=workspace.messages.delete(post()).ts,
        file=workspace.files.add(lead.id, "private.csv", b"a").id,
    )


Case = tuple[str, Callable[[Scene], Json], str]

ATTACHMENT = {"text": "a"}
SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "x" * 2900}}
MODAL = {"type": "modal", "title": {"type": "plain_text", "text": "A form"}, "blocks": []}
HOME = {"type": "home", "blocks": []}


def plan(s: Scene) -> str:
    return s.partnership.plan.id


CASES: list[Case] = [
    ("chat.postMessage", lambda s: {"channel": "C0", "text": "x"}, "channel_not_found"),
    ("chat.postMessage", lambda s: {"channel": s.secret, "text": "x"}, "channel_not_found"),
    ("chat.postMessage", lambda s: {"channel": s.elsewhere, "text": "x"}, "not_in_channel"),
    ("chat.postMessage", lambda s: {"channel": s.archived, "text": "x"}, "is_archived"),
    ("chat.postMessage", lambda s: {"channel": plan(s)}, "no_text"),
    ("chat.postMessage", lambda s: {"channel": plan(s), "text": ""}, "no_text"),
    ("chat.postMessage", lambda s: {"text": "x"}, "invalid_arguments"),
    ("chat.postMessage", lambda s: {"channel": plan(s), "blocks": "no JSON"}, "invalid_blocks_format"),
    (
        "chat.postMessage",
        lambda s: {"channel": plan(s), "blocks": {"type": "divider"}},
        "invalid_blocks_format",
    ),
    ("chat.postMessage", lambda s: {"channel": plan(s), "blocks": [{"type": "sofa"}]}, "invalid_blocks"),
    ("chat.postMessage", lambda s: {"channel": plan(s), "blocks": [SECTION] * 5}, "msg_blocks_too_long"),
    (
        "chat.postMessage",
        lambda s: {"channel": plan(s), "attachments": [ATTACHMENT] * 101},
        "too_many_attachments",
    ),
    ("chat.postMessage", lambda s: {"channel": plan(s), "text": "x", "thread_ts": "0"}, "invalid_thread_ts"),
    (
        "chat.postMessage",
        lambda s: {"channel": plan(s), "text": "x", "thread_ts": s.reply.ts},
        "cannot_reply_to_message",
    ),
    (
        "chat.postMessage",
        lambda s: {"channel": plan(s), "text": "x", "thread_ts": s.gone},
        "cannot_reply_to_message",
    ),
    (
        "chat.postMessage",
        lambda s: {"channel": plan(s), "text": "x", "metadata": {"event_type": "t"}},
        "invalid_metadata_format",
    ),
    (
        "chat.postMessage",
        lambda s: {
            "channel": plan(s),
            "text": "x",
            "metadata": {"event_type": "t", "event_payload": {"a": "x" * 16_000}},
        },
        "metadata_too_large",
    ),
    (
        "chat.postMessage",
        lambda s: {"channel": plan(s), "text": "x", "markdown_text": "y"},
        "markdown_text_conflict",
    ),
    ("chat.postMessage", lambda s: {"channel": plan(s), "markdown_text": "y" * 12_001}, "msg_too_long"),
    (
        "chat.postEphemeral",
        lambda s: {"channel": plan(s), "user": "U0", "text": "x"},
        "user_not_in_channel",
    ),
    (
        "chat.postEphemeral",
        lambda s: {"channel": s.elsewhere, "user": s.partnership.lead.id, "text": "x"},
        "not_in_channel",
    ),
    ("chat.postEphemeral", lambda s: {"channel": plan(s), "user": s.partnership.lead.id}, "no_text"),
    (
        "chat.postEphemeral",
        lambda s: {"channel": plan(s), "user": s.partnership.lead.id, "attachments": ["x"]},
        "invalid_attachments",
    ),
    ("chat.update", lambda s: {"channel": plan(s), "ts": s.said.ts, "text": "x"}, "cant_update_message"),
    ("chat.update", lambda s: {"channel": plan(s), "ts": s.gone, "text": "x"}, "message_not_found"),
    ("chat.update", lambda s: {"channel": plan(s), "ts": s.ephemeral.ts, "text": "x"}, "message_not_found"),
    ("chat.update", lambda s: {"channel": plan(s), "ts": s.by_bot.ts, "text": "x" * 4001}, "msg_too_long"),
    ("chat.update", lambda s: {"channel": plan(s), "ts": s.by_bot.ts}, "no_text"),
    ("chat.update", lambda s: {"channel": "C0", "ts": s.by_bot.ts, "text": "x"}, "channel_not_found"),
    ("chat.delete", lambda s: {"channel": plan(s), "ts": s.said.ts}, "cant_delete_message"),
    ("chat.delete", lambda s: {"channel": plan(s), "ts": s.gone}, "message_not_found"),
    ("chat.getPermalink", lambda s: {"channel": plan(s), "message_ts": "1.0"}, "message_not_found"),
    ("conversations.open", lambda s: {}, "users_list_not_supplied"),
    ("conversations.open", lambda s: {"users": "U0"}, "user_not_found"),
    ("conversations.open", lambda s: {"users": s.partnership.chair.id}, "user_disabled"),
    ("conversations.open", lambda s: {"users": ",".join(["U1"] * 9)}, "too_many_users"),
    ("conversations.info", lambda s: {"channel": s.secret}, "channel_not_found"),
    ("conversations.list", lambda s: {"types": "attic"}, "invalid_types"),
    ("conversations.list", lambda s: {"limit": 1001}, "invalid_limit"),
    ("conversations.list", lambda s: {"cursor": "nonsense"}, "invalid_cursor"),
    ("conversations.members", lambda s: {"channel": "C0"}, "channel_not_found"),
    ("conversations.join", lambda s: {"channel": s.archived}, "is_archived"),
    ("conversations.join", lambda s: {"channel": s.dm}, "method_not_supported_for_channel_type"),
    ("conversations.history", lambda s: {"channel": s.elsewhere}, "not_in_channel"),
    ("conversations.history", lambda s: {"channel": plan(s), "oldest": "never"}, "invalid_ts_oldest"),
    ("conversations.history", lambda s: {"channel": plan(s), "latest": "never"}, "invalid_ts_latest"),
    ("conversations.history", lambda s: {"channel": plan(s), "cursor": "bmV4"}, "invalid_cursor"),
    ("conversations.replies", lambda s: {"channel": plan(s), "ts": s.gone}, "thread_not_found"),
    ("users.info", lambda s: {"user": "U0"}, "user_not_found"),
    ("users.list", lambda s: {"cursor": "bmV4dDpVMA=="}, "invalid_cursor"),
    ("users.lookupByEmail", lambda s: {"email": "nobody@larkmere.example"}, "users_not_found"),
    ("bots.info", lambda s: {"bot": "B0"}, "bot_not_found"),
    ("views.open", lambda s: {"trigger_id": "1.2.a", "view": MODAL}, "invalid_trigger_id"),
    ("views.open", lambda s: {"view": MODAL}, "invalid_arguments"),
    ("views.open", lambda s: {"trigger_id": "1.2.a", "view": HOME}, "invalid_arguments"),
    (
        "views.open",
        lambda s: {"trigger_id": "1.2.a", "view": {**MODAL, "private_metadata": "x" * 250_001}},
        "view_too_large",
    ),
    ("views.push", lambda s: {"trigger_id": "1.2.a", "view": MODAL}, "invalid_trigger_id"),
    ("views.update", lambda s: {"view_id": "V0", "view": MODAL}, "not_found"),
    ("views.update", lambda s: {"view": MODAL}, "invalid_arguments"),
    ("views.publish", lambda s: {"user_id": "U0", "view": HOME}, "user_not_found"),
    (
        "reactions.add",
        lambda s: {"channel": plan(s), "timestamp": s.gone, "name": "eyes"},
        "message_not_found",
    ),
    ("reactions.add", lambda s: {"channel": plan(s), "timestamp": "1", "name": "eyes"}, "bad_timestamp"),
    (
        "reactions.add",
        lambda s: {"channel": plan(s), "timestamp": s.said.ts, "name": ":eyes:"},
        "invalid_name",
    ),
    (
        "reactions.add",
        lambda s: {"channel": s.archived, "timestamp": s.said.ts, "name": "eyes"},
        "is_archived",
    ),
    (
        "reactions.add",
        lambda s: {"channel": s.elsewhere, "timestamp": s.said.ts, "name": "eyes"},
        "not_in_channel",
    ),
    (
        "reactions.remove",
        lambda s: {"channel": plan(s), "timestamp": s.said.ts, "name": "eyes"},
        "no_reaction",
    ),
    ("reactions.remove", lambda s: {"name": "eyes"}, "no_item_specified"),
    ("files.getUploadURLExternal", lambda s: {"filename": "a.csv", "length": 0}, "invalid_arguments"),
    ("files.completeUploadExternal", lambda s: {"files": [{"id": "F0"}]}, "file_not_found"),
    ("files.completeUploadExternal", lambda s: {"files": []}, "invalid_arguments"),
    ("files.completeUploadExternal", lambda s: {"files": [{"id": s.file}]}, "access_denied"),
    ("files.info", lambda s: {"file": "F0"}, "file_not_found"),
    ("files.info", lambda s: {"file": s.file}, "file_not_found"),
    ("users.conversations", lambda s: {"user": "U0"}, "user_not_found"),
]


@pytest.mark.parametrize(("method", "arguments", "error"), CASES)
def test_a_method_refuses_with_a_word_that_slack_documents(
    client: WebClient, scene: Scene, method: str, arguments: Callable[[Scene], Json], error: str
) -> None:
    with pytest.raises(SlackApiError) as refusal:
        call(client, method, arguments(scene))
    assert refusal.value.response["error"] == error
    assert refusal.value.response.status_code == 200
    assert error in {*reference(method)["errors"], *GENERAL, *SEEN}


def call(client: WebClient, method: str, arguments: Json) -> Any:
    """As slack_sdk calls it: reading methods with the address's arguments, others with JSON."""
    if reference(method)["http_method"] == "GET":
        return client.api_call(method, http_verb="GET", params=arguments)
    return client.api_call(method, json=arguments)


def test_tokens_and_scopes_are_checked(server: Server, partnership: Partnership) -> None:
    application = partnership.workspace.application

    def refusal(token: str | None, method: str) -> str:
        with pytest.raises(SlackApiError) as refused:
            WebClient(token=token, base_url=server.api_url).api_call(method)
        return str(refused.value.response["error"])

    assert refusal(None, "auth.test") == "not_authed"
    assert refusal("xoxb-of-somebody-else", "auth.test") == "invalid_auth"
    assert refusal(application.app_token, "auth.test") == "not_allowed_token_type"
    assert refusal(application.bot_token, "apps.connections.open") == "not_allowed_token_type"
    assert refusal(application.bot_token, "chat.shout") == "unknown_method"


def test_a_missing_scope_is_named_with_what_the_token_has(
    partnership: Partnership, client: WebClient
) -> None:
    workspace = partnership.workspace
    workspace.application = replace(workspace.application, scopes=frozenset({"chat:write", "im:history"}))
    with pytest.raises(SlackApiError) as refused:
        client.users_list()
    assert refused.value.response["needed"] == "users:read"
    assert refused.value.response["provided"] == "chat:write,im:history"
    with pytest.raises(SlackApiError) as unheard:
        client.conversations_history(channel=partnership.plan.id)
    assert unheard.value.response["needed"] == "channels:history"
    assert client.conversations_history(channel=partnership.dm(partnership.lead).id)["ok"]


def test_tabs_that_are_off_refuse(partnership: Partnership, client: WebClient) -> None:
    workspace = partnership.workspace
    workspace.application = replace(workspace.application, has_messages_tab=False, has_home_tab=False)
    with pytest.raises(SlackApiError, match="messages_tab_disabled"):
        client.chat_postMessage(channel=partnership.lead.id, text="x")
    with pytest.raises(SlackApiError, match="not_enabled"):
        client.views_publish(user_id=partnership.lead.id, view=HOME)
