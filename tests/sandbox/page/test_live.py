from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sandbox.changes import Change, ChangeKind
from sandbox.entities import Channel, Message, Person
from sandbox.page.live import REGIONS, Watch
from sandbox.page.meanwhile import Meanwhile
from sandbox.page.scene import Scene
from tests.sandbox.page.conftest import Stage


def watching(stage: Stage, person: Person, channel: Channel, **more: Any) -> Watch:
    return Watch(Scene(stage.desk, person, channel, **more), Meanwhile(), lambda: True)


def told(stage: Stage, watch: Watch, act: Callable[[], object]) -> list[dict[str, Any]]:
    changes: list[Change] = []
    stop = stage.workspace.feed.subscribe(changes.append)
    act()
    stop()
    return watch.patches(changes)


def ids(patches: list[dict[str, Any]], do: str) -> list[str]:
    return [patch.get("id", "") for patch in patches if patch["do"] == do]


def post(stage: Stage, text: str = "Hello", **more: Any) -> Message:
    return stage.bot_says(stage.plan, text, **more)


def test_every_kind_of_change_says_what_it_touches() -> None:
    assert set(REGIONS) == set(ChangeKind)


def test_a_message_in_the_room_one_looks_at_is_put_there(stage: Stage) -> None:
    patches = told(stage, watching(stage, stage.lead, stage.plan), lambda: post(stage))
    (patch,) = [patch for patch in patches if patch["do"] == "put"]
    assert patch["log"] == "log"
    assert "Hello" in patch["html"]
    assert stage.workspace.read_marks.unread(stage.lead.id, stage.plan.id) == 0


def test_a_message_elsewhere_only_changes_the_side(stage: Stage) -> None:
    patches = told(stage, watching(stage, stage.lead, stage.dm(stage.lead)), lambda: post(stage))
    assert ids(patches, "put") == []
    assert ids(patches, "region") == ["sidebar", "meanwhile"]
    assert stage.workspace.read_marks.unread(stage.lead.id, stage.plan.id) == 1


def test_what_only_one_person_may_see_is_sent_to_nobody_else(stage: Stage) -> None:
    def whisper() -> Message:
        return post(stage, "For the chair", only_for=stage.chair.id)

    assert "For the chair" not in str(told(stage, watching(stage, stage.lead, stage.plan), whisper))
    assert "For the chair" in str(told(stage, watching(stage, stage.chair, stage.plan), whisper))


def test_a_reply_changes_the_count_and_the_open_thread(stage: Stage) -> None:
    parent = post(stage)
    watch = watching(stage, stage.lead, stage.plan, thread_ts=parent.ts)
    patches = told(stage, watch, lambda: post(stage, "Late: 8", thread_ts=parent.ts))
    in_log, in_thread = [patch for patch in patches if patch["do"] == "put"]
    assert "1 reply" in in_log["html"]
    assert (in_thread["log"], "Late: 8" in in_thread["html"]) == ("thread-log", True)


def test_a_deleted_message_is_taken_away(stage: Stage) -> None:
    said = stage.acts.say(stage.lead.id, stage.plan.id, "too early")
    patches = told(
        stage, watching(stage, stage.chair, stage.plan), lambda: stage.acts.delete(stage.lead.id, said)
    )
    assert ids(patches, "remove") == [f"m-{stage.plan.id}-{said.ts.replace('.', '-')}"]


def test_many_changes_draw_each_piece_once(stage: Stage) -> None:
    def busy() -> None:
        said = stage.acts.say(stage.lead.id, stage.plan.id, "one")
        stage.acts.edit(stage.lead.id, said, "two")
        post(stage)

    patches = told(stage, watching(stage, stage.chair, stage.plan), busy)
    assert len(ids(patches, "put")) == 2
    assert ids(patches, "region").count("sidebar") == 1


def test_a_form_opens_only_for_whom_it_is_for(stage: Stage) -> None:
    content = {"type": "modal", "title": {"type": "plain_text", "text": "Slipping"}, "blocks": []}

    def show() -> object:
        return stage.workspace.views.open(stage.lead.id, content)

    assert told(stage, watching(stage, stage.chair, stage.plan), show) == []
    assert ids(told(stage, watching(stage, stage.lead, stage.plan), show), "region") == ["form-place"]


def test_home_is_drawn_only_where_it_is_looked_at(stage: Stage) -> None:
    content = {"type": "home", "blocks": []}

    def publish() -> object:
        return stage.workspace.views.publish(stage.lead.id, content)

    room = stage.dm(stage.lead)
    assert told(stage, watching(stage, stage.lead, room), publish) == []
    assert ids(told(stage, watching(stage, stage.lead, room, at_home=True), publish), "region") == ["home"]


def test_when_the_clock_moves_today_is_another_day(stage: Stage) -> None:
    post(stage)
    clock = stage.workspace.clock
    watch = watching(stage, stage.lead, stage.plan)
    patches = told(stage, watch, lambda: clock.advance_by(timedelta(days=1)))
    (days,) = [patch for patch in patches if patch["do"] == "days"]
    assert days["headings"] == {"2026-09-21": "Yesterday"}
    assert ids(patches, "region") == ["clock", "meanwhile"]


def test_when_the_app_comes_or_goes_the_page_says_so(stage: Stage) -> None:
    watch = Watch(Scene(stage.desk, stage.lead, stage.plan), Meanwhile(), lambda: False)
    (patch,) = told(stage, watch, lambda: stage.workspace.feed.publish(ChangeKind.CONNECTION_CHANGED))
    assert patch["id"] == "presence"
    assert "Leadline is not running just now." in patch["html"]


@pytest.mark.parametrize(("whose", "shown"), [("lead", ["notice"]), ("chair", [])])
def test_a_notice_is_for_one_person(stage: Stage, whose: str, shown: list[str]) -> None:
    watch = watching(stage, getattr(stage, whose), stage.plan)
    patches = told(stage, watch, lambda: stage.workspace.notify(stage.lead.id, "Leadline is not running."))
    assert [patch["do"] for patch in patches] == shown
