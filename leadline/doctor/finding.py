"""What an examination finds: one line each, and for what is not right, its remedy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How a thing stands. LOOK is for what cannot be told from here, or may well be meant so."""

    RIGHT = "right"
    LOOK = "look"
    MEND = "mend"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `words` say how it stands and, unless it is right, what to do."""

    subject: str
    verdict: Verdict
    words: str


def right(subject: str, words: str) -> Finding:
    """It is as it should be."""
    return Finding(subject, Verdict.RIGHT, words)


def look(subject: str, words: str) -> Finding:
    """Somebody who knows what is meant should look at it."""
    return Finding(subject, Verdict.LOOK, words)


def mend(subject: str, words: str) -> Finding:
    """The bot does not work, or is not safe, until this is mended."""
    return Finding(subject, Verdict.MEND, words)
