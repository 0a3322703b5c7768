"""What people's acts send to an app, and what they refuse, seen by a dispatcher that only listens."""

from __future__ import annotations

import json
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from sandbox.acts import Acts
from sandbox.application import Shortcut
from sandbox.desk import Desk
from sandbox.dispatching import Answer, EnvelopeType, Problem
from sandbox.entities import View
from sandbox.refusals import Refused
from tests.sandbox.conftest import Partnership

Json = dict[str, Any]


@dataclass
class ListeningApp:
    """Hears every envelope and gives the answers it was told to, then plain ones."""

    answers: list[Answer] = field(default_factory=list)
    heard: list[tuple[EnvelopeType, Json]] = field(default_factory=list)

    def send(self, kind: EnvelopeType, payload: Json) -> Future[Answer]:
        self.heard.append((kind, json.loads(json.dumps(payload))))
        answered: Future[Answer] = Future()
        is_event = kind is EnvelopeType.EVENT
        answered.set_result(Answer() if is_event or not self.answers else self.answers.pop(0))
        return answered

    def events(self) -> list[Json]:
        return [payload["event"] for kind, payload in self.heard if kind is EnvelopeType.EVENT]

    def last(self) -> Json:
        return self.heard[-1][1]


@pytest.fixture
def app() -> ListeningApp:
    return ListeningApp()


@pytest.fixture
def desk(partnership: Partnership, app: ListeningApp) -> Desk:
    return Desk(partnership.workspace, app)


@pytest.fixture
def acts(desk: Desk) -> Acts:
    return Acts(desk)


def field_block(block_id: str, **more: Any) -> Json:
    label = {"type": "plain_text", "text": block_id.title()}
    element = {"type": "plain_text_input", "action_id": f"{block_id}_words", **more.pop("element", {})}
    return {"type": "input", "block_id": block_id, "label": label, "element": element, **more}


def form(partnership: Partnership, *blocks: Json, **more: Any) -> View:
    content = {"type": "modal", "title": {"type": "plain_text", "text": "A form"}, "blocks": list(blocks)}
    return partnership.workspace.views.open(partnership.lead.id, {**content, **more})


def modal(title: str) -> Json:
    return {"type": "modal", "title": {"type": "plain_text", "text": title}, "blocks": []}


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("R&D <soon>", "R&amp;D &lt;soon&gt;"),
        ("ask @amerrin in #larkmere-plan", "ask <@{chair}> in <#{plan}|larkmere-plan>"),
        ("<@{chair}> already", "<@{chair}> already"),
        ("@nobody at a@larkmere.example", "@nobody at a@larkmere.example"),
    ],
)
def test_what_is_typed_is_escaped_and_names_become_codes(
    acts: Acts, partnership: Partnership, typed: str, sent: str
) -> None:
    ids = {"chair": partnership.chair.id, "plan": partnership.plan.id}
    message = acts.say("sokoro", "#larkmere-plan", typed.format(**ids))
    assert message.text == sent.format(**ids)


def test_the_app_hears_only_where_it_is_and_may(
    acts: Acts, app: ListeningApp, partnership: Partnership
) -> None:
    workspace = partnership.workspace
    workspace.channels.add("tea-room", [partnership.lead.id])
    acts.say("sokoro", "#tea-room", "@leadline?")
    assert app.heard == []
    application = workspace.application
    workspace.application = replace(application, scopes=application.scopes - {"channels:history"})
    acts.say("sokoro", "#larkmere-plan", "just talking")
    acts.say("sokoro", "#larkmere-plan", "@leadline status")
    assert [event["type"] for event in app.events()] == ["app_mention"]


def test_a_mention_in_a_direct_message_is_a_message_alone(acts: Acts, app: ListeningApp) -> None:
    acts.say("sokoro", "@app", "@leadline status")
    assert [(event["type"], event["channel_type"]) for event in app.events()] == [("message", "im")]


