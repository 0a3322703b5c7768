"""The control API, as a test or a guide uses it from outside."""

from __future__ import annotations

import http.client
from collections.abc import Callable
from typing import Any

import pytest
from slack_bolt import Ack, App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.faults import MEANINGS, Fault
from sandbox.run import Server
from tests.sandbox.conftest import Partnership, asked, eventually

Json = dict[str, Any]
Bolt = Callable[[Callable[[App], None]], App]
GO = {
    "type": "section",
    "text": {"type": "mrkdwn", "text": "2.7a"},
    "accessory": {"type": "button", "action_id": "open", "text": {"type": "plain_text", "text": "Open"}},
}
FORM = {
    "type": "modal",
    "callback_id": "form",
    "title": {"type": "plain_text", "text": "2.7a"},
    "submit": {"type": "plain_text", "text": "Save"},
    "blocks": [
        {
            "type": "input",
            "block_id": "why",
            "label": {"type": "plain_text", "text": "Why"},
            "element": {"type": "plain_text_input", "action_id": "words"},
        }
    ],
}


@pytest.fixture
def told(server: Server) -> Callable[..., Json]:
    """Posts to the control API; what is refused fails the test."""

    def tell(path: str, **body: Any) -> Json:
        status, answer = asked(f"{server.url}/control/{path}", body)
        assert status == 200, answer
        return dict(answer)

    return tell


@pytest.fixture
def shown(server: Server) -> Callable[[str], Json]:
    def show(path: str) -> Json:
        status, answer = asked(f"{server.url}/control/{path}")
        assert status == 200, answer
        return dict(answer)

    return show


def test_every_fault_has_its_meaning() -> None:
    assert set(MEANINGS) == set(Fault)


def test_a_partnership_is_made_and_looked_at(told: Callable[..., Json], shown: Callable[[str], Json]) -> None:
    person = told("people", real_name="K Bramley", name="kbramley", title="Lead for advice")
    room = told("channels", name="tea-room", members=["kbramley", "@app"], private=True)
    assert (room["kind"], room["members"][0]) == ("private_channel", person["id"])
    assert "kbramley" in [each["name"] for each in shown("people")["people"]]
    assert [each["name"] for each in shown("channels?person=kbramley")["channels"]] == ["tea-room"]
    assert len(shown("channels")["channels"]) == 2


def test_words_are_said_edited_deleted_and_read(
    told: Callable[..., Json], shown: Callable[[str], Json]
) -> None:
    message = told("acts/say", person="sokoro", channel="#larkmere-plan", text="one")
    place = {"person": "sokoro", "channel": message["channel"], "ts": message["ts"]}
    told("acts/edit", **place, text="two")
    seen = shown("messages?person=amerrin&channel=%23larkmere-plan")["messages"]
    assert [each["text"] for each in seen] == ["two"]
    told("acts/delete", **place)
    assert shown("messages?person=amerrin&channel=%23larkmere-plan")["messages"] == []


def test_people_come_go_and_look_at_the_app(told: Callable[..., Json], partnership: Partnership) -> None:
    told("acts/leave", person="amerrin", channel="#larkmere-plan")
    told("acts/join", person="amerrin", channel="#larkmere-plan")
    told("acts/invite_app", person="amerrin", channel="#larkmere-plan")
    told("acts/open_home", person="amerrin")
    plan = partnership.workspace.channels.need(partnership.plan.id)
    assert plan.members[-1] == partnership.chair.id


def test_buttons_forms_and_commands_are_answered_through_it(
    told: Callable[..., Json],
    shown: Callable[[str], Json],
    bolt: Bolt,
    client: WebClient,
    partnership: Partnership,
) -> None:
    def register(app: App) -> None:
        @app.action("open")
        def opening(ack: Ack, body: Json, client: WebClient) -> None:
            client.views_open(trigger_id=body["trigger_id"], view=FORM)
            ack()

        @app.view("form")
        def submitted(ack: Ack) -> None:
            ack(response_action="errors", errors={"why": "Say more."})

        @app.command("/status")
        def status(ack: Ack) -> None:
            ack("3 red")

    bolt(register)
    prompt = client.chat_postMessage(channel=partnership.plan.id, text="2.7a", blocks=[GO])
    place = {"person": "sokoro", "channel": partnership.plan.id, "ts": prompt["ts"]}
    assert told("acts/press", **place, action_id="open")["problem"] is None
    form = shown("view?person=sokoro")["view"]
    told("acts/press", person="sokoro", view=form["id"], action_id="words", choice="IT")
    assert told("acts/submit", person="sokoro", view=form["id"])["errors"] == {"why": "Say more."}
    assert shown("view?person=sokoro")["view"]["errors"] == {"why": "Say more."}
    told("acts/close", person="sokoro", view=form["id"])
    assert shown("view?person=sokoro")["view"] is None
    assert shown("home?person=sokoro")["view"] is None
    answer = told("acts/command", person="sokoro", channel="@app", command="/status", text="red")
    assert answer["payload"] == {"text": "3 red"}


