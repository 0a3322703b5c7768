"""What is said of a plan that leaves as a file."""

from __future__ import annotations

from bot.phrases.words import counted


def written(title: str, actions: int, name: str) -> str:
    """A file that was written."""
    return f"{title}: {counted(actions, 'action')} in {name}."
