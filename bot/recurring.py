"""A recurring duty: work that is owed again and again, each time by a day of its own.

An occurrence that was not done by its day is slippage; doing one does not complete the action.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

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
