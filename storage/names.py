"""Names as they are compared: however they are spaced, dotted or capitalised, they are the same name."""

from __future__ import annotations

import unicodedata
from itertools import groupby


def name_key(name: str) -> str:
    """The name for comparing: "R. Vale", "R Vale" and "r vale" are one, so are "J.K. Shaw" and "JK Shaw"."""
    folded = unicodedata.normalize("NFKC", name).casefold().replace("’", "'").replace(".", " ")
    runs = groupby(folded.split(), key=lambda word: len(word) == 1)
    return " ".join(("" if are_initials else " ").join(words) for are_initials, words in runs)
