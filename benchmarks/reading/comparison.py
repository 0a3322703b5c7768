"""Leadline and other engines finding the dates of the same messages, one after the other in one run.

A date is found when a span touches its label, resolved when its days are the label's or one of its accepted
readings, false when its span touches no label (nor a time that no calendar can resolve). The engines that
know only days are given their due: where the words they found are a bare month, week or year, their day
stands for all of it.
"""

from __future__ import annotations

import calendar
import json
import os
import re
import subprocess
import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from benchmarks.reading.accuracy import Share
from benchmarks.reading.corpora import TODAY, Row, without_labels
from benchmarks.reading.engines import ROOT, Engine, NotToBeHadError

ROUNDS = 5
PATIENCE = 600  # seconds
MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
WHOLE_MONTH = re.compile(
    rf"(({MONTH})[a-z]*\.?( ?'\d\d| (20|19)\d\d)?|(this|next|last) month)", re.IGNORECASE
)
WHOLE_WEEK = re.compile(r"(this|next|last) week|(w/c|w/b|week (of|commencing)) .+", re.IGNORECASE)
WHOLE_YEAR = re.compile(r"(19|20)\d\d|(this|next|last) year", re.IGNORECASE)
BEFORE = re.compile(r"^((by|in|on|of|to|from|until|for|before|after|at|the|since) )+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Standing:
    """How one engine did; `times` are the messages' own, each at its quickest, in µs and in order."""

    name: str
    version: str
    found: Share
    resolved: Share
    messages: Share
    false: int
    times: tuple[float, ...]

    @property
    def median(self) -> float:
        """Half of the messages were done in so many µs."""
        return median(self.times)

    @property
    def p99(self) -> float:
        """All but one message in a hundred."""
        return self.times[int(len(self.times) * 0.99)]

    @property
    def worst(self) -> float:
        """The slowest message."""
        return self.times[-1]


def compared(engine: Engine, rows: list[Row]) -> Standing:
    """The engine's standing on these messages; NotToBeHadError says why there is none."""
    with tempfile.TemporaryDirectory() as folder:
        answers = _run(engine.ready(Path(folder)), rows, Path(folder))
    version = str(answers.pop(0)["version"])
    scored = [row for row in rows if "dates" not in row.get("ignore", ())]
    by_id = {answer["id"]: answer for answer in answers}
    found = resolved = false = whole = 0
    for row in scored:
        spans = by_id[row["id"]]["dates"]
        hits = [_best(label, spans) for label in row["dates"]]
        right = [_is_right(row["text"], label, hit) for label, hit in zip(row["dates"], hits, strict=True)]
        strays = sum(_is_false(row, span) for span in spans)
        found += sum(hit is not None for hit in hits)
        resolved += sum(right)
        false += strays
        whole += all(right) and not strays
    of = sum(len(row["dates"]) for row in scored)
    times = tuple(sorted(min(answer["us"]) for answer in answers))
    return Standing(
        engine.name, version, Share(found, of), Share(resolved, of), Share(whole, len(scored)), false, times
    )


def _run(command: list[str], rows: list[Row], folder: Path) -> list[Row]:
    """Run a finder over the messages; its folder is its own, and Leadline's code is found by its path."""
    try:
        done = subprocess.run(
            [*command, str(TODAY), str(ROUNDS)],
            input=b"\n".join(without_labels(rows)),
            capture_output=True,
            check=True,
            timeout=PATIENCE,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
    except subprocess.SubprocessError as problem:
        raise NotToBeHadError(f"it did not come to an end ({type(problem).__name__})") from problem
    return [json.loads(line) for line in done.stdout.splitlines()]


def _overlap(one: Row, other: Row) -> int:
    return max(0, min(int(one["e"]), int(other["e"])) - max(int(one["s"]), int(other["s"])))


def _best(label: Row, spans: list[Row]) -> Row | None:
    best = max(spans, key=lambda span: _overlap(span, label), default=None)
    return best if best is not None and _overlap(best, label) else None


def _is_right(text: str, label: Row, span: Row | None) -> bool:
    if span is None:
        return False
    accepted = {(label["start"], label["end"]), *(tuple(pair) for pair in label.get("alts", ()))}
    said = span["start"], span["end"]
    return said in accepted or _widened(text[span["s"] : span["e"]], *said) in accepted


def _is_false(row: Row, span: Row) -> bool:
    if any(_overlap(span, label) for label in row["dates"]):
        return False
    words = row["text"][span["s"] : span["e"]].strip(" .,")
    return not any(words in said or said in words for said in row.get("unresolved", ()))


def _widened(words: str, start: str, end: str) -> tuple[str, str]:
    """The whole month, week or year that a day stands for, where the words are no more than that."""
    if start != end:
        return start, end
    bare, day = BEFORE.sub("", words.strip(" .,;:()")), date.fromisoformat(start)
    if WHOLE_MONTH.fullmatch(bare):
        days = calendar.monthrange(day.year, day.month)[1]
        return str(day.replace(day=1)), str(day.replace(day=days))
    if WHOLE_WEEK.fullmatch(bare):
        monday = day - timedelta(days=day.weekday())
        return str(monday), str(monday + timedelta(days=6))
    if WHOLE_YEAR.fullmatch(bare):
        return f"{day.year}-01-01", f"{day.year}-12-31"
    return start, end
