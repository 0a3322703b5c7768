"""parsedatetime with its one day-first locale; what it marks as a time of day without a date is left out."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

import parsedatetime  # type: ignore[import-not-found]  # installed only where it is compared

from benchmarks.reading.finders.loop import Found, day, serve

CONSTANTS = parsedatetime.Constants("en_AU", usePyICU=False)
CALENDAR = parsedatetime.Calendar(CONSTANTS, version=parsedatetime.VERSION_CONTEXT_STYLE)
TODAY = datetime.combine(day(), time())


def search(text: str) -> Any:
    return CALENDAR.nlp(text, TODAY)


def dates(_text: str, read: Any) -> list[Found]:
    return [
        Found(start, end, when.date(), when.date())
        for when, context, start, end, _ in read or ()
        if context.hasDate
    ]


if __name__ == "__main__":
    serve(parsedatetime.__version__, search, dates)
