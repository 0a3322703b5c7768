"""Which actions a paper shows of very many: the worst, with how many there are in all."""

from __future__ import annotations

from collections.abc import Sequence

from bot.pack_lines import PackLine
from bot.rag import Standing

MOST_LISTED = 60
"""As many rows as one list of a paper has; a longer one is read by nobody before a meeting."""
MOST_OPEN = 400
"""As many rows as "Open actions by theme" has."""
MOST_FORMS = 40
"""As many actions as an exception report sets out one by one."""

_RANKS = tuple(Standing)


def badness(line: PackLine) -> tuple[int, int]:
    """What the worst actions have least of: by colour, silence next to red, then the furthest slipped."""
    silent = line.now.standing is Standing.NOT_REPORTED
    slipped = line.now.slippage_days or 0 if line.now.is_slipped else 0
    return (1 if silent else _RANKS.index(line.now.standing), -slipped)


def chosen(lines: Sequence[PackLine], most: int) -> tuple[PackLine, ...]:
    """All of them, or of too many the worst, in the order they were given."""
    if len(lines) <= most:
        return tuple(lines)
    kept = {line.action.id for line in sorted(lines, key=badness)[:most]}
    return tuple(line for line in lines if line.action.id in kept)


def shortfall(total: int, most: int, which: str = "worst") -> tuple[str, ...]:
    """What is said above a list that does not show everything; nothing above one that does."""
    if total <= most:
        return ()
    return (f"The {most} {which} of {total:,} are shown here; the tracker has all of them.",)


SLIPPED_FURTHEST = "that slipped furthest"
"""Which are shown of very many that were completed: none of them is worse than another by its colour."""
