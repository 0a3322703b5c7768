"""Out of an office: through its proxy, and trusting the certificate authority its machines trust."""

from __future__ import annotations

import gc
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from slack_sdk.socket_mode.builtin.client import SocketModeClient

from handlers.slack.connect import quiet_client
from tests.handlers.slack.web_api import WebApi, web_api

PATIENCE = 20
PROXIES = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy")


@contextmanager
def proxy() -> Iterator[tuple[str, list[bytes]]]:
    """A proxy that keeps the first line it is sent and hangs up."""
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(PATIENCE)

        def answer() -> None:
            line, _ = listening.accept()
            with line:
                asked.append(line.makefile("rb").readline())

        thread = threading.Thread(target=answer)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", asked
        thread.join(PATIENCE)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)


def test_the_web_api_is_asked_through_the_offices_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with proxy() as (address, asked):
        monkeypatch.setenv("HTTPS_PROXY", address)
        with pytest.raises(OSError):  # noqa: PT011 - how a proxy that hangs up is told differs
            quiet_client("xoxb-1", "https://slack.example.org/api/").auth_test()
    assert asked[0].startswith(b"CONNECT slack.example.org:443 ")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_the_socket_is_opened_through_the_offices_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is ignored is a socket that slack_sdk leaves to the collector when a proxy refuses it."""
    with proxy() as (address, asked):
        monkeypatch.setenv("HTTPS_PROXY", address)
        web = quiet_client("xoxb-1", "https://slack.example.org/api/")
        client = SocketModeClient(app_token="xapp-1", web_client=web, auto_reconnect_enabled=False)
        client.wss_uri = "wss://wss.slack.example.org/link"
        client.connect()
        client.close()
    gc.collect()
    assert asked[0].startswith(b"CONNECT wss.slack.example.org:443 ")


@pytest.fixture
def authority(tmp_path: Path) -> Path:
    """A certificate of an office's own authority for 127.0.0.1, with its key beside it."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not here to make a certificate with")
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Larkmere CA",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "key.pem", "-out", "ca.pem"],
        cwd=tmp_path, check=True, capture_output=True,
    )  # fmt: skip
    return tmp_path / "ca.pem"


@pytest.fixture
def slack_behind_it(authority: Path) -> Iterator[WebApi]:
    with web_api() as server:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(authority, authority.with_name("key.pem"))
        server.socket = context.wrap_socket(server.socket, server_side=True)
        yield server


def test_an_authority_of_the_offices_own_is_trusted_once_it_is_named(
    slack_behind_it: WebApi, authority: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = slack_behind_it.url.replace("http://", "https://")
    with pytest.raises(OSError, match="CERTIFICATE_VERIFY_FAILED"):
        quiet_client("xoxb-1", address).auth_test()
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))
    assert quiet_client("xoxb-1", address).auth_test()["ok"]