@pytest.mark.parametrize(
    ("channel", "text", "refusal"),
    [
        ("#tea-room", "hello", "not_in_channel"),
        ("#old", "hello", "is_archived"),
        ("#nowhere", "hello", "channel_not_found"),
        ("#larkmere-plan", "  ", "no_text"),
    ],
)
def test_what_a_person_may_not_say_is_refused(
    acts: Acts, partnership: Partnership, channel: str, text: str, refusal: str
) -> None:
    channels = partnership.workspace.channels
    channels.add("tea-room", [partnership.chair.id])
    channels.archive(channels.add("old", [partnership.lead.id]).id)
    with pytest.raises(Refused, match=refusal):
        acts.say("sokoro", channel, text)


def test_whichever_message_of_a_thread_is_answered_the_answer_stands_in_it(
    acts: Acts, partnership: Partnership
) -> None:
    parent = acts.say("sokoro", "#larkmere-plan", "one")
    reply = acts.say("amerrin", "#larkmere-plan", "two", parent.ts)
    assert acts.say("sokoro", "#larkmere-plan", "three", reply.ts).thread_ts == parent.ts
    assert partnership.texts(partnership.chair, partnership.plan) == ["one"]
    with pytest.raises(Refused, match="thread_not_found"):
        acts.say("sokoro", "#larkmere-plan", "four", "1.0")


def test_only_the_author_edits_and_deletes(acts: Acts) -> None:
    message = acts.say("sokoro", "#larkmere-plan", "mine")
    with pytest.raises(Refused, match="cant_update_message"):
        acts.edit("amerrin", message, "not yours")
    with pytest.raises(Refused, match="cant_delete_message"):
        acts.delete("amerrin", message)


def test_deleting_a_message_that_has_replies_is_told_as_a_change_to_a_tombstone(
    acts: Acts, app: ListeningApp
) -> None:
    parent = acts.say("sokoro", "#larkmere-plan", "2.7a is done")
    acts.say("amerrin", "#larkmere-plan", "Thank you", parent.ts)
    acts.delete("sokoro", parent)
    event = app.events()[-1]
    assert (event["subtype"], event["message"]["subtype"], event["message"]["hidden"]) == (
        "message_changed",
        "tombstone",
        True,
    )
    assert (event["message"]["ts"], event["previous_message"]["text"]) == (parent.ts, "2.7a is done")
    with pytest.raises(Refused, match="cant_delete_message"):
        acts.delete("sokoro", parent)


def test_a_dropped_file_is_a_message_and_a_file_shared(
    acts: Acts, app: ListeningApp, partnership: Partnership
) -> None:
    message = acts.upload("sokoro", "@app", "plan.csv", b"a,b\n", "our plan")
    event, shared = app.events()
    assert (event["subtype"], event["text"], event["files"][0]["name"]) == (
        "file_share",
        "our plan",
        "plan.csv",
    )
    assert (shared["type"], shared["file_id"]) == ("file_shared", message.files[0])
    assert event["files"][0]["url_private_download"].endswith("/download/plan.csv")


def test_coming_and_going_is_told(acts: Acts, app: ListeningApp, partnership: Partnership) -> None:
    partnership.workspace.channels.add("tea-room", [partnership.lead.id])
    acts.join("amerrin", "#tea-room")
    assert app.heard == []
    acts.invite_app("sokoro", "#tea-room")
    acts.leave("amerrin", "#tea-room")
    told = [(event["type"], event["user"]) for event in app.events()]
    assert told == [
        ("member_joined_channel", partnership.workspace.bot.id),
        ("member_left_channel", partnership.chair.id),
    ]
    with pytest.raises(Refused, match="not_in_channel"):
        acts.invite_app("amerrin", "#tea-room")


def test_an_unknown_command_never_reaches_the_app(acts: Acts, app: ListeningApp) -> None:
    with pytest.raises(Refused, match="unknown_command"):
        acts.command("sokoro", "@app", "/dance")
    assert app.heard == []


def test_both_status_commands_are_accepted(acts: Acts, app: ListeningApp) -> None:
    for name in ("/status", "/plan-status"):
        assert acts.command("sokoro", "@app", name, "red").result(0).is_accepted
        assert (app.last()["command"], app.last()["text"]) == (name, "red")


