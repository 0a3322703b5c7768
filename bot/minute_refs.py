"""The number of a minute among other words: "granted, minute 6.2"."""

from __future__ import annotations

import re

_MINUTE = re.compile(
    r"[\s,;(]*\b(?:minute|min\.?)\s+(?:ref(?:erence)?\.?\s+)?"
    r"(?P<ref>(?:[A-Z]+\s)?[\w./()-]*\d[\w./()-]*)",
    re.IGNORECASE,
)


def without_minute(words: str) -> tuple[str, str]:
    """The words without the minute reference they give, and that reference ("" when they give none)."""
    found = _MINUTE.search(words)
    if found is None:
        return words.strip(), ""
    rest = f"{words[: found.start()]} {words[found.end() :]}"
    return " ".join(rest.split()).strip(" ,;.:"), found["ref"].strip(".")
