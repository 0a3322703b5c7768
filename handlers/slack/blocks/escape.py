"""A person's words made safe for Slack: what they typed is shown, and never becomes a mention or a link."""

from __future__ import annotations

import unicodedata

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})

# Marks that turn the reading direction of what follows: a digest must not be re-ordered by one name in it.
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def cleaned(text: str) -> str:
    """The text without control characters and direction overrides; newlines stay, tabs become spaces."""
    unix = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(_shown(letter) for letter in unix)


def escaped(text: str) -> str:
    """The cleaned text for a mrkdwn field. Escape once, at the last moment, and never what is stored."""
    return cleaned(text).translate(_ENTITIES)


def on_one_line(text: str, longest: int) -> str:
    """The cleaned text for a label: on one line; an ellipsis says where it was shortened."""
    line = " ".join(cleaned(text).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def _shown(letter: str) -> str:
    if letter == "\n":
        return letter
    kind = unicodedata.category(letter)
    if kind == "Cs":
        return "\ufffd"
    return "" if kind == "Cc" or letter in _DIRECTION else letter
