"""Only this machine's own programs may use the server.

It listens on the loopback address, but any site a person has open could still post to it, or reach it under a
name of its own. So every request must be addressed to this machine by a local name, and one that a browser
sends must come from the server's own page.
"""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})
_OWN_SITES = frozenset({None, "same-origin", "none"})

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def refuse_strangers(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer 403 to what is not addressed to this machine, or comes from another site's page."""
    host = request.headers.get("Host", "")
    origin = request.headers.get("Origin")
    is_own = origin in (None, f"http://{host}") and request.headers.get("Sec-Fetch-Site") in _OWN_SITES
    is_reading = request.method in ("GET", "HEAD") and origin is None
    if _name_of(host) not in LOCAL_NAMES or not (is_own or is_reading):
        raise web.HTTPForbidden(text="The sandbox answers only to programs on this machine.")
    return await handler(request)


def _name_of(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None
