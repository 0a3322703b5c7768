"""The suspicion that lines were merged or divided: one text holds most of another's words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.draft import DraftAction
from bot.plan import Action
from bot.versions.difference import Joined, Line
from bot.versions.matching import plain

_MOST_OF_IT = 0.8
_FEW_WORDS = 3
_MOST_LINES = 500
"""Beyond so many lines on either side nobody would read a list of suspicions."""


def joined_lines(
    lines: Sequence[Line], new: Sequence[DraftAction], gone: Sequence[Action]
) -> tuple[Joined, ...]:
    """Each reworded line that took in one that is gone, and each that gave words to a new one."""
    reworded = [line for line in lines if "text" in line.words]
    if max(len(reworded), len(new), len(gone)) > _MOST_LINES:
        return ()
    found = []
    for line in reworded:
        taken = [one.ref for one in gone if _holds(line.draft.text, one.text)]
        if taken:
            found.append(Joined(line.draft.ref, (line.action.ref, *taken), is_merged=True))
        given = [one.ref for one in new if _holds(line.action.text, one.text)]
        if given:
            found.append(Joined(line.action.ref, (line.draft.ref, *given), is_merged=False))
    for one in new:
        taken = [other.ref for other in gone if _holds(one.text, other.text)]
        if len(taken) > 1:
            found.append(Joined(one.ref, tuple(taken), is_merged=True))
    for other in gone:
        given = [one.ref for one in new if _holds(other.text, one.text)]
        if len(given) > 1:
            found.append(Joined(other.ref, tuple(given), is_merged=False))
    return tuple(found)


def _holds(long: str, short: str) -> bool:
    """Whether nearly all the words of the shorter text stand in the longer one."""
    words, all_words = plain(short).split(), set(plain(long).split())
    if len(words) < _FEW_WORDS or len(words) > len(all_words):
        return False
    return sum(word in all_words for word in words) >= _MOST_OF_IT * len(words)
