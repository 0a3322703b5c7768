"""What an action waits for that is not its lead's to do: a decision of a body, or another action."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class WaitsFor(StrEnum):
    """What has to happen first."""

    DECISION = "decision"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class Waiting:
    """That an action waits. `name` is the decision as people call it ("the board's decision a)") or the
    printed reference of the other action."""

    on: WaitsFor
    name: str

    def stored(self) -> str:
        """The one line a change carries: "action 1.4", "decision the board's decision a)"."""
        return f"{self.on.value} {self.name}"


def waiting_of(stored: object) -> Waiting | None:
    """The waiting of its stored line. Raises `ValueError` if it is not one."""
    if stored is None:
        return None
    on, _, name = str(stored).partition(" ")
    return Waiting(WaitsFor(on), name)
