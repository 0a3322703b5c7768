"""Block Kit as HTML: one small function a kind of block."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sandbox.page.elements import element
from sandbox.page.markup import Html, hidden_words, joined, tag
from sandbox.page.rich_text import rich_text
from sandbox.page.surface import Json, Place, Surface, literal, words_of
from sandbox.picture_proxy import file_named, kept_under


@dataclass(frozen=True)
class Placed:
    """A block, the id it goes by, and the surface it stands on."""

    block: Json
    id: str
    surface: Surface


Draw = Callable[[Placed], Html]

_FILE_HERE = re.compile(r"(?:http://(?:127\.0\.0\.1|localhost)(?::\d+)?)?/files/(\w+)")


def drawn(blocks: Iterable[Json], surface: Surface) -> Html:
    """Draw blocks in order; an unknown kind says so rather than vanish."""
    placed = (
        Placed(block, str(block.get("block_id") or f"b{at}"), surface) for at, block in enumerate(blocks)
    )
    return joined(BLOCKS.get(str(one.block.get("type")), _unknown)(one) for one in placed)


def _header(placed: Placed) -> Html:
    return tag("h3", words_of(placed.block.get("text"), placed.surface.names), class_="block header")


def _section(placed: Placed) -> Html:
    names, said = placed.surface.names, placed.block.get("text")
    words = tag("div", words_of(said, names), class_="words") if said else ""
    fields = [tag("div", words_of(pair, names), class_="pair") for pair in placed.block.get("fields") or []]
    grid = tag("div", fields, class_="fields") if fields else ""
    accessory = placed.block.get("accessory")
    beside = tag("div", _part(accessory, placed), class_="accessory") if accessory else ""
    return tag("div", tag("div", words, grid, class_="body"), beside, class_="block section")


def _context(placed: Placed) -> Html:
    parts = (_fact(part, placed) for part in placed.block.get("elements") or [])
    return tag("div", parts, class_="block context")


def _fact(part: Json, placed: Placed) -> Html:
    if part.get("type") == "image":
        return _picture(part, "small", placed.surface)
    return tag("div", words_of(part, placed.surface.names), class_="fact")


def _divider(_: Placed) -> Html:
    return tag("hr", class_="block")


def _actions(placed: Placed) -> Html:
    parts = (_part(part, placed) for part in placed.block.get("elements") or [])
    return tag("div", parts, class_="block actions", role="group", aria_label="Actions")


def _part(part: Json, placed: Placed) -> Html:
    if part.get("type") == "image":
        return _picture(part, "thumb", placed.surface)
    place = Place(placed.surface, placed.id, str(part.get("action_id") or "action"), acts=True)
    return element(part, place)


def _input(placed: Placed) -> Html:
    block, surface = placed.block, placed.surface
    part, error = block.get("element") or {}, surface.errors.get(placed.id)
    stem = f"{surface.key}-{placed.id}"
    label_id, hint_id, error_id = f"{stem}-label", f"{stem}-hint", f"{stem}-error"
    described = [name for name, shown in ((hint_id, block.get("hint")), (error_id, error)) if shown]
    place = Place(
        surface,
        placed.id,
        str(part.get("action_id") or "action"),
        acts=bool(block.get("dispatch_action")),
        label_id=label_id,
        described_by=" ".join(described) or None,
        wrong=error is not None,
        required=not block.get("optional"),
    )
    optional = tag("span", " (optional)", class_="optional") if block.get("optional") else None
    return tag(
        "div",
        tag("label", literal(block.get("label")), optional, id=label_id, for_=place.id),
        tag("p", literal(block.get("hint")), class_="hint", id=hint_id) if block.get("hint") else None,
        tag("p", hidden_words("Error: "), error, class_="error", id=error_id) if error else None,
        element(part, place),
        class_="block input wrong" if error else "block input",
    )


def _image(placed: Placed) -> Html:
    title = tag("figcaption", literal(placed.block.get("title"))) if placed.block.get("title") else None
    return tag("figure", title, _picture(placed.block, "full", placed.surface), class_="block image")


def _picture(source: Json, size: str, surface: Surface) -> Html:
    """Show a picture of this machine; name one from elsewhere, for the page loads nothing from afar. A file
    that was never shared with the reader is not shown to them, wherever it stands."""
    address = str(source.get("image_url") or "")
    here = _FILE_HERE.match(address)
    file_id = file_named(source.get("slack_file") or {}) or (here[1] if here else "")
    alternative = str(source.get("alt_text") or "")
    if file_id.isalnum() and not surface.sees_file(file_id):
        return tag("span", "This picture was not shared with you.", class_="missing-picture")
    proxied = kept_under(address)
    place = f"/picture/{file_id}" if file_id.isalnum() else f"/proxied/{proxied}" if proxied else None
    if place is not None:
        return tag("img", src=place, alt=alternative, class_=f"picture {size}", loading="lazy")
    return tag("span", f"Picture: {alternative or 'not described'}", class_="missing-picture")


def _rich_text(placed: Placed) -> Html:
    return tag("div", rich_text(placed.block, placed.surface.names), class_="block words")


def _markdown(placed: Placed) -> Html:
    source = {"type": "mrkdwn", "text": str(placed.block.get("text") or "").replace("**", "*")}
    return tag("div", words_of(source, placed.surface.names), class_="block words")


def _unknown(placed: Placed) -> Html:
    note = f"(a “{placed.block.get('type')}” block, which this page does not show)"
    return tag("p", tag("em", note), class_="block")


BLOCKS: dict[str, Draw] = {
    "header": _header,
    "section": _section,
    "context": _context,
    "divider": _divider,
    "actions": _actions,
    "input": _input,
    "image": _image,
    "rich_text": _rich_text,
    "markdown": _markdown,
}
