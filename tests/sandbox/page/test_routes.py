import json
import urllib.error
import urllib.request
from dataclasses import dataclass, replace
from threading import Event
from typing import Any
from urllib.parse import urlencode

import pytest

from sandbox.application import Shortcut
from sandbox.changes import Change
from sandbox.page import page_with
from sandbox.page.moments import clock_face
from sandbox.page.routes import ROUTES
from sandbox.run import Server, running
from sandbox.workspace import Workspace
from tests.sandbox.page.conftest import WELCOME, Stage
from tests.sandbox.page.samples import button, form


class StayHere(urllib.request.HTTPRedirectHandler):
    """Shows a redirect instead of following it."""

    def redirect_request(self, *_: Any) -> None:
        return None


OPENER = urllib.request.build_opener(StayHere)


@dataclass(frozen=True)
class Answered:
    status: int
    headers: dict[str, str]
    body: str


def ask(stage: Stage | Server, path: str, body: bytes | None = None, **headers: str) -> Answered:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(  # noqa: S310  # the test's own server
        stage.url + path, body, {"Origin": stage.url} | named
    )
    try:
        with OPENER.open(request) as answer:
            return Answered(answer.status, dict(answer.headers), answer.read().decode())
    except urllib.error.HTTPError as other:
        with other:
            return Answered(other.code, dict(other.headers), other.read().decode())


def act(stage: Stage, name: str, **sent: Any) -> Answered:
    path = f"/as/{stage.lead.id}/{name}"
    body = json.dumps(sent).encode()
    return ask(stage, path, body, Accept="application/json", Content_Type="application/json")


def words(answered: Answered) -> str:
    assert answered.status == 200
    told = json.loads(answered.body)
    assert told["done"] is (told["words"] == "")
    return str(told["words"])


def test_the_page_opens_where_the_first_thing_leads_with_nothing_typed(stage: Stage) -> None:
    answered = ask(stage, "/")
    assert (answered.status, answered.headers["Location"]) == (302, f"/as/{stage.lead.id}/@app")
    answered = ask(stage, f"/as/{stage.lead.id}/@app?draft=x")
    assert answered.headers["Location"] == f"/as/{stage.lead.id}/{stage.dm(stage.lead).id}?draft=x"


def test_drawing_the_page_changes_nothing(stage: Stage) -> None:
    changes: list[Change] = []
    ask(stage, f"/as/{stage.lead.id}/{stage.plan.id}")
    stage.workspace.feed.subscribe(changes.append)
    ask(stage, f"/as/{stage.lead.id}/{stage.plan.id}")
    ask(stage, f"/as/{stage.chair.id}/{stage.plan.id}")
    assert changes == []


def test_without_the_script_writing_still_works(stage: Stage) -> None:
    body = urlencode({"text": "2.7a on track", "channel": stage.plan.id, "thread": ""}).encode()
    answered = ask(stage, f"/as/{stage.lead.id}/say", body)
    assert (answered.status, answered.headers["Location"]) == (303, f"/as/{stage.lead.id}/{stage.plan.id}")
    assert [message.text for message in stage.workspace.messages.history(stage.plan.id)] == ["2.7a on track"]


def test_without_the_script_the_clock_still_moves_and_one_stays_where_one_was(stage: Stage) -> None:
    here = stage.at(stage.lead, stage.plan)
    answered = ask(stage, "/clock", b"to=monday", Referer=here)
    assert (answered.status, answered.headers["Location"]) == (303, here.removeprefix(stage.url))


def test_the_clock_goes_to_a_day_of_ones_own_choosing_when_its_asks_are_out(stage: Stage) -> None:
    assert ask(stage, "/clock", b"to=chosen&on=2026-11-17", Referer="/").status == 303
    assert clock_face(stage.workspace.clock.now()) == "Tue 17 Nov 2026, 10:00"
    assert ask(stage, "/clock", b"to=chosen&on=2026-11-16").status == 409
    assert ask(stage, "/clock", b"to=chosen&on=Christmas").status == 400
    assert clock_face(stage.workspace.clock.now()) == "Tue 17 Nov 2026, 10:00"


def test_the_clock_goes_only_where_it_can(stage: Stage) -> None:
    assert ask(stage, "/clock", b"to=yesterday").status == 400


@pytest.mark.parametrize(
    "place", ["/as/U999", "/as/{bot}", "/as/{chair}/{tea}", "/as/{lead}/C999", "/nowhere"]
)
def test_places_that_are_not_there_for_one_say_so(stage: Stage, place: str) -> None:
    tea = stage.workspace.channels.named("tea-room")
    assert tea is not None
    ids = {"bot": stage.workspace.bot.id, "chair": stage.chair.id, "lead": stage.lead.id, "tea": tea.id}
    assert ask(stage, place.format(**ids)).status == 404


@pytest.mark.parametrize("name", ["none.css", "page.py", "..%2Froutes.py", "%2Fetc%2Fpasswd", "Page.css"])
def test_only_the_pages_own_files_are_given_out(stage: Stage, name: str) -> None:
    assert ask(stage, f"/static/{name}").status == 404


