"""How a plan looks on paper: the few colours, the same in Word and in Excel."""

from __future__ import annotations

from bot.rag import Standing

HEADING_FILL = "1F3A4D"
BAND_FILL = "DCE6EC"
RULE = "B9C4CC"

# Pale enough to read black text on, in print too; the word and its mark say the same without them.
_TINTS = {
    Standing.RED: "F6D3CF",
    Standing.AMBER_RED: "F8DCCB",
    Standing.AMBER: "FBE6C3",
    Standing.AMBER_GREEN: "EEEFC8",
    Standing.GREEN: "D5EBD3",
    Standing.COMPLETE: "D3E1F5",
    Standing.NOT_YET_DUE: "ECECEC",
    Standing.NOT_REPORTED: "FFFFFF",
}
_TINT_OF = {standing.on_paper: tint for standing, tint in _TINTS.items()}


def shading_of(text: str) -> str | None:
    """The tint behind a colour's cell; None for every other text."""
    return _TINT_OF.get(text)
