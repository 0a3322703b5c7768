"""What an action waits for that is not its lead's to do: a decision of a body, or another action."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class WaitsFor(StrEnum):
    """What has to happen first."""

    DECISION = "decision"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class Waiting:
    """That an action waits. `name` is the decision as people call it ("the board's decision a)") or the
    printed reference of the other action; of several things, what it is called with commas between."""

    on: WaitsFor
    name: str

    @property
    def names(self) -> tuple[str, ...]:
        """Each thing it waits for: references of actions, or decisions as people call them."""
        return tuple(self.name.split(", " if self.on is WaitsFor.ACTION else " and decision "))

    @property
    def refs(self) -> tuple[str, ...]:
        """The actions it waits for; none where it waits for a decision."""
        return self.names if self.on is WaitsFor.ACTION else ()

    def without_action(self, ref: str) -> Waiting | None:
        """What is left to wait for once the action of this reference is complete."""
        left = [name for name in self.refs if name.casefold() != ref.casefold()]
        return replace(self, name=", ".join(left)) if left else None

    def without_decision(self, letter: str) -> Waiting | None:
        """What is left to wait for once the decision of this letter is made."""
        left = [name for name in self.names if _letter(name) != letter]
        if not left:
            return None
        first, *rest = left
        if first != self.names[0]:
            first = f"decision {first}"  # what stood before the first word "decision" was about another one
        return replace(self, name=" and decision ".join((first, *rest)))

    def awaits_decision(self, letter: str) -> bool:
        """Whether the decision of this letter is one it waits for."""
        return self.on is WaitsFor.DECISION and any(_letter(name) == letter for name in self.names)

    def stored(self) -> str:
        """The one line a change carries: "action 1.4", "decision the board's decision a)"."""
        return f"{self.on.value} {self.name}"


def waiting_of(stored: object) -> Waiting | None:
    """The waiting of its stored line. Raises `ValueError` if it is not one."""
    if stored is None:
        return None
    on, _, name = str(stored).partition(" ")
    return Waiting(WaitsFor(on), name)


_LETTER = re.compile(r"(?<!\w)\(?([a-z])\)", re.IGNORECASE)


def _letter(name: str) -> str:
    """The letter of a decision: "a" of "the board's decision a)"; "" when it has none."""
    found = _LETTER.search(name)
    return found[1].casefold() if found else ""


def waiting_from(refs: Sequence[str]) -> Waiting | None:
    """The waiting of an action whose text says what it is subject to; None where that is nothing.

    A letter is a decision that a body is asked for ("a)"), a number another action. What waits for both
    waits for the decisions first: they can be taken without the actions, not the other way round.
    """
    letters = [ref for ref in refs if ref.isalpha()]
    if letters:
        return Waiting(WaitsFor.DECISION, "decision " + " and decision ".join(f"{one})" for one in letters))
    return Waiting(WaitsFor.ACTION, ", ".join(refs)) if refs else None
