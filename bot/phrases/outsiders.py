"""What is said of a channel that other organisations share."""

from __future__ import annotations

from bot.card import Card, Line, Tone
from bot.delivery import DeliveryKind
from bot.phrases.faults import MESSAGES
from bot.phrases.words import quoted
from bot.settings import NAMES, how


def not_posted_outside(partnership: str, kind: DeliveryKind, minutes: int) -> Card:
    """To a board officer: something waits, and what to write to let it go out, `minutes` later at most."""
    text = (
        f"The channel of {partnership} is shared with another organisation, so {MESSAGES[kind]} has not been "
        "posted there: their people would read it, and their workspace would keep a copy."
    )
    way = (
        f"To allow it write: {quoted(how(NAMES['shared channel']))}. It goes out within {minutes} minutes "
        "of that, unless it is too late by then. Otherwise nothing is posted there while it is shared."
    )
    return Card(f"{text}\n{way}", (Line(text), Line(way, Tone.QUIET)))