@pytest.mark.parametrize(
    ("name", "type_"),
    [("page.css", "text/css"), ("page.js", "text/javascript"), ("mark.svg", "image/svg+xml")],
)
def test_the_pages_own_files_have_their_types(stage: Stage, name: str, type_: str) -> None:
    assert ask(stage, f"/static/{name}").headers["Content-Type"].startswith(type_)


@pytest.mark.parametrize("name", ["evil.html", "evil.svg", "plan.docx"])
def test_a_shared_file_that_is_no_picture_is_only_saved(stage: Stage, name: str) -> None:
    message = stage.acts.upload(stage.lead.id, stage.plan.id, name, b"<script>alert(1)</script>")
    headers = ask(stage, f"/picture/{message.files[0]}").headers
    assert headers["Content-Type"] == "application/octet-stream"
    assert headers["Content-Disposition"] == f"attachment; filename*=UTF-8''{name}"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_file_that_is_not_there_says_so(stage: Stage) -> None:
    assert ask(stage, "/picture/F999").status == 404


def test_refusals_are_explained_in_words(stage: Stage) -> None:
    theirs = stage.acts.say(stage.chair.id, stage.plan.id, "Thank you")
    gone = {"channel": stage.plan.id, "ts": "1.000000"}
    assert words(act(stage, "delete", **gone)) == "That message is no longer there."
    assert "cant delete message" in words(act(stage, "delete", channel=stage.plan.id, ts=theirs.ts))
    asked = stage.bot_says(
        stage.plan, "x", {"type": "actions", "block_id": "a", "elements": [button("Go", "go")]}
    )
    pressed = {"channel": stage.plan.id, "ts": asked.ts, "block": "a"}
    assert (
        words(act(stage, "press", **pressed, action="went"))
        == "Leadline has changed this since. Please look again."
    )
    assert words(act(stage, "press", **pressed, action="go")) == ""


def test_the_apps_entry_in_a_messages_menu_reaches_the_app(stage: Stage) -> None:
    entry = Shortcut("record", "Record for the board", on_message=True)
    stage.workspace.application = replace(stage.workspace.application, shortcuts=(entry,))
    said = stage.acts.say(stage.chair.id, stage.plan.id, "We agreed")
    shown = ask(stage, f"/as/{stage.lead.id}/{stage.plan.id}").body
    assert "Record for the board" in shown
    place = {"channel": stage.plan.id, "ts": said.ts}
    assert words(act(stage, "shortcut", **place, shortcut="record")) == ""
    assert (
        words(act(stage, "shortcut", **place, shortcut="else")) == "Leadline has no such entry in this menu."
    )


def test_nobody_answers_somebody_elses_form(stage: Stage) -> None:
    view = stage.workspace.views.open(stage.chair.id, form())
    values = {"why": {"words": "x"}}
    pressed = act(stage, "press", view=view.id, block="why", action="words", values=values)
    for answered in (
        pressed,
        act(stage, "submit", view=view.id, values=values),
        act(stage, "close", view=view.id),
    ):
        assert words(answered) == "That form is no longer open."
    assert stage.workspace.views.top(stage.chair.id) == view


def test_what_is_no_act_is_refused(stage: Stage) -> None:
    assert act(stage, "press", channel="C1").status == 400
    assert ask(stage, f"/as/{stage.lead.id}/press", b"nonsense", Accept="application/json").status == 400
    assert ask(stage, f"/as/{stage.lead.id}/press", b"[]", Accept="application/json").status == 400


def test_addresses_are_unlike_those_of_the_api() -> None:
    assert not [path for _, path, _ in ROUTES if path.startswith(("/api", "/link", "/files", "/response"))]


def test_while_the_app_is_away_the_page_says_so() -> None:
    workspace = Workspace()
    lead = workspace.people.add("S Okoro")
    with running(workspace, pages=page_with(WELCOME)) as server:
        answer = urllib.request.urlopen(f"{server.url}/as/{lead.id}")  # noqa: S310  # the test's own server
        with answer:
            assert "Leadline is not running just now." in answer.read().decode()
    workspace.close()


def test_an_empty_workspace_says_what_is_missing() -> None:
    workspace = Workspace()
    with running(workspace, pages=page_with(WELCOME)) as server:
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(server.url)  # noqa: S310  # the test's own server
        with refused.value as answer:
            assert answer.read().decode() == "Nobody is here yet. Add people to the sandbox first."
    workspace.close()


def test_before_it_opens_the_page_takes_nothing_and_comes_again_by_itself() -> None:
    workspace, opened = Workspace(), Event()
    lead = workspace.people.add("S Okoro")
    with running(workspace, pages=page_with(WELCOME, opened.is_set)) as server:
        early = ask(server, "/")
        assert early.status == 503
        assert 'http-equiv="refresh"' in early.body
        said = ask(server, f"/as/{lead.id}/say", urlencode({"text": "hello"}).encode())
        assert said.body.endswith("Nothing was done.")
        assert ask(server, "/static/page.css").status == 200
        opened.set()
        assert ask(server, "/").status == 302
    workspace.close()
