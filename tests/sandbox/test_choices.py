"""What people choose, in the words Slack reports it in."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.choices import STATES, chosen, complete_values, find_element, is_empty, untouched
from sandbox.refusals import Refused
from sandbox.rules.elements import ELEMENTS

RED, AMBER = (
    {"text": {"type": "plain_text", "text": word.title()}, "value": word} for word in ("red", "amber")
)


def test_every_element_that_holds_something_has_its_state() -> None:
    assert set(STATES) == set(ELEMENTS) - {"button", "image"}


@pytest.mark.parametrize(
    ("element", "choice", "state"),
    [
        ({"type": "static_select", "options": [RED, AMBER]}, "amber", {"selected_option": AMBER}),
        (
            {"type": "static_select", "option_groups": [{"options": [RED]}]},
            "red",
            {"selected_option": RED},
        ),
        ({"type": "radio_buttons", "options": [RED, AMBER]}, None, {"selected_option": None}),
        ({"type": "checkboxes", "options": [RED, AMBER]}, ["red"], {"selected_options": [RED]}),
        ({"type": "checkboxes", "options": [RED, AMBER]}, "red", {"selected_options": [RED]}),
        ({"type": "users_select"}, "U1", {"selected_user": "U1"}),
        ({"type": "multi_users_select"}, ["U1", "U2"], {"selected_users": ["U1", "U2"]}),
        ({"type": "datepicker"}, "2026-10-14", {"selected_date": "2026-10-14"}),
        ({"type": "datetimepicker"}, 1_790_000_000, {"selected_date_time": 1_790_000_000}),
        ({"type": "plain_text_input"}, "words", {"value": "words"}),
        (
            {"type": "external_select"},
            "2.7a",
            {
                "selected_option": {
                    "text": {"type": "plain_text", "text": "2.7a", "emoji": True},
                    "value": "2.7a",
                }
            },
        ),
    ],
)
def test_a_choice_becomes_a_state(element: dict[str, Any], choice: Any, state: dict[str, Any]) -> None:
    assert chosen(element, choice) == {"type": element["type"], **state}


def test_rich_text_is_written_as_one_section() -> None:
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": "words"}]}
    written = {"type": "rich_text", "elements": [section]}
    element = {"type": "rich_text_input"}
    assert chosen(element, "words") == {"type": "rich_text_input", "rich_text_value": written}
    assert untouched(element) == {"type": "rich_text_input", "rich_text_value": None}


def test_an_option_that_is_not_offered_is_refused() -> None:
    with pytest.raises(Refused, match="no_such_option"):
        chosen({"type": "static_select", "options": [RED]}, "amber")


def test_an_untouched_element_holds_what_its_author_set() -> None:
    menu = {"type": "static_select", "options": [RED], "initial_option": RED}
    assert untouched(menu) == {"type": "static_select", "selected_option": RED}
    assert untouched({"type": "plain_text_input"}) == {"type": "plain_text_input", "value": None}
    assert untouched({"type": "button"}) is None
    assert untouched({"type": "overflow", "options": [RED]}) is None


def test_nothing_chosen_is_empty() -> None:
    assert is_empty({"type": "plain_text_input", "value": ""})
    assert is_empty({"type": "checkboxes", "selected_options": []})
    assert not is_empty({"type": "plain_text_input", "value": "x"})


def test_an_element_is_found_by_action_id_and_block_id() -> None:
    blocks: list[dict[str, Any]] = [
        {
            "type": "actions",
            "block_id": "a",
            "elements": [{"type": "button", "action_id": "go", "value": "1"}],
        },
        {
            "type": "section",
            "block_id": "b",
            "accessory": {"type": "button", "action_id": "go", "value": "2"},
        },
    ]
    assert find_element(blocks, "go")[1]["value"] == "1"
    assert find_element(blocks, "go", "b")[1]["value"] == "2"
    with pytest.raises(Refused, match="no_such_element"):
        find_element(blocks, "stop")


def test_the_values_of_blocks_are_what_was_filled_in_and_what_was_set() -> None:
    blocks = [
        {
            "type": "input",
            "block_id": "why",
            "element": {"type": "plain_text_input", "action_id": "words", "initial_value": "IT"},
        },
        {"type": "input", "block_id": "when", "element": {"type": "datepicker", "action_id": "day"}},
    ]
    filled = {"when": {"day": {"type": "datepicker", "selected_date": "2026-10-14"}}}
    assert complete_values(blocks, filled) == {
        "why": {"words": {"type": "plain_text_input", "value": "IT"}},
        **filled,
    }
