"""Taking one person out of words and values: their name, their account, and what they wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

ERASED = "[erased]"
_LONG_ENOUGH = 12
_RECOGNISED_BY = 40
_KEPT_KEYS = frozenset(
    {
        "is_a",
        "field",
        "rule",
        "outcome",
        "progress",
        "rag",
        "rag_implied",
        "precision",
        "unit",
        "start",
        "end",
    }
    | {"action", "plan", "completed", "state", "kind", "span", "shifted_from", "status"}
)
"""Keys of stored values under which no person's words stand: names of fields, enumerations, days."""
_FREE_TEXTS = frozenset(
    {"narrative", "blocker", "path_to_green", "rag_reason", "status_reason", "status_text", "help_from"}
)


_NOT_WORDS = _KEPT_KEYS | {"evidence", "choices", "questions", "forecast", "shift"}
"""Of a reading, what repeats its words or only points at them."""


def words_in(value: object, under: str = "") -> Iterator[str]:
    """Every text of a person's own within a stored value."""
    if isinstance(value, str):
        if value and under not in _NOT_WORDS:
            yield value
    elif isinstance(value, list):
        for item in value:
            yield from words_in(item, under)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in _NOT_WORDS and not (_is_plain_change(value) and key in ("was", "now")):
                yield from words_in(item, key)


def _is_plain_change(value: dict[str, object]) -> bool:
    """Whether this is a change of a field that holds no words: a colour, a status, a date."""
    return "field" in value and "was" in value and value["field"] not in _FREE_TEXTS


def without_words(value: object, under: str = "") -> object:
    """A stored value without anybody's words: enumerations, days and numbers stay."""
    if isinstance(value, str):
        return value if under in _KEPT_KEYS else ""
    if isinstance(value, list):
        return [without_words(item, under) for item in value]
    if isinstance(value, dict):
        is_plain = _is_plain_change(value)
        return {
            key: item if is_plain and key in ("was", "now") else without_words(item, key)
            for key, item in value.items()
        }
    return value


@dataclass(frozen=True)
class Scrub:
    """Removes one person. `words` is everything they wrote; short words of theirs ("done") are removed where
    they are theirs, and left where anybody may have said them."""

    name: str
    account: str
    pseudonym: str
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        flat = {" ".join(words.split()) for words in self.words}
        longest_first = sorted((one for one in flat if len(one) >= _LONG_ENOUGH), key=len, reverse=True)
        object.__setattr__(self, "words", longest_first)

    def anywhere(self, value: object) -> object:
        """Any value without the person's name, account and longer words; the same value where it has none."""
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, list):
            return [self.anywhere(item) for item in value]
        if isinstance(value, dict):
            return {key: self.anywhere(item) for key, item in value.items()}
        return value

    def _text(self, text: str) -> str:
        for words in self.words:
            text = _without(text, words)
        if self.account:
            text = text.replace(self.account, self.pseudonym)
        return _however_dotted(self.name).sub(self.pseudonym, text)


@cache
def _however_dotted(name: str) -> re.Pattern[str]:
    """A name however its initials are dotted and spaced: "R. Vale", "R Vale", "r.vale"."""
    parts = [re.escape(part) for part in re.split(r"[.\s]+", name) if part]
    return re.compile(r"(?<!\w)" + r"[.\s]+".join(parts) + r"(?!\w)", re.IGNORECASE)


def _without(text: str, words: str) -> str:
    """The text without these words, also where they were cut short."""
    start = words[:_RECOGNISED_BY]
    while (at := text.find(start)) >= 0:
        until = at + _common(text[at:], words)
        text = text[:at] + ERASED + text[until:]
    return text


def _common(one: Iterable[str], other: Iterable[str]) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
