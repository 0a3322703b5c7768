"""The bot's cards at a terminal."""

from handlers.terminal.card import draw
from handlers.terminal.screen import show

__all__ = ["draw", "show"]
