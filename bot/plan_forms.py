"""How orders that change the plan itself are put: add, split, merge, renumber, lead, reword."""

from __future__ import annotations

from bot.people_forms import NAME

_REF = r"(?P<ref>[A-Za-z]{0,3}\d[\w./()-]*)"
_NUMBER = r"(?P<other>[A-Za-z]{0,3}\d[\w./()-]*)"
_PRINTED = r"(?P<ref>[A-Za-z]{0,3}\d+\.\w[\w./()-]*|[A-Za-z]{1,3}\d[\w./()-]*)"
"""A number that is plainly one of a plan's: "add 3 more staff" adds no action."""

_WHO = rf"(?P<words>{NAME}(?:\s*\(new\))?)"
_INSTEAD = rf"(?:,?\s+(?:instead\s+of|in\s+place\s+of|rather\s+than|not)\s+(?P<other>{NAME}))?"
_IS = r"(?:is|becomes|will\s+be|should\s+be)\s+(?:now\s+)?"
_FIELD = r"(?P<other>title|wording|words|text|outcome)"
_OF = r"\s+(?:of|for|on)\s+"
_TO = r"\s*(?::|\bto\b|\bas\b)\s*"
_NEW = r"(?:an?\s+)?(?:new\s+)?"

_HEADING = r"(?:(?:heading|title|name)\s+of\s+)?theme\s+(?P<other>\d[\w.]*|\S[^:]*?)(?:\s+heading)?"

_ANY_MORE = r"(?:\s+any\s*more|\s+any\s+longer|\s+now)?"
_NOT_MINE = (
    rf"(?P<when>i\s+(?:don['’]?t|do\s+not|no\s+longer)\s+lead)\s+(?:on\s+)?{_REF}{_ANY_MORE}",
    rf"(?P<when>i\s*(?:['’]?m|\s+am)\s+(?:not|no\s+longer)\s+(?:the\s+lead\s+(?:of|for|on)|leading))\s+{_REF}{_ANY_MORE}",
    rf"{_REF}\s+(?P<when>is\s+(?:not|no\s+longer)\s+mine|isn['’]?t\s+mine){_ANY_MORE}",
)
"""A lead who says that they lead it no longer."""
_ASK_THEM = r"(?:(?:ask|try|(?:talk|speak)\s+to|it['’]?s(?:\s+now)?|it\s+is(?:\s+now)?|now)\s+)?"
_DOES = r"(?:\s+(?:does|leads(?:\s+it)?|has\s+it|took\s+over|has\s+taken\s+over)(?:\s+now)?)?"

