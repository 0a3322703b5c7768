"""The page in a real browser: what a newcomer does in the first two minutes, and what happens live."""

import re

from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from sandbox.clock import Clock
from sandbox.dispatching import Answer, Problem
from sandbox.entities import Message
from sandbox.page import page_with
from sandbox.run import running
from sandbox.workspace import Workspace
from tests.sandbox.page.conftest import START, WELCOME, Stage, follow
from tests.sandbox.page.samples import PROMPT, button, form, mrkdwn


def test_it_opens_where_the_first_thing_to_try_is(stage: Stage, tab: Tab) -> None:
    stage.bot_says(stage.dm(stage.lead), "2 actions", *PROMPT)
    tab.goto(stage.url)
    expect(tab).to_have_url(stage.at(stage.lead))
    expect(tab.get_by_role("heading", name="Three things to try")).to_be_visible()
    expect(tab.get_by_text("update by noon Tue 29 Sept")).to_be_visible()
    expect(tab.get_by_label("Message to Leadline")).to_be_focused()


def test_an_answer_in_ones_own_words_reaches_the_app_and_the_log(stage: Stage, tab: Tab) -> None:
    tab.goto(stage.at(stage.lead))
    tab.keyboard.type("2.7a slips to end of Jan <b>, waiting for IT & others")
    tab.keyboard.press("Enter")
    log = tab.get_by_role("log")
    expect(log.get_by_text("2.7a slips to end of Jan <b>, waiting for IT & others")).to_be_visible()
    expect(tab.get_by_label("Message to Leadline")).to_have_value("")
    (event,) = stage.app.soon(lambda: stage.app.events("message"))
    assert event["text"] == "2.7a slips to end of Jan &lt;b&gt;, waiting for IT &amp; others"
    stage.bot_says(stage.dm(stage.lead), "Saved for 14 Oct.")
    expect(log.get_by_text("Saved for 14 Oct.")).to_be_visible()


def test_the_second_thing_makes_one_the_chair_with_the_command_typed(stage: Stage, tab: Tab) -> None:
    tab.goto(stage.url)
    follow(tab.get_by_role("link", name="Ask how the plan stands"))
    expect(tab.locator(".you")).to_contain_text("Cllr A Merrin")
    expect(tab.get_by_label("Message to Leadline")).to_have_value("/status")
    expect(tab.get_by_label("Message to Leadline")).to_be_focused()
    stage.app.answer = lambda _kind, _payload: Answer({"text": "Late 7 · forecast late 6"})
    tab.keyboard.press("Enter")
    answer = tab.get_by_role("log").locator("li.message")
    expect(answer).to_contain_text("Only visible to you")
    expect(answer).to_contain_text("Late 7 · forecast late 6")
    (payload,) = stage.app.soon(stage.app.commands)
    assert (payload["command"], payload["user_id"]) == ("/status", stage.chair.id)


def test_the_third_thing_moves_the_clock_and_tells_what_happened_meanwhile(stage: Stage, tab: Tab) -> None:
    tab.goto(stage.at(stage.chair))
    tab.get_by_role("button", name="Next Monday 09:00").click()
    expect(tab.locator("#clock-face")).to_have_text("Mon 28 Sept 2026, 09:00")
    stage.bot_says(stage.plan, "Larkmere plan: what is slipping")
    stage.bot_says(stage.dm(stage.lead), "2 actions still open")
    meanwhile = tab.locator("#meanwhile")
    expect(meanwhile).to_contain_text(
        "The clock went from Mon 21 Sept 2026, 09:30 to Mon 28 Sept 2026, 09:00."
    )
    expect(meanwhile.get_by_role("link", name="S Okoro: 1 message from Leadline")).to_be_visible()
    follow(meanwhile.get_by_role("link", name="#larkmere-plan: 1 message"))
    expect(tab.get_by_role("log").get_by_text("what is slipping")).to_be_visible()
    meanwhile.get_by_role("button", name="Put away").click()
    expect(meanwhile).to_be_empty()


