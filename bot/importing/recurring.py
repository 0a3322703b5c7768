"""Timescales that come round again: "every 3 months", "two-monthly", "quarterly", "at each meeting"."""

from __future__ import annotations

import re

_COUNT = r"(?:\d{1,2}|two|three|four|six|twelve|other|second|third)"
_PERIOD = r"(?:days?|weeks?|fortnights?|months?|quarters?|years?|terms?|meetings?|boards?)"
_RECURRING = re.compile(
    rf"(?:every|each|per)\s+(?:{_COUNT}[\s-]+)?(?:\w+\s+)?{_PERIOD}"
    rf"|(?:{_COUNT}[\s-]+|bi-?|half[\s-]+)?(?:daily|weekly|fortnightly|monthly|quarterly|yearly|annually|annual|termly)"
    r"|(?:once|twice|(?:\d|two|three|four|six)\s+times)\s+(?:a|per|every|each)\s+\w+"
    r"|at\s+(?:each|every)\s+\w+(?:\s+\w+)?",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"(?:report(?:ed|s|ing)?|review(?:ed|s)?|updates?|on|a|an|the|and|to|basis|ongoing|rolling|recurring|board|meetings?)",
    re.IGNORECASE,
)


def repeats(words: str) -> str:
    """The words if they say nothing but how often something comes round, else ""."""
    match = _RECURRING.search(words)
    if match is None:
        return ""
    rest = re.findall(r"\w+", words[: match.start()] + " " + words[match.end() :])
    return " ".join(words.split()) if all(_AROUND.fullmatch(word) for word in rest) else ""
