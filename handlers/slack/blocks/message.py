"""A card as the messages it takes to tell it."""

from __future__ import annotations

import json
from functools import lru_cache

from bot.card import Card
from handlers.slack.blocks.card import Drawn, draw
from handlers.slack.blocks.limits import BLOCKS_IN_MESSAGE, CHARACTERS_IN_MESSAGE, split


def messages(card: Card) -> tuple[Drawn, ...]:
    """One message, or several in order when the card is too long for one."""
    return tuple(draw(part) for part in parts(card))


def parts(card: Card) -> tuple[Card, ...]:
    """The card as cards that each fit in one message."""
    return split(card, fits)


@lru_cache(maxsize=32)  # a card is looked at when it is frozen and again when it is posted
def fits(card: Card) -> bool:
    """Whether Slack takes the card as one message."""
    drawn = draw(card)
    length = len(json.dumps(drawn.payload(), ensure_ascii=False))
    return len(drawn.blocks) <= BLOCKS_IN_MESSAGE and length <= CHARACTERS_IN_MESSAGE
