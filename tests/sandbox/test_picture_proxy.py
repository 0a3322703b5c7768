"""Pictures that blocks name by address or by file: fetched and checked as Slack does."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.picture_proxy import kept_under
from sandbox.run import Server
from tests.sandbox.conftest import Partnership

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 200_000
"""More than comes at once."""


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        is_there = self.path == "/chart.png"
        self.send_response(200 if is_there else 404)
        self.send_header("Content-Type", "image/png")
        self.send_header("Content-Length", str(len(PNG) if is_there else 0))
        self.end_headers()
        if is_there:
            self.wfile.write(PNG)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's own name
        """Quiet."""


@pytest.fixture
def app_address() -> Iterator[str]:
    """Where an app of this machine serves a picture."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def home(**picture: Any) -> dict[str, Any]:
    return {"type": "home", "blocks": [{"type": "image", "alt_text": "Slip chart", **picture}]}


def test_a_picture_is_fetched_when_it_is_published_and_shown_from_the_copy(
    client: WebClient, server: Server, partnership: Partnership, app_address: str
) -> None:
    address = f"{app_address}/chart.png"
    client.views_publish(user_id=partnership.lead.id, view=home(image_url=address))
    name = kept_under(address)
    assert name is not None
    assert server.desk.pictures.get(name) == ("image/png", PNG)
    with pytest.raises(SlackApiError) as refused:
        client.views_publish(user_id=partnership.lead.id, view=home(image_url=f"{app_address}/gone.png"))
    assert refused.value.response["error"] == "invalid_arguments"
    assert refused.value.response["response_metadata"]["messages"] == [
        "[ERROR] downloading image failed [json-pointer:/view/blocks/0/image_url]"
    ]
    blocks = [{"type": "image", "alt_text": "x", "image_url": f"{app_address}/gone.png"}]
    with pytest.raises(SlackApiError, match="invalid_blocks"):
        client.chat_postMessage(channel=partnership.plan.id, text="x", blocks=blocks)


def test_nothing_elsewhere_is_ever_fetched() -> None:
    for afar in ("https://afar.example/x.png", "http://afar.example/x.png", "http://[bad", "/files/F1/x.png"):
        assert kept_under(afar) is None


def test_a_file_in_a_block_is_one_that_the_app_may_see(client: WebClient, partnership: Partnership) -> None:
    workspace = partnership.workspace
    with workspace.lock:
        theirs = workspace.files.add(partnership.lead.id, "chart.png", PNG)
        words = workspace.files.add(workspace.bot.id, "plan.csv", b"Ref")
        ours = workspace.files.add(workspace.bot.id, "chart.png", PNG)
    for wrong in (theirs.id, words.id, "F404"):
        with pytest.raises(SlackApiError) as refused:
            client.views_publish(user_id=partnership.lead.id, view=home(slack_file={"id": wrong}))
        assert "invalid slack file" in str(refused.value.response["response_metadata"]["messages"])
    client.views_publish(user_id=partnership.lead.id, view=home(slack_file={"id": ours.id}))