PLAN_FORMS: dict[str, tuple[str, ...]] = {
    "add_to_plan": (
        rf"add\s+{_NEW}(?:action\s+)?{_PRINTED}\s*[:,–-]?\s+(?P<words>.+)",
        rf"add\s+{_NEW}action\s+(?P<ref>\d+)\s*[:,–-]?\s+(?P<words>.+)",
        rf"add\s+{_NEW}action\s*[:,–-]?\s+(?P<words>\D.+)",
    ),
    "split": (rf"(?:split|divide)\s+{_REF}(?:\s*(?:\binto\b|\bin\b|\bto\b|\bas\b|:)\s*(?P<words>.+))?",),
    "merge": (
        rf"(?:merge|fold|combine|join)\s+{_REF}\s+(?P<when>into|with|and|in)\s+{_NUMBER}",
        rf"{_REF}\s+(?:is\s+|was\s+)?(?:merged?s?|folded)\s+(?P<when>into|with)\s+{_NUMBER}",
        rf"{_REF}\s+(?:becomes|is\s+now)\s+part\s+of\s+{_NUMBER}",
    ),
    "renumber": (
        rf"renumber\s+{_REF}\s*(?:to|as|into|→|->|,)\s*{_NUMBER}",
        rf"(?:change|set)\s+(?:the\s+)?number\s+(?:of\s+)?{_REF}\s+to\s+{_NUMBER}",
        rf"{_REF}\s+(?:becomes|is\s+now)\s+number(?:ed)?\s+{_NUMBER}",
    ),
    "join_lead": (
        (
            rf"add\s+{_WHO}\s+as\s+(?:an?\s+|the\s+)?(?:supporting\s+|second\s+|additional\s+|another\s+"
            rf"|(?P<when>joint\s+))?lead\s+(?:to|of|for|on)\s+{_REF}"
        ),
        rf"add\s+(?:an?\s+)?(?:supporting|second|(?P<when>joint))\s+lead\s+{_WHO}\s+(?:to|for|on)\s+{_REF}",
        rf"{_REF}\s*[:,]?\s+add\s+(?:an?\s+)?(?:supporting\s+|second\s+|(?P<when>joint\s+))?lead\s*:?\s+{_WHO}",
        rf"{_WHO}\s+also\s+leads\s+{_REF}",
        rf"add\s+{_WHO}\s+to\s+{_REF}",
        rf"{_WHO}\s+(?:is|becomes|will\s+be)\s+(?:now\s+)?(?:an?\s+|the\s+)?(?:supporting|second|(?P<when>joint|co-?))[\s-]*lead\s+(?:of|for|on)\s+{_REF}",
        rf"{_WHO}\s+(?:now\s+)?(?P<when>co-?leads|jointly\s+leads)\s+{_REF}",
        rf"{_WHO}\s+(?:now\s+)?supports\s+{_REF}",
    ),
    "leave_lead": (
        (
            rf"(?:remove|drop|take)\s+(?:(?:the\s+)?(?:supporting\s+)?lead\s+)?{_WHO}"
            rf"\s+(?:as\s+(?:an?\s+)?(?:supporting\s+|joint\s+)?lead\s+)?(?:from|of|off|on)\s+{_REF}"
        ),
        rf"{_WHO}\s+(?:no\s+longer\s+|does\s+not\s+)(?:leads?|supports?)\s+{_REF}",
        *_NOT_MINE,
    ),
    "new_lead": (
        rf"{_REF}(?:['’]s)?\s*[:,]?\s+(?:the\s+)?(?:new\s+)?lead(?:\s+officer)?\s+{_IS}{_WHO}{_INSTEAD}",
        rf"(?:the\s+)?(?:new\s+)?lead(?:\s+officer)?{_OF}{_REF}\s+{_IS}{_WHO}{_INSTEAD}",
        rf"(?:change|set|move)\s+(?:the\s+)?lead{_OF}{_REF}\s+(?:from\s+(?P<other>{NAME})\s+)?to\s+{_WHO}",
        rf"(?:change|set)\s+{_REF}\s+lead\s+(?:from\s+(?P<other>{NAME})\s+)?to\s+{_WHO}",
        rf"{_REF}\s+is\s+now\s+led\s+by\s+{_WHO}{_INSTEAD}",
        rf"{_WHO}\s+now\s+leads\s+{_REF}{_INSTEAD}",
        *(rf"{form}\s*[,;.:–-]+\s*(?:but\s+|please\s+)?{_ASK_THEM}{_WHO}{_DOES}" for form in _NOT_MINE),
    ),
    "reword": (
        rf"(?:reword|rename|retitle|rephrase)\s+(?:the\s+)?(?:{_FIELD}{_OF})?{_REF}{_TO}(?P<words>.+)",
        rf"(?:(?P<when>correct)|change|set)\s+(?:the\s+)?{_FIELD}{_OF}{_REF}{_TO}(?P<words>.+)",
        rf"(?:(?P<when>correct)|change|set)\s+{_REF}\s+{_FIELD}{_TO}(?P<words>.+)",
        rf"{_REF}\s+{_FIELD}\s+(?:should\s+(?:be|read|say)|is\s+now|becomes)\s*:?\s+(?P<words>.+)",
    ),
    "heading": (
        rf"(?:reword|rename|retitle|rephrase|change|correct|set)\s+(?:the\s+)?{_HEADING}{_TO}(?P<words>.+)",
        rf"{_HEADING}\s+(?:is\s+now\s+(?:called|headed)|should\s+read)\s*:?\s*(?P<words>.+)",
    ),
    "to_theme": (rf"(?:move|put)\s+{_REF}\s+(?:to|under|into|in)\s+theme\s+(?P<other>\S.*)",),
    "set_agreed": (
        (
            rf"(?:set|change|move)\s+(?:the\s+)?(?:agreed|approved)\s+date{_OF}{_REF}\s+"
            r"(?:from\s+.+?\s+)?to\s+(?P<when>.+)"
        ),
        rf"{_REF}\s+(?:agreed|approved)\s+date\s+(?:is(?:\s+now)?|to|should\s+be)\s+(?P<when>.+)",
    ),
}
"""By the kind of order: `ref` is the action, `other` another number, a name, a field or a theme."""