def test_the_clock_is_read_and_moved_forward_only(server: Server, shown: Callable[[str], Json]) -> None:
    clock = f"{server.url}/control/clock"
    assert asked(clock, {"to": "2026-09-28T09:00:00+01:00"})[1]["now"] == "2026-09-28T08:00:00+00:00"
    assert shown("clock")["now"] == "2026-09-28T08:00:00+00:00"
    assert asked(clock, {"to": "2026-09-21T09:00:00+01:00"})[1]["error"] == "clock_would_go_back"
    assert asked(clock, {"to": "2026-10-05T09:00:00"})[1]["error"] == "invalid_field"


@pytest.mark.parametrize(
    ("path", "body", "error"),
    [
        ("acts/say", {"person": "nobody", "channel": "@app", "text": "x"}, "user_not_found"),
        ("acts/say", {"person": "sokoro", "channel": "@app"}, "missing_field"),
        ("acts/edit", {"person": "sokoro", "channel": "@app", "ts": "1.0", "text": "x"}, "message_not_found"),
        ("acts/shortcut", {"person": "sokoro", "callback_id": "none"}, "unknown_shortcut"),
        ("faults", {"fault": "earthquake"}, "invalid_field"),
        ("rates", {"colour": "red"}, "invalid_field"),
    ],
)
def test_what_cannot_be_done_is_refused(server: Server, path: str, body: Json, error: str) -> None:
    status, answer = asked(f"{server.url}/control/{path}", body)
    assert (status, answer["error"]) == (400, error)


def test_faults_are_armed_listed_and_cleared(told: Callable[..., Json], shown: Callable[[str], Json]) -> None:
    told("faults", fault="drop_ack", times=2)
    assert shown("faults")["armed"][0]["times"] == 2
    assert set(shown("faults")["known"]) == {fault.value for fault in Fault}
    told("faults/clear")
    assert shown("faults")["armed"] == []


def test_a_server_error_may_come_before_or_after_the_message_is_stored(
    told: Callable[..., Json], client: WebClient, partnership: Partnership
) -> None:
    for fault, stored in (("fail_before_storing", []), ("fail_after_storing", ["x"])):
        told("faults", fault=fault, method="chat.postMessage")
        assert client.auth_test()["ok"]
        with pytest.raises(SlackApiError) as failure:
            client.chat_postMessage(channel=partnership.plan.id, text="x")
        assert failure.value.response.status_code == 500
        assert partnership.texts(partnership.lead, partnership.plan) == stored


def test_an_answer_may_come_too_late_for_its_client(
    told: Callable[..., Json], server: Server, partnership: Partnership
) -> None:
    told("faults", fault="answer_late", seconds=0.5)
    hasty = WebClient(
        token=partnership.workspace.application.bot_token, base_url=server.api_url, retry_handlers=[]
    )
    hasty.timeout = 0.1  # type: ignore[assignment]  # annotated as whole seconds, used as any number
    with pytest.raises((TimeoutError, http.client.HTTPException)):
        hasty.chat_postMessage(channel=partnership.plan.id, text="x")
    eventually(lambda: partnership.texts(partnership.lead, partnership.plan) == ["x"])


def test_the_history_may_be_unreadable(
    told: Callable[..., Json], client: WebClient, partnership: Partnership
) -> None:
    told("faults", fault="history_unreadable")
    with pytest.raises(SlackApiError, match="not_in_channel"):
        client.conversations_history(channel=partnership.plan.id)
    assert client.conversations_history(channel=partnership.plan.id)["ok"]


def test_rates_can_be_changed(told: Callable[..., Json], client: WebClient) -> None:
    assert told("rates", is_on=True, generosity=1.0, burst_seconds=3)["is_on"]
    client.users_list()
    with pytest.raises(SlackApiError, match="ratelimited"):
        client.users_list()


@pytest.mark.parametrize("parting", ["refresh", "hang-up", "cut"])
def test_an_app_connects_anew_and_misses_nothing(
    told: Callable[..., Json], shown: Callable[[str], Json], server: Server, bolt: Bolt, parting: str
) -> None:
    heard: list[str] = []

    def register(app: App) -> None:
        @app.event("message")
        def listening(event: Json) -> None:
            heard.append(event["text"])

    bolt(register)
    told(f"sockets/{parting}")
    server.acts.say("sokoro", "@app", "are you there?")
    eventually(lambda: heard)
    eventually(lambda: shown("sockets")["connections"] == 1 and server.sockets.on_their_way == 0)
    assert set(heard) == {"are you there?"}  # perhaps more than once: what is acknowledged late comes again
