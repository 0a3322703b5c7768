"""A time as a plan states it: an interval, how precise it is, and the words it was said in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How exactly a timescale is known; lateness always counts from the end of the interval."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Timescale:
    """An interval of whole days, both ends included: "Sept 2007" is 1 to 30 September 2007.

    `words` are kept exactly as printed or said. Two timescales of one interval in different words are
    different values; compare `end` to ask which is later.
    """

    start: date
    end: date
    precision: Precision
    words: str

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a timescale ends before it starts: {self.start} to {self.end}")

    @classmethod
    def of_day(cls, day: date, words: str) -> Timescale:
        """A single day, in these words."""
        return cls(day, day, Precision.DAY, words)

    def is_past(self, today: date) -> bool:
        """Whether the whole interval lies before `today` ("Sept 2007" is past from 1 October 2007)."""
        return self.end < today

    def same_time(self, other: Timescale | None) -> bool:
        """Whether the other covers the same days, whatever words either is in."""
        return other is not None and (self.start, self.end) == (other.start, other.end)

    def in_words(self, words: str) -> Timescale:
        """The same interval, said differently."""
        return replace(self, words=words)
