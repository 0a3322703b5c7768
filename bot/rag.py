"""The colours: what a lead declares, what the dates suggest, and how each is shown."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Rag(StrEnum):
    """A colour a lead may declare, worst first. What a colour means is the plan's scale."""

    RED = "red"
    AMBER_RED = "amber_red"
    AMBER = "amber"
    AMBER_GREEN = "amber_green"
    GREEN = "green"

    @property
    def severity(self) -> int:
        """0 for the worst colour, rising as things get better."""
        return list(Rag).index(self)


class RagScale(StrEnum):
    """Which colours a plan's board uses: red, amber and green, or also the two between them."""

    THREE_POINT = "three_point"
    FIVE_POINT = "five_point"

    @property
    def colours(self) -> tuple[Rag, ...]:
        """The colours of the scale, worst first."""
        return tuple(Rag) if self is RagScale.FIVE_POINT else (Rag.RED, Rag.AMBER, Rag.GREEN)

    def by_dates(self, days_late: int, tolerance_days: int) -> Rag:
        """What so many days past the agreed date look like: within tolerance amber, beyond it red. Of five
        points the first half of the tolerance is amber/green, and up to twice of it amber/red."""
        if days_late <= 0:
            return Rag.GREEN
        if self is RagScale.FIVE_POINT:
            if 2 * days_late <= tolerance_days:
                return Rag.AMBER_GREEN
            if tolerance_days < days_late <= 2 * tolerance_days:
                return Rag.AMBER_RED
        return Rag.AMBER if days_late <= tolerance_days else Rag.RED


def scale_of(colours: Iterable[Rag | None]) -> RagScale:
    """The scale of a document that prints these colours."""
    between = {Rag.AMBER_RED, Rag.AMBER_GREEN}
    return RagScale.FIVE_POINT if any(one in between for one in colours) else RagScale.THREE_POINT


class Standing(StrEnum):
    """What is shown for an action: its declared colour, or one of the three states that stand in for it."""

    RED = "red"
    AMBER_RED = "amber_red"
    AMBER = "amber"
    AMBER_GREEN = "amber_green"
    GREEN = "green"
    COMPLETE = "complete"
    NOT_YET_DUE = "not_yet_due"
    NOT_REPORTED = "not_reported"

    @property
    def word(self) -> str:
        """The word that always goes with the mark."""
        return _WORDS[self]

    @property
    def mark(self) -> str:
        """The mark; no two marks share a shape, so that they can be told apart in grey."""
        return _MARKS[self]

    @property
    def on_paper(self) -> str:
        """The word with its mark's shape in plain type: office programs print no coloured pictures."""
        return f"{_SHAPES[self]} {self.word}"

    def __str__(self) -> str:
        return f"{self.mark} {self.word}"


BETWEEN = frozenset({Standing.AMBER_RED, Standing.AMBER_GREEN})
"""What stands between two colours: only a five-point scale has it."""

_WORDS = {
    Standing.RED: "Red",
    Standing.AMBER_RED: "Amber/Red",
    Standing.AMBER: "Amber",
    Standing.AMBER_GREEN: "Amber/Green",
    Standing.GREEN: "Green",
    Standing.COMPLETE: "Complete",
    Standing.NOT_YET_DUE: "Not yet due",
    Standing.NOT_REPORTED: "Not reported",
}

_MARKS = {
    Standing.RED: "🔺",
    Standing.AMBER_RED: "🔺🔶",
    Standing.AMBER: "🔶",
    Standing.AMBER_GREEN: "🔶🟢",
    Standing.GREEN: "🟢",
    Standing.COMPLETE: "🟦",
    Standing.NOT_YET_DUE: "➖",
    Standing.NOT_REPORTED: "❔",
}

_SHAPES = {
    Standing.RED: "▲",
    Standing.AMBER_RED: "▲◆",
    Standing.AMBER: "◆",
    Standing.AMBER_GREEN: "◆●",
    Standing.GREEN: "●",
    Standing.COMPLETE: "■",
    Standing.NOT_YET_DUE: "–",
    Standing.NOT_REPORTED: "?",
}
