import urllib.error
import urllib.request

import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from sandbox.page.guard import refuse_strangers
from tests.sandbox.page.conftest import Stage


def ask(method: str, **headers: str) -> None:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    refuse_strangers(make_mocked_request(method, "/as/U1/say", headers=named))


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765", "localhost"])
def test_the_page_answers_to_local_names(host: str) -> None:
    ask("GET", Host=host)
    ask("POST", Host=host, Origin=f"http://{host}")


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example:8765", "localhost.evil.example", "[", ""]
)
def test_it_answers_to_no_other_name(host: str) -> None:
    with pytest.raises(web.HTTPForbidden):
        ask("GET", Host=host)


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1:8765", "http://127.0.0.1:1"]
)
def test_an_act_from_another_page_is_refused(origin: str) -> None:
    with pytest.raises(web.HTTPForbidden):
        ask("POST", Host="127.0.0.1:8765", Origin=origin)


def test_an_act_from_nowhere_is_refused_unless_the_browser_vouches_for_it() -> None:
    with pytest.raises(web.HTTPForbidden):
        ask("POST", Host="127.0.0.1:8765")
    with pytest.raises(web.HTTPForbidden):
        ask("POST", Host="127.0.0.1:8765", Sec_Fetch_Site="cross-site")
    ask("POST", Host="127.0.0.1:8765", Sec_Fetch_Site="same-origin")


def fetch(address: str, **headers: str) -> tuple[int, dict[str, str]]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    body = b"to=day" if "clock" in address else None
    request = urllib.request.Request(address, headers=named, data=body)  # noqa: S310  # the test's own server
    try:
        with urllib.request.urlopen(request) as answer:  # noqa: S310  # the test's own server
            return answer.status, dict(answer.headers)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, dict(refused.headers)


def test_every_address_of_the_page_is_guarded(stage: Stage) -> None:
    assert fetch(f"{stage.url}/", Host="evil.example")[0] == 403
    assert fetch(f"{stage.url}/static/page.css", Host="evil.example")[0] == 403
    before = stage.workspace.clock.now()
    assert fetch(f"{stage.url}/clock", Origin="http://evil.example")[0] == 403
    assert stage.workspace.clock.now() == before


def test_the_browser_is_told_to_load_nothing_from_elsewhere(stage: Stage) -> None:
    status, headers = fetch(stage.at(stage.lead))
    assert status == 200
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http:" not in policy
