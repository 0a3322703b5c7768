"""The Web API methods the sandbox knows: what each needs, takes and does, as one table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from sandbox.api import apps, chat, conversations, files, reactions, users, views
from sandbox.api.arguments import Kind
from sandbox.api.calling import Call
from sandbox.api.conversations import scopes_for
from sandbox.api.limits import Tier
from sandbox.entities import Json


class TokenKind(Enum):
    """Which of the app's tokens opens a method, by how the token starts."""

    BOT = "xoxb-"
    APP = "xapp-"


@dataclass(frozen=True)
class Method:
    """One method. It needs one of `scopes`, if there are any; finer checks are its own."""

    run: Callable[[Call], Json]
    tier: Tier
    takes: Mapping[str, Kind] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    takes_json: bool = True
    token: TokenKind = TokenKind.BOT


_T, _F, _N, _L, _J = Kind.TEXT, Kind.FLAG, Kind.NUMBER, Kind.LIST, Kind.JSON

_CONTENT = {"text": _T, "blocks": _J, "attachments": _J, "markdown_text": _T, "metadata": _J}
_POST = {**_CONTENT, "channel": _T, "thread_ts": _T, "link_names": _F, "parse": _T}
_FACE = {"username": _T, "icon_emoji": _T, "icon_url": _T}
_PAGE = {"cursor": _T, "limit": _N}
_HISTORY = {
    **_PAGE,
    "channel": _T,
    "oldest": _T,
    "latest": _T,
    "inclusive": _F,
    "include_all_metadata": _F,
}
_LIST = {**_PAGE, "types": _L, "exclude_archived": _F, "team_id": _T}
_REACTION = {"name": _T, "channel": _T, "timestamp": _T}
_READ, _WRITE, _HEAR = scopes_for("{}:read"), ("chat:write",), scopes_for("{}:history")

METHODS: Mapping[str, Method] = {
    "auth.test": Method(users.auth_test, Tier.SPECIAL),
    "apps.connections.open": Method(apps.open_connection, Tier.THREE, token=TokenKind.APP),
    "chat.postMessage": Method(
        chat.post_message,
        Tier.SPECIAL,
        {**_POST, **_FACE, "reply_broadcast": _F, "mrkdwn": _F, "unfurl_links": _F, "unfurl_media": _F},
        ("channel",),
        _WRITE,
    ),
    "chat.postEphemeral": Method(
        chat.post_ephemeral, Tier.FOUR, {**_POST, **_FACE, "user": _T}, ("channel", "user"), _WRITE
    ),
    "chat.update": Method(
        chat.update,
        Tier.THREE,
        {**_CONTENT, "channel": _T, "ts": _T, "link_names": _F, "parse": _T, "reply_broadcast": _F},
        ("channel", "ts"),
        _WRITE,
    ),
    "chat.delete": Method(chat.delete, Tier.THREE, {"channel": _T, "ts": _T}, ("channel", "ts"), _WRITE),
    "chat.getPermalink": Method(
        chat.get_permalink,
        Tier.SPECIAL,
        {"channel": _T, "message_ts": _T},
        ("channel", "message_ts"),
        takes_json=False,
    ),
    "conversations.open": Method(
        conversations.open_direct,
        Tier.THREE,
        {"channel": _T, "users": _L, "return_im": _F, "prevent_creation": _F},
        scopes=("channels:manage", "groups:write", "im:write", "mpim:write"),
    ),
    "conversations.info": Method(
        conversations.info,
        Tier.THREE,
        {"channel": _T, "include_locale": _F, "include_num_members": _F},
        ("channel",),
        _READ,
        takes_json=False,
    ),
    "conversations.list": Method(conversations.list_all, Tier.TWO, _LIST, scopes=_READ, takes_json=False),
    "conversations.members": Method(
        conversations.members, Tier.FOUR, {**_PAGE, "channel": _T}, ("channel",), _READ, takes_json=False
    ),
    "conversations.join": Method(
        conversations.join, Tier.THREE, {"channel": _T}, ("channel",), ("channels:join",)
    ),
    "conversations.history": Method(conversations.history, Tier.THREE, _HISTORY, ("channel",), _HEAR),
    "conversations.replies": Method(
        conversations.replies, Tier.THREE, {**_HISTORY, "ts": _T}, ("channel", "ts"), _HEAR, takes_json=False
    ),
    "users.conversations": Method(
        conversations.list_own, Tier.THREE, {**_LIST, "user": _T}, scopes=_READ, takes_json=False
    ),
    "users.info": Method(
        users.info,
        Tier.FOUR,
        {"user": _T, "include_locale": _F},
        ("user",),
        ("users:read",),
        takes_json=False,
    ),
    "users.list": Method(
        users.list_all,
        Tier.TWO,
        {**_PAGE, "include_locale": _F, "team_id": _T},
        scopes=("users:read",),
        takes_json=False,
    ),
    "users.lookupByEmail": Method(
        users.lookup_by_email, Tier.THREE, {"email": _T}, ("email",), ("users:read.email",), takes_json=False
    ),
    "team.info": Method(users.team_info, Tier.THREE, {"team": _T, "domain": _T}, scopes=("team:read",)),
    "bots.info": Method(
        users.bot_info, Tier.THREE, {"bot": _T, "team_id": _T}, scopes=("users:read",), takes_json=False
    ),
    "views.open": Method(
        views.open_modal, Tier.FOUR, {"trigger_id": _T, "interactivity_pointer": _T, "view": _J}, ("view",)
    ),
    "views.push": Method(
        views.push, Tier.FOUR, {"trigger_id": _T, "interactivity_pointer": _T, "view": _J}, ("view",)
    ),
    "views.update": Method(
        views.update, Tier.FOUR, {"view_id": _T, "external_id": _T, "view": _J, "hash": _T}, ("view",)
    ),
    "views.publish": Method(
        views.publish, Tier.FOUR, {"user_id": _T, "view": _J, "hash": _T}, ("user_id", "view")
    ),
    "reactions.add": Method(
        reactions.add, Tier.THREE, _REACTION, ("name", "channel", "timestamp"), ("reactions:write",)
    ),
    "reactions.remove": Method(reactions.remove, Tier.TWO, _REACTION, ("name",), ("reactions:write",)),
    "files.getUploadURLExternal": Method(
        files.get_upload_url,
        Tier.FOUR,
        {"filename": _T, "length": _N, "alt_txt": _T, "snippet_type": _T},
        ("filename", "length"),
        ("files:write",),
        takes_json=False,
    ),
    "files.completeUploadExternal": Method(
        files.complete_upload,
        Tier.FOUR,
        {
            "files": _J,
            "channel_id": _T,
            "channels": _L,
            "thread_ts": _T,
            "initial_comment": _T,
            "blocks": _J,
        },
        ("files",),
        ("files:write",),
    ),
    "files.info": Method(files.info, Tier.FOUR, {"file": _T}, ("file",), ("files:read",), takes_json=False),
}
