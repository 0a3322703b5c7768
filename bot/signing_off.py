"""How an e-mail ends: what stands below "Many thanks" is nobody's news."""

from __future__ import annotations

import re

_SIGN_OFF = re.compile(
    r"\n\s*(?:(?:many|with)\s+thanks|thanks(?:\s+again)?|thank\s+you|(?:kind(?:est)?|best|warm)\s+(?:regards|wishes)"
    r"|best|regards|cheers|thx|yours\s+\w+|sent\s+from\s+my\b)[ ,.!]*"
    r"(?:[^\W\d_][\w.'’-]*\s?){0,4}[ ,.]*(?:\n.*)?$",
    re.IGNORECASE | re.DOTALL,
)
_BULLETS = " ,;\n\t•▪·*–-"


def without_signature(words: str) -> str:
    """The words without the signature below them, and without the bullet of the next line of a list."""
    return _SIGN_OFF.sub("", words).strip(" ,;\n").rstrip(_BULLETS)
