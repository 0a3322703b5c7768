"""READING.md's goals, each with what was measured and whether it is met."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.reading.accuracy import Share


@dataclass(frozen=True, slots=True)
class Goal:
    """A row of the scorer, and the bound it must keep."""

    name: str
    row: str
    bound: float
    at_least: bool

    def __str__(self) -> str:
        """The bound as it is written."""
        return f"{'≥' if self.at_least else '≤'} {self.bound:.0%}"

    def verdict(self, share: Share) -> str:
        """Met, or short by how much."""
        if share.ratio is None:
            return "not counted"
        gap = (self.bound - share.ratio) * (1 if self.at_least else -1)
        return "met" if gap <= 0 else f"**short by {gap * 100:.1f} points**"


ACCURACY = (
    Goal("dates resolved exactly", "date_resolved", 0.95, at_least=True),
    Goal("message wholly right and not asked about needlessly", "message_exact", 0.90, at_least=True),
    Goal("updates written wrong", "written_wrong", 0.01, at_least=False),
    Goal("messages asked about that could be read", "needless_asks", 0.08, at_least=False),
)
MUST_ASK = Goal("messages that must be asked about and were not", "must_ask_not_asked", 0.0, at_least=False)
SUITES = Goal("in-scope families of the two public suites", "in_scope", 0.90, at_least=True)


def within(value: float, bound: float, unit: str) -> str:
    """Met, or how far over; for times and sizes that must stay below a bound."""
    return "met" if value <= bound else f"**{value / bound:.2f} × the goal of {bound:g} {unit}**"


ROWS: Mapping[str, str] = {
    "message_exact": "message wholly right",
    "written_wrong": "updates written wrong (fewer is better)",
    "needless_asks": "asked about needlessly (fewer is better)",
    "must_ask_not_asked": "must be asked about, was not (none may be)",
    "kind": "kind",
    "kind_exact": "kind, with request, command and absence apart",
    "update_recall": "updates found",
    "update_precision": "updates found that are there",
    "condition": "state (colour or progress)",
    "forecast": "forecast",
    "shift": "shift",
    "percent": "percentage",
    "blocked": "blocked",
    "support": "support",
    "no_change": "no change",
    "date_found": "dates found",
    "date_precision": "dates found that are there",
    "date_resolved": "dates resolved exactly",
    "date_role": "dates with the right role",
    "status_right": "short statuses right",
    "status_missed": "short statuses not read",
    "status_wrong": "short statuses given another status (fewer is better)",
}
"""The scorer's rows and ours, in words."""
