"""The table of methods, held against Slack's own method reference where that is at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sandbox.api.arguments import Kind
from sandbox.api.methods import METHODS, TokenKind
from sandbox.application import DEFAULT_SCOPES, EVENT_SCOPES

REFERENCE = Path(__file__).resolve().parents[4] / "shared" / "slack_api_ref"

# Tokens of the reference that the table need not know: given in the header.
TOKEN = {"token"}
TYPES = {
    "boolean": {Kind.FLAG},
    "string": {Kind.TEXT, Kind.JSON, Kind.LIST},
    "integer": {Kind.NUMBER},
    "number": {Kind.NUMBER},
    "array": {Kind.JSON, Kind.LIST},
    "null": set(),
}


def reference(name: str) -> dict[str, Any]:
    path = REFERENCE / f"{name}.json"
    if not path.exists():
        pytest.skip("Slack's method reference is not here: ../shared/slack_api_ref")
    found: dict[str, Any] = json.loads(path.read_text())
    return found


@pytest.mark.parametrize("name", sorted(METHODS))
def test_a_method_has_the_tier_and_takes_json_as_the_reference_says(name: str) -> None:
    described = reference(name)
    assert METHODS[name].tier.value == described["rate_limits"]
    assert METHODS[name].takes_json == bool(described.get("json_input_supported"))


@pytest.mark.parametrize("name", sorted(METHODS))
def test_a_method_requires_what_the_reference_requires(name: str) -> None:
    assert set(METHODS[name].required) == set(reference(name)["args"]["required"]) - TOKEN


@pytest.mark.parametrize("name", sorted(METHODS))
def test_a_method_takes_only_arguments_of_the_reference_each_of_its_kind(name: str) -> None:
    properties = reference(name)["args"]["properties"]
    for argument, kind in METHODS[name].takes.items():
        described = properties[argument]
        types = {described.get("type")} | {each.get("type") for each in described.get("anyOf", [])}
        allowed = set().union(*(TYPES[each] for each in types - {None}))
        assert not allowed or kind in allowed, argument


@pytest.mark.parametrize("name", sorted(METHODS))
def test_a_method_needs_the_scopes_of_the_reference(name: str) -> None:
    assert set(METHODS[name].scopes) == set(reference(name)["scope"].get("bot") or [])


@pytest.mark.parametrize("name", sorted(METHODS))
def test_what_is_required_is_taken(name: str) -> None:
    assert set(METHODS[name].required) <= set(METHODS[name].takes)


def test_only_the_way_into_socket_mode_wants_the_app_token() -> None:
    assert {name for name, method in METHODS.items() if method.token is TokenKind.APP} == {
        "apps.connections.open"
    }


def test_every_scope_of_a_method_or_event_is_one_the_sandbox_app_may_have() -> None:
    needed = {scope for method in METHODS.values() for scope in method.scopes}
    alternatives = {"channels:manage"}  # conversations.open is covered by im:write and mpim:write
    assert needed - alternatives <= DEFAULT_SCOPES
    assert {scope for scope in EVENT_SCOPES.values() if scope} <= DEFAULT_SCOPES
