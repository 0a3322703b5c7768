"""How views are asked for and given in words: "ask J Kelly for the carers' view on 2.7 by 6 Nov", "our view
on 2.7: …", "nothing to add".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from bot.commands import spoken
from bot.people_forms import NAME

_REF = r"(?:[A-Z]{2,5} )?[A-Za-z]{0,3}\d[\w./()-]*"
_UNTIL = r"(?:\s*,?\s+(?P<bound>by|before)\s+(?P<when>.+))?"
_WHOSE = (
    r"(?:(?:their|its|his|her|a|an|any)\s+|(?:the\s+)?(?P<whose>[^\d,;:]{2,60}?)(?:['’]s|(?<=s)['’])?\s+)?"
)

ASK_FORM = rf"ask\s+(?:(?P<who>[^\d:;]+?)\s+)?for\s+{_WHOSE}views?\s+(?:on|about)\s+(?P<about>.+?){_UNTIL}"
VIEWS_FORMS = (
    r"views?(?:\s+(?:asked\s+for|given|so\s+far))?",
    r"(?:(?:list|show)\s+)?(?:the\s+)?views\s+(?:for|of)\s+(?:the\s+|our\s+)?(?P<other>[^\d,:;.?!]{2,60})",
)

_ASK = re.compile(ASK_FORM, re.IGNORECASE | re.DOTALL)
_REFS = re.compile(rf"{_REF}(?:(?:\s*,\s*|\s+and\s+|\s*,\s+and\s+|\s*&\s*){_REF})*", re.IGNORECASE)
_ONE_REF = re.compile(_REF)


@dataclass(frozen=True, slots=True)
class SaidAsk:
    """An ask for views as it was said: of whom ("" for every member), for whose view, on which actions or
    else on what matter, and by or before when."""

    who: str
    whose: str
    refs: tuple[str, ...]
    matter: str
    when: str
    is_before: bool


def ask_in(words: str) -> SaidAsk | None:
    """The ask these words are, if they are one."""
    found = _ASK.fullmatch(" ".join(words.split()).strip(" .?!"))
    if found is None:
        return None
    about = found["about"].strip(" ,.")
    refs = tuple(one.strip(".,") for one in _ONE_REF.findall(about)) if _REFS.fullmatch(about) else ()
    when = (found["when"] or "").strip()
    is_meeting = re.fullmatch(r"(?:the\s+)?(?:next\s+)?(?:board|meeting|it\s+meets)", when, re.IGNORECASE)
    return SaidAsk(
        who=(found["who"] or "").strip(),
        whose=(found["whose"] or "").strip(),
        refs=refs,
        matter="" if refs else about,
        when="" if is_meeting else when,
        is_before=(found["bound"] or "").casefold() == "before",
    )


_MEMBERS = re.compile(
    r"^(?:(?:all|every|each)\s+)?(?:of\s+)?(?:the\s+)?(?:members?|everyone|everybody)"
    r"(?:\s+(?:of|on|at)\s+(?P<of>.+))?$"
    r"|^(?:all\s+)?(?:the\s+)?(?P<body>.+?)\s+members?$",
    re.IGNORECASE,
)


def members_meant(who: str) -> str | None:
    """The body all of whose members are meant, "" for whichever it is; None where the words do not speak of
    members."""
    found = _MEMBERS.match(who)
    if not who or found is None:
        return "" if not who else None
    return re.sub(r"^the\s+", "", (found["of"] or found["body"] or ""), flags=re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StatedView:
    """A view that says it is one: "our view on 2.7: …", "view of J Kelly on 2.7: …"; without words it is
    taken back. `name` is whose it is, "" for the speaker's own; `whose` the group that stood in its place;
    `way` how the words were heard, where that is said."""

    about: str
    words: str
    name: str = ""
    whose: str = ""
    way: str = ""
    is_taken_back: bool = False


_STATED = (
    re.compile(
        rf"(?:the\s+)?views?\s+(?:of|from)\s+(?P<name>{NAME})(?:\s*,?\s+(?P<way>(?:by|in)\s+[\w-]+))?\s+on\s+"
        rf"(?P<about>{_REF}|[^:]{{3,80}}?)\s*[:–-]\s*(?P<words>.+)",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(
        rf"(?:(?:my|our)|(?P<name>{NAME})['’]s?|(?:the\s+)?(?P<whose>[^\d,;:]{{2,60}}?)['’]s?['’]?)\s+views?\s+on\s+"
        rf"(?P<about>{_REF}|[^:]{{3,80}}?)\s*(?::|[,–-]|\s(?=(?:is|are)\s))\s*(?P<words>.+)",
        re.IGNORECASE | re.DOTALL,
    ),
    re.compile(rf"(?P<words>no\s+views?|nothing\s+to\s+add)\s+(?:on|to)\s+(?P<about>{_REF})", re.IGNORECASE),
)
_TAKEN_BACK = re.compile(
    rf"(?:withdraw|take\s+back|drop|remove)\s+(?:my|our|the)\s+views?\s+on\s+(?P<about>{_REF}|.{{3,80}})",
    re.IGNORECASE,
)


def stated_view(text: str) -> StatedView | None:
    """The view a text says that it is, if it does."""
    said = spoken(text).strip()
    if found := _TAKEN_BACK.fullmatch(said.rstrip(" .!")):
        return StatedView(found["about"].strip(" ."), "", is_taken_back=True)
    for form in _STATED:
        if found := form.fullmatch(said):
            held = found.groupdict(default="")
            name = " ".join(held.get("name", "").split())
            whose = " ".join(held.get("whose", "").split())
            way = held.get("way", "")
            return StatedView(held["about"].strip(" .,"), held["words"].strip(), name, whose, way)
    return None


_NOTHING = re.compile(
    r"(?:we\s+have\s+|i\s+have\s+|there\s+is\s+|they\s+have\s+)?(?:"
    r"no\s+(?:particular\s+|further\s+)?(?:views?|comments?|opinion)|nothing(?:\s+(?:further|more))?(?:\s+to\s+(?:add|say))?"
    r"|nothing\s+from\s+(?:us|me|them)|none|n/?a)(?:\s+(?:on|to|about)\s+(?:this|that|it|these|either|any|all))?"
    r"(?:,?\s+thank(?:s|\s+you))?",
    re.IGNORECASE,
)


def is_nothing(words: str) -> bool:
    """Whether the words say that there is nothing to add."""
    return _NOTHING.fullmatch(words.strip(" .!,;:")) is not None


_HOLDING = re.compile(
    r"^(?:ok(?:ay)?,?\s+|thanks,?\s+)?(?:i['’]?ll|i\s+will|we['’]?ll|we\s+will|i\s+am\s+going\s+to|let\s+me)\s+"
    r"(?:ask|check|find\s+out|consult|get\s+back|come\s+back|let\s+you\s+know|raise\s+it|talk\s+to|speak\s+to|see\s+what)\b",
    re.IGNORECASE,
)


def is_holding(words: str) -> bool:
    """Whether the words only say that a view is to come: "I'll ask our group on Thursday"."""
    return _HOLDING.match(spoken(words)) is not None


class Sense(Enum):
    """What a message is, to somebody of whom a view is awaited."""

    VIEW = auto()
    ASK = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Circumstances:
    """In which a message came: in the ask's own thread; naming an action asked about, one of their own, or
    another; while something else is asked of its writer; reading as news of an action, a question, or what
    is none of these (thanks, an absence)."""

    in_thread: bool = False
    names_asked: bool = False
    names_own: bool = False
    names_other: bool = False
    has_other_open: bool = False
    tells_news: bool = False
    is_question: bool = False
    is_neither: bool = False


def sense_of(case: Circumstances) -> Sense:
    """Whether a message is the view that was asked for. What could be either is asked, never guessed: a view
    must not become an update, nor an update a view."""
    if case.is_neither:
        return Sense.OTHER
    if case.in_thread:
        return Sense.VIEW
    if case.names_asked:
        return Sense.ASK if case.names_own or case.is_question else Sense.VIEW
    if case.names_own or case.names_other:
        return Sense.OTHER
    if case.has_other_open:
        return Sense.OTHER if case.tells_news else Sense.ASK
    return Sense.ASK if case.is_question else Sense.VIEW


def refs_named(text: str, refs: Iterable[str]) -> tuple[str, ...]:
    """Those of these printed references that stand in the text as words of their own."""
    said = text.casefold()
    return tuple(
        ref
        for ref in dict.fromkeys(refs)
        if re.search(rf"(?<![\w.]){re.escape(ref.casefold())}(?!\w|\.\d)", said)
    )


def parts_by_ref(text: str, refs: Sequence[str]) -> dict[str, str]:
    """The words of each reference a text names: "2.7: too slow; 3.1: nothing to add" is two; one that is
    named amid a sentence has the whole of it."""
    said = spoken(text).strip()
    named = refs_named(said, refs)
    if not named:
        return {}
    either = "|".join(re.escape(ref) for ref in sorted(named, key=len, reverse=True))
    begins = re.compile(
        rf"(?:^|[;\n]\s*(?:and\s+)?|[.,]\s+(?:and\s+)?)(?:on\s+|for\s+)?(?P<ref>{either})(?!\w|\.\d)\s*(?P<sep>[:,–-])?\s*",
        re.IGNORECASE,
    )
    starts = list(begins.finditer(said))
    if not starts or starts[0].start() != 0 or len(starts) < len(named):
        return dict.fromkeys(named, said)
    by_fold = {ref.casefold(): ref for ref in named}
    found: dict[str, str] = {}
    for at, start in enumerate(starts):
        until = starts[at + 1].start() if at + 1 < len(starts) else len(said)
        begin = start.end() if start["sep"] else start.start("ref")
        words = said[begin:until].strip(" ;,\n")
        rest = said[start.end() : until].strip(" ;,\n")
        found.setdefault(by_fold[start["ref"].casefold()], rest if is_nothing(rest) else words)
    return found
