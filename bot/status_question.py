"""What a status is asked of: a filter, and perhaps since when, or as at which day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.language.dates import read_timescale
from bot.language.dates.reckoning import Direction
from bot.language.reading import Conventions


class Since(StrEnum):
    """What news is counted from."""

    PAPERS = "papers"
    BOARD = "board"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Question:
    """A status as asked. `since` without a day is since the papers went or since the board last met.

    `unread` are words after "as at" that are no day; after "since" such words may name a `body` that met.
    """

    words: str
    since: Since | None = None
    day: date | None = None
    as_at: date | None = None
    unread: str = ""
    body: str = ""


_AS_AT = re.compile(r"^(?P<rest>.*?)\s*\bas\s+(?:at|of|on|it\s+was\s+on)\s+(?P<day>.+)$", re.IGNORECASE)
_SINCE = re.compile(r"^(?P<rest>.*?)\s*\bsince\s+(?P<day>.+)$", re.IGNORECASE)
_PAPERS = re.compile(r"(?:the\s+)?(?:papers?|pack)(?:\s+(?:went|go)(?:\s+out)?)?", re.IGNORECASE)
_MET = re.compile(r"^(?:the\s+|our\s+)?(?:last\s+)?|\s+(?:last\s+)?met$", re.IGNORECASE)
_BOARD = re.compile(
    r"(?:the\s+|our\s+)?(?:last\s+)?(?:board|meeting|committee)(?:\s+(?:last\s+)?met)?", re.IGNORECASE
)


def question_of(words: str, today: date) -> Question:
    """Take the words apart."""
    said = " ".join(words.split()).strip(" .?!")
    if found := _AS_AT.match(said):
        day = _day(found["day"], today)
        return Question(found["rest"], as_at=day, unread="" if day else found["day"])
    found = _SINCE.match(said)
    if found is None:
        return Question(said)
    if _PAPERS.fullmatch(found["day"]):
        return Question(found["rest"], Since.PAPERS)
    if _BOARD.fullmatch(found["day"]):
        return Question(found["rest"], Since.BOARD)
    day = _day(found["day"], today)
    if day is None:
        return Question(found["rest"], Since.BOARD, body=_MET.sub("", found["day"]).strip())
    return Question(found["rest"], Since.DAY, day)


def _day(words: str, today: date) -> date | None:
    """The first day of a time that is past."""
    read = read_timescale(words, today, Conventions(), Direction.PAST)
    return None if read is None else read.start