def test_a_command_that_does_not_escape_comes_with_names_as_typed(
    acts: Acts, app: ListeningApp, partnership: Partnership
) -> None:
    workspace = partnership.workspace
    acts.command("sokoro", "@app", "/status", "@amerrin & co").result(0)
    assert app.last()["text"] == f"<@{partnership.chair.id}> &amp; co"
    workspace.application = replace(workspace.application, escapes_commands=False)
    acts.command("sokoro", "@app", "/status", "@amerrin & co").result(0)
    assert app.last()["text"] == "@amerrin &amp; co"


def test_a_command_may_be_answered_for_everybody(
    acts: Acts, app: ListeningApp, partnership: Partnership
) -> None:
    app.answers = [Answer(payload={"text": "3 red", "response_type": "in_channel"})]
    acts.command("sokoro", "#larkmere-plan", "/status").result(0)
    assert partnership.texts(partnership.chair, partnership.plan) == ["3 red"]


def test_a_command_answered_with_bad_blocks_has_failed(acts: Acts, app: ListeningApp) -> None:
    app.answers = [Answer(payload={"blocks": [{"type": "sofa"}]})]
    assert acts.command("sokoro", "@app", "/status").result(0).problem is Problem.BAD_ANSWER


def test_a_press_on_a_private_message_does_not_send_it_back(
    acts: Acts, app: ListeningApp, partnership: Partnership
) -> None:
    button = {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}}
    section = {
        "type": "section",
        "block_id": "s",
        "text": {"type": "mrkdwn", "text": "x"},
        "accessory": button,
    }
    app.answers = [Answer(payload={"text": "look", "blocks": [section]})]
    acts.command("sokoro", "#larkmere-plan", "/status").result(0)
    (answer,) = partnership.seen(partnership.lead, partnership.plan)
    acts.press("sokoro", answer, "go").result(0)
    assert app.last()["container"]["is_ephemeral"]
    assert "message" not in app.last()
    with pytest.raises(Refused, match="message_not_found"):
        acts.press("amerrin", answer, "go")


def test_a_failed_press_is_told_to_the_person(
    acts: Acts, app: ListeningApp, partnership: Partnership
) -> None:
    view = form(
        partnership,
        {
            "type": "actions",
            "block_id": "a",
            "elements": [
                {
                    "type": "button",
                    "action_id": "go",
                    "value": "1",
                    "text": {"type": "plain_text", "text": "Go"},
                }
            ],
        },
    )
    notices: list[str | None] = []
    partnership.workspace.feed.subscribe(lambda change: notices.append(change.text))
    for problem in Problem:
        app.answers = [Answer(problem=problem)]
        assert acts.press("sokoro", view, "go").result(0).problem is problem
    assert len(set(notices)) == len(Problem)
    assert notices[0] == "Leadline is not running, so nothing was done."


def test_a_press_in_a_view_sends_the_view_with_all_that_is_filled_in(
    acts: Acts, app: ListeningApp, partnership: Partnership
) -> None:
    menu = {"type": "users_select", "action_id": "deputy"}
    view = form(
        partnership,
        {
            "type": "section",
            "block_id": "who",
            "text": {"type": "mrkdwn", "text": "Deputy"},
            "accessory": menu,
        },
        field_block("why", element={"initial_value": "IT"}),
    )
    acts.press("sokoro", view, "deputy", partnership.chair.id).result(0)
    payload = app.last()
    assert payload["actions"][0]["selected_user"] == partnership.chair.id
    assert payload["view"]["state"]["values"]["why"]["why_words"]["value"] == "IT"
    assert payload["view"]["state"]["values"]["who"]["deputy"]["selected_user"] == partnership.chair.id
    with pytest.raises(Refused, match="not_found"):
        acts.press("amerrin", view, "deputy", partnership.chair.id)


