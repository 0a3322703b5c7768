"""What a question is about: "late in Dunvale" of "show me which of our actions are late in Dunvale"."""

from __future__ import annotations

import re

_POLITELY = r"(?:(?:and|so|ok|please|just|(?:can|could|would)\s+(?:you|i|we)|see|have|know)[\s,]+)*"
_IS = r"(?:is|are|am|was|were|has|have|had|does|do)"
_THINGS = r"(?:\s+(?:of\s+)?(?:the|our|my)?\s*(?:ones?|actions?|items?|things?|lines?))?"
_LEADS = r"(?:leads?|leading|owns?|doing|responsible\s+for|in\s+charge\s+of|the\s+lead\s+(?:for|on|of))"
_OPENINGS = (
    r"(?:what|how)\s+about",
    rf"(?:what|which){_THINGS}(?:['’]s|\s+{_IS})?(?:\s+been)?",
    r"(?:show|give|list|send|tell)\s+(?:me|us)(?:\s+about)?",
    rf"how\s+many(?:{_THINGS}\s+{_IS})?",
    rf"(?:how|where|when)(?:['’]s|\s+{_IS})",
    rf"who(?:['’]s|\s+{_IS})?(?:\s+{_LEADS})?",
    r"(?:is|are)(?:\s+there)?(?:\s+any(?:thing)?)?|any(?:thing)?|list",
)
_OPENING = re.compile(
    rf"^{_POLITELY}(?:{'|'.join(_OPENINGS)})\s+(?:all\s+)?(?:(?:of\s+)?(?:the|our)\s+)?", re.IGNORECASE
)
_ENDING = re.compile(
    r"\s+(?:doing|going|getting\s+on|due|standing|up\s+to|looking|at|now|right\s+now|today|actions?|ones|leading|lead"
    r"|please)$",
    re.IGNORECASE,
)


def asked_about(text: str) -> str:
    """The words without those that only ask; all of them where none do."""
    said = " ".join(text.strip(" ?!.").split())
    return _stripped(_ENDING, _stripped(_OPENING, said))


def _stripped(form: re.Pattern[str], said: str) -> str:
    shorter = form.sub("", said)
    while shorter != said:
        said, shorter = shorter, form.sub("", shorter)
    return said
