"""Checking what an app wants to show, by the tables: the blocks of a message, a modal, a home tab."""

import json
import secrets
from collections.abc import Iterator, Sequence
from typing import Any

from sandbox.entities import Json, ViewKind
from sandbox.refusals import Refused
from sandbox.rules.blocks import ALLOWED, BLOCKS, BLOCKS_MOST, ELEMENT_SURFACES, Surface
from sandbox.rules.objects import plain
from sandbox.rules.shapes import Fields, Flag, OneOf, Several, Shape, Typed, Words, complaint

MARKDOWN_MOST = 12_000
MESSAGE_BLOCKS_MOST = 13_200
VIEW_BYTES_MOST = 250_000
ATTACHMENTS_MOST = 100

_VIEW_COMMON: dict[str, Shape] = {
    "type": OneOf(("modal", "home")),
    "private_metadata": Words(3000),
    "callback_id": Words(255),
    "external_id": Words(255),
}
VIEWS: dict[ViewKind, Shape] = {
    ViewKind.MODAL: Fields(
        {
            "title": plain(24),
            "blocks": Several(Typed(BLOCKS, ALLOWED[Surface.MODAL]), BLOCKS_MOST[Surface.MODAL], 0),
        },
        {
            **_VIEW_COMMON,
            "close": plain(24),
            "submit": plain(24),
            "clear_on_close": Flag(),
            "notify_on_close": Flag(),
            "submit_disabled": Flag(),
        },
    ),
    ViewKind.HOME: Fields(
        {"blocks": Several(Typed(BLOCKS, ALLOWED[Surface.HOME]), BLOCKS_MOST[Surface.HOME], 0)}, _VIEW_COMMON
    ),
}


def check_message_blocks(blocks: Any) -> tuple[Json, ...]:
    """The blocks of a message, each with a block id; refused as Slack refuses them."""
    if blocks is None:
        return ()
    if not isinstance(blocks, list):
        raise Refused("invalid_blocks_format")
    shape = Several(Typed(BLOCKS, ALLOWED[Surface.MESSAGE]), BLOCKS_MOST[Surface.MESSAGE], 0)
    complaints = [*shape.check(blocks, "/blocks")]
    complaints += _across(blocks, Surface.MESSAGE) if not complaints else []
    if complaints:
        raise Refused("invalid_blocks", complaints)
    if len(json.dumps(blocks, ensure_ascii=False)) > MESSAGE_BLOCKS_MOST:
        raise Refused("msg_blocks_too_long")
    return tuple(_identified(blocks))


def check_attachments(attachments: Any) -> tuple[Json, ...]:
    """The old kind of attachments: counted, and their blocks checked."""
    if not attachments:
        return ()
    if not isinstance(attachments, list) or not all(isinstance(each, dict) for each in attachments):
        raise Refused("invalid_attachments")
    if len(attachments) > ATTACHMENTS_MOST:
        raise Refused("too_many_attachments")
    for attachment in attachments:
        check_message_blocks(attachment.get("blocks"))
    return tuple(attachments)


def check_view(view: Any, kind: ViewKind) -> Json:
    """A view as given, its blocks with block ids; refused as Slack refuses them."""
    if not isinstance(view, dict):
        raise Refused(
            "invalid_arguments", ["[ERROR] failed to match all allowed schemas [json-pointer:/view]"]
        )
    if view.get("type") != kind.value:
        raise Refused("invalid_arguments", [complaint(f"must be {kind.value}", "/view/type")])
    if len(json.dumps(view, ensure_ascii=False).encode()) > VIEW_BYTES_MOST:
        raise Refused("view_too_large")
    complaints = [*VIEWS[kind].check(view, "/view")]
    if not complaints:
        complaints = [*_across(view["blocks"], Surface(kind.value))]
        complaints += _without_submit(view, kind)
    if complaints:
        raise Refused("invalid_arguments", complaints)
    return {**view, "blocks": _identified(view["blocks"])}


def _without_submit(view: Json, kind: ViewKind) -> Iterator[str]:
    if kind is ViewKind.MODAL and "submit" not in view and any(b["type"] == "input" for b in view["blocks"]):
        yield complaint("`submit` is required when an `input` block is within blocks", "/view")


def _across(blocks: Sequence[Json], surface: Surface) -> Iterator[str]:
    """The rules no single block can see: unique ids, misplaced elements, the length of all markdown."""
    block_ids: set[str] = set()
    markdown = 0
    for index, block in enumerate(blocks):
        pointer = f"/blocks/{index}" if surface is Surface.MESSAGE else f"/view/blocks/{index}"
        block_id = block.get("block_id")
        if block_id in block_ids:
            yield complaint(f"block_id {block_id} is not unique", f"{pointer}/block_id")
        block_ids |= {block_id} if block_id else set()
        markdown += len(block["text"]) if block["type"] == "markdown" else 0
        yield from _across_elements(block, pointer, surface)
    if markdown > MARKDOWN_MOST:
        yield complaint(f"markdown must be less than {MARKDOWN_MOST + 1} characters in total", "/blocks")


def _elements(block: Json) -> Iterator[tuple[str, Json]]:
    for name in ("accessory", "element"):
        if name in block:
            yield name, block[name]
    if block["type"] == "actions":
        for index, element in enumerate(block["elements"]):
            yield f"elements/{index}", element


def _across_elements(block: Json, pointer: str, surface: Surface) -> Iterator[str]:
    action_ids: set[str] = set()
    for place, element in _elements(block):
        action_id = element.get("action_id")
        if action_id in action_ids:
            yield complaint(f"action_id {action_id} is not unique", f"{pointer}/{place}/action_id")
        action_ids |= {action_id} if action_id else set()
        if surface not in ELEMENT_SURFACES.get(element["type"], {surface}):
            yield complaint(f"unsupported type here: {element['type']}", f"{pointer}/{place}/type")


def _identified(blocks: Sequence[Json]) -> list[Json]:
    """The same blocks; those without block id or action id are given one, as Slack gives them."""
    return [_with_ids(block) for block in blocks]


def _with_ids(block: Json) -> Json:
    named = {**block, "block_id": block.get("block_id") or secrets.token_urlsafe(4)}
    for name in ("accessory", "element"):
        if name in named and named[name]["type"] != "image":
            named[name] = _with_action_id(named[name])
    if named["type"] == "actions":
        named["elements"] = [_with_action_id(element) for element in named["elements"]]
    return named


def _with_action_id(element: Json) -> Json:
    return {**element, "action_id": element.get("action_id") or secrets.token_urlsafe(4)}
