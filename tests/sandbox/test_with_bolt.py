"""An unmodified Bolt app over Socket Mode: what people do reaches it, what it answers reaches them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from slack_bolt import Ack, App, BoltRequest, BoltResponse, Respond, Say
from slack_sdk import WebClient

from sandbox.changes import Change, ChangeKind
from sandbox.dispatching import Problem
from sandbox.entities import Json
from sandbox.run import Server
from tests.sandbox.conftest import (
    Partnership,
    acknowledgements_later_overdue,
    acknowledgements_soon_overdue,
    client_of,
    connected,
    eventually,
)

Bolt = Callable[[Callable[[App], None]], App]

GO: list[Json] = [
    {"type": "section", "text": {"type": "mrkdwn", "text": "2.7a is due."}},
    {
        "type": "actions",
        "block_id": "answers",
        "elements": [
            {
                "type": "button",
                "action_id": "on_track",
                "value": "2.7a",
                "text": {"type": "plain_text", "text": "On track"},
            }
        ],
    },
]
FORM: Json = {
    "type": "modal",
    "callback_id": "slipping",
    "title": {"type": "plain_text", "text": "2.7a is slipping"},
    "submit": {"type": "plain_text", "text": "Save"},
    "notify_on_close": True,
    "blocks": [
        {
            "type": "input",
            "block_id": "reason",
            "label": {"type": "plain_text", "text": "Why"},
            "element": {"type": "plain_text_input", "action_id": "words"},
        }
    ],
}


def test_a_direct_message_reaches_the_listener_and_its_answer_reaches_the_person(
    server: Server, partnership: Partnership, bolt: Bolt
) -> None:
    def register(app: App) -> None:
        @app.event("message")
        def heard(event: Json, say: Say) -> None:
            say(text=f"Saved: {event['text']}")

    bolt(register)
    answered = threading.Event()
    home = partnership.dm(partnership.lead)

    def listen(change: Change) -> None:
        if change.kind is ChangeKind.MESSAGE_POSTED and len(partnership.texts(partnership.lead, home)) == 2:
            answered.set()

    partnership.workspace.feed.subscribe(listen)
    server.acts.say("S Okoro", "@app", "2.7a is on track")
    assert answered.wait(10)
    assert partnership.texts(partnership.lead, home) == ["2.7a is on track", "Saved: 2.7a is on track"]


def test_a_mention_in_a_channel_comes_as_app_mention_and_as_message(
    server: Server, partnership: Partnership, bolt: Bolt
) -> None:
    heard: list[tuple[str, str]] = []

    def register(app: App) -> None:
        @app.event("app_mention")
        def mentioned(event: Json) -> None:
            heard.append(("app_mention", event["ts"]))

        @app.event("message")
        def messaged(event: Json) -> None:
            heard.append((event["channel_type"], event["ts"]))

    bolt(register)
    message = server.acts.say("sokoro", "#larkmere-plan", "@leadline status red")
    eventually(lambda: len(heard) == 2)
    assert sorted(heard) == [("app_mention", message.ts), ("channel", message.ts)]
    assert message.text == f"<@{partnership.workspace.bot.id}> status red"


def test_an_edit_and_a_deletion_are_told_with_what_was_said_before(
    server: Server, partnership: Partnership, bolt: Bolt
) -> None:
    heard: list[Json] = []

    def register(app: App) -> None:
        @app.event({"type": "message", "subtype": "message_changed"})
        def changed(event: Json) -> None:
            heard.append(event)

        @app.event({"type": "message", "subtype": "message_deleted"})
        def deleted(event: Json) -> None:
            heard.append(event)

    bolt(register)
    message = server.acts.say("sokoro", "@app", "2.7a done")
    edited = server.acts.edit("sokoro", message, "2.7a nearly done")
    eventually(lambda: len(heard) == 1)
    server.acts.delete("sokoro", edited)
    eventually(lambda: len(heard) == 2)
    change, deletion = heard
    assert (change["previous_message"]["text"], change["message"]["text"]) == (
        "2.7a done",
        "2.7a nearly done",
    )
    assert change["message"]["edited"]["user"] == partnership.lead.id
    assert (deletion["deleted_ts"], deletion["previous_message"]["text"]) == (message.ts, "2.7a nearly done")
    assert partnership.texts(partnership.lead, partnership.dm(partnership.lead)) == []


def test_a_button_is_acknowledged_and_its_message_replaced(
    server: Server, partnership: Partnership, bolt: Bolt, client: WebClient
) -> None:
    pressed: list[Json] = []

    def register(app: App) -> None:
        @app.action("on_track")
        def on_track(ack: Ack, respond: Respond, body: Json) -> None:
            ack()
            pressed.append(body)
            respond(text="Saved: 2.7a on track.", replace_original=True)

    bolt(register)
    home = partnership.dm(partnership.lead)
    client.chat_postMessage(channel=home.id, text="2.7a is due.", blocks=GO)
    (prompt,) = partnership.seen(partnership.lead, home)
    outcome = server.acts.press("sokoro", prompt, "on_track").result(10)
    assert outcome.is_accepted
    eventually(lambda: partnership.texts(partnership.lead, home) == ["Saved: 2.7a on track."])
    (body,) = pressed
    assert body["actions"][0]["value"] == "2.7a"
    assert body["actions"][0]["block_id"] == "answers"
    assert body["container"]["message_ts"] == prompt.ts
    assert body["message"]["text"] == "2.7a is due."


def test_a_form_is_opened_refused_with_errors_then_saved(
    server: Server, partnership: Partnership, bolt: Bolt, client: WebClient
) -> None:
    def register(app: App) -> None:
        @app.action("on_track")
        def opening(ack: Ack, body: Json, client: WebClient) -> None:
            ack()
            client.views_open(trigger_id=body["trigger_id"], view=FORM)

        @app.view("slipping")
        def submitted(ack: Ack, view: Json) -> None:
            if view["state"]["values"]["reason"]["words"]["value"] == "because":
                ack(response_action="errors", errors={"reason": "Please say what it waits for."})
            else:
                ack()

    bolt(register)
    client.chat_postMessage(channel=partnership.dm(partnership.lead).id, text="2.7a is due.", blocks=GO)
    (prompt,) = partnership.seen(partnership.lead, partnership.dm(partnership.lead))
    server.acts.press("sokoro", prompt, "on_track").result(10)
    eventually(lambda: partnership.workspace.views.top(partnership.lead.id))
    form = partnership.workspace.views.top(partnership.lead.id)
    assert form is not None
    empty = server.acts.submit("sokoro", form.id, {}).result(10)
    assert empty.errors == {"reason": "Please complete this required field."}
    refused = server.acts.submit("sokoro", form.id, {"reason": "because"}).result(10)
    assert refused.errors == {"reason": "Please say what it waits for."}
    assert partnership.workspace.views.top(partnership.lead.id) is not None
    saved = server.acts.submit("sokoro", form.id, {"reason": {"words": "the mailbox"}}).result(10)
    assert saved.is_accepted
    assert partnership.workspace.views.top(partnership.lead.id) is None


def test_a_form_that_is_closed_is_told_if_it_asked_for_that(
    server: Server, partnership: Partnership, bolt: Bolt
) -> None:
    closed: list[Json] = []

    def register(app: App) -> None:
        @app.command("/status")
        def opening(ack: Ack, body: Json, client: WebClient) -> None:
            ack()
            client.views_open(trigger_id=body["trigger_id"], view=FORM)

        @app.view_closed("slipping")
        def told(ack: Ack, body: Json) -> None:
            ack()
            closed.append(body)

    bolt(register)
    server.acts.command("sokoro", "@app", "/status").result(10)
    eventually(lambda: partnership.workspace.views.top(partnership.lead.id))
    form = partnership.workspace.views.top(partnership.lead.id)
    assert form is not None
    assert server.acts.close("sokoro", form.id).result(10).is_accepted
    assert [body["view"]["id"] for body in closed] == [form.id]


def test_a_slash_command_is_answered_privately_in_its_acknowledgement(
    server: Server, partnership: Partnership, bolt: Bolt
) -> None:
    commands: list[Json] = []

    def register(app: App) -> None:
        @app.command("/status")
        def status(ack: Ack, command: Json) -> None:
            commands.append(command)
            ack(text="3 red", blocks=GO)

    bolt(register)
    assert server.acts.command("sokoro", "#larkmere-plan", "/status", "red").result(10).is_accepted
    assert commands[0]["text"] == "red"
    assert commands[0]["channel_name"] == "larkmere-plan"
    assert partnership.texts(partnership.lead, partnership.plan) == ["3 red"]
    assert partnership.texts(partnership.chair, partnership.plan) == []


@acknowledgements_soon_overdue
def test_a_command_nobody_acknowledges_is_shown_as_failed(
    server: Server, partnership: Partnership, bolt: Bolt
) -> None:
    bolt(lambda _app: None)
    outcome = server.acts.command("sokoro", "#larkmere-plan", "/status").result(10)
    assert outcome.problem is Problem.TOO_LATE
    assert partnership.texts(partnership.lead, partnership.plan) == [
        '/status failed with the error "operation_timeout"'
    ]


@acknowledgements_later_overdue
def test_an_event_the_app_could_not_keep_comes_again_under_the_same_id(
    server: Server, partnership: Partnership
) -> None:
    arrivals: list[tuple[str, list[str]]] = []

    def keep(body: Json, req: BoltRequest, next: Callable[[], None]) -> BoltResponse:  # noqa: A002  # Bolt's name
        arrivals.append((body["event_id"], list(req.headers.get("x-slack-retry-num", []))))
        if len(arrivals) == 1:
            raise OSError("The disk is full.")
        return BoltResponse(status=200)

    app = App(client=client_of(server), before_authorize=keep)
    with connected(server, app):
        server.acts.say("sokoro", "@app", "2.7a is on track")
        eventually(lambda: server.sockets.on_their_way == 0)
    assert [number for _, number in arrivals] == [["0"], ["1"]]
    assert arrivals[0][0] == arrivals[1][0]


def test_the_home_tab_is_published_when_it_is_opened(
    server: Server, partnership: Partnership, bolt: Bolt
) -> None:
    home = {
        "type": "home",
        "blocks": [{"type": "header", "text": {"type": "plain_text", "text": "My actions"}}],
    }

    def register(app: App) -> None:
        @app.event("app_home_opened")
        def opened(event: Json, client: WebClient) -> None:
            client.views_publish(user_id=event["user"], view=home)

    bolt(register)
    server.acts.open_home("sokoro")
    eventually(lambda: partnership.workspace.views.home(partnership.lead.id))
    shown = partnership.workspace.views.home(partnership.lead.id)
    assert shown is not None
    assert shown.content["blocks"][0]["text"]["text"] == "My actions"


def test_what_is_chosen_in_a_message_goes_with_the_next_press(
    server: Server, partnership: Partnership, bolt: Bolt, client: WebClient
) -> None:
    states: list[Any] = []

    def register(app: App) -> None:
        @app.action("colour")
        def colour(ack: Ack, body: Json) -> None:
            ack()
            states.append(body["state"]["values"])

        @app.action("save")
        def save(ack: Ack, body: Json) -> None:
            ack()
            states.append(body["state"]["values"])

    bolt(register)
    options = [
        {"text": {"type": "plain_text", "text": word.title()}, "value": word} for word in ("red", "amber")
    ]
    blocks = [
        {
            "type": "actions",
            "block_id": "answer",
            "elements": [
                {"type": "static_select", "action_id": "colour", "options": options},
                {"type": "button", "action_id": "save", "text": {"type": "plain_text", "text": "Save"}},
            ],
        }
    ]
    client.chat_postMessage(channel=partnership.dm(partnership.lead).id, text="Which colour?", blocks=blocks)
    (question,) = partnership.seen(partnership.lead, partnership.dm(partnership.lead))
    server.acts.press("sokoro", question, "colour", "amber").result(10)
    server.acts.press("sokoro", question, "save").result(10)
    chosen = {"answer": {"colour": {"type": "static_select", "selected_option": options[1]}}}
    assert states == [chosen, chosen]
