"""What a plan's date cell says: one time or several, and a status word that crept in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from bot.importing.recurring import repeats
from bot.importing.rows import Cell, as_text
from bot.importing.standings import split_status
from bot.timescale import Timescale

ReadTime = Callable[[str], Timescale | None]
"""Reads a text that is nothing but a time."""

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ONE = re.compile(
    rf"(?:(?:{_DAY}\s+)?{_MONTH},?\s+(?:{_DAY},?\s+)?(?:19|20)\d\d|{_DAY}\s+{_MONTH}(?:\s+\d\d)?"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}|(?:spring|summer|autumn|winter)\s+(?:19|20)\d\d)(?!\w)",
    re.IGNORECASE,
)
_SHAPED = re.compile(
    rf"(?<![a-z])(?:{_MONTH}(?![a-z])|spring|summer|autumn|winter|q[1-4](?!\w)|quarter|(?:19|20)\d\d(?!\w)"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:phase|stage|part|step|year|tranche|wave)\s+(?:\d{1,2}|[A-Za-z]|one|two|three)\s*[:–=-]\s*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"[\s,;&/–—-]+|\b(?:and|by|end|of|to|early|mid|late)\b|\b{_MONTH}(?![a-z])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class DateCell:
    """What a date cell holds. `left` are words in it that are neither a time nor a status.

    `repeats` are those of one that only says how often the action comes round ("every 3 months").
    """

    times: tuple[Timescale, ...] = ()
    status_words: str = ""
    left: str = ""
    repeats: str = ""

    @property
    def words(self) -> str:
        """Everything the cell says, whatever was made of it."""
        return " ".join(
            filter(None, (*(time.words for time in self.times), self.status_words, self.left, self.repeats))
        )


def read_date_cell(cell: Cell, read: ReadTime) -> DateCell:
    """Every time the cell states, in printed order, and the status word that stands beside them."""
    if isinstance(cell, date):
        day = cell.date() if isinstance(cell, datetime) else cell
        return DateCell((Timescale.of_day(day, as_text(cell)),))
    words = as_text(cell)
    if not words:
        return DateCell()
    if repeats(words):
        return DateCell(repeats=repeats(words))
    rest, status_words = split_status(words)
    if not rest:
        return DateCell(status_words=status_words)
    several = _several(rest)
    times = tuple(time for time in map(read, several or (rest,)) if time is not None)
    if len(times) != len(several or (rest,)):
        return DateCell(status_words=status_words, left=rest)
    return DateCell(times, status_words, rest if several and _LABEL.search(rest) else "")


def is_date_cell(cell: Cell) -> bool:
    """Whether the cell holds nothing but dates, by its shape."""
    if isinstance(cell, date):
        return True
    words, _ = split_status(as_text(cell))
    return 0 < len(words) <= 40 and not _BETWEEN.sub("", _ONE.sub("", words))


def is_date_shaped(cell: Cell) -> bool:
    """Whether the cell could be a time at all."""
    return isinstance(cell, date) or (len(cell) <= 80 and bool(_SHAPED.search(cell)))


def _several(words: str) -> tuple[str, ...]:
    """Two or more whole dates with nothing but space or labels between them; () for one, or for a range."""
    found = list(_ONE.finditer(words))
    if len(_LABEL.findall(words)) == len(found):
        words = _LABEL.sub(" ", words)
    if len(found) < 2 or re.sub(r"[\s,;&]+", "", _ONE.sub("", words)):
        return ()
    return tuple(match.group() for match in found)
