"""Text that a page break cut: whether one piece carries on another, and how they join."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.importing.vocabulary import IMPERATIVES, UNFINISHED

_ENDED = re.compile(r"[.!?;:]['\"”’)]?\Z")


def starts_midway(text: str) -> bool:
    """Whether the text begins in the middle of a sentence."""
    first = re.match(r"[A-Za-z]+", text.lstrip(" •-–_*"))
    return (
        bool(first)
        and text.lstrip(" •-–_*")[0].islower()
        and first is not None
        and (first.group().capitalize() not in IMPERATIVES)
    )


def ends_midway(text: str) -> bool:
    """Whether the text breaks off: on a joining word, a comma or a hyphen."""
    plain = text.strip()
    if not plain:
        return False
    return plain[-1] in ",-–" or plain.split()[-1].casefold() in UNFINISHED


def is_unfinished(text: str) -> bool:
    """Whether more of the text may follow: it does not end as a sentence does."""
    return bool(text.strip()) and not _ENDED.search(text.strip())


def joined(first: str, second: str) -> str:
    """Two pieces of one text; a word cut at a hyphen is made whole."""
    if not first or not second:
        return first or second
    if re.search(r"[a-z]-\Z", first) and second[0].islower():
        return f"{first}{second}"
    return f"{first} {second}"


def pieces(text: str, count: int) -> tuple[str, ...]:
    """The text as this many actions, cut where an imperative or a capital begins one; () if unclear."""
    words = text.split()
    for is_start in (_begins_action, _begins_sentence):
        cuts = [index for index in range(1, len(words)) if is_start(words, index)]
        if len(cuts) == count - 1:
            edges = [0, *cuts, len(words)]
            return tuple(" ".join(words[a:b]) for a, b in pairwise(edges))
    return ()


def first_imperative(text: str) -> int | None:
    """Where in the text a new action begins in capitals ("…for carers Develop a…"), past its first word."""
    found = re.search(r"(?<=[a-z]\s)(?:" + "|".join(sorted(IMPERATIVES)) + r")\b", text)
    return found.start() if found and found.start() > 0 else None


def _begins_action(words: list[str], index: int) -> bool:
    return words[index].strip(".,") in IMPERATIVES


def _begins_sentence(words: list[str], index: int) -> bool:
    """A capital after a word in small letters, names of several words apart."""
    word, before = words[index], words[index - 1]
    return (
        word[0].isupper()
        and not word.isupper()
        and before[-1] in "abcdefghijklmnopqrstuvwxyz."
        and (before[0].islower() or before.isupper())
    )


def echoes(text: str, of: str) -> bool:
    """Whether nearly all of the text's words stand in the other one, as when a scan reads a cell twice."""
    words = [word for word in re.findall(r"[a-z']+", text.casefold()) if len(word) > 2]
    others = set(re.findall(r"[a-z']+", of.casefold()))
    if len(words) < 6:
        return False
    hits = sum(
        word in others or any(other.endswith(word) or other.startswith(word) for other in others)
        for word in words
    )
    return hits >= 0.7 * len(words)
