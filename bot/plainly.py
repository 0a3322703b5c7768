"""What people ask in words of their own, as the bot's own words: "give me the headlines" is "status".

Only whole messages, and only what nobody would write of an action; the rest is left to be read.
"""

from __future__ import annotations

import re

_POLITELY = (
    r"(?:(?:hi|hello|hey|morning|good\s+(?:morning|afternoon))[\s,!]+)?"
    r"(?:(?:please|(?:can|could|would|will|may)\s+(?:you|i|we)|i['’]?d\s+like(?:\s+to)?|i\s+(?:would\s+like|want)(?:\s+to)?"
    r"|let\s+me|just|quick(?:ly)?)[\s,]+)*"
    r"(?:(?:give|send|show|tell|get)\s+(?:me|us)\s+|(?:see|have|know|get)\s+)?"
)
_KINDLY = (
    r"(?:[\s,]+(?:please|thanks|thank\s+you|now|today|at\s+the\s+moment|right\s+now|so\s+far|overall|then))*"
    r"[\s?!.]*"
)

_REF = r"(?P<ref>(?:[A-Za-z]{2,5} )?[A-Za-z]{0,3}\d[\w./()-]*?)"
_THING = r"(?P<what>[^\n.?!;:,]{2,60}?|[A-Za-z]{0,3}\d[\w./()-]*?)"
_OF = r"\s+(?:to|with|on|about|for|of)\s+"
_PLAN = r"(?:we|things|it|everything|the\s+plan|our\s+plan|the\s+partnership|the\s+actions)"
_REPORT = (
    r"(?:status|summary|overview|headlines?|update|position|picture|state\s+of\s+play|run-?down|briefing)"
)
_UNTIL = r"(?:\s+(?:before|for|at|ahead\s+of|about)\s+[^\d\n]{1,40})?"
_CHANGED = (
    r"(?:what(?:['’]?s|\s+is|\s+has|\s+have)?\s+(?:been\s+)?(?:changed?|moved|new|different|happened)"
    r"|(?:any\s+|the\s+)?(?:changes|news)|anything\s+new|what\s+changed)"
)
_YOU = r"(?:(?:can|could|would)\s+you\s+)?(?:please\s+)?"
_LAST_TIME = (
    r"(?:last\s+time|then|we\s+(?:last\s+)?met|(?:the\s+|our\s+)?(?:last|previous)\s+(?:board|meeting)"
    r"|the\s+(?:board|meeting)(?:\s+(?:last\s+)?met)?)"
)

_WHOSE = r"(?:the\s+|an?\s+|our\s+)?(?:quick\s+|brief\s+|latest\s+|current\s+|overall\s+)?"
_OF_PLAN = r"(?:\s+(?:of|on|for)\s+(?:the\s+|our\s+)?(?:plan|partnership|actions))?"
_GOING = r"(?:\s+all)?(?:\s+(?:doing|going|looking|getting\s+on|progressing|coming\s+along))?"
_SAID = r"(?:happened|said|promised|agreed|reported)"
_MOVED = r"(?:last\s+)?(?:been\s+)?(?:moved?|slip(?:ped)?|re-?dated|changed?|put\s+back)"
_NEWS_OF = r"(?:update|news)\s+(?:on|about)\s+"

_WORST = r"(?:worst|biggest|main|top\s+(?:\d|three|five))"
_PROBLEMS = r"(?:problems?|issues?|slippages?|concerns?|risks?|ones?|actions?)"

_FORMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "status since board",
        (
            rf"{_CHANGED}\s+since\s+{_LAST_TIME}",
            rf"(?:since|compared?\s+(?:with|to))\s+{_LAST_TIME}",
            _CHANGED,
        ),
    ),
    ("status since {what}", (rf"{_CHANGED}\s+since\s+(?P<what>[^\n]{{2,40}}?)",)),
    (
        "status",
        (
            rf"{_WHOSE}{_REPORT}(?:\s+report)?{_OF_PLAN}",
            rf"how(?:\s+(?:are|is)|['’]?s|['’]re)\s+{_PLAN}{_GOING}",
            rf"where\s+(?:are|do)\s+we(?:\s+(?:stand|at|up\s+to))?(?:\s+with\s+{_PLAN})?",
            r"what(?:['’]?s|\s+is)\s+(?:the\s+)?(?:latest|position|news|going\s+on|state\s+of\s+play)",
            rf"(?:is\s+there\s+)?anything\s+(?:i|we)\s+(?:need\s+to|should|must)\s+know{_UNTIL}",
            rf"what\s+(?:do|should)\s+(?:i|we)\s+(?:need\s+to\s+)?(?:know|raise|ask|look\s+at|worry){_UNTIL}",
            rf"brief\s+me{_UNTIL}",
            r"what\s+needs\s+(?:my\s+|our\s+)?attention",
            r"any\s+(?:problems|concerns|worries)",
            r"how\s+many\s+actions(?:\s+(?:are\s+there|do\s+we\s+have|in\s+all))?",
            rf"(?:what(?:['’]?s|\s+is|\s+are)?\s+)?(?:the\s+|our\s+)?{_WORST}(?:\s+{_PROBLEMS})?",
            r"are\s+we\s+(?:all\s+)?(?:on\s+(?:track|target|schedule|course|time)|ok(?:ay)?)",
            r"(?:will|are)\s+we\s+(?:going\s+to\s+)?(?:make\s+it|finish|be\s+done)(?:\s+(?:in|on)\s+time)?",
        ),
    ),
    (
        "history {ref}",
        (
            rf"{_REF}(?:['’]s)?\s+(?:history|story|background|timeline)",
            rf"what(?:['’]?s|\s+has|\s+have|\s+was|\s+were)?\s+(?:been\s+)?{_SAID}{_OF}{_REF}",
            rf"(?:how\s+(?:many\s+times|often)|when)\s+(?:has|did|was)\s+{_REF}\s+{_MOVED}",
            rf"who\s+(?:said|promised|agreed|changed|moved)\s+(?:what\s+(?:on|about|for)\s+)?{_REF}",
        ),
    ),
    ("export excel", (r"(?:an?\s+|the\s+)?(?:excel|spreadsheet)(?:\s+(?:file|version|copy))?",)),
    ("export word", (r"(?:an?\s+|the\s+)?word\s+(?:file|version|copy|document)",)),
    (
        "status key",
        (
            r"(?:the\s+)?(?:(?:rag|colou?r)\s+)?key",
            r"what\s+do(?:es)?\s+(?:red|amber|green|grey|blue|the\s+colou?rs?|rag)\s+(?:mean|stand\s+for)",
        ),
    ),
    (
        "next meeting",
        (
            r"when\s+(?:do\s+we\s+(?:next\s+)?meet(?:\s+next)?|are\s+we\s+meeting(?:\s+next)?)",
            r"(?:the\s+)?date\s+of\s+(?:the\s+|our\s+)?next\s+(?:meeting|board)",
        ),
    ),
    (
        "status {ref}",
        (
            rf"(?:an\s+|any\s+)?{_NEWS_OF}{_REF}",
            rf"(?:and\s+)?(?:what|how)\s+about\s+(?!\d{{1,2}}/\d){_REF}",
        ),
    ),
    (
        "status {what}",
        (
            rf"{_YOU}tell\s+(?:me|us)\s+(?:more\s+)?(?:about|on)\s+{_THING}",
            rf"(?:{_YOU}give\s+me\s+(?:an\s+)?|(?:is\s+there\s+)?any\s+|can\s+i\s+(?:have|get)\s+an?\s+){_NEWS_OF}{_THING}",
            rf"where\s+are\s+we{_OF}{_THING}",
            rf"what(?:['’]?s|\s+is)\s+(?:the\s+(?:latest|position|status)|happening){_OF}{_THING}",
        ),
    ),
)
"""The bot's own words, and how people put them; the first that fits is taken."""

_COMPILED = tuple(
    (re.compile(rf"{_POLITELY}(?:{form}){_KINDLY}", re.IGNORECASE), words)
    for words, forms in _FORMS
    for form in forms
)


LONGEST = 120
"""Characters; whoever writes more tells something as well."""

_SAY_ENOUGH = frozenset(
    {"key", "excel", "spreadsheet", "worst", "summary", "overview", "headline", "headlines", "briefing"}
)
"""Words that ask by themselves; "update" or "changes" alone may answer a question of the bot's."""


def in_own_words(said: str) -> str | None:
    """The bot's own words for a message that is a plain question, or None."""
    if len(said) > LONGEST or (said.isalpha() and said.casefold() not in _SAY_ENOUGH):
        return None
    for form, words in _COMPILED:
        if found := form.fullmatch(said):
            return words.format(**{name: held or "" for name, held in found.groupdict().items()})
    return None
