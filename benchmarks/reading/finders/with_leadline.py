"""Leadline's whole reader as a date finder: everything is read, of which the dates are taken."""

from __future__ import annotations

from benchmarks.reading.finders.loop import Found, day, serve
from bot.language import understand
from bot.language.reading import Context, Reading

TODAY = day()
CONTEXT = Context()


def search(text: str) -> Reading:
    return understand(text, TODAY, CONTEXT)


def dates(_text: str, read: Reading) -> list[Found]:
    return [Found(*one.span, one.timescale.start, one.timescale.end) for one in read.dates]


if __name__ == "__main__":
    serve("this tree", search, dates)
