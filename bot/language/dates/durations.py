"""Lengths of time that are not dates by themselves: "three weeks", "a fortnight", "2-3 months"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DurationUnit = Literal["day", "working_day", "week", "month", "quarter", "year"]


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as said. Of "2-3 months" `n` is 3 and `at_least` 2; a fortnight is two weeks.

    `attributive` marks one that only describes a thing: "a 3 year plan", "six-week consultation".
    """

    start: int
    end: int
    words: str
    n: int
    unit: DurationUnit
    at_least: int
    attributive: bool = False


def find_durations(text: str) -> list[Duration]:
    """Every length of time in the text, in order, save those that are part of a date ("in three weeks")."""
    return []
