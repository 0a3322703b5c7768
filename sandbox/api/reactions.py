"""reactions.*: the app's emoji under a message."""

import re

from sandbox.api.calling import Call
from sandbox.api.content import TS
from sandbox.entities import Json, Message
from sandbox.refusals import Refused

_NAME = re.compile(r"[a-z0-9_+'-]{1,100}(::skin-tone-[2-6])?")


def _message(call: Call) -> Message:
    if _NAME.fullmatch(call.arguments["name"]) is None:
        raise Refused("invalid_name")
    if not (call.get("channel") and call.get("timestamp")):
        raise Refused("no_item_specified")
    if TS.fullmatch(call.arguments["timestamp"]) is None:
        raise Refused("bad_timestamp")
    channel = call.channel()
    if channel.is_archived:
        raise Refused("is_archived")
    return call.workspace.messages.need(channel.id, call.arguments["timestamp"])


def add(call: Call) -> Json:
    """reactions.add."""
    call.workspace.messages.react(_message(call), call.arguments["name"], call.workspace.bot.id)
    return {}


def remove(call: Call) -> Json:
    """reactions.remove."""
    call.workspace.messages.take_back_reaction(_message(call), call.arguments["name"], call.workspace.bot.id)
    return {}
