"""What every date finder does: read messages, find their dates, say how long that took.

Standard library only, for it also runs where nothing of Leadline is installed. A finder is a process: the day
and the number of timed rounds are its arguments, messages come in as JSON lines, and answers go out the same
way. Every call is timed; the first round, which loads and warms, is not counted.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple


class Found(NamedTuple):
    """A date as an engine gave it: where it stands in the text, and its first and last day."""

    start: int
    end: int
    first: date
    last: date


def serve(version: str, search: Callable[[str], Any], dates: Callable[[str, Any], list[Found]]) -> None:
    """Answer every message; `search` is the engine's own work and timed, `dates` puts it into our shape."""
    rounds = int(sys.argv[2])
    rows = [json.loads(line) for line in sys.stdin]
    for row in rows:
        search(row["text"])
    taken: list[list[float]] = [[] for _ in rows]
    for _ in range(rounds):
        for row, times in zip(rows, taken, strict=True):
            started = time.perf_counter()
            search(row["text"])
            times.append((time.perf_counter() - started) * 1e6)
    print(json.dumps({"version": version}))
    for row, times in zip(rows, taken, strict=True):
        found = dates(row["text"], search(row["text"]))
        spans = [
            {"s": one.start, "e": one.end, "start": str(one.first), "end": str(one.last)} for one in found
        ]
        print(json.dumps({"id": row["id"], "dates": spans, "us": times}))


def day() -> date:
    """The day the messages are read on."""
    return date.fromisoformat(sys.argv[1])
