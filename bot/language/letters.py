"""Single letters that plainly are colours: "1.4 - G", "RAG: A/R", "was G now A", a list of "1.4 - g"."""

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
    if COLOURS_BY_LETTER.keys().isdisjoint(words.words):
        return
    listed = _listed(words.words)
    for i, word in enumerate(words.words):
        if i in listed or (
            word in COLOURS_BY_LETTER
            and text[words.starts[i] : words.ends[i]].isupper()
            and _ends_a_rating(words.words, i)
            and _follows_a_rating(words.words, i)
        ):
            words.words[i] = COLOURS_BY_LETTER[word]


def _listed(words: list[str]) -> frozenset[int]:
    """The letters of a list and nothing but a list: "1.1 - g" on each line, "R for 3.2, A for 3.3".

    Each line or item is a reference and a short word, so that "a" can be no article; where one of those
    words is no colour ("1.1 - jt") they are somebody's initials, and none of them is read.
    """
    cells: list[tuple[int, ...]] = []
    start = 0
    for i in range(len(words) + 1):
        if i < len(words) and words[i] not in _ENDS_ITEM:
            continue
        item = [k for k in range(start, i) if words[k] not in _INSIDE_ITEM]
        start = i + 1
        if REF in words[item[0] : i] if item else False:
            cells.append(tuple(item))
    letters = [_letter_of(words, cell) for cell in cells]
    if len(letters) < _FEWEST or any(letter is None for letter in letters):
        return frozenset()
    return frozenset(
        letter for letter in letters if letter is not None and words[letter] in COLOURS_BY_LETTER
    )


def _letter_of(words: list[str], cell: tuple[int, ...]) -> int | None:
    """Where the colour of an item stands, of which the rest is the reference and "for"."""
    said = [words[k] for k in cell]
    for shape, place in _SHAPES:
        if len(said) == len(shape) and all(
            want in (None, word) for want, word in zip(shape, said, strict=True)
        ):
            colour = said[place]
            return cell[place] if colour in COLOURS_BY_LETTER or colour in _COLOURS else None
    return None


_FEWEST: Final = 2
_ENDS_ITEM: Final = frozenset({"\n", ",", ";", "and", "&"})
_INSIDE_ITEM: Final = frozenset({"-", ":", "=", "(", ")", ".", "*", "\u2022", "|", "\u2013", "\u2014"})
_SHAPES: Final = (((REF, None), 1), ((None, "for", REF), 0))


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
