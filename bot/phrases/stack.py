"""Several cards in one message."""

from __future__ import annotations

from collections.abc import Sequence

from bot.card import Card, Piece, Rule


def stacked(cards: Sequence[Card]) -> Card:
    """The cards under one another, a rule between them; the first one's summary is that of all."""
    pieces: list[Piece] = []
    for card in cards:
        pieces += [Rule(), *card.pieces] if pieces else list(card.pieces)
    return Card(cards[0].summary, tuple(pieces))
