"""dateparser's search, told all it can be told: English, day first, the day of writing, the future."""

from __future__ import annotations

from datetime import datetime, time
from importlib.metadata import version

from dateparser.search import search_dates

from benchmarks.reading.finders.loop import Found, day, serve

SETTINGS = {
    "DATE_ORDER": "DMY",
    "RELATIVE_BASE": datetime.combine(day(), time()),
    "PREFER_DATES_FROM": "future",
}
Answer = list[tuple[str, datetime]] | None


def search(text: str) -> Answer:
    return search_dates(text, languages=["en"], settings=SETTINGS)


def dates(text: str, read: Answer) -> list[Found]:
    """It gives the words, not their place; they are looked for from the last one on."""
    found, at = [], 0
    for words, when in read or []:
        start = max(text.find(words, at), 0)
        at = start + len(words)
        found.append(Found(start, at, when.date(), when.date()))
    return found


if __name__ == "__main__":
    serve(version("dateparser"), search, dates)
