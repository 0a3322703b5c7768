from datetime import timedelta

from sandbox.page.meanwhile import Jump, happened, meanwhile_note
from sandbox.page.scene import Scene
from tests.sandbox.page.conftest import Stage
from tests.sandbox.page.reading_html import read


def jumped(stage: Stage) -> Jump:
    left = stage.workspace.clock.now()
    return Jump(left, stage.workspace.clock.advance_by(timedelta(days=7)))


def test_what_was_said_before_or_by_people_does_not_count(stage: Stage) -> None:
    stage.bot_says(stage.plan, "before")
    jump = jumped(stage)
    stage.acts.say(stage.lead.id, stage.plan.id, "a person")
    assert happened(stage.workspace, jump.arrived) == []
    said = stage.bot_says(stage.plan, "after")
    assert [(channel.id, messages) for channel, messages in happened(stage.workspace, jump.arrived)] == [
        (stage.plan.id, [said])
    ]


def test_rooms_come_first_then_ones_own_and_all_can_be_reached(stage: Stage) -> None:
    jump = jumped(stage)
    stage.bot_says(stage.dm(stage.chair), "one")
    stage.bot_says(stage.dm(stage.lead), "two")
    stage.bot_says(stage.plan, "three")
    stage.bot_says(stage.plan, "four")
    note = read(meanwhile_note(Scene(stage.desk, stage.lead, stage.plan), jump))
    assert [attributes["href"] for attributes in note.elements("a")] == [
        f"/as/{stage.lead.id}/{stage.plan.id}",
        f"/as/{stage.lead.id}/{stage.dm(stage.lead).id}",
        f"/as/{stage.chair.id}/{stage.dm(stage.chair).id}",
    ]
    for words in ("#larkmere-plan: 2 messages", "Cllr A Merrin: 1 message from Leadline", "You: 1 message"):
        assert words in note.words
    assert "4 messages" in note.words


def test_a_room_one_is_not_in_is_named_but_not_linked(stage: Stage) -> None:
    jump = jumped(stage)
    room = stage.workspace.channels.named("tea-room")
    assert room is not None
    stage.workspace.channels.join(room.id, stage.workspace.bot.id)
    stage.bot_says(room, "hello")
    note = read(meanwhile_note(Scene(stage.desk, stage.chair, stage.plan), jump))
    assert "#tea-room: 1 message" in note.words
    assert note.elements("a") == []


def test_a_long_list_is_cut_short_and_says_by_how_much(stage: Stage) -> None:
    jump = jumped(stage)
    for number in range(9):
        stage.bot_says(stage.dm(stage.workspace.people.add(f"N Other{number}")), "asked")
    note = read(meanwhile_note(Scene(stage.desk, stage.lead, stage.plan), jump))
    assert "9 messages" in note.words
    assert len(note.elements("a")) == 7
    assert "+2 more" in note.words


def test_before_any_jump_there_is_nothing_to_say(stage: Stage) -> None:
    assert read(meanwhile_note(Scene(stage.desk, stage.lead, stage.plan), None)).words == ""
