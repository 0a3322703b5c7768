"""How a message says that it sets an earlier one right, rather than tells news."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.commands import spoken

_SEPARATED = r"[\s,.:;–-]+(?=\S)"
_ALONE = r"[\s.!]*$"

_OUTRIGHT = re.compile(
    r"^\s*(?:(?:that|this|it)(?:['’]s|\s+was|\s+is)\s+(?:just\s+|all\s+)?(?:an?\s+|my\s+)?"
    r"(?:typing\s+error|typo|misprint|slip|mistake|error|wrong|incorrect|misread|misreading|not\s+right"
    r"|not\s+what\s+i\s+(?:said|meant|wrote))"
    r"|typing\s+error|typo|correction|misread|not\s+what\s+i\s+(?:said|meant|wrote)"
    r"|you(?:['’]ve|\s+have)?\s+(?:misread|misunderstood)(?:\s+(?:me|that|it|this))?"
    r"|i\s+(?:said|meant|wrote))\b" + f"(?:{_SEPARATED}|{_ALONE})",
    re.IGNORECASE,
)
"""Openings that can only be of a correction, however long ago what they correct was said."""

_SOFTLY = re.compile(r"^\s*(?:no|nope|sorry|actually|not quite|i mean|wrong)\b" + _SEPARATED, re.IGNORECASE)
"""Openings that are of a correction just after what they correct, and later perhaps of news."""

_OF_ONE = (
    re.compile(r"^\s*you(?:['’]ve|\s+have)?\s+(?:misread|misunderstood)\s+(?P<rest>\S*\d.*)$", re.I | re.S),
    re.compile(
        r"^\s*(?P<ref>[a-z]{0,3}\d[\w./()-]*)(?:\s+(?:is|was))?\s+"
        r"(?:wrong|misread|not\s+what\s+i\s+(?:said|meant|wrote))"
        r"(?:\s+in\s+the\s+(?:digest|list|pack|papers?|status))?\s*(?:[,.:;–-]+\s*(?P<rest>.*))?$",
        re.IGNORECASE | re.DOTALL,
    ),
)
""" "You misread 2.7a: end of Jan" and "2.7a is wrong: end of Jan" name the action first."""

_RIGHT = re.compile(r"\b(?:it\s+)?should\s+(?:say|read|have\s+been|have\s+said)\b", re.IGNORECASE)
_NO_NEWS = re.compile(
    r"(?:changes?|updates?|news|progress|movement|further|new|other|evidence|response|reply|answer|word|funding"
    r"|money|budget|staff|staffing|capacity|resources?|room|access|issues?|problems?|blockers?|risks?|concerns?"
    r"|delays?|slippage|date|decision|idea|need|help|support|longer|one|lead|sign)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a correction gives instead; `is_outright` when it cannot be news."""

    words: str
    is_outright: bool


def correction_in(text: str) -> Correction | None:
    """The correction a message opens as; None when it does not."""
    said = spoken(text)
    rest, is_outright = _of_one(said), True
    if rest is None:
        rest, is_outright = _opened(said)
    if rest == said or _NO_NEWS.match(rest):
        return None
    return Correction(_RIGHT.sub("should be", rest) if is_outright else rest, is_outright)


def corrected(text: str) -> str | None:
    """What follows the "no, …" or "that was wrong: …" of a correction; None when it is not one."""
    found = correction_in(text)
    return found.words if found is not None else None


def _of_one(said: str) -> str | None:
    for form in _OF_ONE:
        if found := form.match(said):
            return " ".join(part for part in found.groupdict().values() if part).strip()
    return None


def _opened(said: str) -> tuple[str, bool]:
    """The words after every opening, and whether one of them left no doubt."""
    rest, is_outright = said, False
    while True:
        shorter = _SOFTLY.sub("", rest)
        if shorter == rest:
            shorter = _OUTRIGHT.sub("", rest)
            is_outright = is_outright or shorter != rest
        if shorter == rest:
            return rest, is_outright
        rest = shorter


_NOT_THAT_ONE = re.compile(
    r"^\W*(?:(?:no|nope|sorry|oops|wait)[\s,.!-]+)*(?:i\s+meant\s+|it['’]?s\s+|that['’]?s\s+(?=the\s+wrong|not))?"
    r"(?:not\s+(?:that|this)(?:\s+(?:one|action))?|(?:the\s+)?wrong\s+(?:one|action|number|item)|(?:the|that)?\s*other\s+(?:one|action)"
    r"|(?:a\s+)?different\s+(?:one|action)|another\s+(?:one|action))\W*$",
    re.IGNORECASE,
)


def is_not_that_one(text: str) -> bool:
    """Whether a message says only that another action was meant, and not which."""
    return _NOT_THAT_ONE.match(spoken(text)) is not None
