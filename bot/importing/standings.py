"""A plan's own words for how an action stands, as the states and colours we store."""

from __future__ import annotations

import re

from bot.plan import ActionStatus
from bot.rag import Rag

STATUS_WORDS: dict[ActionStatus, tuple[str, ...]] = {
    ActionStatus.NOT_STARTED: (
        "not started",
        "not yet started",
        "not yet due",
        "not due",
        "yet to start",
        "to start",
        "to be started",
        "to do",
        "planned",
        "scheduled",
        "outstanding",
        "no progress",
        "new",
        "pending",
        "awaiting start",
        "not begun",
        "future action",
        "not commenced",
        "no",
        "n",
        "no action yet",
        "open",
    ),
    ActionStatus.IN_PROGRESS: (
        "significant progress",
        "some progress",
        "good progress",
        "limited progress",
        "progressing",
        "in progress",
        "ongoing",
        "on going",
        "on-going",
        "underway",
        "under way",
        "started",
        "commenced",
        "on track",
        "on target",
        "partially complete",
        "partly complete",
        "partially achieved",
        "partly achieved",
        "partially delivered",
        "partly delivered",
        "partially implemented",
        "partly implemented",
        "partially met",
        "partly met",
        "not implemented",
        "nearly complete",
        "in development",
        "in train",
        "behind schedule",
        "slipped",
        "delayed",
        "overdue",
        "off track",
        "at risk",
        "work in progress",
        "wip",
        "being progressed",
        "active",
        "in hand",
        "continuing",
        "largely complete",
        "on schedule",
        "almost complete",
        "partial",
        "not complete",
        "not completed",
        "incomplete",
        "not achieved",
        "not delivered",
        "not met",
    ),
    ActionStatus.COMPLETE: (
        "complete",
        "completed",
        "delivered",
        "achieved",
        "done",
        "closed",
        "finished",
        "implemented",
        "actioned",
        "fully implemented",
        "fully achieved",
        "met",
        "action complete",
        "action completed",
        "complete and embedded",
        "embedded",
        "signed off",
        "yes",
        "y",
        "discharged",
        "fully complete",
        "fully delivered",
        "resolved",
    ),
    ActionStatus.ON_HOLD: (
        "on hold",
        "paused",
        "suspended",
        "deferred",
        "stalled",
        "held",
        "parked",
        "postponed",
    ),
    ActionStatus.WITHDRAWN: (
        "withdrawn",
        "superseded",
        "cancelled",
        "no longer required",
        "no longer applicable",
        "not proceeding",
        "removed",
        "merged",
        "abandoned",
        "rejected",
        "not accepted",
    ),
}

RAG_WORDS: dict[Rag, tuple[str, ...]] = {
    Rag.RED: ("r", "red"),
    Rag.AMBER_RED: ("ar", "a r", "amber red", "red amber", "r a"),
    Rag.AMBER: ("a", "amber", "yellow", "y", "orange"),
    Rag.AMBER_GREEN: ("ag", "a g", "amber green", "green amber", "g a"),
    Rag.GREEN: ("g", "green"),
}

# What stands for no colour at all; a blank is one too, and never green.
NO_COLOUR = frozenset(
    {"", "not reported", "not rated", "n a", "na", "tbc", "none", "not applicable", "not known"}
)

# Colours that are states: complete, and not yet due.
BRAG_WORDS: dict[ActionStatus, tuple[str, ...]] = {
    ActionStatus.COMPLETE: ("b", "blue", "complete", "completed"),
    ActionStatus.NOT_STARTED: ("grey", "gray", "white", "not yet due", "not started", "clear"),
}

_STATUS_OF = {
    phrase.replace("-", " "): status for status, phrases in STATUS_WORDS.items() for phrase in phrases
}
_RAG_OF = {word: rag for rag, words in RAG_WORDS.items() for word in words}
_BRAG_OF = {word: status for status, words in BRAG_WORDS.items() for word in words}
_MARKS = {
    "❔": "not reported",
    "➖": "grey",
    "🔴": "red",
    "🔺": "red",
    "🟠": "amber",
    "🟡": "amber",
    "🔶": "amber",
    "🟢": "green",
    "🔵": "blue",
    "🟦": "blue",
    "🟥": "red",
    "🟧": "amber",
    "🟨": "amber",
    "🟩": "green",
    "✅": "complete",
    "✔": "complete",
    "✓": "complete",
    "☑": "complete",
}
_PHRASES = sorted(_STATUS_OF, key=len, reverse=True)
_NOT_IN_DATES = frozenset({"new", "open", "to start", "met", "yes", "y", "no", "n"})
_IN_DATE = re.compile(
    r"(?<!\w)(?:"
    + "|".join(re.escape(p).replace(r"\ ", r"[\s-]+") for p in _PHRASES if p not in _NOT_IN_DATES)
    + r")(?!\w)",
    re.IGNORECASE,
)


def status_of(words: str) -> ActionStatus | None:
    """The state that a plan's own word for it means, or None when the word is not known."""
    return _STATUS_OF.get(_plain(words))


def rag_of(words: str) -> Rag | None:
    """The colour a word, letter or mark means; None for anything else, and never a colour for a blank."""
    return _RAG_OF.get(_plain(words))


def is_no_colour(words: str) -> bool:
    """Whether the cell says that there is no colour."""
    return _plain(words) in NO_COLOUR


def colour_state(words: str) -> ActionStatus | None:
    """The state that blue or grey stands for, or None."""
    return _BRAG_OF.get(_plain(words))


def split_status(words: str) -> tuple[str, str]:
    """A text and the status words that stand in it: "March 2007 Achieved" is ("March 2007", "Achieved")."""
    match = _IN_DATE.search(words)
    if match is None:
        return words.strip(), ""
    rest = f"{words[: match.start()]} {words[match.end() :]}"
    return " ".join(rest.split()).strip(" -–—:;,()/"), match.group()


def leading_status(words: str) -> tuple[str, str]:
    """The status a remark begins with, and the rest: "Done. Sent 3 May" is ("Done", "Sent 3 May")."""
    head, mark, rest = re.match(r"([^.;:–—(\n]*)([.;:–—(\n]?)(.*)\Z", words.strip(), re.DOTALL).groups()  # type: ignore[union-attr] # it matches every text
    if status_of(head) is None:
        return "", words.strip()
    return head.strip(), (mark if mark == "(" else "") + rest.strip()


def _plain(words: str) -> str:
    text = words.strip()
    text = _MARKS.get(text[:1], text) if len(text) <= 2 else text.lstrip("".join(_MARKS))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", text.casefold()).split())
