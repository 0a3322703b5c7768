"""How orders about a board's own business are put: its forward plan, its minutes, how it meets. See
`bot.orders`."""

from __future__ import annotations

from bot.seats import FORMS, SPEAKS_FOR_FORMS

_BODY = r"(?:the\s+|our\s+)?(?P<other>(?!(?:my|we|i|they|it|this|that|all|no)\b)[^\d\W][^\d,:;.?!]{1,60}?)"
_MEETS = r"(?:meets|(?:must|should|is\s+to|has\s+to)\s+meet)"
_LEAST = r"(?:at\s+least|(?:for\s+)?a\s+minimum\s+of|no\s+fewer\s+than)"
_YEARLY = r"(?:a|an|each|every|per|in\s+a|in\s+any)\s+(?:calendar\s+)?year|yearly|annually"

_LAST_TIME = r"(?:\s+(?:last\s+time|at\s+the\s+last\s+(?:board|meeting)))?"

BOARD_FORMS: dict[str, tuple[str, ...]] = {
    "least_meetings": (
        rf"{_BODY}\s+{_MEETS}\s+{_LEAST}\s+(?P<words>\w+)(?:\s+times)?\s+(?:{_YEARLY})",
        rf"{_BODY}\s+(?:has|meets\s+with|:|[–-])\s*no\s+minimum(?:\s+of\s+meetings)?",
        rf"no\s+minimum(?:\s+of\s+meetings)?\s+for\s+{_BODY}",
    ),
    "distribution": (
        rf"{_BODY}\s+papers\s+(?:also\s+)?go\s+to\s+(?P<words>.+)",
        rf"(?:set\s+)?(?:the\s+)?distribution(?:\s+list)?\s+(?:of|for)\s+{_BODY}\s*(?::|\bis\b|\bto\b)\s*(?P<words>.+)",
    ),
    "seat": tuple(rf"(?P<words>{form})" for forms in FORMS.values() for form in forms),
    "speaks_for": tuple(rf"(?P<words>{form})" for form in SPEAKS_FOR_FORMS),
    "members": (
        rf"(?:(?:list|show)\s+)?(?:the\s+)?members\s+(?:(?:of|on)\s+)?{_BODY}",
        rf"who\s+(?:is|sits)\s+on\s+{_BODY}\??",
    ),
    "promise": (
        r"(?:forward\s+plan\s*:\s*)?(?P<other>report|review|renewal|consultation)\s*:\s*(?P<words>.+,.+)",
    ),
    "minutes": (
        r"(?:draft\s+|for\s+the\s+)?minutes(?:\s+(?:of|for|from)\s+(?:the\s+)?(?P<words>[^\n]+?))?",
        rf"what\s+(?:did|was|were|has|have)\s+(?:(?:we|the\s+board|it)\s+)?(?:agreed?|decided?){_LAST_TIME}",
    ),
    "lead_list": (
        r"lead\s+list",
        r"membership",
        r"(?:is\s+)?(?:this|the)\s+lead\s+list(?:\s+still)?\s+right\??",
    ),
}
"""By the kind of order: `other` is the body's name or the kind of item, `words` what is said of it."""
