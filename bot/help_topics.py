"""What help can be asked about: "help people", "help with the papers"."""

from __future__ import annotations

import re
from enum import StrEnum


class Topic(StrEnum):
    """One subject of help."""

    STATUS = "status"
    DECISIONS = "decisions"
    MEETINGS = "meetings"
    PAPERS = "papers"
    ROUND = "round"
    PEOPLE = "people"
    PLAN = "plan"
    SETTINGS = "settings"


CALLED: dict[str, Topic] = {
    **dict.fromkeys(("status", "reading", "late", "asking"), Topic.STATUS),
    **dict.fromkeys(
        ("decisions", "decision", "decide", "deciding", "minutes", "extensions", "views"), Topic.DECISIONS
    ),
    **dict.fromkeys(
        ("meetings", "meeting", "board", "boards", "calendar", "dates", "members"), Topic.MEETINGS
    ),
    **dict.fromkeys(("papers", "paper", "pack", "packs", "reports", "report", "export"), Topic.PAPERS),
    **dict.fromkeys(
        ("round", "rounds", "chasing", "reminders", "reminding", "prompts", "relaying"), Topic.ROUND
    ),
    **dict.fromkeys(("people", "leads", "lead", "leave", "leavers", "absence", "deputies"), Topic.PEOPLE),
    **dict.fromkeys(
        ("plan", "plans", "actions", "import", "importing", "changes", "workstreams", "editing"), Topic.PLAN
    ),
    **dict.fromkeys(("settings", "setting", "digest", "digests", "times"), Topic.SETTINGS),
}
"""Every subject by what people call it."""

_ASKED = re.compile(
    r"^(?:more\s+)?help(?:\s+me)?(?:\s+(?:with|on|about|for))?(?:\s+(?:the|my|our))?\s+(?P<called>[a-z]+)$"
)


_HOW = re.compile(r"^how\s+(?:do|can|would|should)\s+(?:i|we|you)\s+(?P<rest>[a-z' -]{3,60})$")
_VERBS = {
    **dict.fromkeys(("chase", "remind", "relay"), Topic.ROUND),
    **dict.fromkeys(("drop", "bring", "close", "split", "undo", "upload", "action"), Topic.PLAN),
    **dict.fromkeys(("grant", "extension"), Topic.DECISIONS),
    **dict.fromkeys(("hand", "person", "deputy"), Topic.PEOPLE),
    **dict.fromkeys(("excel", "word"), Topic.PAPERS),
}


def topic_asked(plain: str) -> Topic | None:
    """The subject these words ask help about: "help people", "how do I add a meeting". `plain` has no
    capitals."""
    if found := _ASKED.match(plain):
        return CALLED.get(found["called"])
    how = _HOW.match(plain)
    words = how["rest"].split() if how is not None else []
    named = [one for word in words if (one := CALLED.get(word) or _VERBS.get(word)) is not None]
    return named[0] if named else None
