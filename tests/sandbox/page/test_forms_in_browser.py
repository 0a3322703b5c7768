"""Modals in a real browser: filling in, mistakes by field, stacks, and where the focus goes."""

import re

from playwright.sync_api import Page as Tab
from playwright.sync_api import Route, expect

from sandbox.dispatching import Answer, EnvelopeType
from tests.sandbox.page.conftest import Json, Stage
from tests.sandbox.page.samples import button, field, form, option, plain


def opened(stage: Stage, tab: Tab, content: Json | None = None) -> None:
    """Stand before a message whose button opens the form, and press it."""
    press = {"type": "actions", "block_id": "a", "elements": [button("Slipping…", "slipping")]}
    stage.bot_says(stage.dm(stage.lead), "2.7a", press)

    def answer(_kind: EnvelopeType, payload: Json) -> Answer:
        if payload.get("type") == "block_actions" and "message" in payload:
            stage.workspace.views.open(stage.lead.id, content or form())
        return Answer()

    stage.app.answer = answer
    tab.goto(stage.at(stage.lead))
    tab.get_by_role("button", name="Slipping…").click()
    expect(tab.get_by_role("dialog")).to_be_visible()


def test_a_form_is_filled_in_and_sent_as_slack_sends_it(stage: Stage, tab: Tab) -> None:
    opened(stage, tab)
    expect(tab.get_by_label("When will it be finished?")).to_be_focused()
    tab.get_by_label("When will it be finished?").fill("2027-01-29")
    expect(tab.get_by_text("Fri 29 January 2027")).to_be_visible()
    tab.get_by_label("What is in the way?").fill("waiting for IT")
    tab.get_by_label("🔶 Amber").check()
    tab.get_by_label("Who can help?").select_option(label="Dunvale NHS Trust")
    tab.get_by_label("A room").check()
    tab.get_by_role("button", name="Save").click()
    expect(tab.get_by_role("dialog")).to_have_count(0)
    (submission,) = stage.app.soon(stage.app.submissions)
    values = submission["view"]["state"]["values"]
    assert values["when"]["date"]["selected_date"] == "2027-01-29"
    assert values["why"]["words"]["value"] == "waiting for IT"
    assert values["colour"]["rag"]["selected_option"]["value"] == "amber"
    assert values["who"]["body"]["selected_option"]["value"] == "trust"
    assert [each["value"] for each in values["needs"]["needs"]["selected_options"]] == ["room"]


def test_the_focus_comes_back_to_the_button_that_opened_the_form(stage: Stage, tab: Tab) -> None:
    opened(stage, tab)
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("dialog")).to_have_count(0)
    expect(tab.get_by_role("button", name="Slipping…")).to_be_focused()


def test_the_focus_stays_inside_the_form(stage: Stage, tab: Tab) -> None:
    opened(stage, tab)
    for _ in range(30):
        tab.keyboard.press("Tab")
        assert tab.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('#form')"
        )


def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(stage: Stage, tab: Tab) -> None:
    opened(stage, tab)
    tab.get_by_label("What is in the way?").fill("waiting for IT")
    tab.get_by_label("A room").check()
    tab.get_by_role("button", name="Save").click()
    dialog = tab.get_by_role("dialog")
    expect(dialog.get_by_role("alert")).to_have_text("2 answers need another look.")
    when = tab.get_by_label("When will it be finished?")
    expect(when).to_be_focused()
    expect(when).to_have_accessible_description("Error: Please complete this required field.")
    expect(tab.get_by_label("What is in the way?")).to_have_value("waiting for IT")
    expect(tab.get_by_label("A room")).to_be_checked()
    assert stage.app.submissions() == []


def test_the_apps_own_errors_stand_at_their_fields(stage: Stage, tab: Tab) -> None:
    opened(stage, tab)
    tab.get_by_label("When will it be finished?").fill("2026-01-29")
    tab.get_by_label("What is in the way?").fill("IT")
    tab.get_by_label("🟢 Green").check()
    errors = {"response_action": "errors", "errors": {"when": "This date has passed."}}
    stage.app.answer = lambda _kind, _payload: Answer(errors)
    tab.get_by_role("button", name="Save").click()
    when = tab.get_by_label("When will it be finished?")
    expect(when).to_have_accessible_description("Error: This date has passed.")
    expect(when).to_have_value("2026-01-29")
    stage.app.answer = lambda _kind, _payload: Answer()
    when.fill("2027-01-29")
    tab.get_by_role("button", name="Save").click()
    expect(tab.get_by_role("dialog")).to_have_count(0)


def test_a_form_can_be_changed_while_one_types(stage: Stage, tab: Tab) -> None:
    opened(stage, tab)
    tab.get_by_label("What is in the way?").fill("half a sentence")
    more = form()
    more["blocks"] = [
        *more["blocks"],
        field("evidence", "What shows it?", {"type": "plain_text_input", "action_id": "e"}),
    ]
    with stage.workspace.lock:
        view = stage.workspace.views.top(stage.lead.id)
        assert view is not None
        stage.workspace.views.update(view, more)
    expect(tab.get_by_label("What shows it?")).to_be_visible()
    expect(tab.get_by_label("What is in the way?")).to_have_value("half a sentence")
    expect(tab.get_by_label("What is in the way?")).to_be_focused()


