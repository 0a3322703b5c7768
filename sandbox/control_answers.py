"""How the control API answers: values as plain JSON, refusals with status 400."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from enum import Enum
from typing import Any

from aiohttp import web

from sandbox.entities import Json
from sandbox.refusals import Refused

Handler = Callable[[Json], Awaitable[Json]]


def plain(value: Any) -> Json:
    """A dataclass as JSON."""
    written: Json = json.loads(json.dumps(asdict(value), default=_enum_value))
    return written


def _enum_value(value: object) -> object:
    return value.value if isinstance(value, Enum) else str(value)


def answering(handler: Handler) -> Callable[[web.Request], Awaitable[web.Response]]:
    """A request handler from one that takes fields (of a JSON body, or of the address) and gives fields."""

    async def answer(request: web.Request) -> web.Response:
        try:
            given = await request.json() if request.can_read_body else dict(request.query)
            return web.json_response({"ok": True, **await handler(given)})
        except Refused as refused:
            error, detail = refused.error, list(refused.messages)
        except KeyError as missing:
            error, detail = "missing_field", [str(missing.args[0])]
        except (ValueError, TypeError) as wrong:
            error, detail = "invalid_field", [str(wrong)]
        return web.json_response({"ok": False, "error": error, "detail": detail}, status=400)

    return answer
