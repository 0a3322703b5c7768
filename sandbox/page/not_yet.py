"""Before the curtain: what an early visitor sees while the sample's past is still being lived through."""

from __future__ import annotations

from aiohttp import web

from sandbox.page.markup import Html, tag

LOOK_AGAIN = 2
"""Seconds after which a waiting page asks again by itself."""

WORDS = (
    "The sample partnership's first months are being lived through, once. It takes a moment; this page opens "
    "by itself."
)


def refuse_early(request: web.Request) -> web.Response:
    """A page that comes again by itself; to whoever would do something, that nothing was done."""
    if request.method == "POST":
        return web.Response(status=503, text=f"{WORDS} Nothing was done.")
    return web.Response(
        text=str(_document()),
        content_type="text/html",
        status=503,
        headers={"Retry-After": str(LOOK_AGAIN), "Cache-Control": "no-store"},
    )


def _document() -> Html:
    page = tag(
        "html",
        tag(
            "head",
            tag("meta", charset="utf-8"),
            tag("meta", http_equiv="refresh", content=str(LOOK_AGAIN)),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("title", "Leadline: one moment"),
            tag("link", rel="stylesheet", href="/static/page.css"),
        ),
        tag("body", tag("div", tag("h1", "One moment"), tag("p", WORDS), role="main"), class_="early"),
        lang="en-GB",
    )
    return Html(f"<!doctype html>\n{page}")