def test_writing_in_an_input_is_told_only_if_it_dispatches(
    acts: Acts, app: ListeningApp, partnership: Partnership
) -> None:
    view = form(partnership, field_block("quiet"), field_block("loud", dispatch_action=True))
    assert acts.press("sokoro", view, "quiet_words", "sh").result(0).is_accepted
    assert app.heard == []
    acts.press("sokoro", view, "loud_words", "hey").result(0)
    values = app.last()["view"]["state"]["values"]
    assert (values["quiet"]["quiet_words"]["value"], values["loud"]["loud_words"]["value"]) == ("sh", "hey")


def test_a_form_is_not_sent_while_an_input_is_empty_or_of_the_wrong_length(
    acts: Acts, app: ListeningApp, partnership: Partnership
) -> None:
    view = form(
        partnership,
        field_block("why"),
        field_block("more", optional=True),
        field_block("code", element={"min_length": 2, "max_length": 3}),
    )

    def errors(**values: str) -> Json:
        return dict(acts.submit("sokoro", view.id, values).result(0).errors)

    assert errors() == {
        "why": "Please complete this required field.",
        "code": "Please complete this required field.",
    }
    assert errors(why="IT", code="x") == {"code": "Please write at least 2 characters."}
    assert errors(code="long") == {"code": "Please write at most 3 characters."}
    assert app.heard == []
    assert errors(code_words="abc") == {}
    values = app.last()["view"]["state"]["values"]
    assert values["more"]["more_words"]["value"] is None


@pytest.mark.parametrize(
    ("payload", "titles"),
    [
        (None, []),
        ({"response_action": "clear"}, []),
        ({"response_action": "update", "view": modal("Saved")}, ["Saved"]),
        ({"response_action": "push", "view": modal("Sure?")}, ["A form", "Sure?"]),
    ],
)
def test_the_app_says_what_becomes_of_a_submitted_form(
    acts: Acts, app: ListeningApp, partnership: Partnership, payload: Json | None, titles: list[str]
) -> None:
    view = form(partnership)
    app.answers = [Answer(payload=payload)]
    assert acts.submit("sokoro", view.id, {}).result(0).is_accepted
    stack = partnership.workspace.views.stack(partnership.lead.id)
    assert [each.content["title"]["text"] for each in stack] == titles


@pytest.mark.parametrize(
    "payload",
    [
        {"response_action": "errors", "errors": {"no_such_block": "x"}},
        {"response_action": "errors"},
        {"response_action": "update", "view": {"type": "modal"}},
        {"response_action": "explode"},
    ],
)
def test_an_answer_slack_would_not_show_is_a_failure_and_leaves_the_form_open(
    acts: Acts, app: ListeningApp, partnership: Partnership, payload: Json
) -> None:
    view = form(partnership, field_block("why"))
    notices: list[str] = []
    partnership.workspace.feed.subscribe(lambda change: notices.append(change.text) if change.text else None)
    app.answers = [Answer(payload=payload)]
    assert acts.submit("sokoro", view.id, {"why": "IT"}).result(0).problem is Problem.BAD_ANSWER
    assert partnership.workspace.views.top(partnership.lead.id) is not None
    assert notices == ["Leadline answered with something Slack would not show."]


def test_a_form_of_somebody_else_is_not_there(acts: Acts, partnership: Partnership) -> None:
    view = form(partnership)
    with pytest.raises(Refused, match="not_found"):
        acts.submit("amerrin", view.id, {})


def test_a_form_closed_meanwhile_needs_no_answer(
    acts: Acts, app: ListeningApp, partnership: Partnership
) -> None:
    view = form(partnership)
    waiting: Future[Answer] = Future()
    app.send = lambda _kind, _payload: waiting  # type: ignore[method-assign, assignment]  # an app that takes its time
    pending = acts.submit("sokoro", view.id, {})
    partnership.workspace.views.clear(partnership.lead.id)
    waiting.set_result(Answer(payload={"response_action": "update", "view": modal("Too late")}))
    assert pending.result(0).is_accepted
    assert partnership.workspace.views.top(partnership.lead.id) is None


