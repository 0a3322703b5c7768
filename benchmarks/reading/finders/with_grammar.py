"""Leadline's date grammar alone, without the sentence around: all dates look forward."""

from __future__ import annotations

from benchmarks.reading.finders.loop import Found, day, serve
from bot.language.dates import DateSpan, find_dates
from bot.language.reading import Conventions
from bot.timescale import Timescale

TODAY = day()
CUSTOMS = Conventions()


def search(text: str) -> list[tuple[DateSpan, Timescale]]:
    return [(span, span.resolve()) for span in find_dates(text, TODAY, CUSTOMS)]


def dates(_text: str, read: list[tuple[DateSpan, Timescale]]) -> list[Found]:
    return [Found(span.start, span.end, time.start, time.end) for span, time in read]


if __name__ == "__main__":
    serve("this tree", search, dates)
