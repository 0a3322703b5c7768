"""What is said of one person's rights over what is kept of them."""

from __future__ import annotations

from collections.abc import Mapping

from bot.phrases.words import counted, listed


def exported(name: str, rows: Mapping[str, int], stem: str) -> str:
    """What was written, by kind, and where."""
    kinds = [f"{number} {table.replace('_', ' ')}" for table, number in rows.items()]
    total = counted(sum(rows.values()), "entry", "entries")
    return f"Everything kept of {name}: {total} ({listed(kinds)}), in {stem}.json and {stem}.csv."


def erasure_asked(name: str, by: str) -> str:
    """The first of two has asked."""
    return (
        f"{by} asks that {name} be erased. Nothing is erased yet: a second person of the board confirms it "
        f'with leadline person erase "{name}" --by THEIR NAME.'
    )


def erased(pseudonym: str) -> str:
    """It is done."""
    return (
        f"Done: {pseudonym} stands wherever the name stood, their words are deleted, and the key of their "
        "words is destroyed. The audit trail holds: leadline audit verify. Messages in Slack itself are "
        "deleted there."
    )
