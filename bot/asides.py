"""What is said or asked of the bot itself: "stop", "wrong person", "see my email", "who can see this?".

Only a message that says nothing else is one: an update which mentions such a thing is still an update.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from bot.commands import spoken


class Aside(StrEnum):
    """What somebody says to the bot instead of news, or asks about it."""

    WHO_SEES = "who_sees"
    WHO_ARE_YOU = "who_are_you"
    WHO_SET_UP = "who_set_up"
    WHY_ASKED = "why_asked"
    WHEN_DUE = "when_due"
    STOP = "stop"
    WRONG_PERSON = "wrong_person"
    LEFT = "left"
    TALK = "talk"
    ELSEWHERE = "elsewhere"
    ANSWERED = "answered"


TOLD_ON = frozenset({Aside.STOP, Aside.WRONG_PERSON, Aside.LEFT, Aside.TALK, Aside.ELSEWHERE})
"""What a board officer is told of, because only they can do something about it."""

_THIS = r"(?:this|it|these|that|those|them)"
_MINE = (
    r"(?:what\s+i\s+(?:write|say|send|type|put|tell\s+you|said|wrote)"
    r"|my\s+(?:words?|answers?|updates?|messages?|replies|comments|data))"
)
_TO_ME = r"(?:me|messages?|reminders?|prompts?|notifications?|us|e-?mails?|this|it|these)"
_TRUST = (
    r"(?:\s+(?:the\s+|this\s+|my\s+|that\s+)?(?:trust|council|team|organisation|post|role|job|ward|service"
    r"|partnership|nhs|company))?"
)
_LATELY = r"(?:\s+(?:in|last|at\s+the\s+end\s+of|on|since|a|two|three|some|several|this)\s+[\w\s]{2,30})?"
_ABOUT = r"(?:\s+(?:about|on)\s+(?:this|it|these|that))?"

_FORMS: dict[Aside, str] = {
    Aside.WHO_SEES: (
        r"who\s+(?:else\s+)?(?:(?:can|will|could|gets\s+to|is\s+able\s+to)\s+)?(?:all\s+|else\s+)*"
        rf"(?:sees?|reads?|has\s+access\s+to|looks?\s+at|gets?)\s+(?:all\s+)?(?:{_THIS}|{_MINE})"
        rf"|(?:is|are)\s+(?:{_THIS}|{_MINE})\s+(?:private|confidential|public|recorded|secure|monitored"
        rf"|anonymous|shared|kept)"
        rf"|(?:can|will|does|do)\s+(?:anyone|anybody|everyone|everybody|others|other\s+people|people"
        rf"|the\s+board|my\s+(?:boss|manager))"
        rf"\s+(?:else\s+)?(?:see|read|get)\s+(?:{_THIS}|{_MINE})"
        rf"|what\s+(?:happens|do\s+you\s+do)\s+(?:to|with)\s+(?:{_THIS}|{_MINE})|where\s+(?:does"
        rf"|do)\s+(?:{_THIS}|{_MINE})\s+go(?:\s+to)?"
        rf"|(?:how\s+long\s+)?(?:do|will)\s+you\s+(?:keep|store|record|share)\s+(?:{_THIS}|{_MINE})"
    ),
    Aside.WHO_ARE_YOU: (
        r"(?:what(?:['’]?s|\s+is|\s+are)?|who(?:['’]?s|\s+is|\s+are)?)\s+(?:this|you|leadline"
        r"|that)(?:\s+(?:bot|thing|app|please|from))?"
        r"(?:\s+(?:all\s+)?about)?|are\s+you\s+(?:an?\s+)?(?:real\s+)?(?:bot|robot|human|person|computer"
        r"|ai|machine|real)(?:\s+or\s+.{3,20})?"
        r"|is\s+(?:this|it)\s+(?:an?\s+)?(?:bot|spam|scam|phishing|genuine|real|legit|automated|person"
        r"|human|robot)(?:\s+message)?"
        r"|am\s+i\s+(?:talking|speaking)\s+to\s+an?\s+\w+"
    ),
    Aside.WHO_SET_UP: (
        r"who(?:\s+has|['’]?s)?\s+(?:set\s+(?:this|you|it|that)(?:\s+all)?\s+up|set\s+up\s+(?:this|you"
        r"|it)(?:\s+bot)?"
        r"|(?:runs|owns|made|built|manages|sent|sends|started|is\s+behind|is\s+running"
        r"|is\s+in\s+charge\s+of|asked\s+for)\s+"
        r"(?:this|you|it|that|these)(?:\s+(?:bot|messages?))?)"
        r"|who(?:['’]?s|\s+is)\s+(?:in\s+charge|my\s+contact|the\s+board\s+officer|asking)"
        rf"|who\s+(?:do|can|should)\s+i\s+(?:talk|speak|contact|ask|complain|write)(?:\s+to)?{_ABOUT}"
    ),
    Aside.WHY_ASKED: (
        r"why\s+(?:are|do|did|have|would)\s+you\s+(?:keep\s+|been\s+)*"
        r"(?:asking|ask|asked|messaging|message|messaged|contacting|contacted|sending|send|sent|chasing"
        r"|chase|want|need|telling)"
        r"(?:\s+(?:me|this|these|it|that|us|again|now|for|about|messages?|to|know|all|so|many|questions?))*"
        r"|why\s+me|why\s+(?:am|did|have|do)\s+i\s+(?:been\s+)?(?:getting|get|got|being\s+asked"
        r"|been\s+asked|asked|sent|receiving)\b"
        r"(?:\s+(?:me|this|these|it|that|again|now|for|about|messages?))*"
        r"|why\s+(?:this|now|again)|what(?:['’]?s|\s+is)\s+(?:this|it|that|all\s+this)\s+for"
        r"|what\s+do\s+you\s+(?:want|need)(?:\s+(?:from\s+)?me)?(?:\s+to\s+(?:do|say))?"
    ),
    Aside.WHEN_DUE: (
        r"(?:by\s+)?when(?:['’]?s|\s+is|\s+are)?\s+(?:this|it|they|these|that|those|my\s+(?:actions?"
        r"|updates?)|the\s+(?:updates?|deadline))"
        r"(?:\s+all)?(?:\s+(?:due|needed|wanted|expected|for))?(?:\s+by)?"
        r"|(?:what(?:['’]?s|\s+is)\s+)?(?:the\s+|my\s+)?(?:deadline|due\s+date)(?:\s+for\s+(?:this|these"
        r"|it))?|by\s+when"
        r"|when\s+(?:must|should|do|shall)\s+i\s+(?:have\s+to\s+|need\s+to\s+)?(?:answer|reply|respond"
        r"|update|do)(?:\s+(?:this|it|you|these))?(?:\s+by)?"
        r"|when\s+do\s+you\s+(?:need|want)\s+(?:this|it|these|an?\s+(?:answer|update|reply))(?:\s+by)?"
        r"|how\s+long\s+(?:have\s+i\s+got|do\s+i\s+have)"
    ),
    Aside.STOP: (
        r"(?:(?:can|could|will|would)\s+you\s+)?(?:stop|quit|cease)"
        rf"(?:\s+(?:all|the|your|these|sending|messaging|asking|contacting|e-?mailing|pestering|bothering"
        rf"|nagging|chasing|reminding|texting|{_TO_ME}"
        r"|about\s+[\w.]*\d[\w.]*|anything|any\s*more|about|with|so|many|questions))*"
        r"|unsubscribe(?:\s+me)?(?:\s+from\s+(?:this|these|it))?|opt(?:\s+me)?\s+out|opt-out"
        r"|leave\s+me\s+alone|go\s+away|mute"
        r"|(?:remove|take)\s+me\s+(?:off|from)(?:\s+(?:this|the|your))?(?:\s+(?:mailing\s+)?(?:list|bot"
        r"|thing|channel))?|remove\s+me"
        rf"|(?:i\s+)?(?:don['’]?t|do\s+not)\s+(?:want|wish)(?:\s+to\s+(?:get|receive"
        rf"|be\s+sent))?(?:\s+(?:any|more|your|these|any\s*more))*\s+{_TO_ME}"
        r"(?:\s+any\s*more)?|(?:please\s+)?(?:don['’]?t|do\s+not)\s+(?:contact|message|ask|chase|remind"
        r"|bother|e-?mail|text)\s+me(?:\s+(?:any\s*more|again))?"
        rf"|no\s+more\s+{_TO_ME}"
    ),
    Aside.WRONG_PERSON: (
        r"(?:(?:you\s*(?:have|['’]ve)?\s+)?(?:got\s+)?(?:the\s+)?|i(?:['’]?m"
        r"|\s+am)\s+the\s+)?wrong\s+person"
        r"|(?:i(?:['’]?m|\s+am)\s+)?not\s+(?:me|mine|the\s+right\s+person|for\s+me"
        r"|the\s+lead(?:\s+for\s+(?:this|these|any\s+of\s+(?:this|these)))?)"
        r"|(?:this|these|they|that|it|none\s+of\s+(?:this|these|them|it))\s*(?:isn['’]?t|aren['’]?t"
        r"|['’]?s\s+not|(?:is|are)(?:\s+not)?|['’]re\s+not)"
        r"\s+(?:mine|for\s+me|me|my\s+(?:actions?|area|responsibility|job|work|remit))"
        r"|not\s+my\s+(?:actions?|area|responsibility|job|work|remit|problem)|nothing\s+to\s+do\s+with\s+me"
        r"|i\s+(?:don['’]?t|do\s+not)\s+(?:lead|own|do"
        r"|know\s+anything\s+about)\s+(?:any\s+of\s+)?(?:this|these|that|it|them)(?:\s+any\s*more)?"
    ),
    Aside.LEFT: (
        rf"(?:i(?:['’]?ve|\s+have)?|ive)\s+(?:now\s+|just\s+|already\s+)*(?:left|retired|resigned"
        rf"|moved\s+on)(?:\s+(?:from\s+)?work)?{_TRUST}{_LATELY}"
        rf"|(?:i(?:['’]?ve|\s+have)?|ive)\s+(?:now\s+|just\s+|already\s+)*(?:changed|moved"
        rf"|switched)\s+(?:jobs?|roles?|posts?|teams?|wards?)(?:\s+now)?{_LATELY}"
        r"|i\s+(?:no\s+longer|don['’]?t|do\s+not)\s+work\s+(?:here|there|for\s+[^\d]{2,40}"
        r"|at\s+[^\d]{2,40}|on\s+this)(?:\s+(?:any\s*more|now))?"
        r"|i(?:['’]?m|\s+am)\s+(?:no\s+longer|not)\s+(?:here|there|in\s+(?:post|(?:that|this"
        r"|the)\s+(?:role|team|post|job))|employed(?:\s+here)?)(?:\s+any\s*more)?"
        rf"|i(?:['’]?m|\s+am)\s+no\s+longer\s+(?:with|at|working)\s+[^\d]{{2,40}}|i(?:['’]?m"
        rf"|\s+am)\s+(?:leaving|retiring){_TRUST}(?:\s+(?:on\s+|in\s+|next\s+|at\s+).{{2,30}})?"
        r"|my\s+last\s+day\s+(?:was|is)\s+.{2,30}|(?:some(?:one|body)\s+else)\s+(?:does|leads|has"
        r"|is\s+doing|looks\s+after)\s+(?:this|these|it|them)(?:\s+now)?"
    ),
    Aside.TALK: (
        r"(?:(?:can|could|will|would)\s+(?:you|someone|somebody|we|i)\s+)?(?:just\s+)?(?:call|ring|phone"
        r"|bell)\s+(?:me|us)(?:\s+back)?"
        rf"(?:\s+on\s+[\d\s+()-]{{6,20}})?{_ABOUT}(?:\s+(?:when\s+you\s+can|today|tomorrow|asap|instead))?"
        r"|give\s+me\s+a\s+(?:call|ring|bell)(?:\s+.{2,30})?"
        rf"|(?:(?:i\s+)?(?:want|need|would\s+like|prefer)|i['’]?d\s+(?:like|prefer"
        rf"|rather))\s+(?:to\s+)?(?:talk|speak)(?:\s+(?:to|with)\s+(?:someone|somebody"
        rf"|a\s+(?:real\s+)?(?:person|human)|you))?{_ABOUT}"
        rf"|can\s+(?:i|we)\s+(?:talk|speak|chat|meet)(?:\s+(?:to|with)\s+(?:someone|somebody"
        rf"|a\s+(?:real\s+)?(?:person|human)|you))?{_ABOUT}"
    ),
    Aside.ELSEWHERE: (
        r"(?:see|check|read|look\s+at|as\s+per|as\s+in|it['’]?s\s+(?:all\s+)?in|all\s+in|in"
        r"|refer\s+to)\s+(?:my|the|our)\s+"
        r"(?:last\s+|previous\s+|earlier\s+)?(?:e-?mails?|mail|letter|spreadsheet|text)(?:\s+.{2,40})?"
        r"|(?:i|we)(?:['’]?ve|\s+have)?\s+(?:already\s+|just\s+|only\s+)*(?:e-?mailed|spoken\s+to"
        r"|spoke\s+to|spoke\s+with|told|updated|phoned|rang)\s+"
        r"(?!you\b)[^\d]{2,60}"
        r"|(?:i|we)(?:['’]?ve|\s+have)?\s+(?:already\s+|just\s+|only\s+)*(?:sent|given|submitted"
        r"|reported)\s+(?:this|it|that|an?\s+update|my\s+update|everything)\s+"
        r"(?:to|by|in)\s+(?!you\b)[^\d]{2,60}"
    ),
    Aside.ANSWERED: (
        r"(?:but\s+)?(?:i|we)(?:['’]?ve|\s+have)?\s+(?:already\s+|only\s+|just\s+)*(?:answered|replied"
        r"|responded|updated\s+(?:you|this|it|these)|filled\s+(?:this|it)\s+in"
        r"|told\s+you|said\s+(?:so|this|that)|given\s+you\s+(?:this|an\s+update)"
        r"|sent\s+(?:you\s+)?(?:this|it|that|these)|submitted\s+(?:this|it))"
        r"(?:\s+(?:already|this|it|that|these|you|twice|before|yesterday|all|to|last|earlier|this|week"
        r"|month|time|round|on|(?:mon|tues|wednes|thurs|fri)day))*"
        r"|already\s+(?:answered|replied|told\s+you|responded|sent)(?:\s+(?:this|it|that|last|week|month"
        r"|you))*"
    ),
}
"""How each is put, as a whole message; in the order they are tried."""

_POLITE = (
    r"(?:hi|hello|hey|morning|good\s+morning|sorry|apologies|please|pls|plz|thanks|thank\s+you|but|and|just"
    r"|look|ok|okay|no|er|um)"
)
_OPENING = re.compile(rf"^(?:{_POLITE}\b[\s,.!:-]*)+(?=\S)", re.IGNORECASE)
_CLOSING = re.compile(
    r"(?:[\s,.!?-]+(?:please|pls|plz|thanks|thank\s+you|thx|cheers|sorry|now|again"
    r"|for\s+goodness\s+sake))*[\s.!?]*$",
    re.IGNORECASE,
)
_LONGEST = 120


@cache
def _forms() -> tuple[tuple[Aside, re.Pattern[str]], ...]:
    return tuple((aside, re.compile(form, re.IGNORECASE)) for aside, form in _FORMS.items())


def aside_in(text: str) -> Aside | None:
    """What a message says or asks of the bot itself, if that is all it does."""
    said = " ".join(spoken(text).split())
    if not 0 < len(said) <= _LONGEST:
        return None
    plain = _CLOSING.sub("", said)
    for words in dict.fromkeys((plain, _OPENING.sub("", plain), said.rstrip(" .!?"))):
        for aside, form in _forms():
            if form.fullmatch(words):
                return aside
    return None
