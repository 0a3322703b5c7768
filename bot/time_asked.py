"""A lead asks for more time, in whatever words; which action, and until when, is looked for in them later."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ASKS_TIME = re.compile(
    r"^(?:please\s+)?(?:(?:can|could|may|might)\s+(?:we|i|you)\s+(?:please\s+)?)?(?:"
    r"(?:(?:can|could|may|might)\s+\S*\d\S*\s+)?(?:please\s+)?(?:have|get|give\s+us)\s+"
    r"(?:(?:un)?till?\b|to\b|another\s+\S+\s+\w+|(?:\S+|a\s+few)\s+more\s+(?:days?|weeks?|months?))"
    r"|(?:(?:i|we|\S*\d[^\s:,;]*)(?:\s+would|\s+will|['’]d)?\s+)?"
    r"(?:(?:ask(?:ing)?\s+for|request(?:ing)?|have|get|like|needs?|wants?)\s+)?"
    r"(?:some\s+|a\s+(?:little|bit)\s+|a\s+little\s+bit\s+)?(?:more\s+time|an?\s+extension|extension\s+(?:for|of|on|to))\b"
    r"|extend\s+)",
    re.IGNORECASE,
)
_BECAUSE = re.compile(
    r"(?:\s*[,;–-]\s*|\s+)(?:because(?:\s+of)?|since|due\s+to|owing\s+to|as(?=\s+(?:we|the|i|it|our|their|is)\b)"
    r"|the\s+reason\s+is)\s+|\s*[,;:]\s+|\s+[–-]+\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TimeAsked:
    """What was asked, as it was put, and why; "" where no reason was given."""

    words: str
    reason: str


def time_asked(said: str) -> TimeAsked | None:
    """The request for more time that the words are, if they are one."""
    if not _ASKS_TIME.search(said):
        return None
    asks, *reason = _BECAUSE.split(said, maxsplit=1)
    return TimeAsked(asks.strip(" .?!"), (reason[0] if reason else "").strip(" .?!"))
