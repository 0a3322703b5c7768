"""References from one to another: "3.1-3.4", "3.1 to 3.4", "3.1-4", "2.4a-c", "R5-R7", "recs 5-7"."""

from __future__ import annotations

from typing import Final

from bot.language.known import Known
from bot.language.late import Late
from bot.language.tokens import Words

_DOTTED: Final = Late(r"\d{1,2}(?:\.\d{1,2}){1,3}[a-z]?$")
_NUMBERED: Final = Late(r"(.*?)(\d{1,3})$")
_LONGEST: Final = 40


def range_after(start: str, words: Words, i: int, known: Known) -> tuple[list[str], int] | None:
    """The references after `start`, where word `i` ("-", "to") leads to the last; and where they end."""
    if i + 1 >= len(words.words):
        return None
    end = words.words[i + 1]
    touching = (
        words.words[i] == "-"
        and words.ends[i - 1] == words.starts[i]
        and words.ends[i] == words.starts[i + 1]
    )
    between = _lettered(start, end) or _in_plan(start, end, known) or _counted(start, end, touching=touching)
    return (between, i + 2) if between else None


def _lettered(start: str, end: str) -> list[str]:
    """ "2.4a-c", "2.4a-2.4c"."""
    same = len(end) == 1 or end[:-1] == start[:-1]
    if not (start[-1].isalpha() and same and "a" <= end[-1] <= "h" and end[-1] > start[-1]):
        return []
    return [start[:-1] + chr(code) for code in range(ord(start[-1]) + 1, ord(end[-1]) + 1)]


def _in_plan(start: str, end: str, known: Known) -> list[str]:
    """What the plan prints between the two."""
    if not known.any or not _DOTTED.pattern.match(end):
        return []
    first, last = known.look_up(start), known.look_up(end)
    if not first or not last or not 0 < last[0].place - first[0].place <= _LONGEST:
        return []
    inside = known.order[first[0].place + 1 : last[0].place + 1]
    return [one.action.ref.replace(" ", "").lower() for one in inside]


def _counted(start: str, end: str, *, touching: bool) -> list[str]:
    """Counting on from the last figure; a lone figure must touch: "3.1 - 4 posts" is no range."""
    first, last = _NUMBERED.pattern.match(start), _NUMBERED.pattern.match(end)
    if first is None or last is None:
        return []
    stem, low, high = first[1], int(first[2]), int(last[2])
    if last[1] != stem and (last[1] or not touching):
        return []
    if not last[1] and not touching:
        return []
    return [f"{stem}{n}" for n in range(low + 1, high + 1)] if 0 < high - low <= _LONGEST else []
