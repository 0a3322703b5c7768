"""What a person typed, out of what Slack sends: "A&amp;E" is "A&E", and a mention is a name.

Slack escapes `&`, `<` and `>` in people's words and writes mentions and links in angle brackets. The record
keeps what the person saw themselves write; whatever is shown of it later is escaped anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_TOKEN = re.compile(r"<(?P<sign>[@#!]?)(?P<target>[^<>|\s][^<>|]*)(?:\|(?P<label>[^<>]*))?>|&(?:amp|lt|gt);")
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}
_ADDRESSES = ("mailto:", "tel:")


def typed(text: str, own: str | None, name_of: Callable[[str], str | None]) -> str:
    """The text as its author saw it. A mention of the bot itself (`own`) says nothing and is left out;
    `name_of` knows the names of some accounts."""

    def shown(found: re.Match[str]) -> str:
        if found.group() in _ENTITIES:
            return _ENTITIES[found.group()]
        target, label = found["target"], found["label"]
        if found["sign"] == "@":
            return "" if target == own else f"@{name_of(target) or _decoded(label) or target}"
        return _SIGNS[found["sign"]](target, _decoded(label))

    return _TOKEN.sub(shown, text).strip(" ")


def channels_in(text: str) -> tuple[tuple[str, str], ...]:
    """The channels a text names, as its author saw them (in lower case), each with its id."""
    return tuple(
        ((_decoded(found["label"]) or found["target"]).casefold(), found["target"])
        for found in _TOKEN.finditer(text)
        if found["sign"] == "#"
    )


def _channel(target: str, label: str | None) -> str:
    return f"#{label or target}"


def _special(target: str, label: str | None) -> str:
    """`<!here>`, a user group, or a date in its author's own words."""
    return label or f"@{target.split('^')[0]}"


def _link(target: str, label: str | None) -> str:
    address = _decoded(target) or ""
    if address.startswith(_ADDRESSES):
        return label or address.split(":", 1)[1]
    if not label or address.split("://", 1)[-1].rstrip("/") == label.rstrip("/"):
        return label or address
    return label if label == address else f"{label} ({address})"


_SIGNS: dict[str, Callable[[str, str | None], str]] = {"#": _channel, "!": _special, "": _link}


def _decoded(text: str | None) -> str | None:
    if text is None:
        return None
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        text = text.replace(entity, sign)
    return text
