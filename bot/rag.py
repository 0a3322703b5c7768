"""The colours: what a lead declares, what the dates suggest, and how each is shown."""

from __future__ import annotations

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
