"""views.*: triggers, stacks, hashes and external ids."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.desk import Desk
from sandbox.run import Server
from tests.sandbox.conftest import Partnership

Json = dict[str, Any]


def modal(title: str, **more: Any) -> Json:
    return {"type": "modal", "title": {"type": "plain_text", "text": title}, "blocks": [], **more}


def field(block_id: str) -> Json:
    return {
        "type": "input",
        "block_id": block_id,
        "label": {"type": "plain_text", "text": "Why"},
        "element": {"type": "plain_text_input", "action_id": "words"},
    }


@pytest.fixture
def desk(server: Server) -> Desk:
    return server.desk


def test_a_trigger_opens_one_view_once(client: WebClient, desk: Desk, partnership: Partnership) -> None:
    trigger = desk.triggers.issue(partnership.lead.id)
    view = client.views_open(trigger_id=trigger, view=modal("One"))["view"]
    top = partnership.workspace.views.top(partnership.lead.id)
    assert top is not None
    assert (view["id"], view["root_view_id"], view["previous_view_id"]) == (top.id, top.id, None)
    with pytest.raises(SlackApiError, match="exchanged_trigger_id"):
        client.views_open(trigger_id=trigger, view=modal("Two"))


def test_three_views_may_lie_on_each_other(client: WebClient, desk: Desk, partnership: Partnership) -> None:
    def trigger() -> str:
        return desk.triggers.issue(partnership.lead.id)

    with pytest.raises(SlackApiError, match="not_found"):
        client.views_push(trigger_id=trigger(), view=modal("Nothing beneath"))
    first = client.views_open(trigger_id=trigger(), view=modal("One"))["view"]
    second = client.views_push(trigger_id=trigger(), view=modal("Two"))["view"]
    assert (second["previous_view_id"], second["root_view_id"]) == (first["id"], first["id"])
    client.views_push(trigger_id=trigger(), view=modal("Three"))
    with pytest.raises(SlackApiError, match="push_limit_reached"):
        client.views_push(trigger_id=trigger(), view=modal("Four"))


def test_an_update_needs_the_hash_it_names_and_keeps_what_was_filled_in(
    client: WebClient, desk: Desk, partnership: Partnership
) -> None:
    content = modal("One", submit={"type": "plain_text", "text": "Save"}, blocks=[field("a"), field("b")])
    view = client.views_open(trigger_id=desk.triggers.issue(partnership.lead.id), view=content)["view"]
    views = partnership.workspace.views
    opened = views.find(view["id"], None)
    text = {"type": "plain_text_input", "value": "the mailbox"}
    views.fill_in(opened, {"a": {"words": text}, "b": {"words": text}})
    changed = client.views_update(
        view_id=view["id"], hash=view["hash"], view={**content, "blocks": [field("a"), field("c")]}
    )["view"]
    assert changed["state"]["values"] == {"a": {"words": text}}
    with pytest.raises(SlackApiError, match="hash_conflict"):
        client.views_update(view_id=view["id"], hash=view["hash"], view=content)


def test_an_external_id_names_one_open_view(client: WebClient, desk: Desk, partnership: Partnership) -> None:
    def trigger() -> str:
        return desk.triggers.issue(partnership.lead.id)

    client.views_open(trigger_id=trigger(), view=modal("One", external_id="form-1"))
    with pytest.raises(SlackApiError, match="duplicate_external_id"):
        client.views_push(trigger_id=trigger(), view=modal("Two", external_id="form-1"))
    changed = client.views_update(external_id="form-1", view=modal("Changed", external_id="form-1"))
    assert changed["view"]["title"]["text"] == "Changed"


def test_a_home_tab_is_published_and_published_again(client: WebClient, partnership: Partnership) -> None:
    def home(words: str) -> Json:
        return {"type": "home", "blocks": [{"type": "header", "text": {"type": "plain_text", "text": words}}]}

    first = client.views_publish(user_id=partnership.lead.id, view=home("One"))["view"]
    second = client.views_publish(user_id=partnership.lead.id, view=home("Two"), hash=first["hash"])["view"]
    assert first["id"] == second["id"]
    with pytest.raises(SlackApiError, match="hash_conflict"):
        client.views_publish(user_id=partnership.lead.id, view=home("Three"), hash=first["hash"])
    assert partnership.workspace.views.home(partnership.chair.id) is None