def test_an_app_without_a_subscription_hears_nothing(
    acts: Acts, app: ListeningApp, partnership: Partnership
) -> None:
    workspace = partnership.workspace
    workspace.application = replace(workspace.application, events=frozenset())
    message = acts.say("sokoro", "@app", "hello")
    acts.delete("sokoro", acts.edit("sokoro", message, "goodbye"))
    acts.upload("sokoro", "@app", "a.csv", b"a")
    acts.open_home("sokoro")
    acts.leave("amerrin", "#larkmere-plan")
    assert app.heard == []


def test_a_form_the_app_does_not_answer_stays_open(
    acts: Acts, app: ListeningApp, partnership: Partnership
) -> None:
    view = form(partnership)
    app.answers = [Answer(problem=Problem.TOO_LATE)]
    assert acts.submit("sokoro", view.id, {}).result(0).problem is Problem.TOO_LATE
    assert partnership.workspace.views.top(partnership.lead.id) is not None


def test_closing_is_told_only_if_the_form_asked(
    acts: Acts, app: ListeningApp, partnership: Partnership
) -> None:
    acts.close("sokoro", form(partnership).id).result(0)
    assert app.heard == []
    first = form(partnership, notify_on_close=True)
    second = partnership.workspace.views.push(partnership.lead.id, {**modal("Two"), "notify_on_close": True})
    acts.close("sokoro", second.id).result(0)
    assert (app.last()["type"], app.last()["is_cleared"]) == ("view_closed", False)
    acts.close("sokoro", first.id, all_of_them=True).result(0)
    assert app.last()["is_cleared"]
    with pytest.raises(Refused, match="not_found"):
        acts.close("sokoro", first.id)


def test_the_home_is_sent_along_once_it_is_published(
    acts: Acts, app: ListeningApp, partnership: Partnership
) -> None:
    acts.open_home("sokoro")
    home = partnership.workspace.views.publish(partnership.lead.id, {"type": "home", "blocks": []})
    acts.open_home("sokoro")
    acts.open_home("sokoro", "messages")
    first, second, third = app.events()
    assert [event["tab"] for event in (first, second, third)] == ["home", "home", "messages"]
    assert ("view" in first, second["view"]["id"], "view" in third) == (False, home.id, False)


def test_shortcuts_are_sent_if_the_app_has_them(
    acts: Acts, app: ListeningApp, partnership: Partnership
) -> None:
    workspace = partnership.workspace
    shortcuts = (Shortcut("report", "Report", on_message=False), Shortcut("keep", "Keep", on_message=True))
    workspace.application = replace(workspace.application, shortcuts=shortcuts)
    message = acts.say("sokoro", "#larkmere-plan", "2.7a is done")
    acts.shortcut("sokoro", "report").result(0)
    assert (app.last()["type"], app.last()["callback_id"]) == ("shortcut", "report")
    acts.shortcut("sokoro", "keep", message).result(0)
    assert (app.last()["type"], app.last()["message"]["text"]) == ("message_action", "2.7a is done")
    with pytest.raises(Refused, match="unknown_shortcut"):
        acts.shortcut("sokoro", "report", message)


def test_an_external_menu_is_asked_for_its_options(
    acts: Acts, app: ListeningApp, partnership: Partnership
) -> None:
    menu = {"type": "external_select", "action_id": "action", "min_query_length": 1}
    view = form(partnership, {"type": "actions", "block_id": "a", "elements": [menu]})
    options = {"options": [{"text": {"type": "plain_text", "text": "2.7a"}, "value": "27"}]}
    app.answers = [Answer(payload=options)]
    outcome = acts.suggest("sokoro", view, "action", "2.")
    assert outcome.result(0).payload == options
    assert (app.last()["type"], app.last()["value"]) == ("block_suggestion", "2.")


def test_an_error_of_the_sandbox_itself_reaches_whoever_waits(acts: Acts, app: ListeningApp) -> None:
    app.answers = [Answer(payload=["no object"])]  # type: ignore[arg-type]  # the mistake in question
    with pytest.raises(AttributeError):
        acts.command("sokoro", "@app", "/status").result(0)
