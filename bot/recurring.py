"""A recurring duty: work that is owed again and again, each time by a day of its own.

An occurrence that was not done by its day is slippage; doing one does not complete the action.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from bot.calendar_months import months_later


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty every so many months. `first` is the day the first occurrence is due; `done` the due days of
    the occurrences that were done, in order; `until` the last day the duty runs, None while it has no end."""

    every_months: int
    first: date
    done: tuple[date, ...] = ()
    until: date | None = None

    def __post_init__(self) -> None:
        if self.every_months < 1:
            raise ValueError(f"a duty recurs every month or more seldom, not every {self.every_months}")

    def occurrence(self, number: int) -> date:
        """The due day of an occurrence, the first being number 0; a short month has it on its last day."""
        return months_later(self.first, number * self.every_months)

    def due_by(self, today: date) -> tuple[date, ...]:
        """Every occurrence that was due on or before this day."""
        found: list[date] = []
        last = today if self.until is None else min(today, self.until)
        while (due := self.occurrence(len(found))) <= last:
            found.append(due)
        return tuple(found)

    def missed(self, today: date) -> tuple[date, ...]:
        """The occurrences whose day has passed and which nobody reported done."""
        return tuple(due for due in self.due_by(today) if due < today and due not in self.done)

    def is_near(self, today: date, until: date) -> bool:
        """Whether an occurrence was missed, or one not done is due by this day."""
        following = self.next_due(today)
        return bool(self.missed(today)) or (following is not None and following <= until)

    def next_due(self, today: date) -> date | None:
        """The first occurrence not done that is still to come, today included; None after the last."""
        number = len(self.due_by(today))
        if number and self.occurrence(number - 1) == today and today not in self.done:
            return today
        while (due := self.occurrence(number)) in self.done:
            number += 1
        return due if self.until is None or due <= self.until else None

    def owed(self, today: date) -> date | None:
        """The occurrence that a report of "done" is about: the oldest missed, else the next one."""
        missed = self.missed(today)
        return missed[0] if missed else self.next_due(today)

    def with_done(self, due: date) -> Duty:
        """The duty once the occurrence of this day was done."""
        return replace(self, done=tuple(sorted({*self.done, due})))


_NUMBERS: Final = {
    "two": 2,
    "bi": 2,
    "other": 2,
    "second": 2,
    "three": 3,
    "third": 3,
    "four": 4,
    "six": 6,
    "twelve": 12,
    "once": 1,
    "twice": 2,
}
_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}
_ADVERBS: Final = {"monthly": 1, "quarterly": 3, "yearly": 12, "annual": 12, "annually": 12}
_EVERY = re.compile(
    r"\b(?:every|each|per)\s+(?:(?P<number>\d{1,2}|[a-z]+)[\s-]+)?(?P<unit>months?|quarters?|years?)\b"
    r"|\b(?:(?P<times>once|twice|(?:\d|two|three|four|six)(?=\s+times))(?:\s+times)?\s+(?:a|per|every|each)\s+year)\b"
    r"|\b(?:(?P<count>\d{1,2}|two|three|four|six|twelve|bi|half)[\s-]*)?(?P<adverb>monthly|quarterly|yearly|annual(?:ly)?)\b",
    re.IGNORECASE,
)


def months_between(words: str) -> int | None:
    """How many months lie between the occurrences that the words name ("every 3 months", "two-monthly",
    "twice a year"); None where they name none, or one more often than monthly or at no fixed distance."""
    found = _EVERY.search(words)
    if found is None:
        return None
    if found["times"]:
        times = _number(found["times"])
        return 12 // times if 1 <= times <= 12 else None
    number = _number(found["number"] or found["count"] or "1")
    if found["adverb"]:
        months = _ADVERBS[found["adverb"].casefold()]
        if (found["count"] or "").casefold() == "half":
            return 6 if months == 12 else None
        return number * months or None
    return number * _MONTHS[found["unit"].casefold().rstrip("s")] or None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.get(word.casefold(), 1)


def duty_from(words: str, brought_in: date) -> Duty | None:
    """The duty of a plan's words that say only how often: its periods begin with the month it is brought in,
    and each occurrence is due on the last day of its period. None where they name no period of months."""
    months = months_between(words)
    return None if months is None else Duty(months, _first_due(months, brought_in))


def begun(duty: Duty, on: date) -> Duty:
    """The duty of a plan's words once its plan goes live: nothing fell due while it was a draft."""
    return replace(duty, first=_first_due(duty.every_months, on))


def _first_due(months: int, begins: date) -> date:
    """The last day of the first period, which begins with the month of this day."""
    month_end = months_later(begins.replace(day=1), 1).toordinal() - 1
    return months_later(date.fromordinal(month_end), months - 1)
