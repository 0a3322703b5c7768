"""How a plan's own document is laid out, so that what leaves looks like what came in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.importing.columns import Column


@dataclass(frozen=True, slots=True)
class DocumentColumn:
    """One column of a plan's document: its heading as printed, and what it was read as."""

    words: str
    holds: Column


def remark_names(columns: Sequence[tuple[str, Column]]) -> tuple[str, ...]:
    """What a remark of each column unknown to us goes by: its heading, and "(2)" after it the second time."""
    seen: Counter[str] = Counter()
    names = []
    for words, holds in columns:
        key = words.casefold()
        seen[key] += holds is Column.OTHER
        names.append(f"{words} ({seen[key]})" if words and holds is Column.OTHER and seen[key] > 1 else words)
    return tuple(names)