def test_the_next_day_begins_at_nine(stage: Stage, tab: Tab) -> None:
    stage.bot_says(stage.dm(stage.lead), "Hello")
    tab.goto(stage.at(stage.lead))
    expect(tab.locator(".day")).to_have_text("Today")
    tab.get_by_role("button", name="Next day").click()
    expect(tab.locator("#clock-face")).to_have_text("Tue 22 Sept 2026, 09:00")
    expect(tab.locator(".day")).to_have_text("Yesterday")
    tab.locator("#clock summary", has_text="Other day…").click()
    tab.get_by_label("Go to 10:00 on").fill("2026-11-17")
    tab.get_by_role("button", name="Go", exact=True).click()
    expect(tab.locator("#clock-face")).to_have_text("Tue 17 Nov 2026, 10:00")


def test_unread_marks_come_and_go(stage: Stage, tab: Tab) -> None:
    tab.goto(stage.at(stage.lead))
    room = tab.get_by_role("navigation", name="Conversations").get_by_role("link", name="larkmere-plan")
    expect(room).not_to_contain_text("unread")
    stage.bot_says(stage.plan, "Late 8")
    expect(room).to_contain_text("1 unread")
    tab.get_by_text("Be someone else").click()
    expect(tab.get_by_role("link", name="Cllr A Merrin")).to_contain_text("1 unread")
    tab.keyboard.press("Escape")
    follow(room)
    expect(room).not_to_contain_text("unread")


def test_a_line_stands_before_what_is_new(stage: Stage, tab: Tab) -> None:
    stage.bot_says(stage.plan, "Read already")
    tab.goto(stage.at(stage.lead, stage.plan))
    tab.goto(stage.at(stage.lead))
    stage.bot_says(stage.plan, "Not read yet")
    tab.goto(stage.at(stage.lead, stage.plan))
    expect(tab.get_by_role("log").get_by_role("listitem")).to_have_text(
        ["Today", re.compile("Read already"), "New", re.compile("Not read yet")]
    )


def test_a_button_tells_the_app_which_and_the_message_changes_in_place(stage: Stage, tab: Tab) -> None:
    room = stage.dm(stage.lead)
    prompt = stage.bot_says(room, "2 actions", *PROMPT)
    tab.goto(stage.at(stage.lead))
    pressed = tab.get_by_role("button", name="On track").first
    pressed.focus()
    tab.keyboard.press("Enter")
    expect(pressed).not_to_have_attribute("aria-busy", "true")
    (action,) = stage.app.soon(stage.app.actions)
    assert (action["action_id"], action["block_id"], action["value"]) == ("on_track", "do-2.7a", "2.7a")
    saved = {"type": "section", "block_id": "saved", "text": mrkdwn("2.7a: *on track*, saved.")}
    with stage.workspace.lock:
        current = stage.workspace.messages.need(room.id, prompt.ts)
        stage.workspace.messages.change(current, text="saved", blocks=(saved,), is_edit=False)
    expect(tab.get_by_role("log").get_by_text("2.7a: on track, saved.")).to_be_visible()
    expect(tab.locator(".message")).to_be_focused()


def test_a_button_can_ask_first(stage: Stage, tab: Tab) -> None:
    question = {"title": "Go live?", "text": "20 leads get one introduction today.", "confirm": "Go live"}
    asked = {name: {"type": "plain_text", "text": words} for name, words in question.items()}
    live = button("Go live", "go_live") | {"confirm": asked}
    stage.bot_says(stage.dm(stage.lead), "Ready", {"type": "actions", "block_id": "a", "elements": [live]})
    tab.goto(stage.at(stage.lead))
    go = tab.get_by_role("log").get_by_role("button", name="Go live")
    go.click()
    dialog = tab.get_by_role("dialog", name="Go live?")
    expect(dialog).to_contain_text("20 leads get one introduction today.")
    dialog.get_by_role("button", name="Cancel").click()
    expect(dialog).to_be_hidden()
    assert stage.app.actions() == []
    go.click()
    dialog.get_by_role("button", name="Go live").click()
    expect(dialog).to_be_hidden()
    expect(go).not_to_have_attribute("aria-busy", "true")
    assert [action["action_id"] for action in stage.app.soon(stage.app.actions)] == ["go_live"]


