"""A text that is nothing but a time, as in a plan's timescale column or an answer to "new date?"."""

from __future__ import annotations

from datetime import date

from bot.language.dates.find import find_dates
from bot.language.dates.reckoning import Direction
from bot.language.reading import Conventions
from bot.timescale import Timescale


def read_timescale(
    text: str, today: date, conventions: Conventions, direction: Direction = Direction.FUTURE
) -> Timescale | None:
    """The time the whole text states, in its own words, or None."""
    spans = find_dates(text, today, conventions)
    if len(spans) != 1:
        return None
    return spans[0].resolve(direction).in_words(text.strip())
