"""How a plan's own document is laid out, so that what leaves looks like what came in."""

from __future__ import annotations

from dataclasses import dataclass

from bot.importing.columns import Column


@dataclass(frozen=True, slots=True)
class DocumentColumn:
    """One column of a plan's document: its heading as printed, and what it was read as."""

    words: str
    holds: Column
