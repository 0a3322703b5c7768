from dataclasses import replace

from sandbox.entities import Message
from sandbox.page.conversation import MOST_SHOWN, conversation, thread_pane
from sandbox.page.message import message_item
from sandbox.page.scene import Scene, as_typed
from sandbox.page.sidebar import sidebar
from tests.sandbox.page.conftest import Stage
from tests.sandbox.page.reading_html import Reader, read


def at(stage: Stage, as_chair: bool = False) -> Scene:
    return Scene(stage.desk, stage.chair if as_chair else stage.lead, stage.plan)


def item(stage: Stage, message: Message, as_chair: bool = False) -> Reader:
    return read(message_item(message, at(stage, as_chair)))


def test_a_long_conversation_is_shown_by_its_end(stage: Stage) -> None:
    for number in range(MOST_SHOWN + 5):
        stage.bot_says(stage.plan, f"number {number}")
    short = conversation(at(stage))
    assert short.count('data-surface="message"') == MOST_SHOWN
    assert "Show earlier messages" in short
    assert "<p>number 4</p>" not in short
    whole = conversation(replace(at(stage), from_the_start=True))
    assert whole.count('data-surface="message"') == MOST_SHOWN + 5
    assert "Show earlier messages" not in whole


def test_an_archived_channel_has_no_box_to_write_in(stage: Stage) -> None:
    archived = stage.workspace.channels.archive(stage.plan.id)
    drawn = conversation(Scene(stage.desk, stage.lead, archived))
    assert "<textarea" not in drawn
    assert "This channel is archived" in drawn


def test_without_a_thread_there_is_no_pane(stage: Stage) -> None:
    assert thread_pane(at(stage)) is None


def test_only_ones_own_messages_can_be_changed(stage: Stage) -> None:
    mine = stage.acts.say(stage.lead.id, stage.plan.id, "on track")
    assert {"edit", "delete"} == {each.get("data-tool") for each in item(stage, mine).elements("button")}
    assert item(stage, mine, as_chair=True).elements("button") == []


def test_an_edit_of_the_bot_is_not_marked(stage: Stage) -> None:
    messages = stage.workspace.messages
    said = stage.bot_says(stage.plan, "before")
    mine = stage.acts.say(stage.lead.id, stage.plan.id, "before")
    assert "edited" not in item(stage, messages.change(said, text="after", blocks=())).words
    assert "after (edited)" in item(stage, messages.change(mine, text="after", blocks=())).words


def test_attachments_of_older_apps_are_shown(stage: Stage) -> None:
    old = {"pretext": "Note", "title": "2.7a", "text": "*late*", "fallback": "x"}
    words = item(stage, stage.bot_says(stage.plan, "see", attachments=(old, {"fallback": "only this"}))).words
    for said in ("Note", "2.7a", "late", "only this"):
        assert said in words


def test_reactions_say_who(stage: Stage) -> None:
    said = stage.bot_says(stage.plan, "Complete")
    reacted = stage.workspace.messages.react(said, "tada", stage.chair.id)
    words = item(stage, reacted).words
    assert "🎉 1" in words
    assert "tada: Cllr A Merrin" in words


def test_a_message_of_somebody_unknown_still_shows(stage: Stage) -> None:
    said = stage.workspace.messages.post(Message(stage.plan.id, "", "U_GONE", "old news"))
    found = item(stage, said)
    assert "U_GONE" in found.words
    assert "old news" in found.words


def test_what_is_not_mrkdwn_is_shown_as_written(stage: Stage) -> None:
    assert "*plain*" in item(stage, stage.bot_says(stage.plan, "*plain*", is_mrkdwn=False)).words


def test_names_cannot_carry_mark_up_anywhere(stage: Stage) -> None:
    evil = "<img src=x onerror=alert(1)>"
    person = stage.workspace.people.add(evil, name="evil", title=evil)
    room = stage.workspace.channels.add(evil, [person.id, stage.workspace.bot.id], topic=evil, purpose=evil)
    said = stage.acts.say(person.id, room.id, evil)
    scene = Scene(stage.desk, person, room, thread_ts=said.ts)
    for drawn in (sidebar(scene), conversation(scene), thread_pane(scene) or ""):
        assert "<img" not in drawn
        assert "&lt;img" in drawn


def test_a_message_is_edited_as_it_was_typed(stage: Stage) -> None:
    typed = "ask @amerrin in #larkmere-plan: 2 < 3 & 4 > 1"
    said = stage.acts.say(stage.lead.id, stage.plan.id, typed)
    assert said.text != typed
    assert as_typed(said.text, at(stage)) == typed
    assert as_typed("<@U_GONE>", at(stage)) == "<@U_GONE>"
