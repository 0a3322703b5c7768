"""Cards on standard output."""

from __future__ import annotations

from rich.console import Console

from bot.card import Card
from handlers.terminal.card import draw


def show(*cards: Card, command: str = "") -> None:
    """Print cards one after the other, a blank line between them. See `draw` for the `command`."""
    console = Console(highlight=False)
    for number, card in enumerate(cards):
        if number:
            console.print()
        console.print(draw(card, command))
