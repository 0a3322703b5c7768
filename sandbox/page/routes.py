"""The page's addresses."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web

from sandbox.page import doing, looking
from sandbox.page.guard import refuse_strangers
from sandbox.page.not_yet import refuse_early
from sandbox.page.page import Page
from sandbox.page.scene import APP
from sandbox.page.welcome import Welcome
from sandbox.server import ACTS, DESK, SOCKETS, AddRoutes

Handler = Callable[[Page, web.Request], Awaitable[web.StreamResponse]]

ROUTES: tuple[tuple[str, str, Handler], ...] = (
    ("GET", "/", looking.start),
    ("GET", "/static/{name}", looking.static),
    ("GET", "/picture/{file}", looking.picture),
    ("GET", "/proxied/{name}", looking.proxied),
    ("GET", "/as/{person}", looking.show),
    ("GET", "/as/{person}/live", looking.stream),
    ("GET", f"/as/{{person}}/{APP}", looking.show_app),
    ("GET", "/as/{person}/{channel}", looking.show),
    ("POST", "/as/{person}/say", doing.say),
    ("POST", "/as/{person}/edit", doing.edit),
    ("POST", "/as/{person}/delete", doing.delete),
    ("POST", "/as/{person}/shortcut", doing.shortcut),
    ("POST", "/as/{person}/press", doing.press),
    ("POST", "/as/{person}/submit", doing.submit),
    ("POST", "/as/{person}/close", doing.close),
    ("POST", "/clock", doing.move_clock),
    ("POST", "/put-away", doing.put_away),
)


ALWAYS = frozenset({looking.static})
"""What is served before the page opens: the looks of the notice that it does not yet."""


def add_page(application: web.Application, page: Page, is_open: Callable[[], bool] = lambda: True) -> None:
    """Serve the page from an application, beside whatever else it serves; until it `is_open`, a notice."""
    for method, path, handler in ROUTES:
        application.router.add_route(method, path, _guarded(page, handler, is_open))
    application.on_shutdown.append(page.close)


def page_with(welcome: Welcome, is_open: Callable[[], bool] = lambda: True) -> AddRoutes:
    """What the server's `pages` wants: the page, opened with this card once it `is_open`."""

    def add(application: web.Application) -> None:
        desk, sockets = application[DESK], application[SOCKETS]

        def is_app_here() -> bool:
            # Only a socket tells whether the app is there; over HTTP one learns it by trying.
            return desk.dispatcher is not sockets or sockets.connection_count > 0

        add_page(application, Page(desk, application[ACTS], welcome, is_app_here), is_open)

    return add


def _guarded(
    page: Page, handler: Handler, is_open: Callable[[], bool]
) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def guarded(request: web.Request) -> web.StreamResponse:
        refuse_strangers(request)
        if not is_open() and handler not in ALWAYS:
            return refuse_early(request)
        return await handler(page, request)

    return guarded
