"""Requests that look: the page itself, its stream of changes, its files."""

from __future__ import annotations

import asyncio
import json
import re
from importlib.resources import files
from urllib.parse import quote

from aiohttp import web

from sandbox.changes import Change
from sandbox.page.guard import HEADERS
from sandbox.page.guide import way_to
from sandbox.page.live import Watch
from sandbox.page.message import SHOWN_PICTURES
from sandbox.page.page import Page
from sandbox.page.scene import Scene, address, address_with_app
from sandbox.page.shell import document
from sandbox.refusals import Refused

_STATIC_TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_STATIC_NAME = re.compile(r"[a-z_]+\.(css|js|svg)")
_KEEP_ALIVE_SECONDS = 20


async def start(page: Page, _: web.Request) -> web.Response:
    """Send a newcomer to where the first thing to try is, or to the first person there is."""
    with page.workspace.lock:
        ways = (way_to(thing, page.workspace, with_draft=False) for thing in page.welcome.things)
        place = next(ways, None)
        if place is None:
            people = page.workspace.people.humans()
            if not people:
                raise web.HTTPNotFound(text="Nobody is here yet. Add people to the sandbox first.")
            place = address_with_app(people[0])
    raise web.HTTPFound(place)


async def show(page: Page, request: web.Request) -> web.Response:
    """Show a person's page."""
    with page.workspace.lock:
        scene = page.scene(request)
        new_from = page.workspace.read_marks.first_unread(scene.viewer.id, scene.channel.id)
        if request.headers.get("Sec-Fetch-Dest", "document") == "document":
            _look(page, scene)
        html = document(
            scene,
            page.welcome,
            page.meanwhile.jump,
            pane=_pane(request, scene),
            draft=request.query.get("draft", ""),
            new_from=new_from,
            changes=page.last_change,
            is_app_here=page.is_app_here(),
        )
    return web.Response(text=html, content_type="text/html", headers=HEADERS | {"Cache-Control": "no-store"})


def _look(page: Page, scene: Scene) -> None:
    """Opening a conversation reads it; opening the bot's tells the app so, as Slack does."""
    if scene.at_home:
        page.acts.open_home(scene.viewer.id, "home")
        return
    page.workspace.read_marks.mark(scene.viewer.id, scene.channel.id)
    if scene.is_with_bot(scene.channel):
        page.acts.open_home(scene.viewer.id, "messages")


def _pane(request: web.Request, scene: Scene) -> str:
    if "channel" not in request.match_info:
        return "list"
    return "thread" if scene.thread_ts else "conversation"


async def show_app(page: Page, request: web.Request) -> web.Response:
    """Send a person to their direct message with the app, which begins here if it has not yet."""
    viewer = page.viewer(request)
    with page.workspace.lock:
        place = address(viewer, page.workspace.direct_with_bot(viewer.id))
    raise web.HTTPFound(f"{place}?{request.query_string}" if request.query_string else place)


async def stream(page: Page, request: web.Request) -> web.StreamResponse:
    """Send what happens, as server-sent events, until the browser goes away or the server stops."""
    response = web.StreamResponse(headers={"Cache-Control": "no-store", "Content-Type": "text/event-stream"})
    watching = asyncio.create_task(_watch(page, request, response))
    page.streams.add(watching)
    try:
        await watching
    except (asyncio.CancelledError, ConnectionResetError):
        watching.cancel()
    finally:
        page.streams.discard(watching)
    return response


async def _watch(page: Page, request: web.Request, response: web.StreamResponse) -> None:
    """Listen before saying that one listens, and say so if something happened since the page was drawn."""
    with page.workspace.lock:
        watch = Watch(page.scene(request), page.meanwhile, page.is_app_here)
    with page.workspace.feed.listening() as queue:
        await response.prepare(request)
        await response.write(b"retry: 1000\n\n")
        if request.query.get("since") != str(page.last_change):
            await _send(response, [{"do": "catch-up"}])
        while True:
            changes = await _next_changes(queue)
            if request.transport is None:
                return  # nobody is there any more, so nobody has read what is new
            with page.workspace.lock:
                patches = watch.patches(changes)
            if patches or not changes:
                await _send(response, patches)


async def _next_changes(queue: asyncio.Queue[Change]) -> list[Change]:
    """Wait for changes and take all there are; an empty list, now and then, keeps the line alive."""
    try:
        changes = [await asyncio.wait_for(queue.get(), _KEEP_ALIVE_SECONDS)]
    except TimeoutError:
        return []
    while not queue.empty():
        changes.append(queue.get_nowait())
    return changes


async def _send(response: web.StreamResponse, patches: list[dict[str, object]]) -> None:
    line = f"data: {json.dumps(patches, ensure_ascii=False)}\n\n" if patches else ": still here\n\n"
    await response.write(line.encode())


async def static(_: Page, request: web.Request) -> web.Response:
    """One of the page's own style sheets, scripts or pictures."""
    found = _STATIC_NAME.fullmatch(request.match_info["name"])
    source = files("sandbox.page") / "static" / request.match_info["name"]
    if found is None or not source.is_file():
        raise web.HTTPNotFound(text="There is no such file.")
    headers = HEADERS | {"Cache-Control": "no-cache"}
    return web.Response(text=source.read_text(), content_type=_STATIC_TYPES[found[1]], headers=headers)


async def picture(page: Page, request: web.Request) -> web.Response:
    """A shared file: pictures are shown, everything else is only ever saved."""
    with page.workspace.lock:
        try:
            file = page.workspace.files.need(request.match_info["file"])
            content = page.workspace.files.content(file)
        except Refused as refused:
            raise web.HTTPNotFound(text="There is no such file.") from refused
    headers = dict(HEADERS)
    if file.mimetype not in SHOWN_PICTURES:
        headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"
        return web.Response(body=content, content_type="application/octet-stream", headers=headers)
    return web.Response(body=content, content_type=file.mimetype, headers=headers)


async def proxied(page: Page, request: web.Request) -> web.Response:
    """A picture that was fetched when the blocks that name it were published."""
    found = page.desk.pictures.get(request.match_info["name"])
    if found is None:
        raise web.HTTPNotFound(text="There is no such picture any more.")
    kind, content = found
    return web.Response(body=content, content_type=kind, headers=HEADERS)
