"""Times no calendar can resolve: "TBC", "in due course", "next board"."""

from __future__ import annotations


def find_unresolved(text: str) -> list[tuple[int, int]]:
    """Where such words stand, in order."""
    return []
