"""How a board officer's everyday orders are put: who has left, who is chased, when things go out, and what
cannot be done at all. See `bot.orders`."""

from __future__ import annotations

from bot.people_forms import NAME

_REF = r"(?P<ref>(?:[A-Z]{2,5} )?[A-Za-z]{0,3}\d[\w./()-]*)"
_WHOM = rf"(?P<other>(?!me\b){NAME})"
_TO = rf"(?P<words>{NAME}(?:\s*\(new\))?)"
_CHASE = (
    r"(?:chase(?:\s+up)?|remind|nudge|prod"
    r"|(?:send|do)\s+(?:out\s+)?(?:an?\s+|the\s+)?(?:reminders?|chasers?|nudges?)(?:\s+to)?)"
)
_ALL = (
    r"(?:every(?:one|body)|all(?:\s+(?:of\s+)?(?:them|the\s+leads|leads))?|them(?:\s+all)?"
    r"|(?:the\s+|all\s+)*(?:leads|others|rest)"
    r"|(?:the\s+)?(?:late|overdue|slow|silent|missing|outstanding|remaining|non[\s-]?responders?)"
    r"(?:\s+(?:ones|leads|people))?"
    r"|(?:the\s+)?(?:ones|people|leads|those)\s+who\s+(?:have\s+not|haven['’]?t)\s+\w+(?:\s+yet)?)"
)
_NOT_YET = (
    r"(?:has\s+not|hasn['’]?t|have\s+not|haven['’]?t|has|have|did\s+not|didn['’]?t|['’]s\s+not|is\s+not"
    r"|isn['’]?t)"
)
_ANSWERED = r"(?:answered|replied|responded|reported|updated|sent|come\s+back|got\s+back|told\s+us)"
_FROM = rf"(?:\s+from\s+(?P<other>{NAME}))?"
_PUT = r"(?:send|move|change|set|put|make|have|post)"
_DELETE = r"(?:delete|erase|scrap|bin|get\s+rid\s+of|wipe)"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|satur|sun)(?:day)?s?"
_CLOCK = r"(?:\d{1,2}(?:[:.]?\d{2})?\s*(?:[ap]\.?m\.?)?|noon)"
_DIGEST = r"(?:the\s+|our\s+)?(?:weekly\s+|monday\s+)?digests?"
_ASKS = r"(?:the\s+)?(?:prompts?|asks|asking|questions|reminders|updates)"
_GO = r"(?:\s+(?:should|to|will|can|go(?:es)?|be|is|are|sent|out|posted|now))*"
_AT_TIME = (
    rf"\s*(?P<words>(?:(?:(?:to|on|every|each|for)\s+)?{_WEEKDAY})?(?:[\s,]*(?:(?:at|to)\s+)?{_CLOCK})?)"
)
_LEFT = (
    r"(?:(?:has|have|['’]s)\s+(?:now\s+|just\s+)?(?:left|gone|retired|resigned|moved\s+on)|left"
    r"|is\s+(?:leaving|retiring|going|moving\s+on)|leaves|retires|will\s+(?:leave|be\s+leaving)"
    r"|(?:no\s+longer\s+works|does\s+not\s+work)\s+(?:here|for\s+us)"
    r"|is\s+no\s+longer\s+(?:here|with\s+us))"
)
_BOARD = (
    r"(?:(?:the\s+|our\s+|last\s+)*(?:(?:week|month)['’]?s\s+)?"
    r"(?:board|committee|executive|cabinet|meeting))"
)
_WAS_GIVEN = (
    r"(?:was|has\s+been|were|is)?\s*"
    r"(?:agreed|extended|granted(?:\s+more\s+time)?|given\s+(?:more\s+time|until|till))"
)
_MINUTE = r"(?:[\s,(]+(?P<words>min(?:ute)?\.?\s+\S+?)\)?)?"
_MONTHS = r"(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_TERM = r"(?P<words>[a-z][a-z ‘’'/-]{2,40}?)"

_IS_WRONG = (
    r"\s+(?:(?:is|was|looks)\s+)?(?:wrong|incorrect|mistyped|misread|a\s+typo|not\s+right|a\s+mistake)"
)
_SHOULD_BE = r"\s*[,;:.–-]*\s*(?:and\s+)?(?:it\s+)?(?:should\s+(?:be|read|say)|ought\s+to\s+be|is\s+really)"
WRONG_DATE = (
    rf"(?:the\s+)?(?:first\s+)?date\s+(?:of|for|on)\s+{_REF}{_IS_WRONG}{_SHOULD_BE}\s+(?P<when>.+)",
    rf"{_REF}(?:['’]s)?\s+(?:first\s+)?date{_IS_WRONG}{_SHOULD_BE}\s+(?P<when>.+)",
    rf"{_REF}\s+has\s+the\s+wrong\s+date{_SHOULD_BE}\s+(?P<when>.+)",
)
"""A date that was typed wrongly, and what it should be: a correction, and no move."""

OFFICER_FORMS: dict[str, tuple[str, ...]] = {
    "left": (
        (
            rf"{_WHOM}\s*{_LEFT}(?:\s+(?:us|the\s+\w+))?"
            r"(?:\s+(?:on|at|from|in)?\s*(?P<when>(?=.*(?:\d|day|month|week|end|tomorrow)).+))?"
        ),
        rf"{NAME}\s+(?:is\s+|has\s+|will\s+)?(?:takes?|taking|taken)\s+over\s+(?:everything\s+)?from\s+(?P<other>{NAME})",
    ),
    "goes_to": (
        (
            rf"{_REF}\s+(?:is\s+going|goes|passes|moves|should\s+go|has\s+gone|transfers)\s+(?:over\s+)?to"
            rf"\s+{_TO}{_FROM}"
        ),
        rf"{_TO}\s+(?:is\s+|has\s+)?(?:takes|taking|taken|took)(?:\s+(?:over|on))?\s+{_REF}{_FROM}",
        rf"{_TO}\s+will\s+take(?:\s+(?:over|on))?\s+{_REF}{_FROM}",
        rf"(?:re-?)?(?:assign|allocate|give|pass|transfer)\s+{_REF}{_FROM}\s+to\s+{_TO}",
        rf"{_TO}\s+(?:will|is\s+to|should)\s+(?:now\s+)?lead\s+(?:on\s+)?{_REF}",
        rf"{_REF}\s*[:,]?\s+(?:new\s+)?lead(?:\s+officer)?\s*(?::|=|\bnow\b)?\s*{_TO}",
        rf"(?:swap|switch|move)\s+{_REF}{_FROM}\s+(?:over\s+)?to\s+{_TO}",
        rf"(?:make\s+)?{_TO}\s+(?:is\s+|as\s+)?(?:now\s+)?(?:the\s+)?(?:new\s+)?lead\s+(?:of|for|on)\s+{_REF}",
    ),
    "remind": (
        rf"{_CHASE}\s+(?P<words>{_ALL})",
        rf"{_CHASE}\s+{_WHOM}",
        r"(?:send|do)\s+(?:out\s+)?(?:an?\s+|the\s+)?(?:reminders?|chasers?)(?:\s+(?:now|out))?|chase(?:\s+up)?|remind",
    ),
    "who_waits": (
        (
            rf"who\s*{_NOT_YET}(?:\s+(?:still|yet))*\s+(?:not\s+)?{_ANSWERED}"
            r"(?:\s+(?:yet|so\s+far|to\s+us|me|anything|in))*"
        ),
        (
            r"who(?:\s+is|\s+are|['’]s)?\s+(?:still\s+)?"
            r"(?:outstanding|missing|waiting|not\s+answering|left\s+to\s+answer)"
        ),
        rf"(?:has|have)\s+(?:every(?:one|body)|all\s+(?:the\s+)?leads|they(?:\s+all)?|anyone|{NAME})\s+{_ANSWERED}(?:\s+yet)?",
        rf"how\s+many\s+(?:leads\s+|people\s+)?(?:have|has)\s+{_ANSWERED}(?:\s+so\s+far|\s+yet)?",
        r"how(?:\s+is|['’]?s)\s+the\s+round(?:\s+going|\s+doing|\s+looking)?",
        r"who\s+(?:are|am)\s+(?:we|i|you)\s+(?:still\s+)?waiting\s+(?:for|on)",
        r"who\s+(?:have|haven['’]?t)\s+(?:we|i|you)\s+(?:not\s+|still\s+)*heard\s+from",
        (
            r"(?:any|how\s+many)\s+(?:replies|answers|responses)"
            r"(?:\s+(?:yet|so\s+far|in|do\s+we\s+have|have\s+(?:come|we\s+had)))*"
        ),
        r"(?:show\s+(?:me\s+)?)?(?:the\s+)?(?:outstanding|missing)\s+(?:updates|replies|answers|leads)",
    ),
    "rhythm": (
        rf"(?:stop|turn\s+off|switch\s+off|cancel|no\s+more|don['’]?t\s+send)\s+(?P<other>{_DIGEST})",
        rf"(?:{_PUT}\s+)?(?P<other>{_DIGEST}){_GO}(?=\s+\S){_AT_TIME}",
        rf"(?:{_PUT}\s+)?(?P<other>{_ASKS}){_GO}(?=\s+\S){_AT_TIME}",
        rf"(?P<other>ask)\s+(?:the\s+)?(?:leads|people|everyone)(?=\s+\S){_AT_TIME}",
    ),
    "send_pack": (
        (
            r"(?:(?:send|give|show|get)\s+(?:me\s+)?|where(?:\s+is|['’]s)\s+"
            r"|(?:can|could|may)\s+i\s+(?:have|see|get)\s+|i\s+(?:want|need)(?:\s+to\s+see)?\s+)?"
            r"(?:the\s+)?(?:next\s+|board\s+|draft\s+)*(?:pack|papers)"
        ),
    ),
    "delete_plan": (
        (
            rf"{_DELETE}\s+(?:the\s+|this\s+|our\s+)?(?:whole\s+|entire\s+)?"
            r"(?:(?:[\w-]+\s+){0,3}?plan|everything|all\s+(?:the\s+)?actions)"
        ),
        rf"{_DELETE}\s+(?:action\s+)?{_REF}",
        rf"(?:remove|take|drop)\s+(?:action\s+)?{_REF}\s+(?:from|out\s+of|off)\s+the\s+plan",
    ),
    "time_given": (
        rf"chair['’]?s\s+action\s*[:,–-]?\s*{_REF}\s+{_WAS_GIVEN}\s+(?:to\s+|until\s+|till\s+)?(?P<when>.+)",
        (
            rf"{_REF}\s+(?:deadline|date|due\s+date)\s+(?:was\s+|has\s+been\s+)?(?:moved|extended|put\s+back|changed)"
            rf"\s+to\s+(?P<when>.+?)\s+(?:at|by)\s+{_BOARD}{_MINUTE}"
        ),
        (
            rf"{_REF}\s+{_WAS_GIVEN}\s+(?:(?:at|by)\s+{_BOARD}\s+)?"
            r"(?:to\s+(?:move|go|slip|extend|run|change|shift)\s+)?(?:to|until|till)\s+"
            rf"(?P<when>(?=.*{_MONTHS}).+?)(?:\s+(?:at|by)\s+{_BOARD})?{_MINUTE}"
        ),
        (
            rf"{_BOARD}\s+(?:has\s+)?(?:agreed|extended|granted|gave|allowed)\s+"
            r"(?:to\s+(?:move|extend)\s+|an?\s+extension\s+(?:for|of|on|to)\s+|more\s+time\s+(?:for|on)\s+)?"
            rf"{_REF}\s+(?:(?:could|can|may)\s+(?:move|go|slip|run)\s+)?(?:to|until|till)\s+(?P<when>.+?){_MINUTE}"
        ),
    ),
    "meaning": (
        rf"what(?:\s+is|['’]s|\s+are)\s+(?:meant\s+by\s+)?(?:an?\s+|the\s+meaning\s+of\s+){_TERM}",
        rf"what\s+(?:does|do)\s+(?:an?\s+|the\s+|you\s+mean\s+by\s+)?{_TERM}(?:\s+(?:mean|stand\s+for))?",
        rf"(?:define|explain|meaning\s+of)\s+(?:an?\s+|the\s+)?{_TERM}",
        rf"what(?:\s+is|['’]s)\s+(?:the\s+)?difference\s+between\s+{_TERM}",
        r"what\s+do\s+the\s+(?P<words>colours?|marks)\s+mean",
    ),
}
"""By the kind of order: `other` is a person or a thing, `words` to whom, or when, as it was said."""
