"""How orders about workstreams are put: which actions belong to one, who runs it, where its digest goes. See
`bot.orders`."""

from __future__ import annotations

_KIND = r"(?:work[\s-]?stream|sub[\s-]?group)"
_SAID = rf"(?P<when>{_KIND})"
"""Said outright, so that it can be nothing else; `when` holds the word."""
_PERHAPS = rf"(?:{_SAID}\s+)?"
_NAME = r"(?P<other>[^\W\d][^,:;?!#]{0,60}?)"
_REF = r"[A-Za-z]{0,3}\d[\w./()-]*"
_AND = r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s+)"
_REFS = rf"(?:actions?\s+)?(?P<words>(?:[A-Z]{{2,5}} )?{_REF}|{_REF}(?:{_AND}{_REF})+|theme\s+[^,:;]+?)"
"""One number, several, or a theme. What stands between numbers is never part of one, so that a long list is
read in one go."""
_THE = r"(?:the\s+|our\s+)?"
_INTO = r"(?:to|in|into|under)\s+"
_CHANNEL = r"(?P<words>#[^\s,;]+|(?-i:[CG][A-Z0-9]{6,})|none|nothing)"

WORKSTREAM_FORMS: dict[str, tuple[str, ...]] = {
    "workstream_marking": (
        rf"{_THE}{_PERHAPS}{_NAME}(?:['’]s?)?\s+channel\s+is\s+(?P<words>restricted|unrestricted|open)",
    ),
    "workstream_channel": (
        rf"{_THE}{_PERHAPS}{_NAME}(?:['’]s?)?\s+(?:digest\s+)?channel\s*(?:\bis\b|:|=)?\s*{_CHANNEL}",
        rf"{_THE}{_PERHAPS}{_NAME}\s+(?:has|needs)\s+(?P<words>no)\s+channel",
        rf"(?:set\s+)?{_THE}channel\s+(?:of|for)\s+{_THE}{_PERHAPS}{_NAME}\s*(?:\bis\b|\bto\b|:|=)\s*{_CHANNEL}",
    ),
    "workstream_group": (
        rf"{_THE}{_PERHAPS}{_NAME}\s+is\s+(?:now\s+)?(?:run|overseen)\s+by\s+(?P<words>[^,:;]+)",
    ),
    "workstream": (
        rf"{_SAID}\s+{_NAME}\s*(?::|\bhas\b|\bis\b)\s*{_REFS}",
        rf"{_THE}{_NAME}\s+{_SAID}\s*(?::|\bhas\b|\bis\b)\s*{_REFS}",
        rf"{_REFS}\s+(?:now\s+)?belongs?\s+to\s+{_THE}{_SAID}\s+{_NAME}",
        rf"{_REFS}\s+(?:now\s+)?belongs?\s+to\s+{_THE}{_NAME}\s+{_SAID}",
        rf"{_REFS}\s+(?:now\s+)?belongs?\s+to\s+{_THE}{_NAME}",
        rf"(?:move|put)\s+{_REFS}\s+{_INTO}{_THE}{_SAID}\s+{_NAME}",
        rf"(?:move|put)\s+{_REFS}\s+{_INTO}{_THE}{_NAME}\s+{_SAID}",
        rf"{_REFS}\s+(?:is|are)\s+(?:now\s+)?in\s+{_THE}{_SAID}\s+{_NAME}",
        rf"{_REFS}\s+(?:is|are)\s+(?:now\s+)?in\s+{_THE}{_NAME}\s+{_SAID}",
    ),
    "workstreams": (rf"(?:(?:list|show)\s+)?{_THE}{_KIND}s",),
}
"""By the kind of order: `other` is the workstream's name, `words` the actions, the channel or the group."""
