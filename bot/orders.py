"""Words that ask for something to be decided, asked, or set: "grant 2.7a", "ask 1.10", "pause 5.4, …".

An order is recognised by how it opens, so that an update that merely mentions one is still an update.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.asks import A_RESULT
from bot.board_forms import BOARD_FORMS
from bot.calendar_forms import CALENDAR_FORMS
from bot.commands import spoken
from bot.officer_forms import OFFICER_FORMS, WRONG_DATE
from bot.order_kinds import Order, OrderKind
from bot.people_forms import PEOPLE_FORMS
from bot.plan_forms import PLAN_FORMS
from bot.politeness import plainly
from bot.settings import NAMES
from bot.status_filter import BARE
from bot.time_asked import time_asked
from bot.view_words import ASK_FORM, VIEWS_FORMS
from bot.whole_plan_forms import WHOLE_PLAN_FORMS
from bot.workstream_forms import WORKSTREAM_FORMS

__all__ = ["Order", "OrderKind", "order_in"]

_REF = r"(?P<ref>(?:[A-Z]{2,5} )?[A-Za-z]{0,3}\d[\w./()-]*)"
_REST = r"(?:\s*[,:;–-]\s*(?P<words>.+)|\s+(?:because|as|since)\s+(?P<because>.+))?"
_A_DECISION = (
    r"(?P<words>(?=.*\bdecision\b)(?=.*(?:\b[a-z]\)"
    r"|\b(?:board|committee|cabinet|executive|council|panel|group|body)\b)).+)"
)
_OTHER = r"(?P<other>(?!\d{4}\b)(?:[A-Za-z]{0,3}\d[\w.]*\w|\d))"
_EVERY = (
    r"(?P<words>every\s+(?:\w+\s+)?(?:months?|quarters?|years?)|monthly|quarterly|yearly|annually)"
    r"(?:\s*,?\s*(?:from|starting|first(?:\s+on)?)\s+(?P<when>.+?))?"
    r"(?:\s*,?\s*(?:(?:un)?till?|up\s+to|ending)\s+(?P<other>.+?))?"
)
_LENGTH = r"(?P<words>\d+\s+(?:day|week|month)s?)"
_SCALE = r"(?P<words>classic|delivery|(?:ipa\s+)?(?:three|five|3|5)[\s-]?points?|ipa)(?:\s+scale)?"
_RIGHT_DATE = (
    r"(?:(?:first\s+)?date\s+)?(?:to\s+|is\s+|should\s+be\s+)?(?P<when>.+?)(?:,?\s+not\s+(?P<words>.+))?"
)
_GONE = r"(?:cleared|gone|lifted|solved|resolved|sorted|removed)"
_THE = r"(?:my\s+|the\s+|our\s+)?"
_ASK = r"(?:ask|chase|nudge|prod|remind)"
_FOR_NEWS = r"(?:(?:for|to\s+give)\s+(?:us\s+|me\s+)?(?:an?\s+|some\s+)?(?:update|line|news|word)\s+)?"
_FOR_TIME = r"(?:\s+for\s+(?:more\s+time|an\s+extension))?"
_TIME = r"(?:(?:the\s+|an?\s+)?(?:more\s+time|extension)\s+(?:for|on|to)\s+)?"

_A_LIST = rf"(?:\s+(?P<words>{'|'.join(sorted(map(re.escape, BARE), key=len, reverse=True))}))?"
_IN_CHANNEL = r"(?:\s+(?:in|with|to)\s+(?:the\s+|our\s+)?channel)?"

_A_SETTING = "|".join(
    (
        r"word\s+\S.*?",
        *(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(NAMES, key=len, reverse=True)),
    )
)

_FORMS: dict[OrderKind, tuple[str, ...]] = {
    OrderKind.DECIDE: (
        r"(?:what\s+(?:is\s+there|do\s+i\s+have|must\s+i)\s+)?(?:to\s+)?decide",
        r"what\s+needs\s+(?:a\s+|my\s+|our\s+)?(?:decision|deciding|approval)",
        r"(?:is\s+there\s+)?anything\s+(?:for\s+(?:me|us)\s+)?to\s+(?:decide|agree|approve|sign\s+off)",
        r"(?:agree|approve|grant|see)\s+the\s+(?:extensions?|requests?)",
    ),
    OrderKind.TAKE_BACK_TIME: (
        rf"(?:withdraw|cancel|drop|take\s+back)\s+{_THE}(?:request|extension){_FOR_TIME}\s+(?:for|on|of)\s+{_REF}",
    ),
    OrderKind.GRANT_TIME: (rf"(?:grant|agree|allow)\s+{_TIME}{_REF}{_REST}",),
    OrderKind.REFUSE_TIME: (
        rf"(?:the\s+)?board\s+(?:has\s+)?(?:refused|turned\s+down)\s+{_TIME}{_REF}{_REST}",
        rf"(?:refuse|decline|turn\s+down)\s+{_TIME}{_REF}{_REST}",
    ),
    OrderKind.PUT_TO_BOARD: (
        rf"(?:put\s+|take\s+)?{_TIME}{_REF}\s+(?:down\s+)?(?:is\s+|goes\s+)?(?:for|to)\s+the\s+board",
    ),
    OrderKind.OUTCOME: (
        rf"(?:record\s+)?(?:the\s+)?outcome\s+(?:of|for|on)\s+{_REF}\s*[:,–-]?\s+(?P<words>{A_RESULT}\b.*)",
        rf"(?:decided|decision)\s*:?\s+{_REF}\s*[:,–-]?\s+(?:was\s+|is\s+)?(?P<words>{A_RESULT}\b.*)",
    ),
    OrderKind.OUTCOMES: (
        r"outcomes",
        r"matters\s+arising",
        r"(?:record\s+)?(?:the\s+)?outcomes\s+of\s+(?:the\s+)?(?:board|meeting|asks)",
    ),
    OrderKind.RECORD_DECISION: (
        r"(?:record\s+)?(?:the\s+|an?\s+)?decision(?:\s*:|\s+(?=\(?[a-z]\)))\s*(?P<words>.+)",
    ),
    OrderKind.NEW_ACTION: (
        r"(?:new\s+)?action\s*:\s*(?P<words>.+)",
        rf"new\s+action\s+{_REF}\s*:\s*(?P<words>.+)",
    ),
    OrderKind.ASK_VIEWS: (rf"(?P<words>{ASK_FORM})",),
    OrderKind.VIEWS: VIEWS_FORMS,
    OrderKind.ASK_GROUP: (
        rf"ask\s+(?P<other>.+?)\s+(?:to\s+help|for\s+help|to\s+unblock)\s+(?:with\s+|on\s+)?{_REF}{_REST}",
    ),
    OrderKind.ASK_UPDATE: (
        rf"ask\s+(?:for\s+|about\s+)?(?:an?\s+(?:update|line)\s+(?:on|about|for)\s+)?{_REF}",
        rf"(?:chase|nudge|prod)\s+(?:up\s+)?{_REF}",
        rf"{_ASK}\s+(?P<other>\D+?)\s+{_FOR_NEWS}(?:about|on|of|for)\s+{_REF}",
        rf"{_ASK}\s+(?:for\s+)?(?:an?\s+|some\s+)?(?:update|line|news)\s+(?:about|on|of|for)\s+{_REF}\s+from\s+(?P<other>\D+?)",
        rf"(?:chase|nudge|remind)(?:\s+(?:up|for|about|(?P<other>(?!me\b)\D+?)\s+(?:about|on|for|over)))?\s+{_REF}",
    ),
    OrderKind.GROUP_ANSWER: (
        rf"(?:answer|reply)\s+(?:from|of|by)\s+(?P<other>.+?)\s+(?:on|about|for)\s+{_REF}\s*[,:;–-]\s*(?P<words>.+)",
    ),
    OrderKind.SET_GROUP: (r"group\s+(?P<other>[^:#]+?)\s*(?::|is|=|in)\s*#?(?P<words>[A-Z0-9]{6,})",),
    OrderKind.TAKE_BLOCKER: (
        rf"i(?:['’]ll|\s+will|\s+can)?\s+take\s+(?:on\s+)?(?:the\s+)?(?:blocker\s+(?:on|of|for)\s+)?{_REF}",
    ),
    OrderKind.CLEARED: (
        rf"(?:the\s+)?blocker\s+(?:on|of|for)\s+{_REF}\s+(?:is\s+|has\s+been\s+)?(?:now\s+)?{_GONE}",
        rf"{_REF}\s*:?\s+(?:the\s+)?blocker\s+(?:is\s+|has\s+been\s+)?(?:now\s+)?{_GONE}",
        rf"{_REF}\s+(?:is\s+)?(?:now\s+)?(?:unblocked|no\s+longer\s+blocked)",
        rf"clear\s+(?:the\s+)?blocker\s+(?:on|of|for)\s+{_REF}",
    ),
    OrderKind.HELP_FROM: (
        rf"{_REF}\s+needs\s+help\s+from\s+(?P<other>[^,:;]+){_REST}",
        rf"(?P<other>[^,:;\d]+?)\s+(?:could|can)\s+unblock\s+{_REF}{_REST}",
    ),
    OrderKind.SUPERSEDE: (
        rf"{_REF}\s+(?:is\s+|was\s+|has\s+been\s+)?(?:superseded|replaced)\s+by\s+(?P<other>\S*\d[\w./()-]*){_REST}",
    ),
    OrderKind.WITHDRAW: (rf"withdraw\s+(?:action\s+)?{_REF}{_REST}",),
    OrderKind.HOLD: (
        rf"(?:pause|park|suspend|put)\s+{_REF}(?:\s+on\s+hold)?\s+(?P<words>(?:(?:un)?till?|for|from)\s+.+)",
        rf"(?:pause|park|suspend)\s+{_REF}{_REST}",
        rf"put\s+{_REF}\s+on\s+hold{_REST}",
    ),
    OrderKind.RESUME: (rf"(?:resume|restart|unpause)\s+{_REF}{_REST}", rf"take\s+{_REF}\s+off\s+hold{_REST}"),
    OrderKind.REOPEN: (rf"(?:re-?open|bring\s+back)\s+{_REF}{_REST}",),
    OrderKind.ACCEPT: (rf"accept\s+{_REF}(?:\s+as\s+done)?{_REST}",),
    OrderKind.WAITING_OVER: (rf"{_REF}\s+(?:is\s+)?(?:no\s+longer|not)\s+waiting(?:\s+for\s+.+)?",),
    OrderKind.WAIT_DECISION: (
        rf"{_REF}\s+(?:is\s+)?(?:waiting|waits|depends)\s+(?:for|on)\s+{_A_DECISION}",
        rf"{_REF}\s+is\s+subject\s+to\s+(?P<words>.*(?:\bdecision\b|\b[a-z]\)).*)",
    ),
    OrderKind.WAIT_ACTION: (
        rf"{_REF}\s+(?:is\s+)?(?:waiting|waits|depends|dependent)\s+(?:for|on)\s+(?:action\s+)?{_OTHER}",
    ),
    OrderKind.RECUR: (
        rf"{_REF}\s+(?:recurs|repeats|is\s+due|comes\s+round)\s+{_EVERY}",
        rf"repeat\s+{_REF}\s+{_EVERY}",
    ),
    OrderKind.TOLERANCE: (
        rf"(?:set\s+)?(?:the\s+)?tolerance(?:\s+(?:for|of)\s+(?P<other>.+?))?\s*(?:is|to|:|=)?\s*{_LENGTH}",
    ),
    OrderKind.SCALE: (
        r"(?:what\s+)?scales?(?:\s+are\s+there)?",
        rf"(?:set\s+)?(?:the\s+)?scale(?:\s+(?:for|of)\s+(?P<other>.+?))?\s*(?:is|to|:|=)?\s*{_SCALE}",
    ),
    OrderKind.CORRECT: (
        *WRONG_DATE,
        rf"correct\s+(?:the\s+)?(?:first\s+)?(?:date\s+(?:of|for)\s+)?{_REF}\s*[,:]?\s+{_RIGHT_DATE}",
    ),
    OrderKind.CLOSE_RECOMMENDATION: (rf"close\s+rec(?:ommendation)?\.?\s+(?:no\.?\s+)?{_REF}",),
    OrderKind.SHARE: (rf"share(?:\s+(?:it|this|that|(?:the\s+)?status))?{_A_LIST}{_IN_CHANNEL}",),
    OrderKind.SETTING: (
        rf"(?:set|change)\s+(?:the\s+)?(?P<other>{_A_SETTING})\s*(?:\bto\b|\bis\b|:|=)\s*(?P<words>.+)",
        r"(?:the\s+)?(?P<other>plan\s+ends?)\s+(?:(?:on|in)\s+|is\s+)?(?P<words>.*\b\d{4}|none|never)",
    ),
    OrderKind.RISK: (
        rf"{_REF}\s*[:,]?\s+risk(?:\s+ref(?:erence)?)?\s*(?:is\s+|:\s*)?(?P<words>none|(?=\S*\d)\S+)",
        rf"link\s+{_REF}\s+to\s+(?:the\s+)?risk\s+(?P<words>(?=\S*\d)\S+)",
    ),
    **{
        OrderKind(kind): forms
        for kind, forms in (
            WORKSTREAM_FORMS
            | BOARD_FORMS
            | PLAN_FORMS
            | WHOLE_PLAN_FORMS
            | PEOPLE_FORMS
            | OFFICER_FORMS
            | CALENDAR_FORMS
        ).items()
    },
}
"""How each order is put, most particular first."""

_COMPILED = tuple(
    (kind, re.compile(rf"(?:please\s+)?{form}[\s.!]*", re.IGNORECASE | re.DOTALL))
    for kind, forms in _FORMS.items()
    for form in forms
)


_QUESTIONS = frozenset({OrderKind.WHO_WAITS, OrderKind.SEND_PACK, OrderKind.MINUTES, OrderKind.MEANING})
"""What may end in a question mark: "accept 2.7?" asks whether to."""


@lru_cache(maxsize=64)
def order_in(text: str) -> Order | None:
    """The order a message is, if it is one; politely put or not."""
    said = " ".join(spoken(text).split())
    plain = plainly(said)
    found = _form_of(said) or (_form_of(plain) if plain != said else None)
    if found is None and said.endswith("?"):
        asked_for = _form_of(said.rstrip(" ?"))
        found = asked_for if asked_for is not None and asked_for.kind in _QUESTIONS else None
    if found is not None:
        return found
    asked = time_asked(said)
    return None if asked is None else Order(OrderKind.MORE_TIME, words=asked.reason, when=asked.words)


def _form_of(said: str) -> Order | None:
    for kind, form in _COMPILED:
        if found := form.fullmatch(said):
            held = {name: (words or "").strip(" .") for name, words in found.groupdict().items()}
            return Order(
                kind,
                ref=held.get("ref", "").rstrip(","),
                words=held.get("words") or held.get("because", ""),
                other=held.get("other", "").strip(" .,"),
                when=held.get("when", "").strip(" .,"),
                is_interim=bool(held.get("interim")),
            )
    return None
