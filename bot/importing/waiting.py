"""Actions that are subject to a decision of the same document: "Subject to a) being endorsed, to agree …"."""

from __future__ import annotations

import re
from collections.abc import Collection

_SUBJECT = re.compile(
    r"\b(?:subject to|dependent (?:up)?on|conditional (?:up)?on|pending)\s+"
    r"(?:the\s+)?(?:(?:approval|agreement|endorsement|outcome|completion)\s+of\s+)?"
    r"(?:(?:recommendations?|decisions?|actions?|items?|paragraphs?)\s+)?"
    r"((?:\(?[A-Za-z0-9.]{1,6}\)?(?:\s*,\s*|\s+and\s+|\s*&\s*)?){1,4})",
    re.IGNORECASE,
)
_MARK = re.compile(r"[A-Za-z0-9.]+")


def waits_for(text: str, ref: str, refs: Collection[str]) -> tuple[str, ...]:
    """The references among `refs` that the text says it is subject to, in order; never its own.

    A letter counts only in brackets ("a)"): "subject to a review" waits for no decision a.
    """
    found: dict[str, None] = {}
    for match in _SUBJECT.finditer(text):
        for mark in _MARK.finditer(match[1]):
            word = mark.group().strip(".").casefold()
            is_closed = match[1][mark.end() : mark.end() + 1] == ")" or any(map(str.isdigit, word))
            if is_closed and word != ref and word in refs:
                found[word] = None
    return tuple(found)
