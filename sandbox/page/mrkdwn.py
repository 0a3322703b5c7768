"""Slack's mrkdwn as safe HTML: every piece of text is escaped before any mark-up is put around it.

A message's text holds `&amp;`, `&lt;` and `&gt;` for the three characters and `<…>` for what the platform
understands. Whatever does not read as mark-up is shown literally, so that nothing a person or a bot writes
can become an element of the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sandbox.page.emoji import emojified
from sandbox.page.markup import Html, joined, tag, text
from sandbox.page.moments import filled


@dataclass(frozen=True)
class Names:
    """What the renderer must know of the workspace: names for ids, addresses for channels, and the time."""

    person: Callable[[str], str | None]
    channel: Callable[[str], str | None]
    channel_address: Callable[[str], str | None]
    now: datetime


_FENCE = re.compile(r"```\n?(.*?)```", re.DOTALL)
_INLINE = re.compile(
    r"<(?P<special>[^<>\n]+)>"
    r"|`(?P<code>[^`\n]+)`"
    r"|(?<![\w*])\*(?=\S)(?P<bold>[^*\n]+)(?<=\S)\*(?![\w*])"
    r"|(?<![\w_])_(?=\S)(?P<italic>[^_\n]+)(?<=\S)_(?![\w_])"
    r"|(?<![\w~])~(?=\S)(?P<strike>[^~\n]+)(?<=\S)~(?![\w~])"
    r"|(?P<address>https?://[^\s<>|]*[^\s<>|.,;:!?'\"()*_~])"
)
_LIST_LINE = re.compile(r"(?:[•◦▪] ?|- )(.*)")
_QUOTE_LINE = re.compile(r"(?:&gt;|>) ?(.*)")
_SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)[^\s\"<>]+", re.IGNORECASE)
_DATE = re.compile(r"!date\^(-?\d{1,12})\^([^|^]*)(?:\^([^|]*))?(?:\|(.*))?")
_STYLES = {"bold": "strong", "italic": "em", "strike": "s"}


def rendered(source: str, names: Names) -> Html:
    """Turn a mrkdwn text into HTML blocks."""
    pieces: list[Html] = []
    for index, part in enumerate(_FENCE.split(source)):
        if index % 2:
            pieces.append(tag("pre", tag("code", _plain(part.removesuffix("\n"), emoji=False))))
        elif part.strip("\n"):
            pieces.append(_lines(part.strip("\n"), names))
    return joined(pieces)


def inline(source: str, names: Names) -> Html:
    """Turn one line of mrkdwn into HTML, without lists, quotes or fences.

    It nests no deeper than there are styles, for none may stand inside itself.
    """
    pieces: list[Html] = []
    at = 0
    for found in _INLINE.finditer(source):
        pieces.append(_plain(source[at : found.start()]))
        pieces.append(_marked(found, names))
        at = found.end()
    pieces.append(_plain(source[at:]))
    return joined(pieces)


def plain(source: str) -> Html:
    """Show a plain_text object: escaped, shortcodes as emoji, line breaks kept, no mark-up read."""
    return joined((text(emojified(line)) for line in source.split("\n")), Html("<br>"))


def unescaped(source: str) -> str:
    """Undo the platform's three entities (and nothing else)."""
    return source.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def safe_address(address: str) -> str | None:
    """The address if a link may point there (web, mail, telephone), else nothing."""
    return address if _SAFE_ADDRESS.fullmatch(address) else None


def _plain(source: str, *, emoji: bool = True) -> Html:
    words = unescaped(source)
    return text(emojified(words) if emoji else words)


def _lines(source: str, names: Names) -> Html:
    """Gather neighbouring lines of one kind into a paragraph, a list or a quotation."""
    blocks: list[Html] = []
    kind, held = "", list[str]()
    for line in [*source.split("\n"), None]:
        next_kind, words = _kind_of(line)
        if next_kind != kind and held:
            blocks.append(_gathered(kind, held, names))
            held = []
        kind = next_kind
        if kind:
            held.append(words)
    return joined(blocks)


def _kind_of(line: str | None) -> tuple[str, str]:
    if line is None or not line.strip():
        return "", ""
    if quoted := _QUOTE_LINE.fullmatch(line):
        return "quote", quoted[1]
    if listed := _LIST_LINE.fullmatch(line.lstrip()):
        return "list", listed[1]
    return "words", line


def _gathered(kind: str, lines: list[str], names: Names) -> Html:
    if kind == "list":
        return tag("ul", (tag("li", inline(line, names)) for line in lines))
    body = joined((inline(line, names) for line in lines), Html("<br>"))
    return tag("blockquote", body) if kind == "quote" else tag("p", body)


def _marked(found: re.Match[str], names: Names) -> Html:
    kind = str(found.lastgroup)
    inside = found[kind]
    if kind == "code":
        return tag("code", _plain(inside, emoji=False))
    if kind == "address":
        return _link(unescaped(inside), text(unescaped(inside)))
    if kind == "special":
        return _special(inside, names)
    return tag(_STYLES[kind], inline(inside, names))


def _special(inside: str, names: Names) -> Html:
    if inside.startswith("!date^"):
        return _date(inside, names)
    target, _, label = inside.partition("|")
    if inside.startswith("@"):
        return _mention(names.person(target[1:]) or unescaped(label) or target[1:])
    if inside.startswith("#"):
        return _channel(target[1:], unescaped(label), names)
    if inside.startswith("!"):
        return _mention(unescaped(label).lstrip("@") or target[1:].partition("^")[0])
    address = unescaped(target)
    if safe_address(address):
        return _link(address, _plain(label) if label else text(address.removeprefix("mailto:")))
    return _plain(f"<{inside}>")


def _mention(name: str) -> Html:
    return tag("span", "@" + name, class_="mention")


def _channel(channel_id: str, label: str, names: Names) -> Html:
    words = "#" + (names.channel(channel_id) or label or channel_id)
    address = names.channel_address(channel_id)
    if address is None:
        return tag("span", words, class_="mention")
    return tag("a", words, class_="mention", href=address)


def _date(inside: str, names: Names) -> Html:
    found = _DATE.fullmatch(inside)
    if found is None:
        return _plain(f"<{inside}>")
    seconds, pattern, address, fallback = found.groups()
    try:
        words = text(filled(unescaped(pattern), int(seconds), names.now))
    except (ValueError, OverflowError, OSError):
        words = _plain(fallback or pattern)
    if address and safe_address(unescaped(address)):
        return _link(unescaped(address), words)
    return words


def _link(address: str, words: Html) -> Html:
    return tag("a", words, href=address, target="_blank", rel="noopener noreferrer")
