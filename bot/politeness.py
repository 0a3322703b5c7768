"""The polite wrapping of an order: "could you please …", "… please", "… thanks"."""

from __future__ import annotations

import re

_OPENING = re.compile(
    r"^(?:(?:hi|hello|hey|morning|good\s+(?:morning|afternoon))(?:\s+leadline)?\s*[,.!–-]*\s+)?"
    r"(?:please\s+|(?:can|could|would|will|shall)\s+(?:you|we)\s+(?:please\s+|kindly\s+)?|(?:i['’]d|i\s+would)\s+like\s+you\s+to\s+"
    r"|(?:we|i)\s+need\s+(?:you\s+)?to\s+)?(?:just\s+)?",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"[\s,.]*\b(?:please|pls|thanks|thank\s+you|many\s+thanks|ta|cheers)[\s.!?]*$", re.IGNORECASE
)


def plainly(text: str) -> str:
    """The words without their politeness; a question that asks for something to be done loses its mark."""
    opening = _OPENING.match(text)
    rest = text[opening.end() :] if opening is not None else text
    rest = _ENDING.sub("", rest)
    return rest.rstrip(" ?") if rest != text else text
