"""How long each kind of data is kept: a table, which the clock enforces."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Kept(StrEnum):
    """A kind of data that is not kept for ever."""

    SENT = "sent"
    DRAFTS = "drafts"
    PROMPTS = "prompts"
    TALK = "talk"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Outdated:
    """One thing whose time is over: of which kind, and where it lies in the record."""

    kind: Kept
    table: str
    id: int


@dataclass(frozen=True, slots=True)
class Rule:
    """What is kept, for how long after it was made, and what stays. Without a length: until some years after
    its plan ended, as its partnership says."""

    what: str
    stays: str
    length: timedelta | None = None


RULES: dict[Kept, Rule] = {
    Kept.SENT: Rule("messages I sent, as posted", "that they were posted, and when", timedelta(days=90)),
    Kept.DRAFTS: Rule(
        "decisions and changes of a plan that were drafted and never recorded",
        "that there was a draft",
        timedelta(days=30),
    ),
    Kept.PROMPTS: Rule("who was asked in which round", "nothing", timedelta(days=365)),
    Kept.TALK: Rule(
        "messages to me from which no update came", "that there was a message", timedelta(days=365)
    ),
    Kept.WORDS: Rule(
        "messages to me and what was read in them, reasons, answers", "colours, dates, who and when"
    ),
}
"""Events of the platform beside these: emptied when handled, and after 24 hours whatever became of them."""

DEFAULT_YEARS = 2


def years_before(at: datetime, years: int) -> datetime:
    """The same day so many years ago; 29 February becomes the 28th."""
    try:
        return at.replace(year=at.year - years)
    except ValueError:
        return at.replace(year=at.year - years, day=28)
