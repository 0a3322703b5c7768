"""Text that a spreadsheet would run as a formula, made to stay text."""

from __future__ import annotations

import re

# What Excel, LibreOffice and their relatives take for the beginning of a formula or a command, full-width
# forms too; a cell may begin with space that they skip.
_STARTS = re.compile(r"[\s\u200b\ufeff]*[=+\-@|%＝＋－＠\t\r\n]")
_NUMERIC = re.compile(r"[+-]?(?:\d+(?:[.,]\d+)*|\.\d+)%?\Z")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")

GUARD = "'"
"""The mark that spreadsheets read as "what follows is text"."""


def is_risky(text: str) -> bool:
    """Whether a spreadsheet might run the text. A plain number, signed or not, is harmless."""
    return bool(_STARTS.match(text) or text[:1] in "\t\r\n") and not _NUMERIC.match(text.strip())


def guarded(text: str) -> str:
    """The text as a delimited file may hold it: risky text behind an apostrophe."""
    return GUARD + text if text and is_risky(text) else text


def unguarded(text: str) -> str:
    """A delimited file's cell without the apostrophe that only guarded it."""
    return text[1:] if text.startswith(GUARD) and is_risky(text[1:]) else text


def printable(text: str) -> str:
    """The text without control characters, which no office file can hold."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
