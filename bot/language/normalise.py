"""Chat mark-up laid aside without moving a character: every offset points into what was written."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.language.late import Late
from bot.language.lexicon.emoji import EMOJI_NAMES

_SAME_LENGTH = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u02bc": "'",
        "\u2032": "'",
        "`": " ",
        "\u201c": '"',
        "\u201d": '"',
        "\u00a0": " ",
        "\u2007": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u200b": " ",
        "\u200c": " ",
        "\u200d": " ",
        "\ufeff": " ",
        "\ufe0f": " ",
        "\ufe0e": " ",
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2212": "-",
        "\u2015": "\u2014",
        "*": " ",
        "\u2022": "\n",
        "\u25aa": "\n",
        "\u25e6": "\n",
        "\u2023": "\n",
        "\r": "\n",
        "\u2028": "\n",
        "\t": " ",
        "\u2192": ">",
        "\u27a1": ">",
        "\u21d2": ">",
        "\u2794": ">",
        "\u00bb": ">",
    }
)

_MARK_UP = Late(
    r"```.{0,20000}?```|`[^`\n]*`"  # code: somebody else's words
    r"|^[ ]?(?:>|&gt;)(?!\d)[^\n]*"  # a quoted line
    r"|<[@!#][^<>\n]*>|</?[a-z][a-z0-9+.-]*:[^<>|\n]*(?:\||>)"  # mentions, the address part of links
    r"|\b(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"
    r"|&amp;|&lt;|&gt;"
    r"|:[a-z][a-z0-9_+'-]*:",
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
_HINTS_OF_MARK_UP = re.compile(r"[`<>&@:_]|www\.")
_STRUCK = Late(r"(?<![\w~])~(?=[^\s~])[^~\n]*[^\s~]~(?![\w~])")
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}


class Plain(NamedTuple):
    """A message ready to be read: as long as the text, with what was struck through marked."""

    text: str
    lower: str
    struck: tuple[tuple[int, int], ...]


def normalise(text: str) -> Plain:
    """Lay Slack's mark-up aside; the result is exactly as long as `text`, character for character."""
    if _HINTS_OF_MARK_UP.search(text):
        text = _MARK_UP.pattern.sub(_laid_aside, text)
    plain = text.translate(_SAME_LENGTH)
    struck: tuple[tuple[int, int], ...] = ()
    if "~" in plain:
        struck = tuple(found.span() for found in _STRUCK.pattern.finditer(plain))
        plain = plain.replace("~", " ")
    if "_" in plain:
        plain = plain.replace("_", " ")
    lower = plain.lower()
    if len(lower) != len(plain):  # a few capitals lengthen when lowered, such as a dotted Turkish I
        lower = "".join(low if len(low := character.lower()) == 1 else character for character in plain)
    return Plain(plain, lower, struck)


def _laid_aside(found: re.Match[str]) -> str:
    words = found.group()
    low = words.lower()
    if low in _ENTITIES:
        return _ENTITIES[low].ljust(len(words))
    if low[0] == ":":
        return EMOJI_NAMES.get(low[1:-1], " ").ljust(len(words)) if _is_emoji(low) else words
    return "".join("\n" if character == "\n" else " " for character in words)


def _is_emoji(words: str) -> bool:
    return words[1:-1] in EMOJI_NAMES or "_" in words
