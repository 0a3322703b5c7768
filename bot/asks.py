"""What a board is asked for with a pack, and what became of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.boards import ForwardItemId
from bot.plan import ActionId


class AskKind(StrEnum):
    """What a board is asked to do with an item."""

    DECIDE = "decide"
    AGREE = "agree"
    COMMENT = "comment"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing the board is asked for; `about` says which matter it is. It is about actions, or about items
    of the forward plan."""

    kind: AskKind
    about: str
    actions: tuple[ActionId, ...] = ()
    items: tuple[ForwardItemId, ...] = ()


MORE_TIME, A_LEAD, A_DATE, REPORTED_DONE = "more time", "a lead", "a date", "reported done"
LATE, A_RENEWAL, A_REVIEW, A_CONSULTATION, A_REPORT = (
    "late", "a renewal", "a review", "a consultation", "a report",
)  # fmt: skip
"""What asks are about."""

ASK_ABOUT: dict[str, AskKind] = {
    MORE_TIME: AskKind.DECIDE,
    A_LEAD: AskKind.DECIDE,
    A_DATE: AskKind.DECIDE,
    A_RENEWAL: AskKind.DECIDE,
    REPORTED_DONE: AskKind.AGREE,
    A_REVIEW: AskKind.COMMENT,
    A_CONSULTATION: AskKind.COMMENT,
    A_REPORT: AskKind.NOTE,
    LATE: AskKind.NOTE,
}
"""What a board is asked to do about each matter, decisions first."""


class Result(StrEnum):
    """What became of an ask."""

    AGREED = "agreed"
    REFUSED = "refused"
    COMMENTED = "commented"
    NOTED = "noted"
    DEFERRED = "deferred"


_WORDS: tuple[tuple[Result, str], ...] = (
    (Result.REFUSED, r"not\s+(?:agreed|accepted|approved|granted)|refused|rejected|declined|turned\s+down"),
    (Result.DEFERRED, r"deferred|held\s+over|postponed|adjourned|carried\s+(?:forward|over)"),
    (Result.AGREED, r"agreed|approved|accepted|endorsed|granted|confirmed"),
    (Result.COMMENTED, r"commented(?:\s+on)?|discussed"),
    (Result.NOTED, r"noted"),
)

A_RESULT = "(?:" + "|".join(words for _, words in _WORDS) + ")"
"""Any word for what became of an ask."""

_BEGINS = tuple(
    (result, re.compile(rf"(?:was\s+|were\s+)?(?:{words})\b", re.IGNORECASE)) for result, words in _WORDS
)


def result_in(words: str) -> tuple[Result, str] | None:
    """The result that words begin with, and what follows it."""
    for result, form in _BEGINS:
        if found := form.match(words):
            return result, words[found.end() :].strip(" ,;:.–-")
    return None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a body did about an ask of its pack; `item` is the item of the forward plan it was about."""

    about: str
    result: Result
    item: ForwardItemId | None = None

    @property
    def kind(self) -> AskKind:
        """What had been asked."""
        return ASK_ABOUT.get(self.about, AskKind.DECIDE)
