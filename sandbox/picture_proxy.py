"""Pictures that blocks name: fetched when they are published, as Slack's own image proxy does, or refused.

Slack downloads what `image_url` names before it takes the blocks, and shows its own copy. The sandbox does
the same for addresses of this machine; it never asks for anything elsewhere, and such a picture is shown by
its text. What `slack_file` names must be a picture that the app itself may see.
"""

import hashlib
import re
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientSession, ClientTimeout

from sandbox.entities import File
from sandbox.refusals import Refused
from sandbox.rules.shapes import complaint
from sandbox.workspace import Workspace

HERE = frozenset({"127.0.0.1", "localhost", "::1"})
SHOWN = frozenset({"image/png", "image/jpeg", "image/gif"})
LARGEST = 8 * 1024 * 1024
PATIENCE = ClientTimeout(total=10)
AGENT = {"User-Agent": "Slack-ImgProxy (sandbox)"}
_KEPT = 64
_FILE = re.compile(r"/files/(\w+)")


def kept_under(address: str) -> str | None:
    """The name that a fetched picture is kept under; None for an address that is not of this machine."""
    try:
        parts = urlsplit(address)
        is_here = parts.scheme == "http" and parts.hostname in HERE and not _FILE.match(parts.path)
    except ValueError:
        return None
    return hashlib.sha256(address.encode()).hexdigest()[:32] if is_here else None


def file_named(source: Mapping[str, Any]) -> str:
    """The id of the file that a `slack_file` names, by its id or its address; "" for neither."""
    found = _FILE.search(str(source.get("url") or ""))
    return str(source.get("id") or "") or (found[1] if found else "")


class PictureProxy:
    """The pictures that were fetched last, by their names. Only for one event loop."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[str, bytes]] = OrderedDict()

    def get(self, name: str) -> tuple[str, bytes] | None:
        """What kind of picture it is, and its bytes, if it was fetched."""
        return self._kept.get(name)

    async def look(self, workspace: Workspace, arguments: Mapping[str, Any]) -> None:
        """Fetch every picture of the blocks of a call. Raises `Refused` for one that cannot be had."""
        for error, pointer, part in _pictures(arguments):
            if isinstance(held := part.get("slack_file"), dict) and not _may_show(workspace, held):
                raise Refused(error, [complaint("invalid slack file", f"{pointer}/slack_file")])
            address = str(part.get("image_url") or "")
            name = kept_under(address)
            if name is None:
                continue
            if (found := await _fetched(address)) is None:
                raise Refused(error, [complaint("downloading image failed", f"{pointer}/image_url")])
            self._kept[name] = found
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)


def _pictures(arguments: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Every picture of a view or a message: how a fault of it is called, where it stands, and itself."""
    view = arguments.get("view")
    if isinstance(view, dict):
        yield from _of_blocks("invalid_arguments", "/view/blocks", view.get("blocks"))
    yield from _of_blocks("invalid_blocks", "/blocks", arguments.get("blocks"))


def _of_blocks(error: str, pointer: str, blocks: object) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for number, block in enumerate(blocks if isinstance(blocks, list) else ()):
        if not isinstance(block, dict):
            continue
        parts: list[tuple[str, object]] = [("", block), ("/accessory", block.get("accessory"))]
        held = block.get("elements")
        parts += [(f"/elements/{at}", one) for at, one in enumerate(held if isinstance(held, list) else ())]
        for place, part in parts:
            if isinstance(part, dict) and part.get("type") == "image":
                yield error, f"{pointer}/{number}{place}", part


def _may_show(workspace: Workspace, source: Mapping[str, Any]) -> bool:
    with workspace.lock:
        file = workspace.files.get(file_named(source))
        return (
            file is not None
            and file.is_complete
            and file.mimetype in SHOWN
            and may_see(workspace, file, workspace.bot.id)
        )


def may_see(workspace: Workspace, file: File, person_id: str) -> bool:
    """Whether a file is somebody's own, or was shared where they are."""
    if file.user == person_id:
        return True
    shared = (workspace.channels.get(each) for each in file.channels)
    return any(channel is not None and person_id in channel.members for channel in shared)


async def _fetched(address: str) -> tuple[str, bytes] | None:
    try:
        async with (
            ClientSession(timeout=PATIENCE, headers=AGENT) as session,
            session.get(address, allow_redirects=False) as answer,
        ):
            kind, content = answer.content_type, bytearray()
            async for part in answer.content.iter_chunked(64 * 1024):
                content += part
                if len(content) > LARGEST:
                    return None
    except (ClientError, TimeoutError, OSError, ValueError):
        return None
    is_picture = answer.status == HTTPStatus.OK and kind in SHOWN and content
    return (kind, bytes(content)) if is_picture else None
