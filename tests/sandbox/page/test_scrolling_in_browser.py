"""Where a conversation opens, and what one is told of while reading further up."""

from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests.sandbox.page.conftest import Stage

LONG = "\n".join(f"line {number}" for number in range(60))


def test_it_opens_at_the_beginning_of_a_message_longer_than_the_pane(stage: Stage, tab: Tab) -> None:
    room = stage.dm(stage.lead)
    stage.bot_says(room, LONG)
    stage.bot_says(room, f"3 actions: update by noon\n{LONG}\nthe end")
    tab.goto(stage.at(stage.lead))
    newest = tab.locator(".message").last
    expect(newest.get_by_text("3 actions: update by noon")).to_be_in_viewport()
    author = newest.get_by_text("Leadline", exact=True)
    expect(author).to_be_in_viewport(ratio=1)
    day = tab.locator(".day").bounding_box()
    name = author.bounding_box()
    assert day is not None
    assert name is not None
    assert name["y"] >= day["y"] + day["height"] - 1  # not behind the day's line


def test_it_opens_at_the_end_when_the_newest_message_can_be_seen_whole(stage: Stage, tab: Tab) -> None:
    stage.bot_says(stage.dm(stage.lead), LONG)
    stage.bot_says(stage.dm(stage.lead), "Saved for 14 Oct.")
    tab.goto(stage.at(stage.lead))
    expect(tab.get_by_text("Saved for 14 Oct.")).to_be_in_viewport()


def test_whoever_reads_further_up_is_told_of_what_is_new_and_can_go_there(stage: Stage, tab: Tab) -> None:
    room = stage.dm(stage.lead)
    stage.bot_says(room, LONG)
    stage.bot_says(room, "2 actions still open")
    tab.goto(stage.at(stage.lead))
    expect(tab.locator("body.watching")).to_be_attached()
    scroller = tab.get_by_role("log")
    scroller.evaluate("pane => { pane.scrollTop = 0; }")
    stage.bot_says(room, "Saved for 14 Oct.")
    more = tab.get_by_role("button", name="New message below")
    expect(more).to_be_visible()
    assert scroller.evaluate("pane => pane.scrollTop") == 0
    stage.bot_says(room, "And the board has it.")
    expect(more).to_have_count(1)
    more.click()
    expect(tab.get_by_text("And the board has it.")).to_be_in_viewport()
    expect(more).to_have_count(0)


def test_a_whole_command_is_sent_at_the_first_enter(stage: Stage, tab: Tab) -> None:
    tab.goto(stage.at(stage.chair))
    tab.keyboard.type("/status")
    expect(tab.get_by_role("option", name="/status")).to_be_visible()
    tab.keyboard.press("Enter")
    expect(tab.get_by_label("Message to Leadline")).to_have_value("")
    expect(tab.get_by_role("listbox")).to_be_hidden()
    assert [payload["command"] for payload in stage.app.soon(stage.app.commands)] == ["/status"]
