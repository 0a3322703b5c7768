"""Single capitals that plainly are colours: "1.4 - G", "RAG: A/R", "was G now A"."""

from __future__ import annotations

from typing import Final

from bot.language.lexicon.listing import words_in
from bot.language.tokens import DATE, REF, Words

COLOURS_BY_LETTER: Final = {
    "r": "red",
    "a": "amber",
    "g": "green",
    "ar": "amber-red",
    "ra": "amber-red",
    "ag": "amber-green",
    "ga": "amber-green",
}
_COLOURS: Final = frozenset(COLOURS_BY_LETTER.values())
_RATINGS: Final = frozenset({"rag", "status", "rating", "rated", "colour", REF, "\n"})
_BEFORE: Final = (
    words_in(": - = , is now still at to from was ( remains all / > -> moved both are") | _COLOURS
)
_AFTER: Final = words_in("now and was but to from due slipping slipped because") | {REF, DATE}
_FARTHEST: Final = 8


def spell_out_letters(words: Words, text: str) -> None:
    """Write the colour in place of each such letter."""
    for i, word in enumerate(words.words):
        if (
            word in COLOURS_BY_LETTER
            and text[words.starts[i] : words.ends[i]].isupper()
            and _ends_a_rating(words.words, i)
            and _follows_a_rating(words.words, i)
        ):
            words.words[i] = COLOURS_BY_LETTER[word]


def _ends_a_rating(words: list[str], i: int) -> bool:
    after = words[i + 1] if i + 1 < len(words) else ""
    if after == "/":
        return i + 2 < len(words) and words[i + 2] in COLOURS_BY_LETTER
    return not after or not after[0].isalnum() or after in _AFTER


def _follows_a_rating(words: list[str], i: int) -> bool:
    k = i - 1
    while k >= 0 and i - k < _FARTHEST and (words[k] in _BEFORE or words[k] in COLOURS_BY_LETTER):
        k -= 1
    return k < 0 or words[k] in _RATINGS
