import json
from datetime import UTC, datetime
from typing import Any

import pytest

from sandbox.page.elements import ELEMENTS, element
from sandbox.page.mrkdwn import Names
from sandbox.page.surface import Place, Surface
from tests.sandbox.page.reading_html import Reader, read

NAMES = Names({}.get, {}.get, {}.get, datetime(2026, 9, 21, tzinfo=UTC))
PEOPLE = (("U1", "S Okoro"), ("U2", "K Bramley"))
ROOMS = (("C1", "#larkmere-plan"),)
HOSTILE = "\"'><script>alert(1)</script>"
Json = dict[str, Any]


def plain(words: str) -> Json:
    return {"type": "plain_text", "text": words}


def option(value: str, words: str = "") -> Json:
    return {"text": plain(words or value), "value": value}


OPTIONS = [option("red", "🔺 Red"), option("amber", "🔶 Amber")]
CHOOSING = {kind for kind in ELEMENTS if kind.split("_")[-1] in ("select", "buttons", "checkboxes")}


def example(kind: str) -> Json:
    source: Json = {"type": kind, "action_id": "a", "text": plain("Words"), "placeholder": plain("Words")}
    return source | (
        {"options": OPTIONS}
        if "static" in kind or kind in ("overflow", "radio_buttons", "checkboxes")
        else {}
    )


def see(source: Json, state: Json | None = None, label_id: str | None = None) -> Reader:
    surface = Surface("m", NAMES, PEOPLE, ROOMS, {"b": {"a": state}} if state else {})
    return read(element(source, Place(surface, "b", "a", acts=True, label_id=label_id)))


@pytest.mark.parametrize("kind", ELEMENTS)
def test_every_element_can_be_found_by_the_script_and_named_by_a_reader(kind: str) -> None:
    found = see(example(kind))
    assert found.complaints == []
    (marked,) = [attributes for _, attributes in found.tags if attributes.get("data-element") == kind]
    assert (marked["data-block"], marked["data-action"]) == ("b", "a")
    assert "Words" in found.words or "aria-label" in marked or "More actions" in found.words


@pytest.mark.parametrize("kind", ELEMENTS)
def test_no_element_can_carry_anything_harmful(kind: str) -> None:
    hostile = {
        "text": plain(HOSTILE),
        "placeholder": plain(HOSTILE),
        "initial_value": HOSTILE,
        "initial_date": HOSTILE,
        "url": "javascript:alert(1)",
        "options": [
            {"text": plain(HOSTILE), "value": HOSTILE, "description": plain(HOSTILE), "url": HOSTILE}
        ],
        "accessibility_label": HOSTILE,
        "confirm": {"title": plain(HOSTILE), "text": plain(HOSTILE)},
        "multiline": True,
    }
    assert see({"type": kind, "action_id": HOSTILE} | hostile).complaints == []


def test_an_element_nobody_knows_says_so() -> None:
    assert "kind “lever”" in see({"type": "lever", "action_id": "a"}).words


def test_a_button_with_an_address_is_a_link_that_still_tells_the_app() -> None:
    (link,) = see(example("button") | {"url": "https://larkmere.example/"}).elements("a")
    assert link["href"] == "https://larkmere.example/"
    assert link["data-element"] == "button"


def test_a_button_carries_its_question() -> None:
    question = {"title": plain("Sure?"), "text": plain("It goes to 20 leads."), "confirm": plain("Go live")}
    (button,) = see(example("button") | {"confirm": question, "style": "danger"}).elements("button")
    assert json.loads(button["data-confirm"] or "")["text"] == "It goes to 20 leads."
    assert button["class"] == "button danger"


def test_a_menu_offers_its_options_after_the_placeholder() -> None:
    found = see(example("static_select"))
    assert [attributes["value"] for attributes in found.elements("option")] == ["", "red", "amber"]


def test_a_menu_keeps_its_groups() -> None:
    grouped = {"option_groups": [{"label": plain("Late"), "options": OPTIONS}]}
    found = see({"type": "static_select", "action_id": "a"} | grouped)
    assert found.elements("optgroup") == [{"label": "Late"}]


def test_menus_of_people_and_channels_know_both() -> None:
    found = see(example("conversations_select"))
    values = [attributes["value"] for attributes in found.elements("option")]
    assert values == ["", "C1", "U1", "U2"]


def test_what_the_app_set_first_is_chosen() -> None:
    found = see(example("static_select") | {"initial_option": OPTIONS[1]})
    assert [attributes["value"] for attributes in found.elements("option") if "selected" in attributes] == [
        "amber"
    ]


def test_what_the_person_chose_is_stronger() -> None:
    found = see(example("static_select") | {"initial_option": OPTIONS[1]}, {"selected_option": OPTIONS[0]})
    assert [attributes["value"] for attributes in found.elements("option") if "selected" in attributes] == [
        "red"
    ]


@pytest.mark.parametrize(
    ("kind", "state", "ticked"),
    [
        ("checkboxes", {"selected_options": OPTIONS}, ["red", "amber"]),
        ("radio_buttons", {"selected_option": OPTIONS[1]}, ["amber"]),
        ("multi_users_select", {"selected_users": ["U2"]}, ["U2"]),
        ("multi_static_select", {"selected_options": []}, []),
    ],
)
def test_ticks_stand_where_the_person_put_them(kind: str, state: Json, ticked: list[str]) -> None:
    found = see(example(kind) | {"initial_options": OPTIONS}, state)
    assert [each["value"] for each in found.elements("input") if "checked" in each] == ticked


def test_every_tick_has_its_label() -> None:
    found = see(example("checkboxes"))
    boxes = [attributes["id"] for attributes in found.elements("input")]
    assert [attributes["for"] for attributes in found.elements("label")] == boxes


def test_a_group_of_ticks_is_named_by_the_label_of_its_block() -> None:
    (group,) = [each for _, each in see(example("radio_buttons"), label_id="l").tags if "role" in each]
    assert (group["role"], group["aria-labelledby"]) == ("radiogroup", "l")


def test_what_was_typed_stays() -> None:
    source = {"type": "plain_text_input", "action_id": "a", "initial_value": "before"}
    assert see(source, {"value": "after"}).elements("input")[0]["value"] == "after"
    assert see(source).elements("input")[0]["value"] == "before"
    assert see(source | {"multiline": True}, {"value": "\nafter"}).words == "\n\nafter"


def test_an_entry_of_an_overflow_menu_may_be_a_link() -> None:
    entries = [option("a", "History"), option("b", "The plan") | {"url": "https://larkmere.example/"}]
    found = see({"type": "overflow", "action_id": "a", "options": entries})
    assert [link["href"] for link in found.elements("a")] == ["https://larkmere.example/"]
    assert len(found.elements("button")) == 1


def test_an_option_may_have_mark_up_and_a_note() -> None:
    marked = {
        "text": {"type": "mrkdwn", "text": "*Red*\noff track"},
        "value": "red",
        "description": plain("Tell the board"),
    }
    found = see({"type": "radio_buttons", "action_id": "a", "options": [marked]})
    assert len(found.elements("strong")) == 1
    assert "Tell the board" in found.words


def test_a_date_picker_has_room_for_the_date_in_words() -> None:
    found = see(example("datepicker") | {"initial_date": "2026-10-14"})
    assert found.elements("input")[0]["value"] == "2026-10-14"
    assert len(found.elements("output")) == 1
