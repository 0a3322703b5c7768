"""Only this machine's own browser page may use the page.

The server listens on the loopback address, but any site a person has open could still post to it, or reach
it under a name of its own. So every request must be addressed to this machine by a local name, and everything
that changes something must come from the page itself.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from aiohttp import web

LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})
_READING = frozenset({"GET", "HEAD"})

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def refuse_strangers(request: web.Request) -> None:
    """Raise `HTTPForbidden` for a request that is not the local page's own."""
    host = request.headers.get("Host", "")
    if _name_of(f"//{host}") not in LOCAL_NAMES:
        raise web.HTTPForbidden(text="This page answers only to 127.0.0.1 and localhost.")
    if request.method in _READING:
        return
    origin = request.headers.get("Origin")
    if origin is None:
        own = request.headers.get("Sec-Fetch-Site") == "same-origin"
    else:
        own = origin == f"http://{host}"
    if not own:
        raise web.HTTPForbidden(text="This act did not come from the page itself.")


def _name_of(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None
