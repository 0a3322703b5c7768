"""conversations.*: which there are, who is in them, what was said."""

from sandbox.api.calling import Call, decoded, encoded, limit_of, page_of
from sandbox.api.content import TS
from sandbox.directory import MOST_IN_A_GROUP
from sandbox.entities import SCOPE_NOUNS, Channel, ChannelKind, Json, Message
from sandbox.events import tell_of_membership
from sandbox.faults import Fault
from sandbox.message_payloads import message_json
from sandbox.payloads import channel_json
from sandbox.refusals import Refused

LIST_MOST = 1000
HISTORY_MOST = 999


def open_direct(call: Call) -> Json:
    """conversations.open: the direct message with one person, or with several."""
    channel_id = call.get("channel")
    users: list[str] = call.get("users") or []
    if channel_id:
        channel, was_there = call.channel(), True
    elif users:
        channel, was_there = _direct(call, users)
    else:
        raise Refused("users_list_not_supplied")
    shown = channel_json(call.workspace, channel) if call.get("return_im") else {"id": channel.id}
    return {"no_op": was_there, "already_open": was_there, "channel": shown}


def _direct(call: Call, users: list[str]) -> tuple[Channel, bool]:
    workspace = call.workspace
    if len(users) >= MOST_IN_A_GROUP:
        raise Refused("too_many_users")
    for user in users:
        if workspace.people.need(user).is_deleted:
            raise Refused("user_disabled")
    call.need_scope("{}:write", ChannelKind.DIRECT if len(users) == 1 else ChannelKind.GROUP)
    return workspace.channels.direct((*users, workspace.bot.id))


def info(call: Call) -> Json:
    """conversations.info."""
    channel = call.channel(must_be_in=False)
    call.need_scope("{}:read", channel.kind)
    shown = channel_json(call.workspace, channel)
    if not call.get("include_num_members"):
        shown.pop("num_members", None)
    return {"channel": shown}


def _kinds(call: Call) -> list[ChannelKind]:
    try:
        kinds = [ChannelKind(name) for name in call.get("types") or ["public_channel"]]
    except ValueError as error:
        raise Refused("invalid_types") from error
    for kind in kinds:
        call.need_scope("{}:read", kind)
    return kinds


def _listed(call: Call, *, only_own: bool) -> Json:
    kinds = _kinds(call)
    bot = call.workspace.bot.id
    visible = [
        channel_json(call.workspace, channel)
        for channel in call.workspace.channels.all()
        if channel.kind in kinds
        and not (call.get("exclude_archived") and channel.is_archived)
        and (bot in channel.members or (channel.kind is ChannelKind.PUBLIC and not only_own))
    ]
    page, cursor = page_of(visible, limit_of(call, 100, LIST_MOST), call.get("cursor"), "id")
    return {"channels": page, "response_metadata": {"next_cursor": cursor}}


def list_all(call: Call) -> Json:
    """conversations.list."""
    return _listed(call, only_own=False)


def list_own(call: Call) -> Json:
    """users.conversations, for the app itself."""
    if call.get("user") not in (None, call.workspace.bot.id):
        raise Refused("user_not_found")
    return _listed(call, only_own=True)


def members(call: Call) -> Json:
    """conversations.members."""
    channel = call.channel(must_be_in=False)
    call.need_scope("{}:read", channel.kind)
    everybody: list[Json] = [{"id": member} for member in channel.members]
    page, cursor = page_of(everybody, limit_of(call, 100, LIST_MOST), call.get("cursor"), "id")
    return {"members": [each["id"] for each in page], "response_metadata": {"next_cursor": cursor}}


def join(call: Call) -> Json:
    """conversations.join: the app comes into a public channel."""
    channel = call.channel(must_be_in=False)
    if channel.kind is not ChannelKind.PUBLIC:
        raise Refused("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise Refused("is_archived")
    bot = call.workspace.bot.id
    if bot in channel.members:
        call.warnings.append("already_in_channel")
        return {"channel": channel_json(call.workspace, channel)}
    joined = call.workspace.channels.join(channel.id, bot)
    tell_of_membership(call.desk, joined, bot, joined=True)
    return {"channel": channel_json(call.workspace, joined)}


def _readable(call: Call) -> Channel:
    channel = call.channel()
    call.need_scope("{}:history", channel.kind)
    if call.faults.take(Fault.HISTORY_UNREADABLE) is not None:
        raise Refused("not_in_channel")
    return channel


def _within(call: Call, messages: list[Message]) -> list[Message]:
    oldest, latest = call.get("oldest") or "0", call.get("latest")
    for name, value in (("invalid_ts_oldest", oldest), ("invalid_ts_latest", latest or "0")):
        if not _is_moment(value):
            raise Refused(name)
    low, high = float(oldest), float(latest) if latest else float("inf")
    ends = bool(call.get("inclusive"))
    return [
        each for each in messages if low < float(each.ts) < high or (ends and float(each.ts) in (low, high))
    ]


def _is_moment(value: str) -> bool:
    return TS.fullmatch(value) is not None or value.replace(".", "", 1).isdigit()


def history(call: Call) -> Json:
    """conversations.history: the newest first, without replies."""
    channel = _readable(call)
    limit = min(call.get("limit") or 100, HISTORY_MOST)
    found = _within(call, call.workspace.messages.history(channel.id))[::-1]
    if call.get("cursor"):
        before = decoded(call.get("cursor"))
        found = [message for message in found if message.ts <= before]
    page, rest = found[:limit], found[limit:]
    answer: Json = {"messages": _shown(call, page), "has_more": bool(rest), "pin_count": 0}
    if rest:
        answer["response_metadata"] = {"next_cursor": encoded(rest[0].ts)}
    return answer


def replies(call: Call) -> Json:
    """conversations.replies: the parent, then its replies, the oldest first."""
    channel = _readable(call)
    message = call.workspace.messages.get(channel.id, call.arguments["ts"])
    if message is None or message.only_for is not None:
        raise Refused("thread_not_found")
    root = message.thread_ts or message.ts
    found = [
        each for each in _within(call, call.workspace.messages.thread(channel.id, root)) if each.ts != root
    ]
    if call.get("cursor"):
        after = decoded(call.get("cursor"))
        found = [each for each in found if each.ts >= after]
    limit = min(call.get("limit") or 100, HISTORY_MOST)
    page, rest = found[:limit], found[limit:]
    parent = call.workspace.messages.get(channel.id, root)
    answer: Json = {
        "messages": _shown(call, [*([parent] if parent else []), *page]),
        "has_more": bool(rest),
    }
    if rest:
        answer["response_metadata"] = {"next_cursor": encoded(rest[0].ts)}
    return answer


def _shown(call: Call, messages: list[Message]) -> list[Json]:
    with_metadata = bool(call.get("include_all_metadata"))
    return [
        message_json(call.workspace, each, call.desk.url, with_metadata=with_metadata) for each in messages
    ]


def scopes_for(pattern: str) -> tuple[str, ...]:
    """The four scopes of which a method needs one."""
    return tuple(pattern.format(noun) for noun in SCOPE_NOUNS.values())
