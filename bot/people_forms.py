"""How orders about people are put: who is away, who stands in, who is back. See `bot.orders`."""

from __future__ import annotations

NAME = (
    r"(?-i:(?:(?:Cllr|Dr|Mr|Mrs|Ms|Prof)\.?\s+)?[A-Z][\w'’-]*\.?(?:\s+(?:van|de|der|la|[A-Z][\w'’.-]+)){1,3})"
)
"""Two capitalised words at least, so that "waiting for IT until Friday" names nobody."""

_OFF = r"(?:away|off(?:\s+work|\s+sick)?|out(?:\s+of\s+the\s+office)?|on\s+(?:[\w-]+\s+)?leave|on\s+holiday)"
_STANDS_IN = (
    r"(?:is\s+|to\s+|will\s+(?:be\s+)?)?(?:stands?\s+in\s+|standing\s+in\s+|covers?\s+|covering\s+"
    r"|deputis(?:es?|ing)\s+|acts?\s+|acting\s+|answers?\s+|answering\s+|(?:the\s+)?deputy\s+)?"
)
_TO = rf"(?P<words>{NAME}(?:\s*\(new\))?)"
_REF = r"(?P<ref>[A-Za-z]{0,3}\d[\w./()-]*)"
_WHEN = r"(?P<when>(?:from|until|till|to|on|between|while|for)\s+.+)"

_HOLDER = rf"(?P<words>{NAME})"
_POST = r"(?P<other>(?-i:[A-Z])[\w&'’/-]*(?:\s+(?!(?:until|till)\b)[\w&'’/()-]+){0,6}?)"
_LONG_POST = _POST.replace(r"(?:\s+(?!", r"(?:,?\s+(?!")
"""With commas, where somebody is said to hold it: "Ward manager, Beech ward"."""
_TILL = r"(?:\s+(?:until|till)\s+(?P<when>.+))?"
_NATION = r"(?P<words>england|wales|scotland|northern\s+ireland)"
_SINCE = (
    r"(?:\s+(?:early|now|today|again|in|at\s+work"
    r"|from\s+(?!(?:mon|tues?|wed|thur?s?|fri|next|the\s+\d|\d)).+))*"
)
"""Back already: "back from Monday" says when somebody will be."""
_UNTIL = r"(?:(?:un)?till?|to|for|(?:ask|remind)\s+me(?:\s+again)?)?\s*(?:on\s+)?"
_A_DAY = (
    r"(?:on\s+)?(?P<when>(?:tomorrow|next|in|after|this|at\s+the\s+end|\d"
    r"|(?:mon|tues|wednes|thurs|fri)day).*)"
)

PEOPLE_FORMS: dict[str, tuple[str, ...]] = {
    "deputy": (
        rf"(?P<other>{NAME})\s+{_STANDS_IN}for\s+(?P<words>me|{NAME})(?:\s+{_WHEN})?",
        rf"(?P<other>{NAME})\s+(?:is|will\s+be)\s+my\s+(?:deputy|cover)(?:\s+{_WHEN})?",
        rf"my\s+(?:deputy|cover)\s+(?:is|will\s+be)\s+(?P<other>{NAME})(?:\s+{_WHEN})?",
    ),
    "away": (rf"(?P<other>{NAME})(?:\s+is|\s+will\s+be|['’]s)\s+{_OFF}\s+(?P<when>.+)",),
    "ask_by_email": (
        rf"ask\s+by\s+e-?mail\s+(?P<other>{NAME})",
        rf"ask\s+(?P<other>{NAME})\s+by\s+e-?mail",
        rf"e-?mail\s+(?:(?:text\s+)?for\s+)?(?P<other>{NAME})",
    ),
    "post": (
        rf"(?:the\s+)?(?:post\s+(?:of\s+)?)?{_POST}(?:\s+post)?\s+is\s+(?:now\s+)?vacant",
        rf"{_HOLDER}\s+(?:now\s+)?holds\s+(?:the\s+)?(?:post\s+(?:of\s+)?)?{_LONG_POST}{_TILL}",
        rf"{_HOLDER}\s+is\s+(?:the\s+|now\s+)*(?P<interim>interim|acting)\s+{_LONG_POST}{_TILL}",
        rf"{_POST}\s+is\s+(?:now\s+)?held\s+by\s+{_HOLDER}{_TILL}",
        rf"{_POST}\s*[,:]\s*(?P<interim>interim|acting)\s+{_HOLDER}{_TILL}",
        rf"hand\s+over\s+(?:the\s+)?post\s+(?:of\s+)?{_LONG_POST}\s+to\s+{_HOLDER}{_TILL}",
    ),
    "works_in": (
        rf"i\s+(?:work|am\s+based)\s+in\s+{_NATION}",
        rf"(?P<other>{NAME})\s+(?:works|is\s+based)\s+in\s+{_NATION}",
    ),
    "snooze": (
        rf"(?:snooze|not\s+now|not\s+yet)(?:(?:\s*,)?\s+{_UNTIL}(?P<when>.+))?",
        rf"(?:please\s+)?(?:remind|ask)\s+me(?:\s+again)?(?:\s+about\s+(?:it|this|these|them))?\s+{_A_DAY}",
        r"(?:ask\s+me\s+(?:again\s+)?|remind\s+me\s+)?later",
    ),
    "round": (r"(?:the\s+|show\s+(?:me\s+)?(?:the\s+)?)?round(?:\s+so\s+far)?",),
    "hand_over": (
        rf"(?:move|give|pass|transfer|hand)\s+(?:over\s+)?all\s+(?:of\s+)?(?P<other>{NAME})['’]s?\s+actions?\s+(?:over\s+)?to\s+{_TO}",
        rf"everything\s+(?P<other>{NAME})\s+(?:has|leads|had|led)\s+(?:goes|passes|moves)\s+to\s+{_TO}",
        rf"hand\s+over\s+(?:everything|all(?:\s+actions?)?)\s+(?:of|from)\s+(?P<other>{NAME})\s+to\s+{_TO}",
        rf"hand\s+(?:over\s+)?{_REF}(?:\s+(?:of|from)\s+(?P<other>{NAME}))?\s+to\s+{_TO}",
        rf"hand\s+over\s+(?P<other>{NAME})",
    ),
    "back": (
        rf"(?:i\s+am|i['’]?m)\s+back{_SINCE}",
        rf"(?P<other>{NAME})(?:\s+is|['’]s)\s+back{_SINCE}",
    ),
}
"""By the kind of order: `other` is who is spoken of or is to act, `words` for whom, `when` the days."""
