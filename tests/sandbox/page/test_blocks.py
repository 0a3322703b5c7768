from datetime import UTC, datetime
from typing import Any

import pytest

from sandbox.page.blocks import BLOCKS, drawn
from sandbox.page.mrkdwn import Names
from sandbox.page.surface import Surface
from tests.sandbox.page.reading_html import Reader, read

NAMES = Names({"U1": "S Okoro"}.get, {}.get, {}.get, datetime(2026, 9, 21, tzinfo=UTC))
HOSTILE = "</p><script>alert(1)</script><img src=x onerror=alert(1)>\"' onclick='x"
Json = dict[str, Any]


def plain(words: str) -> Json:
    return {"type": "plain_text", "text": words}


def mrkdwn(words: str) -> Json:
    return {"type": "mrkdwn", "text": words}


def see(*blocks: Json, errors: dict[str, str] | None = None) -> Reader:
    return read(drawn(blocks, Surface("m", NAMES, errors=errors or {})))


EVERY_BLOCK: dict[str, Json] = {
    "header": {"type": "header", "text": plain("the words")},
    "section": {"type": "section", "text": mrkdwn("the words"), "fields": [mrkdwn("a"), plain("b")]},
    "context": {"type": "context", "elements": [mrkdwn("the words"), plain("b")]},
    "divider": {"type": "divider"},
    "actions": {
        "type": "actions",
        "elements": [{"type": "button", "action_id": "a", "text": plain("the words")}],
    },
    "input": {
        "type": "input",
        "block_id": "i",
        "label": plain("the words"),
        "element": {"type": "plain_text_input", "action_id": "a"},
    },
    "image": {
        "type": "image",
        "image_url": "/files/F1/x.png",
        "alt_text": "the words",
        "title": plain("the words"),
    },
    "rich_text": {
        "type": "rich_text",
        "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "the words"}]}],
    },
    "markdown": {"type": "markdown", "text": "the **words**"},
}


def test_every_kind_of_block_has_its_example_here() -> None:
    assert set(EVERY_BLOCK) == set(BLOCKS)


@pytest.mark.parametrize("kind", EVERY_BLOCK)
def test_every_kind_of_block_shows_its_words(kind: str) -> None:
    found = see(EVERY_BLOCK[kind])
    assert found.complaints == []
    assert kind == "divider" or "the words" in found.words


def made_hostile(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {"type", "style", "action_id"}
        return {key: each if key in kept else made_hostile(each) for key, each in value.items()}
    if isinstance(value, list):
        return [made_hostile(each) for each in value]
    return HOSTILE


@pytest.mark.parametrize("kind", EVERY_BLOCK)
def test_no_block_can_carry_anything_harmful(kind: str) -> None:
    assert see(made_hostile(EVERY_BLOCK[kind])).complaints == []


def test_a_block_nobody_knows_says_so() -> None:
    assert "“hologram” block" in see({"type": "hologram"}).words


def test_a_section_can_have_a_button_beside_it() -> None:
    button = {"type": "button", "action_id": "open", "text": plain("Open"), "value": "2.7a"}
    found = see({"type": "section", "block_id": "s", "text": mrkdwn("*2.7a*"), "accessory": button})
    (drawn_button,) = found.elements("button")
    assert drawn_button["data-block"] == "s"
    assert drawn_button["data-action"] == "open"


def test_a_picture_of_this_machine_is_shown_and_others_are_only_named() -> None:
    for address in ("/files/F0001/chart.png", "http://127.0.0.1:8765/files/F0001/chart.png"):
        (picture,) = see({"type": "image", "image_url": address, "alt_text": "Late by theme"}).elements("img")
        assert picture["src"] == "/picture/F0001"
        assert picture["alt"] == "Late by theme"
    afar = see({"type": "image", "image_url": "https://afar.example/x.png", "alt_text": "Late by theme"})
    assert afar.elements("img") == []
    assert "Picture: Late by theme" in afar.words


def test_small_pictures_stand_in_small_print_and_beside_sections() -> None:
    small = {"type": "image", "image_url": "/files/F0001/face.png", "alt_text": "S Okoro"}
    context = {"type": "context", "elements": [small, mrkdwn("S Okoro, 24 Sept")]}
    section = {"type": "section", "text": mrkdwn("2.7a"), "accessory": small}
    assert [picture["class"] for picture in see(context, section).elements("img")] == [
        "picture small",
        "picture thumb",
    ]


def test_an_uploaded_picture_may_be_named_by_its_file() -> None:
    (picture,) = see({"type": "image", "slack_file": {"id": "F0002"}, "alt_text": "x"}).elements("img")
    assert picture["src"] == "/picture/F0002"


def test_an_input_has_a_label_a_hint_and_its_error() -> None:
    block = {
        "type": "input",
        "block_id": "why",
        "label": plain("What is in the way?"),
        "hint": plain("One line."),
        "element": {"type": "plain_text_input", "action_id": "w"},
    }
    found = see(block, errors={"why": "Please say a little more."})
    (box,), (label,) = found.elements("input"), found.elements("label")
    assert label["for"] == box["id"]
    assert box["aria-invalid"] == "true"
    assert box["aria-required"] == "true"
    described = [attributes["id"] for attributes in found.elements("p")]
    assert (box["aria-describedby"] or "").split() == described
    assert "Error: Please say a little more." in found.words


def test_an_optional_input_says_so_and_is_not_required() -> None:
    element = {"type": "plain_text_input", "action_id": "w"}
    found = see(
        {"type": "input", "block_id": "x", "label": plain("Who?"), "optional": True, "element": element}
    )
    assert "Who? (optional)" in found.words
    assert "aria-required" not in found.elements("input")[0]


def test_blocks_on_one_page_do_not_share_ids() -> None:
    found = see(*(EVERY_BLOCK["input"] | {"block_id": f"b{number}"} for number in range(3)))
    ids = [attributes["id"] for _, attributes in found.tags if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_a_picture_that_was_never_shared_with_the_reader_is_not_shown_to_them() -> None:
    block = {"type": "image", "slack_file": {"id": "F0002"}, "alt_text": "Late by theme"}
    surface = Surface("m1", NAMES, sees_file=lambda file_id: file_id != "F0002")
    found = read(drawn([block], surface))
    assert found.elements("img") == []
    assert "This picture was not shared with you." in found.words


def test_a_picture_that_was_fetched_is_shown_from_its_copy() -> None:
    block = {"type": "image", "image_url": "http://127.0.0.1:8770/pictures/1-2.png", "alt_text": "x"}
    (picture,) = see(block).elements("img")
    assert picture["src"].startswith("/proxied/")
