"""Reading a sentence's dates on one day, in a form that is easy to compare."""

from datetime import date

from bot.language.dates import Direction, find_dates
from bot.language.reading import Conventions
from bot.timescale import Timescale

TODAY = date(2026, 11, 22)
"""A Sunday: the day the corpus was written on."""
CUSTOMS = Conventions()


def interval(timescale: Timescale) -> str:
    """ "2027-02-28" for a day, "2027-02-01..2027-02-28" for more."""
    start, end = timescale.start.isoformat(), timescale.end.isoformat()
    return start if start == end else f"{start}..{end}"


def said(
    text: str, *, past: bool = False, today: date = TODAY, customs: Conventions = CUSTOMS
) -> dict[str, str]:
    """The words of each date in the text, and the days they mean."""
    way = Direction.PAST if past else Direction.FUTURE
    return {span.words: interval(span.resolve(way)) for span in find_dates(text, today, customs)}


def precisions(text: str, *, today: date = TODAY, customs: Conventions = CUSTOMS) -> list[str]:
    """How exactly each date of the text is known."""
    return [str(span.resolve().precision) for span in find_dates(text, today, customs)]
