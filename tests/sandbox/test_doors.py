"""Response URLs, and who may use the server at all."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from sandbox.entities import Message
from sandbox.run import Server, running
from tests.sandbox.conftest import Partnership, asked

Json = dict[str, Any]
DIVIDERS = [{"type": "divider"}]


@pytest.fixture
def question(partnership: Partnership) -> Message:
    workspace = partnership.workspace
    draft = Message(
        partnership.plan.id, "", workspace.bot.id, "Which?", blocks=(*DIVIDERS,), bot_id=workspace.bot_id
    )
    return workspace.messages.post(draft)


@pytest.fixture
def response_url(server: Server, partnership: Partnership, question: Message) -> str:
    token = server.desk.response_passes.issue(question.channel, partnership.lead.id, question.ts)
    return server.desk.response_url(token)


def test_an_answer_is_private_unless_it_says_otherwise(response_url: str, partnership: Partnership) -> None:
    assert asked(response_url, {"text": "for you"}) == (200, "ok")
    assert asked(response_url, {"text": "for all", "response_type": "in_channel"}) == (200, "ok")
    assert partnership.texts(partnership.lead, partnership.plan) == ["Which?", "for you", "for all"]
    assert partnership.texts(partnership.chair, partnership.plan) == ["Which?", "for all"]


def test_the_question_can_be_replaced_and_deleted(
    response_url: str, partnership: Partnership, question: Message
) -> None:
    asked(response_url, {"text": "2.7a", "replace_original": True, "blocks": DIVIDERS})
    (replaced,) = partnership.seen(partnership.chair, partnership.plan)
    assert (replaced.ts, replaced.text, replaced.edited_at) == (question.ts, "2.7a", None)
    asked(response_url, {"delete_original": True})
    assert partnership.texts(partnership.chair, partnership.plan) == []
    assert asked(response_url, {"delete_original": True})[1]["error"] == "message_not_found"


def test_a_private_answer_can_be_replaced_in_place(server: Server, partnership: Partnership) -> None:
    workspace = partnership.workspace
    draft = Message(partnership.plan.id, "", workspace.bot.id, "private", only_for=partnership.lead.id)
    message = workspace.messages.post(draft)
    token = server.desk.response_passes.issue(message.channel, partnership.lead.id, message.ts)
    asked(server.desk.response_url(token), {"text": "still private", "replace_original": True})
    assert partnership.texts(partnership.lead, partnership.plan) == ["still private"]
    assert partnership.texts(partnership.chair, partnership.plan) == []


def test_the_sixth_use_finds_nothing(response_url: str) -> None:
    answers = [asked(response_url, {"text": "x"})[0] for _ in range(6)]
    assert answers == [200] * 5 + [404]


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({}, "no_text"),
        ({"blocks": [{"type": "sofa"}]}, "invalid_blocks"),
        ({"text": "x", "attachments": "x"}, "invalid_attachments"),
    ],
)
def test_a_bad_answer_is_refused(response_url: str, body: Json, error: str) -> None:
    assert asked(response_url, body) == (400, {"ok": False, "error": error})


def test_an_unknown_address_finds_nothing(server: Server) -> None:
    assert asked(f"{server.url}/response/nonsense", {"text": "x"})[0] == 404
    assert asked(f"{server.url}/upload/F0", {})[0] == 404


def test_another_sites_page_is_refused(server: Server) -> None:
    clock = f"{server.url}/control/clock"
    own = {"Origin": server.url, "Sec-Fetch-Site": "same-origin"}
    assert asked(clock)[0] == 200
    assert asked(clock, headers={"Host": "rebound.example"})[0] == 403
    assert asked(clock, {}, headers={"Origin": "https://elsewhere.example"})[0] == 403
    assert asked(clock, {}, headers={"Sec-Fetch-Site": "cross-site"})[0] == 403
    assert asked(clock, {}, headers=own)[0] == 400
    assert asked(clock, headers={"Sec-Fetch-Site": "cross-site"})[0] == 200  # a link to it may be followed


def test_a_port_in_use_is_said_and_leaves_nothing_running(server: Server, partnership: Partnership) -> None:
    taken = int(server.url.rpartition(":")[2])
    with pytest.raises(OSError, match="address already in use"), running(partnership.workspace, port=taken):
        pass
    assert [thread.name for thread in threading.enumerate()].count("sandbox") == 1


def test_the_server_listens_on_this_machine_alone(server: Server) -> None:
    assert server.url.startswith("http://127.0.0.1:")
