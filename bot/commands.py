"""The bot's own words, in a message or after a slash: status, mine, help, undo, privacy, yes, no."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.help_topics import topic_asked
from bot.paper_words import paper_wanted
from bot.plainly import in_own_words


class Name(StrEnum):
    """What the words ask the bot to do."""

    STATUS = "status"
    HISTORY = "history"
    MEETINGS = "meetings"
    NEXT = "next"
    FORWARD = "forward"
    HELP = "help"
    UNDO = "undo"
    PRIVACY = "privacy"
    CARRY_ON = "carry_on"
    EXPORT = "export"
    PAPER = "paper"
    RECORD = "record"
    CLOSE_REQUEST = "close_request"
    PEOPLE = "people"
    SETTINGS = "settings"
    PREVIEW = "preview"
    GO_LIVE = "go_live"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Command:
    """A command and what follows it ("red" after "status")."""

    name: Name
    argument: str = ""


_ADDRESS = re.compile(r"^\s*(?:<@[^>]*>[\s,:]*)+")
_SLASH = re.compile(r"^/(?:plan-)?(?=[a-z])", re.IGNORECASE)
_I_AM = re.compile(
    r"^(?:i\s+am|i['’]?m|my\s+name\s+is|this\s+is)\s+(?P<name>[^\d,;:!?]{2,60})$", re.IGNORECASE
)
_STATUS = re.compile(
    r"^status(?:\s+(?:of|for|on(?!\s+(?:hold|track)\b)))?(?:\s+(?P<filter>[^\n]{1,80}))?$", re.IGNORECASE
)
_HISTORY = re.compile(r"^history(?:\s+(?:of|for))?\s+(?P<ref>[^\n]{1,40})$", re.IGNORECASE)
_RECORD = re.compile(
    r"^record\s+(?:(?:of|for|on)\s+)?(?P<ref>(?:[A-Z]{2,5} )?[A-Za-z]{0,3}\d[\w./()-]*)$", re.IGNORECASE
)
_RECORD_CLOSE = re.compile(
    r"^(?:record\s+close|close\s+(?:record\s+)?request)\s+(?:no\.?\s+)?(?P<number>\d{1,9})$"
)
_PREVIEW = re.compile(r"^preview\s+(?P<what>[^\n]{2,80})$", re.IGNORECASE)
_LINK = re.compile(r"^(?:link|people)\s+(?P<name>[^\d\n,;:!?]{2,60})$", re.IGNORECASE)
_NEXT = re.compile(
    r"^(?:when(?:\s+is|'s)\s+(?:the\s+|our\s+)?(?:next\s+)?|next\s+)(?P<body>(?:[\w-]+\s+){0,3}(?:board|committee|meeting|group|forum))$",
    re.IGNORECASE,
)
_EXPORT = re.compile(
    r"^export(?:\s+(?:the|my|our)\s+plan)?(?:\s+(?:as|to|in)?\s*(?P<kind>excel|xlsx|word|docx|csv))?$"
)
_TELLS = re.compile(r"\b(?:is|are|was|now|slips?|slipped|done|complete[d]?)\b", re.IGNORECASE)

_PLAINLY = ((Name.NEXT, _NEXT), (Name.CLOSE_REQUEST, _RECORD_CLOSE))
"""Commands with words after them, read without capitals."""

_AS_TYPED = (
    (Name.PREVIEW, _PREVIEW),
    (Name.PEOPLE, _LINK),
    (Name.RECORD, _RECORD),
    (Name.HISTORY, _HISTORY),
)
"""Commands with names or numbers after them, as they were typed."""

_WHOLE: dict[Name, frozenset[str]] = {
    Name.HELP: frozenset(
        {
            "help", "help me", "hello", "hi", "hi there", "hello there", "what can you do", "who are you",
            "commands", "menu",
        }
    ),
    Name.NEXT: frozenset(
        {
            "when do the papers go out", "when do papers go out", "when do the papers go",
            "when are papers due", "when are the papers due", "when are updates due",
            "when are the updates due", "what is the paper deadline", "what's the paper deadline",
            "when is the paper deadline",
        }
    ),
    Name.MEETINGS: frozenset(
        {
            "meetings", "board meetings", "board dates", "calendar", "show meetings",
            "what meetings are coming up", "upcoming meetings", "when are the meetings",
        }
    ),
    Name.FORWARD: frozenset({"forward plan", "what is ahead", "what's ahead"}),
    Name.UNDO: frozenset({"undo", "undo that", "undo it", "take that back", "put that back"}),
    Name.PRIVACY: frozenset({"privacy", "what do you keep", "what do you store", "who sees this"}),
    Name.CARRY_ON: frozenset(
        {
            "doubts", "import", "set up", "setup", "carry on", "carry on with the import",
            "carry on with the doubts", "go on with the import", "resume the import", "resume import",
        }
    ),
    Name.PEOPLE: frozenset({"people", "who is who", "who's who", "match people", "link people"}),
    Name.SETTINGS: frozenset({"settings", "change settings", "partnership settings"}),
    Name.GO_LIVE: frozenset({"go live", "go live for all", "go live with all", "golive"}),
    Name.YES: frozenset(
        {
            "yes", "y", "yep", "yes please", "yes that's right", "confirm", "confirmed", "confirm all",
            "save",
            "save it", "save them", "ok", "okay", "right", "that's right", "correct", "that's correct",
        }
    ),
    Name.NO: frozenset(
        {"no", "n", "nope", "cancel", "cancel it", "cancel that", "discard", "stop", "forget it", "wrong"}
    ),
}  # fmt: skip
"""Commands that are the whole message."""

_MINE = frozenset(
    {
        "mine", "my actions", "my list", "show mine", "what's mine", "whats mine", "what is mine",
        "what do i lead", "what am i leading", "show my actions",
    }
)  # fmt: skip

_LATE = frozenset({"what's late", "whats late", "what is late", "what's overdue", "what is overdue"})
_SINCE = frozenset({"since papers", "since the papers", "changes since papers", "changes since the papers"})
_ASKED = {
    **dict.fromkeys(_MINE, "mine"),
    **dict.fromkeys(_LATE, "late"),
    **dict.fromkeys(_SINCE, "since papers"),
}
"""Questions after a status, in whole messages that do not begin with the word."""


def spoken(text: str) -> str:
    """The message without the mention it opens with and without the space around it."""
    return _ADDRESS.sub("", text).strip()


def command_in(text: str) -> Command | None:
    """The command a message is, if it is one and nothing else: in the bot's own words, or in plain ones."""
    said = _SLASH.sub("", spoken(text)).strip()
    found = _command_in(said)
    if found is None and (meant := in_own_words(said)) is not None:
        return _command_in(meant)
    return found