def test_when_the_app_does_not_answer_the_person_is_told(stage: Stage, tab: Tab) -> None:
    stage.bot_says(stage.dm(stage.lead), "2 actions", *PROMPT)
    stage.app.answer = lambda _kind, _payload: Answer(problem=Problem.TOO_LATE)
    tab.goto(stage.at(stage.lead))
    tab.get_by_role("button", name="Done").first.click()
    notice = tab.locator("#notices")
    expect(notice).to_contain_text("Leadline did not answer within three seconds.")
    notice.get_by_role("button", name="Put away").click()
    expect(notice).to_be_empty()


def test_an_unknown_command_is_explained_and_nothing_is_lost(stage: Stage, tab: Tab) -> None:
    tab.goto(stage.at(stage.lead))
    tab.keyboard.type("/statsu late")
    tab.keyboard.press("Enter")
    expect(tab.locator("#notices")).to_contain_text("/statsu is no command here.")
    expect(tab.get_by_label("Message to Leadline")).to_have_value("/statsu late")


def test_threads_open_beside_and_replies_arrive_in_them(stage: Stage, tab: Tab) -> None:
    digest = stage.bot_says(stage.plan, "Larkmere plan: what is slipping")
    stage.bot_says(stage.plan, "Late: 6.2, 1.10", thread_ts=digest.ts)
    tab.goto(stage.at(stage.lead, stage.plan))
    follow(tab.get_by_role("link", name="1 reply"))
    thread = tab.get_by_role("complementary", name="Thread")
    expect(thread.get_by_text("Late: 6.2, 1.10")).to_be_visible()
    expect(tab.get_by_label("Reply in thread")).to_be_focused()
    tab.keyboard.type("6.2 has a locum")
    tab.keyboard.press("Enter")
    expect(thread.get_by_text("6.2 has a locum")).to_be_visible()
    expect(tab.get_by_role("link", name="2 replies")).to_be_visible()
    assert stage.app.soon(lambda: stage.app.events("message"))[-1]["thread_ts"] == digest.ts
    follow(thread.get_by_role("link", name="Close thread"))
    expect(thread).to_have_count(0)


def test_ones_own_message_can_be_edited_and_deleted(stage: Stage, tab: Tab) -> None:
    said = stage.acts.say(stage.lead.id, stage.plan.id, "2.7a @leadline slips")
    stage.acts.say(stage.chair.id, stage.plan.id, "Thank you")
    tab.goto(stage.at(stage.lead, stage.plan))
    mine = tab.locator(f"[data-ts='{said.ts}']")
    mine.hover()
    mine.get_by_role("button", name="Edit message").click()
    box = mine.get_by_label("Edit message")
    expect(box).to_have_value("2.7a @leadline slips")
    box.fill("2.7a slips to Nov")
    tab.keyboard.press("Enter")
    expect(mine).to_contain_text("2.7a slips to Nov (edited)")
    mine.hover()
    mine.get_by_role("button", name="Delete message").click()
    tab.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(mine).to_have_count(0)
    expect(tab.get_by_label("Message to #larkmere-plan")).to_be_focused()
    theirs = tab.locator(".message")
    theirs.hover()
    expect(theirs.get_by_role("button", name="Delete message")).to_have_count(0)
    subtypes = [event.get("subtype") for event in stage.app.soon(lambda: stage.app.events("message"), 4)]
    assert subtypes[-2:] == ["message_changed", "message_deleted"]


def test_names_are_offered_while_one_types(stage: Stage, tab: Tab) -> None:
    tab.goto(stage.at(stage.lead, stage.plan))
    tab.keyboard.type("Ask @mer")
    expect(tab.get_by_role("option")).to_have_text(["@amerrin Cllr A Merrin"])
    tab.keyboard.press("Tab")
    tab.keyboard.type("please")
    expect(tab.get_by_label("Message to #larkmere-plan")).to_have_value("Ask @amerrin please")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("log").get_by_text("@Cllr A Merrin")).to_be_visible()
    expect(tab.get_by_role("listbox")).to_be_hidden()


