"""Read what hypothesis makes up: the strategies of the tests, at counts that no suite has time for.

    python -m benchmarks.reading.fuzz [--count 30000] [--seed 1]        # or: make fuzz-reading COUNT=… SEED=…

The same count and seed make up the same texts. What breaks a rule is shrunk to its shortest and shown.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import hypothesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.reading.corpora import TODAY
from benchmarks.reading.tables import table
from bot.language import understand
from bot.language.dates import find_dates
from bot.language.reading import Context
from tests.bot.language import test_any_message as messages
from tests.bot.language.dates import test_any_text as dates

BOUND = 20.0
"""Milliseconds of the processor, READING.md's for 4,000 characters; what is made up here is shorter."""
TRIES = 5
"""A reading over the bound is timed again so often before it counts, for a busy machine delays any."""
EXTREMES = st.text(alphabet="1a. ,-/~*_`<>:@&\n\u0130\U0001f534", max_size=120)
"""Signs that mark-up, references and figures are made of, in any order."""


@dataclass(slots=True)
class Family:
    """One kind of text: how it is made up, read and held to its rules; and what reading it has cost."""

    name: str
    run: Callable[[Family, int], None]
    read: int = 0
    slowest: float = 0.0
    slowest_text: str = field(default="", repr=False)

    def timed(self, text: str, reader: Callable[[], object]) -> None:
        """Read it, again where it took long; AssertionError when it is never within the bound."""
        taken = min_of(reader, once=True)
        if taken > BOUND:
            taken = min_of(reader, once=False)
        self.read += 1
        if taken > self.slowest:
            self.slowest, self.slowest_text = taken, text
        assert taken <= BOUND, f"{taken:.1f} ms for {len(text)} characters"


def min_of(reader: Callable[[], object], *, once: bool) -> float:
    """Milliseconds of the processor, the quickest of one or several."""
    best = float("inf")
    for _ in range(1 if once else TRIES):
        started = time.thread_time()
        reader()
        best = min(best, time.thread_time() - started)
    return best * 1e3


def _messages(made_up: st.SearchStrategy[str]) -> Callable[[Family, int], None]:
    def run(family: Family, seed: int) -> None:
        @hypothesis.seed(seed)
        @given(made_up, messages.CONTEXTS)
        def hold(text: str, context: Context) -> None:
            family.timed(text, lambda: understand(text, TODAY, context))
            reading = understand(text, TODAY, context)
            messages.check(text, reading)
            assert reading == understand(text, TODAY, context)

        hold()

    return run


def _dates(family: Family, seed: int) -> None:
    @hypothesis.seed(seed)
    @given(dates.texts, dates.days)
    def hold(text: str, today: date) -> None:
        family.timed(text, lambda: find_dates(text, today, dates.CUSTOMS))
        dates.check(text, today)

    hold()


def families() -> list[Family]:
    """What is made up."""
    return [
        Family(
            "runs of cues, references, dates and signs, with and without a plan", _messages(messages.MESSAGES)
        ),
        Family("any text", _messages(st.text(max_size=200))),
        Family("mark-up, figures and signs in any order", _messages(EXTREMES)),
        Family("runs of date words, on any day from 1990 to 2099", _dates),
    ]


def main() -> None:
    """Make up, read, and print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=30_000, help="texts of each kind")
    parser.add_argument("--seed", type=int, default=1, help="where hypothesis begins")
    said = parser.parse_args()
    settings.register_profile(
        "fuzz",
        max_examples=said.count,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    settings.load_profile("fuzz")
    done = families()
    for family in done:
        family.run(family, said.seed)
    rows = (
        (one.name, f"{one.read:,}", said.seed, "none", f"{one.slowest:.1f}", f"{len(one.slowest_text)}")
        for one in done
    )
    head = ("made up", "read", "seed", "rules broken", "slowest, ms of the processor", "characters of that")
    print(table(head, rows))


if __name__ == "__main__":
    main()
