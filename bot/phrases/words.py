"""Small grammar: lists, plurals, quotations."""

from __future__ import annotations

from collections.abc import Sequence


def listed(items: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """ "1 action", "3 actions"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def quoted(words: str) -> str:
    """A person's words, exactly, on one line and in quotation marks."""
    return f'"{" ".join(words.split())}"'


def shortened(words: str, width: int) -> str:
    """The words within this many characters, cut at a word with an ellipsis where they must be."""
    flat = " ".join(words.split())
    if len(flat) <= width:
        return flat
    cut = flat[: width - 1]
    at_word = cut.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > width // 2 else cut).rstrip(" ,;:-") + "…"
