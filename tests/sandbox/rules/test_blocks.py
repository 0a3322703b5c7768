"""Each rule of Block Kit from both sides: the most that is allowed, and what is just too much."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.models.blocks import Block

from sandbox.entities import ViewKind
from sandbox.refusals import Refused
from sandbox.rules.blocks import ALLOWED, BLOCKS, BLOCKS_MOST, ELEMENT_SURFACES, Surface
from sandbox.rules.elements import ELEMENTS, IN_ACTIONS, IN_INPUT, IN_SECTION
from sandbox.rules.surfaces import VIEWS, check_message_blocks, check_view

Json = dict[str, Any]


def plain(length: int = 3) -> Json:
    return {"type": "plain_text", "text": "x" * length}


def mrkdwn(length: int = 3) -> Json:
    return {"type": "mrkdwn", "text": "x" * length}


def option(number: int = 0, **more: Any) -> Json:
    return {"text": plain(), "value": f"value-{number}", **more}


def options(count: int) -> list[Json]:
    return [option(number) for number in range(count)]


CONFIRM = {"title": plain(), "text": mrkdwn(), "confirm": plain(), "deny": plain()}
IMAGE: Json = {"type": "image", "image_url": "https://larkmere.example/a.png", "alt_text": "A chart"}

# One good example of every element and block, with as much in it as it takes.
GOOD_ELEMENTS: dict[str, Json] = {
    "button": {
        "text": plain(),
        "value": "1",
        "style": "danger",
        "confirm": CONFIRM,
        "accessibility_label": "x",
    },
    "checkboxes": {
        "options": [option(description=mrkdwn())],
        "initial_options": [option(description=mrkdwn())],
    },
    "radio_buttons": {"options": options(2), "initial_option": option()},
    "overflow": {"options": [option(url="https://larkmere.example")]},
    "datepicker": {"initial_date": "2026-10-14", "placeholder": plain(), "confirm": CONFIRM},
    "timepicker": {"initial_time": "09:30", "timezone": "Europe/London"},
    "datetimepicker": {"initial_date_time": 1_790_000_000},
    "static_select": {"options": options(2), "initial_option": option(), "placeholder": plain()},
    "external_select": {"min_query_length": 2, "initial_option": option()},
    "users_select": {"initial_user": "U1", "focus_on_load": True},
    "conversations_select": {"filter": {"include": ["im"]}, "default_to_current_conversation": True},
    "channels_select": {"initial_channel": "C1", "response_url_enabled": True},
    "multi_static_select": {
        "option_groups": [{"label": plain(), "options": options(1)}],
        "max_selected_items": 2,
    },
    "multi_external_select": {"initial_options": options(1), "min_query_length": 1},
    "multi_users_select": {"initial_users": ["U1"]},
    "multi_conversations_select": {"initial_conversations": ["C1"], "filter": {"exclude_bot_users": True}},
    "multi_channels_select": {"initial_channels": ["C1"]},
    "plain_text_input": {
        "multiline": True,
        "min_length": 1,
        "max_length": 3000,
        "dispatch_action_config": {"trigger_actions_on": ["on_enter_pressed"]},
    },
    "email_text_input": {"initial_value": "a@larkmere.example"},
    "url_text_input": {"placeholder": plain()},
    "number_input": {"is_decimal_allowed": False, "min_value": "1", "max_value": "9"},
    "rich_text_input": {"initial_value": {"type": "rich_text", "elements": []}},
    "file_input": {"filetypes": ["csv"], "max_files": 1},
    "image": {"image_url": "https://larkmere.example/a.png", "alt_text": "A chart"},
}
RICH: Json = {"type": "rich_text_section", "elements": [{"type": "text", "text": "x"}]}
GOOD_BLOCKS: dict[str, Json] = {
    "section": {"text": mrkdwn(), "fields": [plain(), mrkdwn()], "accessory": {**IMAGE}, "expand": True},
    "header": {"text": plain()},
    "divider": {},
    "context": {"elements": [mrkdwn(), plain(), {**IMAGE}]},
    "actions": {"elements": [{"type": "button", "text": plain()}]},
    "input": {"label": plain(), "element": {"type": "plain_text_input"}, "hint": plain(), "optional": True},
    "image": {**IMAGE, "title": plain()},
    "markdown": {"text": "**x**"},
    "rich_text": {
        "elements": [
            RICH,
            {"type": "rich_text_list", "style": "bullet", "elements": [RICH], "indent": 1},
            {"type": "rich_text_quote", "elements": RICH["elements"]},
            {"type": "rich_text_preformatted", "elements": RICH["elements"]},
        ]
    },
    "table": {"rows": [[{"type": "raw_text", "text": "x"}]], "column_settings": [{"align": "right"}]},
}


def element(kind: str, **more: Any) -> Json:
    return {"type": kind, **GOOD_ELEMENTS[kind], **more}


def block(kind: str, **more: Any) -> Json:
    return {"type": kind, **GOOD_BLOCKS[kind], **more}


def holding(kind: str, **more: Any) -> Json:
    """A block with this element in it, where it may stand."""
    inside = element(kind, **more)
    if kind in IN_INPUT:
        return {"type": "input", "label": plain(), "element": inside}
    return {"type": "section", "text": mrkdwn(), "accessory": inside}


def modal(*blocks: Json, **more: Any) -> Json:
    return {"type": "modal", "title": plain(), "submit": plain(), "blocks": list(blocks), **more}


def refusal(*blocks: Json) -> Refused:
    with pytest.raises(Refused) as refused:
        check_message_blocks(list(blocks))
    return refused.value


def test_the_tables_are_complete() -> None:
    assert set(GOOD_ELEMENTS) == set(ELEMENTS)
    assert set(GOOD_BLOCKS) == set(BLOCKS)
    assert set(ALLOWED) == set(BLOCKS_MOST) == set(Surface)
    assert set(VIEWS) == set(ViewKind)
    assert set(ELEMENTS) == IN_SECTION | IN_ACTIONS | IN_INPUT
    assert set(ELEMENT_SURFACES) <= set(ELEMENTS)


@pytest.mark.parametrize("kind", sorted(GOOD_BLOCKS))
def test_a_good_block_is_accepted_in_a_message(kind: str) -> None:
    (accepted,) = check_message_blocks([block(kind)])
    assert accepted["block_id"]


@pytest.mark.parametrize("kind", sorted(GOOD_ELEMENTS))
def test_a_good_element_is_accepted_in_a_modal(kind: str) -> None:
    check_view(modal(holding(kind)), ViewKind.MODAL)


@pytest.mark.parametrize("kind", sorted(set(GOOD_BLOCKS) - {"table", "markdown"}))
def test_slacks_own_library_agrees_that_a_block_is_good(kind: str) -> None:
    parsed = Block.parse(block(kind))
    assert parsed is not None
    parsed.validate_json()


@pytest.mark.parametrize("kind", sorted(set(GOOD_ELEMENTS) - {"rich_text_input", "file_input"}))
def test_slacks_own_library_agrees_that_an_element_is_good(kind: str) -> None:
    parsed = Block.parse(holding(kind, **({} if kind == "image" else {"action_id": "a"})))
    assert parsed is not None
    parsed.validate_json()


@pytest.mark.parametrize(
    ("kind", "inside"),
    [(kind, inside) for kind in ("section", "actions", "input") for inside in sorted(ELEMENTS)],
)
def test_an_element_stands_only_where_it_may(kind: str, inside: str) -> None:
    allowed = {"section": IN_SECTION, "actions": IN_ACTIONS, "input": IN_INPUT}[kind]
    holders: dict[str, Json] = {
        "section": {"text": mrkdwn(), "accessory": element(inside)},
        "actions": {"elements": [element(inside)]},
        "input": {"label": plain(), "element": element(inside)},
    }
    view = modal({"type": kind, **holders[kind]})
    if inside in allowed:
        check_view(view, ViewKind.MODAL)
    else:
        with pytest.raises(Refused, match=f"unsupported type here: {inside}"):
            check_view(view, ViewKind.MODAL)


# (what is just right, what is just too much or too little, what is said of it)
BOUNDS: list[tuple[Json, Json, str]] = [
    (block("section", text=mrkdwn(3000)), block("section", text=mrkdwn(3001)), "less than 3001"),
    (block("section", text=mrkdwn(1)), block("section", text=mrkdwn(0)), "more than 0"),
    (block("section", fields=[plain(2000)]), block("section", fields=[plain(2001)]), "less than 2001"),
    (block("section", fields=[plain(1)] * 10), block("section", fields=[plain(1)] * 11), "no more than 10"),
    ({"type": "section", "fields": [plain()]}, {"type": "section"}, "text or fields"),
    (block("header", text=plain(150)), block("header", text=plain(151)), "less than 151"),
    (block("header"), block("header", text=mrkdwn()), "unsupported type here: mrkdwn"),
    (block("context", elements=[plain()] * 10), block("context", elements=[plain()] * 11), "no more than 10"),
    (block("context"), block("context", elements=[]), "no fewer than 1"),
    (
        block("actions", elements=[element("button")] * 25),
        block("actions", elements=[element("button")] * 26),
        "no more than 25",
    ),
    (block("actions"), block("actions", elements=[mrkdwn()]), "unsupported type: mrkdwn"),
    (block("input", label=plain(2000)), block("input", label=plain(2001)), "less than 2001"),
    (block("input", hint=plain(2000)), block("input", hint=plain(2001)), "less than 2001"),
    (block("image", alt_text="x" * 2000), block("image", alt_text="x" * 2001), "less than 2001"),
    (block("image", title=plain(2000)), block("image", title=plain(2001)), "less than 2001"),
    (block("image", image_url="x" * 3000), block("image", image_url="x" * 3001), "less than 3001"),
    (
        {"type": "image", "alt_text": "x", "slack_file": {"id": "F1"}},
        {**IMAGE, "slack_file": {"id": "F1"}},
        "exactly one field required of: image_url, slack_file",
    ),
    (block("markdown", text="x" * 12_000), block("markdown", text="x" * 12_001), "less than 12001"),
    (block("divider", block_id="x" * 255), block("divider", block_id="x" * 256), "less than 256"),
    (block("divider"), block("divider", colour="red"), "invalid additional property: colour"),
    (block("divider"), {"type": "sofa"}, "unsupported type: sofa"),
    (block("divider"), {"block_id": "x"}, "missing required field: type"),
    (holding("button", text=plain(75)), holding("button", text=plain(76)), "less than 76"),
    (holding("button", value="x" * 2000), holding("button", value="x" * 2001), "less than 2001"),
    (holding("button", url="x" * 3000), holding("button", url="x" * 3001), "less than 3001"),
    (holding("button", style="primary"), holding("button", style="loud"), "one of primary, danger"),
    (holding("button", action_id="x" * 255), holding("button", action_id="x" * 256), "less than 256"),
    (
        holding("button", confirm={**CONFIRM, "title": plain(100)}),
        holding("button", confirm={**CONFIRM, "title": plain(101)}),
        "less than 101",
    ),
    (
        holding("button", confirm={**CONFIRM, "text": mrkdwn(300)}),
        holding("button", confirm={**CONFIRM, "text": mrkdwn(301)}),
        "less than 301",
    ),
    (
        holding("button", confirm={**CONFIRM, "deny": plain(30)}),
        holding("button", confirm={**CONFIRM, "deny": plain(31)}),
        "less than 31",
    ),
    (holding("overflow", options=options(5)), holding("overflow", options=options(6)), "no more than 5"),
    (holding("overflow"), holding("overflow", options=[]), "no fewer than 1"),
    (
        holding("checkboxes", options=options(10)),
        holding("checkboxes", options=options(11)),
        "no more than 10",
    ),
    (
        holding("radio_buttons", options=options(10)),
        holding("radio_buttons", options=options(11)),
        "no more than 10",
    ),
    (
        holding("static_select", options=options(100)),
        holding("static_select", options=options(101)),
        "no more than 100",
    ),
    (
        holding("static_select"),
        holding("static_select", option_groups=[{"label": plain(), "options": options(1)}]),
        "exactly one field required of: options, option_groups",
    ),
    (
        holding("static_select", options=[option(text=plain(75))]),
        holding("static_select", options=[option(text=plain(76))]),
        "less than 76",
    ),
    (
        holding("static_select", options=[option(value="x" * 150)]),
        holding("static_select", options=[option(value="x" * 151)]),
        "less than 151",
    ),
    (
        holding("static_select", options=[option(description=plain(75))]),
        holding("static_select", options=[option(description=plain(76))]),
        "less than 76",
    ),
    (
        holding("checkboxes", options=[option(text=mrkdwn())]),
        holding("static_select", options=[option(text=mrkdwn())]),
        "unsupported type here: mrkdwn",
    ),
    (
        holding("static_select", placeholder=plain(150)),
        holding("static_select", placeholder=plain(151)),
        "less than 151",
    ),
    (
        holding("multi_users_select", max_selected_items=1),
        holding("multi_users_select", max_selected_items=0),
        "between 1 and 100",
    ),
    (
        holding("plain_text_input", max_length=3000),
        holding("plain_text_input", max_length=3001),
        "between 1 and 3000",
    ),
    (
        holding("plain_text_input", initial_value="x" * 3000),
        holding("plain_text_input", initial_value="x" * 3001),
        "less than 3001",
    ),
    (
        holding("datepicker", initial_date="2026-12-31"),
        holding("datepicker", initial_date="31/12/2026"),
        "2026-10-14",
    ),
    (holding("timepicker", initial_time="23:59"), holding("timepicker", initial_time="24:00"), "09:30"),
    (holding("users_select", focus_on_load=True), holding("users_select", focus_on_load="yes"), "boolean"),
    (block("section"), block("section", text="words"), "expected an object but got string"),
    (block("section"), block("section", fields=plain()), "expected an array but got object"),
    (block("header"), block("header", text={"type": "plain_text", "text": 7}), "a string but got number"),
    (
        holding("plain_text_input", min_length=0),
        holding("plain_text_input", min_length="0"),
        "an integer but got string",
    ),
]


@pytest.mark.parametrize(("right", "wrong", "said"), BOUNDS)
def test_a_rule_is_kept_from_both_sides(right: Json, wrong: Json, said: str) -> None:
    check_message_blocks([right])
    refused = refusal(block("divider"), wrong)
    assert refused.error == "invalid_blocks"
    assert any(said in message for message in refused.messages), refused.messages
    assert all("[json-pointer:/blocks/1" in message for message in refused.messages)


def test_a_message_has_fifty_blocks_at_most() -> None:
    check_message_blocks([block("divider")] * 50)
    assert refusal(*[block("divider")] * 51).messages == (
        "[ERROR] no more than 50 items allowed [json-pointer:/blocks]",
    )


@pytest.mark.parametrize("kind", [ViewKind.MODAL, ViewKind.HOME])
def test_a_view_has_a_hundred_blocks_at_most(kind: ViewKind) -> None:
    def view(count: int) -> Json:
        title = {"title": plain()} if kind is ViewKind.MODAL else {}
        return {"type": kind.value, **title, "blocks": [block("divider")] * count}

    check_view(view(100), kind)
    with pytest.raises(Refused, match="no more than 100"):
        check_view(view(101), kind)


def test_ids_must_be_unique() -> None:
    twice = [block("divider", block_id="same"), block("divider", block_id="same")]
    assert "block_id same is not unique" in refusal(*twice).messages[0]
    buttons = [element("button", action_id="same"), element("button", action_id="same")]
    assert "action_id same is not unique" in refusal(block("actions", elements=buttons)).messages[0]
    check_message_blocks([block("actions", elements=buttons[:1]), block("actions", elements=buttons[1:])])


def test_markdown_has_twelve_thousand_characters_at_most_in_all_blocks() -> None:
    check_message_blocks([block("markdown", text="x" * 6000), block("markdown", text="x" * 6000)])
    too_much = refusal(block("markdown", text="x" * 6000), block("markdown", text="x" * 6001))
    assert "in total" in too_much.messages[0]


def test_blocks_may_not_be_too_long_in_all() -> None:
    fits = block("section", text=mrkdwn(2900), accessory={**IMAGE})
    check_message_blocks([fits] * 4)
    assert refusal(*[fits] * 5).error == "msg_blocks_too_long"


def test_nothing_but_a_list_is_blocks() -> None:
    assert check_message_blocks(None) == ()
    with pytest.raises(Refused, match="invalid_blocks_format"):
        check_message_blocks({"type": "divider"})
    assert refusal("divider").messages[0].startswith("[ERROR] expected an object")  # type: ignore[arg-type]  # on purpose


VIEW_BOUNDS: list[tuple[Json, Json, str]] = [
    (modal(title=plain(24)), modal(title=plain(25)), "less than 25"),
    (modal(submit=plain(24)), modal(submit=plain(25)), "less than 25"),
    (modal(close=plain(24)), modal(close=plain(25)), "less than 25"),
    (modal(private_metadata="x" * 3000), modal(private_metadata="x" * 3001), "less than 3001"),
    (modal(callback_id="x" * 255), modal(callback_id="x" * 256), "less than 256"),
    (modal(external_id="x" * 255), modal(external_id="x" * 256), "less than 256"),
    (modal(notify_on_close=True), modal(notify_on_close="yes"), "boolean"),
    (modal(), modal(colour="red"), "invalid additional property"),
    (modal(), {"type": "modal", "blocks": []}, "missing required field: title"),
    (modal(), {"type": "home", "blocks": []}, "must be modal"),
    (modal(block("rich_text")), modal(block("markdown")), "unsupported type here: markdown"),
    (modal(block("input")), {"type": "modal", "title": plain(), "blocks": [block("input")]}, "`submit`"),
]


@pytest.mark.parametrize(("right", "wrong", "said"), VIEW_BOUNDS)
def test_a_modals_rule_is_kept_from_both_sides(right: Json, wrong: Json, said: str) -> None:
    check_view(right, ViewKind.MODAL)
    with pytest.raises(Refused, match=said) as refused:
        check_view(wrong, ViewKind.MODAL)
    assert refused.value.error == "invalid_arguments"


def test_a_view_may_not_be_too_large() -> None:
    with pytest.raises(Refused, match="view_too_large"):
        check_view(modal(*[block("section", text=mrkdwn(3000))] * 90), ViewKind.MODAL)
    with pytest.raises(Refused, match="invalid_arguments"):
        check_view("a view", ViewKind.MODAL)


@pytest.mark.parametrize("kind", sorted(ELEMENT_SURFACES))
def test_some_elements_stand_in_modals_alone(kind: str) -> None:
    check_view(modal(holding(kind)), ViewKind.MODAL)
    assert f"unsupported type here: {kind}" in refusal(holding(kind)).messages[0]
