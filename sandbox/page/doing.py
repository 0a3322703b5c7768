"""Requests that do something: each is one act of a person."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from sandbox.choices import chosen, find_element
from sandbox.clock import ClockWouldGoBack
from sandbox.entities import Json, Message, Person, View
from sandbox.page.moments import next_day_at_nine, next_monday_at_nine, on_day
from sandbox.page.page import Page, refusal_words
from sandbox.page.scene import address
from sandbox.refusals import Refused

_JUMPS = {"day": next_day_at_nine, "monday": next_monday_at_nine}


async def say(page: Page, request: web.Request) -> web.StreamResponse:
    """Post what was written: a command, a message, or files with a few words."""
    viewer = page.viewer(request)
    form = await request.post()
    written, channel = str(form.get("text", "")), str(form.get("channel", ""))
    thread = str(form.get("thread") or "") or None
    uploads = [file for file in form.getall("file", []) if isinstance(file, web.FileField) and file.filename]
    try:
        if written.startswith("/") and not uploads:
            name, _, rest = written.strip().partition(" ")
            page.acts.command(viewer.id, channel, name, rest.strip())
        elif uploads:
            for at, file in enumerate(uploads):
                words = written.strip() if at == 0 else ""
                page.acts.upload(viewer.id, channel, file.filename, file.file.read(), words)
        else:
            page.acts.say(viewer.id, channel, written.strip(), thread)
    except Refused as refused:
        return _answer(page, request, refused)
    place = page.workspace.channels.get(channel)
    return _answer(page, request, None, back=address(viewer, place, thread))


async def edit(page: Page, request: web.Request) -> web.StreamResponse:
    """Change one's own message."""
    viewer, sent = page.viewer(request), await _sent(request)
    return _tried(
        page, request, lambda: page.acts.edit(viewer.id, _message(page, sent), _needed(sent, "text"))
    )


async def delete(page: Page, request: web.Request) -> web.StreamResponse:
    """Delete one's own message."""
    viewer, sent = page.viewer(request), await _sent(request)
    return _tried(page, request, lambda: page.acts.delete(viewer.id, _message(page, sent)))


async def shortcut(page: Page, request: web.Request) -> web.StreamResponse:
    """Choose an entry of a message's menu that the app has put there."""
    viewer, sent = page.viewer(request), await _sent(request)
    return _tried(
        page,
        request,
        lambda: page.acts.shortcut(viewer.id, _needed(sent, "shortcut"), _message(page, sent)),
    )


async def press(page: Page, request: web.Request) -> web.StreamResponse:
    """Press a button or choose from a menu, in a message, a form or the bot's Home."""
    viewer, sent = page.viewer(request), await _sent(request)

    def act() -> None:
        where = _view(page, viewer, sent) if sent.get("view") else _message(page, sent)
        if isinstance(where, View):
            where = _filled(page, where, sent.get("values") or {})
        choice = sent.get("choice") or None
        page.acts.press(viewer.id, where, _needed(sent, "action"), choice, _needed(sent, "block"))

    return _tried(page, request, act)


async def submit(page: Page, request: web.Request) -> web.StreamResponse:
    """Submit a form."""
    viewer, sent = page.viewer(request), await _sent(request)
    return _tried(
        page, request, lambda: page.acts.submit(viewer.id, _needed(sent, "view"), sent.get("values") or {})
    )


async def close(page: Page, request: web.Request) -> web.StreamResponse:
    """Close a form."""
    viewer, sent = page.viewer(request), await _sent(request)
    return _tried(page, request, lambda: page.acts.close(viewer.id, _needed(sent, "view")))


async def move_clock(page: Page, request: web.Request) -> web.StreamResponse:
    """Move the sandbox's clock forward, and note that it was moved."""
    left = page.workspace.clock.now()
    arrived = _arrival(await request.post(), left)
    if arrived <= left:
        raise web.HTTPConflict(text="That day has begun; the clock only moves forward.")
    page.meanwhile.moved(left, arrived)
    try:
        await asyncio.to_thread(page.workspace.clock.advance_to, arrived)
    except ClockWouldGoBack as refusal:
        raise web.HTTPConflict(text=str(refusal)) from refusal
    return _answer(page, request, None, back=_where_they_were(request))


def _arrival(form: Mapping[str, object], left: datetime) -> datetime:
    to = str(form.get("to", ""))
    if to in _JUMPS:
        return _JUMPS[to](left)
    try:
        return on_day(str(form.get("on", "")))
    except ValueError as error:
        raise web.HTTPBadRequest(
            text="The clock can be moved to the next day, the next Monday, or a day you choose."
        ) from error


async def put_away(page: Page, request: web.Request) -> web.StreamResponse:
    """Put away the note of what happened meanwhile."""
    page.meanwhile.put_away()
    return _answer(page, request, None, back=_where_they_were(request))


def _where_they_were(request: web.Request) -> str:
    return urlsplit(request.headers.get("Referer", "/")).path


async def _sent(request: web.Request) -> dict[str, Any]:
    try:
        sent = await request.json()
    except ValueError as error:
        raise web.HTTPBadRequest(text="This is not JSON.") from error
    if not isinstance(sent, dict):
        raise web.HTTPBadRequest(text="This is not an act.")
    return sent


def _needed(sent: Json, name: str) -> str:
    if not isinstance(sent.get(name), str):
        raise web.HTTPBadRequest(text=f"This act lacks its {name}.")
    return str(sent[name])


def _tried(page: Page, request: web.Request, act: Callable[[], object]) -> web.StreamResponse:
    try:
        with page.workspace.lock:
            act()
    except Refused as refused:
        return _answer(page, request, refused)
    return _answer(page, request, None)


def _message(page: Page, sent: Json) -> Message:
    message = page.workspace.messages.get(_needed(sent, "channel"), _needed(sent, "ts"))
    if message is None:
        raise Refused("message_not_found")
    return message


def _view(page: Page, viewer: Person, sent: Json) -> View:
    view = page.workspace.views.find(_needed(sent, "view"), None)
    if view.user != viewer.id:
        raise Refused("not_found")
    return view


def _filled(page: Page, view: View, values: Json) -> View:
    """Remember what stands in the other fields, for the app hears of all of them."""
    blocks = view.content.get("blocks", [])
    states: Json = {}
    for block_id, actions in values.items():
        for action_id, choice in actions.items():
            _, element = find_element(blocks, action_id, block_id)
            states.setdefault(block_id, {})[action_id] = chosen(element, choice)
    return page.workspace.views.fill_in(view, states) if states else view


def _answer(
    page: Page, request: web.Request, refused: Refused | None, back: str | None = None
) -> web.StreamResponse:
    """Answer the page's script in JSON; a plain form is sent back to the page."""
    if "application/json" in request.headers.get("Accept", ""):
        words = refusal_words(refused, page.workspace) if refused else ""
        return web.json_response({"done": refused is None, "words": words})
    if refused is not None:
        raise web.HTTPBadRequest(text=refusal_words(refused, page.workspace))
    raise web.HTTPSeeOther(back or "/")
