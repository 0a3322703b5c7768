"""What a message says: `understand` reads one, as a value with three outcomes, never a guess."""

from bot.language.understand import understand

__all__ = ["understand"]