def test_commands_are_offered_with_what_they_do(stage: Stage, tab: Tab) -> None:
    tab.goto(stage.at(stage.chair))
    tab.keyboard.type("/")
    expect(tab.get_by_role("option", name="/plan-status")).to_be_visible()
    tab.keyboard.type("st")
    expect(tab.get_by_role("option", name="/status")).to_have_attribute("aria-selected", "true")
    tab.keyboard.press("Enter")
    expect(tab.get_by_label("Message to Leadline")).to_have_value("/status ")


def test_a_file_is_shared_and_can_be_fetched(stage: Stage, tab: Tab) -> None:
    tab.goto(stage.at(stage.lead))
    tab.locator("#message-file").set_input_files(
        {"name": "plan <v3>.csv", "mimeType": "text/csv", "buffer": b"ref,action\n2.7a,Letters\n"}
    )
    expect(tab.get_by_text("Attached: plan <v3>.csv")).to_be_visible()
    tab.get_by_role("button", name="Send").click()
    link = tab.get_by_role("log").get_by_role("link", name="plan <v3>.csv")
    expect(link).to_be_visible()
    with tab.expect_download() as download:
        link.click()
    assert download.value.path().read_bytes() == b"ref,action\n2.7a,Letters\n"
    assert len(stage.app.soon(lambda: stage.app.events("file_shared"))) == 1


def test_a_picture_is_shown(stage: Stage, tab: Tab) -> None:
    pixel = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301"
        "0100c9fe92ef0000000049454e44ae426082"
    )
    stage.acts.upload(stage.lead.id, stage.plan.id, "late.png", pixel, "Late by theme")
    tab.goto(stage.at(stage.chair, stage.plan))
    picture = tab.get_by_role("img", name="late.png")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.naturalWidth") == 1


def test_what_was_missed_while_the_line_was_down_is_caught_up(browser: Browser) -> None:
    workspace = Workspace(clock=Clock(START, running=False))
    lead = workspace.people.add("S Okoro")
    room = workspace.direct_with_bot(lead.id)
    context = browser.new_context()
    tab = context.new_page()
    with running(workspace, pages=page_with(WELCOME)) as server:
        tab.goto(f"{server.url}/as/{lead.id}")
        expect(tab.locator("body.watching")).to_be_attached()
    expect(tab.locator("body.lost")).to_be_attached()
    workspace.messages.post(Message(room.id, "", workspace.bot.id, "Said while away"))
    with running(workspace, pages=page_with(WELCOME), port=int(server.url.rpartition(":")[2])):
        expect(tab.get_by_text("Said while away")).to_be_visible()
        expect(tab.locator("body.lost")).to_have_count(0)
    context.close()
    workspace.close()


def test_home_is_drawn_and_its_buttons_work(stage: Stage, tab: Tab) -> None:
    blocks = [
        {"type": "header", "block_id": "h", "text": {"type": "plain_text", "text": "Your actions"}},
        {"type": "actions", "block_id": "a", "elements": [button("Update 2.7a", "update")]},
    ]
    tab.goto(stage.at(stage.lead))
    follow(tab.get_by_role("link", name="Home"))
    expect(tab.get_by_text("Leadline has not put anything here for you yet.")).to_be_visible()
    opened = stage.app.soon(lambda: stage.app.events("app_home_opened"), 2)
    assert [event["tab"] for event in opened] == ["messages", "home"]
    with stage.workspace.lock:
        stage.workspace.views.publish(stage.lead.id, {"type": "home", "blocks": blocks})
    expect(tab.get_by_role("heading", name="Your actions")).to_be_visible()

    def open_form(_kind: object, _payload: object) -> Answer:
        stage.workspace.views.open(stage.lead.id, form())
        return Answer()

    stage.app.answer = open_form
    tab.get_by_role("button", name="Update 2.7a").click()
    expect(tab.get_by_role("dialog", name="2.7a is slipping")).to_be_visible()
