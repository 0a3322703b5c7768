"""Rich text blocks, the form in which Slack's own editor sends what a person wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sandbox.page.emoji import emoji_for
from sandbox.page.markup import Html, joined, tag, text
from sandbox.page.mrkdwn import Names, safe_address

Json = Mapping[str, Any]
_STYLES = (("code", "code"), ("strike", "s"), ("italic", "em"), ("bold", "strong"))


def rich_text(block: Json, names: Names) -> Html:
    """Draw a rich_text block."""
    return joined(_part(part, names) for part in block.get("elements") or [])


def _part(part: Json, names: Names) -> Html:
    kind = part.get("type")
    if kind == "rich_text_list":
        items = (tag("li", _run(item.get("elements") or [], names)) for item in part.get("elements") or [])
        return tag("ol" if part.get("style") == "ordered" else "ul", items)
    run = _run(part.get("elements") or [], names)
    if kind == "rich_text_quote":
        return tag("blockquote", run)
    if kind == "rich_text_preformatted":
        return tag("pre", tag("code", run))
    return tag("p", run)


def _run(elements: Iterable[Json], names: Names) -> Html:
    return joined(_styled(element, names) for element in elements)


def _styled(element: Json, names: Names) -> Html:
    draw = _ELEMENTS.get(str(element.get("type")), _words)
    drawn = draw(element, names)
    style = element.get("style") or {}
    for name, tag_name in _STYLES:
        if style.get(name):
            drawn = tag(tag_name, drawn)
    return drawn


def _words(element: Json, _names: Names) -> Html:
    return joined((text(line) for line in str(element.get("text", "")).split("\n")), Html("<br>"))


def _link(element: Json, _names: Names) -> Html:
    address = str(element.get("url", ""))
    words = str(element.get("text") or address)
    if safe_address(address) is None:
        return text(words)
    return tag("a", words, href=address, target="_blank", rel="noopener noreferrer")


def _person(element: Json, names: Names) -> Html:
    person_id = str(element.get("user_id", ""))
    return tag("span", "@" + (names.person(person_id) or person_id), class_="mention")


def _channel(element: Json, names: Names) -> Html:
    channel_id = str(element.get("channel_id", ""))
    return tag("span", "#" + (names.channel(channel_id) or channel_id), class_="mention")


def _broadcast(element: Json, _names: Names) -> Html:
    return tag("span", f"@{element.get('range', 'here')}", class_="mention")


def _emoji(element: Json, _names: Names) -> Html:
    return text(emoji_for(str(element.get("name", ""))))


def _date(element: Json, _names: Names) -> Html:
    return text(str(element.get("fallback") or element.get("timestamp", "")))


_ELEMENTS: dict[str, Callable[[Json, Names], Html]] = {
    "text": _words,
    "link": _link,
    "user": _person,
    "channel": _channel,
    "broadcast": _broadcast,
    "emoji": _emoji,
    "date": _date,
}
