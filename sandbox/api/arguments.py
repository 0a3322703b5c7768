"""A method's arguments: in which form they may come, and of which kind each must be."""

import json
from collections.abc import Mapping
from enum import Enum
from typing import Any

from aiohttp import web

from sandbox.refusals import Refused


class Kind(Enum):
    """What an argument holds."""

    TEXT = "text"
    FLAG = "flag"
    NUMBER = "number"
    LIST = "list"
    JSON = "json"


_TRUE = {"1", "true", "True"}
_FALSE = {"0", "false", "False", ""}


async def received(request: web.Request, *, takes_json: bool) -> dict[str, Any]:
    """All arguments of a request: from the address, and from a form or (where the method takes it) JSON."""
    found: dict[str, Any] = dict(request.query)
    if request.method == "GET":
        return found
    body = await request.read()
    if not body:
        return found  # slack_sdk sends an empty body under a JSON content type
    if request.content_type == "application/json":
        parsed = _parsed(body)
        return {**found, **parsed} if takes_json else found
    if request.content_type in ("application/x-www-form-urlencoded", "multipart/form-data"):
        form = await request.post()
        return {**found, **{key: value for key, value in form.items() if isinstance(value, str)}}
    raise Refused("invalid_post_type")


def _parsed(body: bytes) -> dict[str, Any]:
    try:
        parsed = json.loads(body)
    except ValueError as error:
        raise Refused("invalid_json") from error
    if not isinstance(parsed, dict):
        raise Refused("json_not_object")
    return parsed


def read(name: str, kind: Kind, value: Any) -> Any:
    """One argument as its kind; `invalid_arguments` when it cannot be read so."""
    try:
        return _READERS[kind](value)
    except (ValueError, TypeError) as error:
        if name == "blocks":
            raise Refused("invalid_blocks_format") from error
        raise Refused(
            "invalid_arguments", [f"[ERROR] must be a valid {kind.value} [json-pointer:/{name}]"]
        ) from error


def _text(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise TypeError
    return str(value)


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if str(value) in _TRUE | _FALSE:
        return str(value) in _TRUE
    raise ValueError


def _number(value: Any) -> int:
    if isinstance(value, bool):
        raise TypeError
    return int(value)


def _list(value: Any) -> list[str]:
    if isinstance(value, list):
        return [_text(each) for each in value]
    return [each.strip() for each in _text(value).split(",") if each.strip()]


def _json(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


_READERS = {Kind.TEXT: _text, Kind.FLAG: _flag, Kind.NUMBER: _number, Kind.LIST: _list, Kind.JSON: _json}


def checked(given: Mapping[str, Any], known: Mapping[str, Kind], required: tuple[str, ...]) -> dict[str, Any]:
    """The known arguments that have a value, read as their kinds. Slack ignores unknown ones."""
    values = {
        name: read(name, kind, given[name]) for name, kind in known.items() if given.get(name) is not None
    }
    missing = [name for name in required if name not in values]
    if missing:
        raise Refused("invalid_arguments", [f"[ERROR] missing required field: {name}" for name in missing])
    return values
