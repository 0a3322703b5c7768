"""A person's words made safe for Slack: what they typed is shown, and never becomes a mention or a link."""

from __future__ import annotations

import re

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})

# Control characters, and marks that turn the reading direction of what follows: a digest must not be
# re-ordered by one name in it.
_UNSHOWN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")


def cleaned(text: str) -> str:
    """The text without control characters and direction overrides; newlines stay, tabs become spaces."""
    unix = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _HALF_A_CHARACTER.sub("\ufffd", _UNSHOWN.sub("", unix))


def escaped(text: str) -> str:
    """The cleaned text for a mrkdwn field. Escape once, at the last moment, and never what is stored."""
    return cleaned(text).translate(_ENTITIES)


def on_one_line(text: str, longest: int) -> str:
    """The cleaned text for a label: on one line; an ellipsis says where it was shortened."""
    line = " ".join(cleaned(text).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
