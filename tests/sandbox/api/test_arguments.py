"""In which forms arguments may come."""

from __future__ import annotations

import urllib.parse
import urllib.request
from typing import Any

import pytest

from sandbox.api.arguments import Kind, checked, read
from sandbox.refusals import Refused
from sandbox.run import Server
from tests.sandbox.conftest import Partnership, asked

KNOWN = {"channel": Kind.TEXT, "limit": Kind.NUMBER}


@pytest.mark.parametrize(
    ("kind", "given", "is_read_as"),
    [
        (Kind.TEXT, "a", "a"),
        (Kind.TEXT, 7, "7"),
        (Kind.FLAG, True, True),
        (Kind.FLAG, "1", True),
        (Kind.FLAG, "false", False),
        (Kind.NUMBER, "12", 12),
        (Kind.LIST, "a, b", ["a", "b"]),
        (Kind.LIST, ["a"], ["a"]),
        (Kind.JSON, '{"a": 1}', {"a": 1}),
        (Kind.JSON, {"a": 1}, {"a": 1}),
    ],
)
def test_an_argument_is_read_as_its_kind(kind: Kind, given: Any, is_read_as: Any) -> None:
    assert read("argument", kind, given) == is_read_as


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (Kind.TEXT, {}),
        (Kind.TEXT, True),
        (Kind.FLAG, "perhaps"),
        (Kind.NUMBER, "many"),
        (Kind.NUMBER, True),
        (Kind.JSON, "{"),
    ],
)
def test_what_cannot_be_read_so_is_refused(kind: Kind, given: Any) -> None:
    with pytest.raises(Refused, match="invalid_arguments"):
        read("argument", kind, given)


def test_every_kind_can_be_read() -> None:
    for kind, given in zip(Kind, ("a", "1", "2", "a", "{}"), strict=True):
        assert read("argument", kind, given) is not None


def test_unknown_arguments_are_ignored_and_missing_ones_named() -> None:
    assert checked({"channel": "C1", "colour": "red"}, KNOWN, ("channel",)) == {"channel": "C1"}
    with pytest.raises(Refused) as refusal:
        checked({"limit": None}, KNOWN, ("channel",))
    assert refusal.value.messages == ("[ERROR] missing required field: channel",)


def test_json_forms_and_addresses_all_reach_a_method(server: Server, partnership: Partnership) -> None:
    token = partnership.workspace.application.bot_token
    arguments = {"channel": partnership.plan.id, "text": "x"}
    header = {"Authorization": f"Bearer {token}"}
    assert asked(f"{server.api_url}chat.postMessage", arguments, headers=header)[1]["ok"]
    form = urllib.parse.urlencode({**arguments, "token": token, "blocks": '[{"type": "divider"}]'})
    with urllib.request.urlopen(f"{server.api_url}chat.postMessage", form.encode(), timeout=10) as answer:  # noqa: S310  # the test's own server
        assert answer.status == 200
    assert asked(f"{server.api_url}conversations.info?channel={partnership.plan.id}", headers=header)[1]["ok"]
    assert len(partnership.seen(partnership.lead, partnership.plan)) == 2


def test_an_empty_json_body_is_no_arguments(server: Server, partnership: Partnership) -> None:
    header = {"Authorization": f"Bearer {partnership.workspace.application.bot_token}"}
    request = urllib.request.Request(  # noqa: S310  # the test's own server
        f"{server.api_url}auth.test", b"", {**header, "Content-Type": "application/json"}, method="POST"
    )
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310  # see above
        assert answer.status == 200


@pytest.mark.parametrize(
    ("content_type", "body", "error"),
    [
        ("application/json", b"{", "invalid_json"),
        ("application/json", b"[]", "json_not_object"),
        ("text/plain", b"hello", "invalid_post_type"),
    ],
)
def test_other_bodies_are_refused(server: Server, content_type: str, body: bytes, error: str) -> None:
    request = urllib.request.Request(  # noqa: S310  # the test's own server
        f"{server.api_url}auth.test", body, {"Content-Type": content_type}
    )
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310  # see above
        assert error in answer.read().decode()


def test_json_is_not_read_by_a_method_that_does_not_take_it(server: Server, partnership: Partnership) -> None:
    header = {"Authorization": f"Bearer {partnership.workspace.application.bot_token}"}
    _, answer = asked(f"{server.api_url}users.info", {"user": partnership.lead.id}, headers=header)
    assert answer["error"] == "invalid_arguments"