def _command_in(said: str) -> Command | None:
    plain = " ".join(said.casefold().replace("’", "'").rstrip(" .!?").split())
    if plain in _ASKED:
        return Command(Name.STATUS, _ASKED[plain])
    if topic := topic_asked(plain):
        return Command(Name.HELP, topic.value)
    for name, whole in _WHOLE.items():
        if plain in whole:
            return Command(name)
    if found := _STATUS.match(said):
        asked = (found["filter"] or "").strip(" .?")
        tells = _TELLS.search(asked) and asked.casefold() != "reported done"
        return None if tells else Command(Name.STATUS, asked)
    if file := _file_in(said, plain):
        return file
    for words, forms in ((plain, _PLAINLY), (said, _AS_TYPED)):
        for name, form in forms:
            if found := form.match(words):
                return Command(name, (found.group(1) or "").strip(" .?"))
    return None


def _file_in(said: str, plain: str) -> Command | None:
    """A plan or a paper that is wanted as a file."""
    if found := _EXPORT.match(plain):
        return Command(Name.EXPORT, found["kind"] or "")
    return Command(Name.PAPER, said) if paper_wanted(said) is not None else None


def name_claimed(text: str) -> str | None:
    """The name in "I am J Kelly", for somebody the bot does not know yet."""
    found = _I_AM.match(spoken(text).rstrip(" .!"))
    return " ".join(found["name"].split()) if found else None


_THUMBS_UP = re.compile(r"^(?:👍[🏻-🏿]?|:(?:\+1|thumbsup):(?::skin-tone-[2-6]:)?)+$")


def is_thumbs_up(text: str) -> bool:
    """A thumbs-up and nothing else: a yes to what waits, and otherwise nobody knows to what."""
    return _THUMBS_UP.match("".join(spoken(text).split())) is not None


_THANKS = re.compile(
    r"^\s*(?:many\s+)?(?:thanks?|thank you|thx|tks|tnx|ty|cheers|ta|great|lovely|ok|okay|noted|will do"
    r"|well done|good(?:\s+(?:work|job|stuff))?(?=[\s.!]*$)|brilliant|excellent|perfect|fab(?:ulous)?)\b",
    re.IGNORECASE,
)


_PROMISE = re.compile(
    r"^\W*(?:(?:sorry|hi|apologies)\W+)?(?:(?:very\s+|really\s+|too\s+)?busy\s+(?:today|now|this\s+(?:week|morning))[\s,.-]+)?"
    r"(?:on\s+it|leave\s+it\s+with\s+me|bear\s+with(?:\s+me)?|(?:i['’]?ll|i\s+will|will)\s+"
    r"(?:reply|respond|answer|update(?:\s+you)?|do(?:\s+(?:it|this))?|get\s+back(?:\s+to\s+you)?|look(?:\s+at\s+(?:it|this))?"
    r"|(?:find\s+out|check)(?:\s+and\s+(?:reply|let\s+you\s+know|come\s+back))?|let\s+you\s+know))"
    r"(?:\s+(?:tomorrow|later|soon|today|asap|shortly|this\s+(?:week|afternoon)|next\s+week|by\s+\w+|on\s+\w+day))*\W*$",
    re.IGNORECASE,
)


def is_courtesy(text: str) -> bool:
    """Thanks, a promise to answer, and the like, which answer nothing."""
    said = spoken(text)
    return (len(text) <= 60 and _THANKS.match(said) is not None) or _PROMISE.match(said) is not None
