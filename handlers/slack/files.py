"""Fetches a file that somebody dropped: asked for, streamed, and never more of it than is read.

Without the permission to read files Slack answers a download with its sign-in page, so whether we may is
asked first, of a method that says so.
"""

from __future__ import annotations

import ssl
from typing import IO, Any
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, HTTPSHandler, ProxyHandler, Request, build_opener

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.errors import FileNotFetched, WhyNotFetched

TIMEOUT = 20.0
PIECE = 64 * 1024
SLACK_HOSTS = ("slack.com", "slack-gov.com")
"""Where Slack keeps files, whatever address its Web API is reached under."""

_AS_THEY_ARE = "%/:=&?~#+!$,;'@()*[]"
"""The signs of an address that are not escaped anew; a file's name in it may hold spaces."""

_WHY: dict[str, WhyNotFetched] = {
    "missing_scope": WhyNotFetched.NO_SCOPE,
    "no_permission": WhyNotFetched.NO_SCOPE,
    "not_allowed_token_type": WhyNotFetched.NO_SCOPE,
    "access_denied": WhyNotFetched.REFUSED,
    "file_not_found": WhyNotFetched.GONE,
    "file_deleted": WhyNotFetched.GONE,
}


def fetch(client: WebClient, file_id: str, most_megabytes: int) -> bytes:
    """The file's bytes. Raises `FileNotFetched`; what may pass (the network, a rate limit) raises as it is,
    so that the event is tried again."""
    file = _described(client, file_id)
    most = most_megabytes * 1_000_000
    too_large = FileNotFetched(WhyNotFetched.TOO_LARGE, most_megabytes)
    if int(file.get("size") or 0) > most:
        raise too_large
    address = str(file.get("url_private_download") or file.get("url_private") or "")
    if not _may_have_our_token(address, client.base_url):
        raise FileNotFetched(WhyNotFetched.REFUSED)
    content = _streamed(client, address, most)
    if content is None:
        raise too_large
    return content


def _described(client: WebClient, file_id: str) -> dict[str, Any]:
    try:
        held: dict[str, Any] = client.files_info(file=file_id)["file"]
    except SlackApiError as refusal:
        error = str(refusal.response.get("error"))
        if error in _WHY:
            raise FileNotFetched(_WHY[error]) from None
        raise
    return held


def _may_have_our_token(address: str, api_url: str) -> bool:
    """Whether an address is Slack's own, or on the host of the Web API we use: nobody else gets the token."""
    parts, api = urlsplit(address), urlsplit(api_url)
    host = (parts.hostname or "").casefold()
    if host and host == (api.hostname or "").casefold():
        return parts.scheme in ("https", api.scheme)
    return parts.scheme == "https" and any(host == one or host.endswith(f".{one}") for one in SLACK_HOSTS)


class _NoRedirects(HTTPRedirectHandler):
    """A file that is elsewhere, such as behind a sign-in page, is not fetched from there."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def _streamed(client: WebClient, address: str, most: int) -> bytes | None:
    """The bytes; None once there are more than are read."""
    context = client.ssl or ssl.create_default_context()
    proxies = ProxyHandler({"http": client.proxy, "https": client.proxy} if client.proxy else None)
    opener = build_opener(_NoRedirects(), HTTPSHandler(context=context), proxies)
    request = Request(quote(address, safe=_AS_THEY_ARE), headers={"Authorization": f"Bearer {client.token}"})  # noqa: S310 - see above
    try:
        with opener.open(request, timeout=TIMEOUT) as answer:
            if answer.headers.get_content_type() == "text/html":
                raise FileNotFetched(WhyNotFetched.REFUSED)
            return _read(answer, most)
    except HTTPError as refusal:
        if refusal.code >= 500 or refusal.code == 429:
            raise
        gone = refusal.code in (404, 410)
        raise FileNotFetched(WhyNotFetched.GONE if gone else WhyNotFetched.REFUSED) from None


def _read(answer: IO[bytes], most: int) -> bytes | None:
    pieces: list[bytes] = []
    left = most
    while piece := answer.read(min(PIECE, left + 1)):
        left -= len(piece)
        if left < 0:
            return None
        pieces.append(piece)
    return b"".join(pieces)