def test_a_second_form_lies_on_the_first_and_uncovers_it_when_closed(stage: Stage, tab: Tab) -> None:
    opened(stage, tab)
    with stage.workspace.lock:
        stage.workspace.views.push(stage.lead.id, form(title=plain("Another date")))
    expect(tab.get_by_role("dialog", name="Another date")).to_be_visible()
    tab.get_by_role("button", name="Cancel").click()
    expect(tab.get_by_role("dialog", name="2.7a is slipping")).to_be_visible()


def test_a_choice_that_acts_tells_the_app_all_that_is_filled_in(stage: Stage, tab: Tab) -> None:
    actions = [option("2.7a", "2.7a Discharge letters"), option("4.1", "4.1 Supervision policy")]
    chooser = {"type": "static_select", "action_id": "action", "options": actions}
    content = form(
        blocks=[
            field("which", "Which action?", chooser, dispatch_action=True),
            field("why", "What is in the way?", {"type": "plain_text_input", "action_id": "words"}),
        ]
    )
    opened(stage, tab, content)
    tab.get_by_label("What is in the way?").fill("waiting for IT")
    tab.get_by_label("Which action?").select_option("4.1")
    expect(tab.get_by_label("Which action?")).not_to_have_attribute("aria-busy", "true")
    expect(tab.get_by_label("What is in the way?")).to_have_value("waiting for IT")
    assert stage.app.soon(stage.app.actions)[-1]["selected_option"]["value"] == "4.1"
    values = stage.app.heard[-1][1]["view"]["state"]["values"]
    assert values["why"]["words"]["value"] == "waiting for IT"


def test_a_form_that_was_open_is_there_again_after_a_reload(stage: Stage, tab: Tab) -> None:
    opened(stage, tab)
    tab.reload()
    expect(tab.get_by_role("dialog", name="2.7a is slipping")).to_be_visible()


def test_a_form_that_opens_while_the_page_catches_up_stays_open(stage: Stage, tab: Tab) -> None:
    def with_an_old_number(route: Route) -> None:
        answer = route.fetch()
        if route.request.resource_type == "document":
            route.fulfill(response=answer, body=answer.text().replace('data-changes="', 'data-changes="9'))
            return
        if not stage.workspace.views.stack(stage.lead.id):
            with stage.workspace.lock:
                stage.workspace.views.open(stage.lead.id, form())
        route.fulfill(response=answer)

    tab.route(re.compile(r"/as/\w+/D\w+$"), with_an_old_number)
    tab.goto(stage.at(stage.lead))
    expect(tab.get_by_role("dialog")).to_be_visible()
    expect(tab.locator("body.caught-up")).to_be_attached()
    expect(tab.get_by_role("dialog")).to_be_visible()


def test_menus_moved_by_arrow_keys_act_only_when_one_has_decided(stage: Stage, tab: Tab) -> None:
    colours = [option("red", "🔺 Red"), option("amber", "🔶 Amber"), option("green", "🟢 Green")]
    menu = {"type": "static_select", "action_id": "rag", "placeholder": plain("Colour"), "options": colours}
    stage.bot_says(stage.dm(stage.lead), "2.7a", {"type": "actions", "block_id": "a", "elements": [menu]})
    tab.goto(stage.at(stage.lead))
    select = tab.get_by_label("Colour")
    select.focus()
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowDown")
    expect(select).to_have_value("amber")
    assert stage.app.actions() == []
    tab.keyboard.press("Enter")
    expect(select).not_to_have_attribute("aria-busy", "true")
    assert [action["selected_option"]["value"] for action in stage.app.soon(stage.app.actions)] == ["amber"]


def test_an_overflow_menu_works_by_keyboard(stage: Stage, tab: Tab) -> None:
    more = {
        "type": "overflow",
        "action_id": "more",
        "options": [option("history", "History"), option("x", "Hand over")],
    }
    stage.bot_says(stage.dm(stage.lead), "2.7a", {"type": "actions", "block_id": "a", "elements": [more]})
    tab.goto(stage.at(stage.lead))
    summary = tab.locator("summary", has_text="More actions")
    summary.focus()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    expect(tab.get_by_role("button", name="History")).to_be_focused()
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("button", name="History")).to_be_hidden()
    expect(summary).to_be_focused()
    tab.keyboard.press("Enter")
    tab.get_by_role("button", name="Hand over").click()
    expect(tab.locator("details.overflow")).not_to_have_attribute("aria-busy", "true")
    assert [action["selected_option"]["value"] for action in stage.app.soon(stage.app.actions)] == ["x"]
