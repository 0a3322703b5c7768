"""How long a reading takes: message by message, and as a message grows."""

from __future__ import annotations

import time
from dataclasses import dataclass
from statistics import median

from benchmarks.reading.corpora import TODAY
from bot.language import understand
from bot.language.reading import Context

ROUNDS = 9
SHORT = 300
LENGTHS = (300, 1_000, 4_000, 10_000, 40_000)
FILLERS = (
    "jan ",
    "1.4, ",
    "rest ",
    "1.1 green, slipped to end of Feb ",
    "no change all ",
    "~a~",
    "-",
    "2.4a and b ",
    "a",
    "3.1-3.99 ",
    "31/12/26 to ",
    "in the next 3 to 6 months ",
    "not ",
    "was red, now ",
    ":red_circle:",
    "<@U0123ABCD> ",
    "*_~`",
    "> ",
    "1.1.1.1.",
    "next week\n",
    "compleet ",
    "\N{LARGE RED CIRCLE}",
    "((",
    "w/c ",
)
"""Pieces that are repeated to a hostile message: bare refs, dates and cues, mark-up without end, slips."""


@dataclass(frozen=True, slots=True)
class PerMessage:
    """µs a message, in order: of the processor, at each one's quickest and over all calls; by the clock."""

    quickest: tuple[float, ...]
    processor: tuple[float, ...]
    clock: tuple[float, ...]


def per_message(texts: list[str], context: Context) -> PerMessage:
    """Read every message several times over; the first round warms and is not counted."""
    taken: list[list[tuple[float, float]]] = [[] for _ in texts]
    for _ in range(ROUNDS + 1):
        for text, times in zip(texts, taken, strict=True):
            times.append(_timed(text, context))
    counted = [times[1:] for times in taken]
    processor = [[busy * 1e3 for busy, _ in times] for times in counted]
    return PerMessage(
        quickest=tuple(sorted(map(min, processor))),
        processor=tuple(sorted(us for times in processor for us in times)),
        clock=tuple(sorted(passed * 1e3 for times in counted for _, passed in times)),
    )


def at(times: tuple[float, ...], share: float) -> float:
    """The time that this share of them keeps within."""
    return median(times) if share == 0.5 else times[min(int(len(times) * share), len(times) - 1)]


@dataclass(frozen=True, slots=True)
class Growth:
    """The slowest filler at one length and an ordinary text of it: processor ms, the quickest of three."""

    length: int
    filler: str
    worst: float
    ordinary: float


def growth(ordinary: str, context: Context) -> list[Growth]:
    """Each filler and the ordinary text, at every length."""
    found = []
    for length in LENGTHS:
        times = {filler: _quickest(_filled(filler, length), context) for filler in FILLERS}
        filler = max(times, key=lambda one: times[one])
        found.append(
            Growth(length, filler, times[filler], _quickest(_filled(ordinary + " ", length), context))
        )
    return found


def _filled(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


def _quickest(text: str, context: Context) -> float:
    return min(_timed(text, context)[0] for _ in range(3))


def _timed(text: str, context: Context) -> tuple[float, float]:
    """Milliseconds for one reading: of the processor, and by the clock, which also counts waiting for one."""
    busy, started = time.thread_time(), time.perf_counter()
    understand(text, TODAY, context)
    passed = time.perf_counter() - started
    return (time.thread_time() - busy) * 1e3, passed * 1e3
