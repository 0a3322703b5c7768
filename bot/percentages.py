"""Whole percentages that add up to a hundred, for a sentence that is minuted."""

from __future__ import annotations

from collections.abc import Sequence


def whole_percentages(counts: Sequence[int]) -> tuple[int, ...]:
    """Each count as a whole percentage of their sum; together they are 100, or all 0 when nothing is counted.

    What is lost by rounding down goes to the largest remainders, the earlier of equals first, so that no
    figure is further from the truth than one.
    """
    total = sum(counts)
    if total == 0:
        return tuple(0 for _ in counts)
    floors = [100 * count // total for count in counts]
    left = 100 - sum(floors)
    by_remainder = sorted(range(len(counts)), key=lambda at: (-(100 * counts[at] % total), at))
    for at in by_remainder[:left]:
        floors[at] += 1
    return tuple(floors)
