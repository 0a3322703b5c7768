"""What a body decided or agreed to do, taken out of the words it was said in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.minute_refs import without_minute


@dataclass(frozen=True, slots=True)
class Agreed:
    """A new action as it was said: its words, who is to lead it, when it is to be done, and under which
    theme, in words; and what it is for."""

    words: str
    lead: str = ""
    when: str = ""
    minute_ref: str = ""
    theme: str = ""
    workstream: str = ""
    outcome: str = ""


_LEAD = re.compile(
    r"^(?:lead(?:s|er)?(?:\s+is)?\s*:?|led\s+by|owner\s*:?|for)\s+(?P<name>.+)$", re.IGNORECASE
)
_BY = re.compile(r"^(?:by|due(?:\s+by)?|before|until)\s+(?P<when>.+)$", re.IGNORECASE)
_THEME = re.compile(r"^(?:under\s+|in\s+|to\s+)?theme\s+(?P<theme>\S.*)$", re.IGNORECASE)
_WORKSTREAM = re.compile(
    r"^(?:in\s+|to\s+)?(?:the\s+)?(?:work[\s-]?stream|sub[\s-]?group)\s*:?\s+(?P<name>\S.*)$", re.IGNORECASE
)
_OUTCOME = re.compile(r"^outcome\s*:?\s+(?P<outcome>.+)$", re.IGNORECASE)
_ENDS_BY = re.compile(
    r"^(?P<words>.+?)\s+by\s+(?P<when>(?:the\s+)?(?:end\s+of\s+)?[\w ]*\d{4})$", re.IGNORECASE
)


def agreed_in(said: str) -> Agreed:
    """The new action in "write to GPs, lead J Tranter, by Dec 2026, minute 6.2"."""
    rest, minute = without_minute(said)
    words, lead, when, theme, workstream, outcome = [], "", "", "", "", ""
    for part in (piece.strip(" .") for piece in re.split(r"[,;]", rest)):
        if found := _LEAD.match(part):
            lead = found["name"].strip()
        elif found := _BY.match(part):
            when = found["when"].strip()
        elif found := _THEME.match(part):
            theme = found["theme"].strip()
        elif found := _WORKSTREAM.match(part):
            workstream = found["name"].strip()
        elif found := _OUTCOME.match(part):
            outcome = found["outcome"].strip()
        elif part:
            words.append(part)
    text = ", ".join(words)
    if not when and (found := _ENDS_BY.match(text)):
        text, when = found["words"], found["when"]
    return Agreed(text, lead, when, minute, theme, workstream, outcome)


_LABEL = re.compile(r"(?<![\w(])\(?(?P<letter>[a-z])\)", re.IGNORECASE)


def label_of(words: str) -> str:
    """The letter a decision goes by, as in "decision a)"; "" when it has none."""
    found = _LABEL.search(words)
    return found["letter"].casefold() if found else ""
