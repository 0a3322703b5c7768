"""How orders about the board's calendar are put: a meeting added, moved, cancelled, its papers on another
day. See `bot.orders`."""

from __future__ import annotations

_MEETING = r"(?P<other>(?!\d+\.)[^:;?!]{3,80}?)"
"""Which meeting: a body, perhaps with its day or month. Whether there is such a body is asked of the
calendar: "move the leaflet to May" is no order."""

_WE = r"(?:(?:we|i)(?:['’]ve|\s+have)?\s+(?:(?:need|want|had)\s+to\s+)?)?"
_MOVE = (
    r"(?:move[ds]?|shift(?:ed)?|change[ds]?|postponed?|re-?scheduled?|re-?arranged?|deferr?(?:ed)?|delayed?"
    r"|push(?:ed)?(?:\s+back)?|put\s+back|br(?:ing|ought)\s+forward)"
)
_MOVED = (
    r"(?:moved?|moves|shifted|changed?|postponed|re-?scheduled|re-?arranged|deferred|delayed|pushed(?:\s+back)?"
    r"|put\s+back|brought\s+forward)"
)
_IS = r"(?:['’]s|\s+is|\s+was|\s+has|\s+will\s+be)(?:\s+(?:now|being|been|to\s+be))*"
_SO_MUCH = (
    r"(?:(?:back|on|forward)\s+(?:by\s+)?)?(?:an?|one|two|three|four|\d{1,2})\s+(?:day|week)s?"
    r"(?:\s+(?:later|earlier|on|back))?"
)
_FROM = r"(?:\s+from\s+[^:;]{2,40}?)?"
_ADD = r"(?:add|schedule|put\s+in|insert)"
_AN = r"(?:an?\s+|another\s+|the\s+|new\s+|extra\s+|additional\s+|special\s+|extraordinary\s+)*"
_OF = r"(?:\s+(?:of|for))"
_PAPERS = (
    r"(?:\s*[,;]?\s*(?:\band\s+|\bwith\s+)?(?:the\s+|its\s+)?papers?(?:\s+(?:are|is|due|go(?:es)?|out|by|on|date))*"
    r"\s*:?\s+(?P<words>.+?))?"
)
_DATE = r"(?:\s+(?:date|deadline|day)s?)?"
_GO = (
    r"(?:(?:\s+(?:are|is|will|now|should|must|needs?|to|be|have))*"
    r"\s+(?:go(?:ing)?(?:\s+out)?|due|out|moved?|changed|by|are|is)(?:\s+(?:out|on|by|to(?=\s+\S*\d)))*)"
)

CALENDAR_FORMS: dict[str, tuple[str, ...]] = {
    "add_meeting": (
        rf"{_WE}{_ADD}\s+{_AN}(?:meeting{_OF}\s+)?{_MEETING}\s+(?:on|for|in)\s+(?P<when>.+?){_PAPERS}",
        rf"{_MEETING}\s+also\s+meets\s+(?:on|in)\s+(?P<when>.+?){_PAPERS}",
        rf"(?:new|extra|additional|another)\s+{_MEETING}(?:\s+date)?\s*(?::|\bon\b|\bin\b|,|\bis\b|\s)\s*(?P<when>(?=.*\d).+?){_PAPERS}",
        rf"(?:put|pop|book)\s+{_AN}{_MEETING}\s+in\s+(?:for|on)\s+(?P<when>.+?){_PAPERS}",
        rf"(?:the\s+|our\s+)?{_MEETING}\s+dates?(?:\s+(?:for|in)\s+\d{{4}})?\s*(?::|\bare\b)\s*(?P<when>.+)",
    ),
    "paper_date": (
        rf"(?:the\s+)?papers?{_DATE}{_OF}\s+{_MEETING}{_GO}\s+(?P<when>.+)",
        rf"{_MEETING}\s+papers?{_DATE}{_GO}\s+(?:on\s+|by\s+)?(?P<when>(?!to\b).+)",
        rf"(?:the\s+)?papers?{_DATE}(?P<other>){_GO}\s+(?P<when>(?=.*\d).+)",
        rf"{_WE}(?:set|{_MOVE})\s+(?:the\s+)?papers?{_DATE}{_OF}\s+{_MEETING}\s+(?:to|for)\s+(?P<when>.+)",
        rf"{_WE}(?:set|{_MOVE})\s+{_MEETING}(?:['’]s)?\s+papers?{_DATE}\s+to\s+(?P<when>.+)",
    ),
    "move_meeting": (
        rf"{_WE}{_MOVE}\s+(?:the\s+date\s+of\s+)?{_MEETING}{_FROM}\s+(?:to|until|for|by)\s+(?P<when>.+?){_PAPERS}",
        rf"{_WE}{_MOVE}\s+{_MEETING}\s+(?P<when>{_SO_MUCH}){_PAPERS}",
        rf"{_MEETING}(?:{_IS})?\s+{_MOVED}\s+(?P<when>{_SO_MUCH}){_PAPERS}",
        rf"{_MEETING}(?:{_IS})?\s+{_MOVED}{_FROM}\s+(?:to|until|for|by)\s+(?P<when>.+?){_PAPERS}",
        rf"{_MEETING}(?:\s+is|['’]s|\s+will\s+be)\s+now\s+(?:on\s+|in\s+)?(?P<when>(?=.*\d).+?){_PAPERS}",
        rf"{_MEETING}(?:\s+is|['’]s|\s+will\s+be)\s+(?:on\s+)?(?P<when>.+?)\s+instead",
        rf"{_WE}{_MOVE}\s+{_MEETING}",
    ),
    "cancel_meeting": (
        rf"{_WE}(?:cancel(?:l?ed)?|call(?:ed)?\s+off|scrap(?:ped)?|take\s+out|delete|remove)\s+{_MEETING}(?:\s+from\s+the\s+calendar)?",
        (
            rf"{_MEETING}(?:{_IS})?\s+(?:cancell?ed|called\s+off|off|scrapped"
            r"|not\s+(?:going\s+ahead|happening|taking\s+place|on))"
        ),
        rf"{_MEETING}\s+(?:is|will|was)n['’]?t\s+(?:be\s+)?(?:going\s+ahead|happening|taking\s+place|on|held|meeting)",
        rf"we\s+(?:won['’]?t\s+be|will\s+not\s+be|are\s+not|aren['’]?t)\s+(?:having|holding)\s+(?:an?\s+)?{_MEETING}",
        rf"(?:there(?:\s+is|['’]s|\s+will\s+be)\s+)?no\s+{_MEETING}(?:\s+any\s*more)?",
    ),
    "next_meeting": (
        rf"(?:the\s+|our\s+)?{_MEETING}\s+(?:will\s+(?:next\s+)?meet|(?:next\s+)?meets|is\s+meeting)(?:\s+next)?\s+on\s+(?P<when>.+?){_PAPERS}",
        rf"(?:the\s+|our\s+)?next\s+{_MEETING}(?:\s+is|['’]s|\s+will\s+be)\s+(?:on\s+)?(?P<when>.+?){_PAPERS}",
    ),
}
"""By the kind of order: `other` is which meeting, `when` its day or its papers', `words` the papers' day of
one that is added or moved."""
