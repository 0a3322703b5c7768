"""The server's other doors: response URLs, uploads and downloads of files."""

import hmac
import json
from typing import Any
from urllib.parse import quote

from aiohttp import web

from sandbox.answering import post_answer
from sandbox.desk import Desk
from sandbox.entities import File
from sandbox.refusals import Refused


class Doors:
    """`/response/…`, `/upload/…` and `/files/…` for one workspace."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add_routes(self, application: web.Application) -> None:
        """Take these addresses."""
        application.router.add_post("/response/{token}", self.respond)
        application.router.add_post("/upload/{file}", self.upload)
        application.router.add_get("/files/{file}/download/{name}", self.download)
        application.router.add_get("/files/{file}/{name}", self.download)

    async def respond(self, request: web.Request) -> web.Response:
        """A response URL: 200 and `ok`, or 404 once it is used up or too old."""
        try:
            came_from = self._desk.response_passes.use(request.match_info["token"])
        except Refused as refused:
            return web.json_response({"ok": False, "error": refused.error}, status=404)
        try:
            post_answer(self._desk, came_from, _object(await request.read()))
        except Refused as refused:
            return web.json_response({"ok": False, "error": refused.error}, status=400)
        return web.Response(text="ok")

    async def upload(self, request: web.Request) -> web.Response:
        """The bytes of an announced file, bare or as the first part of a form."""
        content = await _content(request)
        try:
            with self._desk.workspace.lock:
                file = self._desk.workspace.files.need(request.match_info["file"])
                if file.is_complete or len(content) != file.size:
                    return web.Response(status=400, text="Not the bytes that were announced.")
                self._desk.workspace.files.receive(file, content)
        except Refused:
            return web.Response(status=404)
        return web.Response(text=f"OK - {len(content)}")

    async def download(self, request: web.Request) -> web.Response:
        """A file's bytes, for the bot's token alone; the page has its own way."""
        workspace = self._desk.workspace
        given = request.headers.get("Authorization", "")
        if not hmac.compare_digest(given.encode(), f"Bearer {workspace.application.bot_token}".encode()):
            return web.Response(status=403)
        try:
            with workspace.lock:
                file = workspace.files.need(request.match_info["file"])
                return file_response(file, workspace.files.content(file))
        except Refused:
            return web.Response(status=404)


def file_response(file: File, content: bytes) -> web.Response:
    """A file as a download: never shown as a page of this server, whatever it holds."""
    return web.Response(
        body=content,
        content_type=file.mimetype,
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name)}",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox",
        },
    )


def _object(body: bytes) -> dict[str, Any]:
    try:
        parsed = json.loads(body)
    except ValueError as error:
        raise Refused("invalid_payload") from error
    if not isinstance(parsed, dict):
        raise Refused("invalid_payload")
    return parsed


async def _content(request: web.Request) -> bytes:
    if request.content_type != "multipart/form-data":
        return await request.read()
    part = await (await request.multipart()).next()
    return bytes(await part.read()) if part is not None and hasattr(part, "read") else b""
