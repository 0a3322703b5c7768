"""Writing a table of words as lines of text."""

from __future__ import annotations


def words_in(lines: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(lines.split())


def phrases_in(line: str) -> frozenset[str]:
    """The phrases of a text, parted by commas, as a set."""
    return frozenset(" ".join(phrase.split()) for phrase in line.split(",") if phrase.strip())
