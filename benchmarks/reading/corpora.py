"""The labelled messages that the reader is measured on, and what the reader makes of them.

The corpora of `../shared` are known to those who write the reader. `fresh.jsonl` is not: it is opened only
when its own flag is given.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.language.reading import Context, Conventions
from leadline.commands.read import read_lines, read_plan

HERE = Path(__file__).parent
SHARED = HERE.parents[1].parent / "shared"
SCORER = SHARED / "tools" / "score_reading.py"
TODAY = date(2026, 11, 22)

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Labelled messages in one file, and the plan in view when they were written, if any."""

    name: str
    path: Path
    plan: Path | None = None

    @property
    def is_there(self) -> bool:
        """Whether it can be scored: the file and the scorer lie where they should."""
        return self.path.exists() and SCORER.exists()

    def rows(self) -> list[Row]:
        """Its messages, with their labels."""
        return [json.loads(line) for line in self.path.read_text("utf-8").splitlines() if line.strip()]

    def context(self) -> Context:
        """What is known beside the message itself."""
        if self.plan is None:
            return Context()
        return Context(plans=(read_plan(self.plan, TODAY, Conventions()),))


KNOWN = Corpus("updates.jsonl", SHARED / "corpus" / "updates.jsonl")
STATUSES = Corpus("rag.jsonl", SHARED / "corpus" / "rag.jsonl")
SUITES = Corpus("dates_other_suites.jsonl", SHARED / "corpus" / "dates_other_suites.jsonl")
PLAN = HERE / "fresh_plan.csv"
FRESH = Corpus("fresh.jsonl", HERE / "fresh.jsonl", PLAN)


def without_labels(rows: list[Row]) -> Iterator[bytes]:
    """The messages as `leadline read` is given them, stripped of every label."""
    for row in rows:
        said = {key: row.get(key) for key in ("id", "text", "asked", "speaker")}
        yield json.dumps(said, ensure_ascii=False).encode()


def readings(corpus: Corpus) -> list[Row]:
    """What `leadline read` answers to the corpus, in its order; a row may say its own day and plan."""
    rows = corpus.rows()
    settings: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        settings.setdefault(json.dumps([row.get("today"), row.get("context")]), []).append(at)
    answers: dict[int, Row] = {}
    for setting, places in settings.items():
        own_day, own_context = json.loads(setting)
        day = TODAY if own_day is None else date.fromisoformat(own_day)
        context = corpus.context() if own_context is None else _own_context(own_context, day)
        lines = read_lines(without_labels([rows[at] for at in places]), day, context)
        answers |= {at: json.loads(line) for at, line in zip(places, lines, strict=True)}
    return [answers[at] for at in range(len(rows))]


def _own_context(context: Row, day: date) -> Context:
    """A row's own plan, brought in as a file of it would be."""
    actions = context.get("plan")
    if not actions:
        return Context()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "plan.csv")
        with path.open("w", encoding="utf-8", newline="") as file:
            sheet = csv.DictWriter(file, fieldnames=list(actions[0]))
            sheet.writeheader()
            sheet.writerows(actions)
        return Context(plans=(read_plan(path, day, Conventions()),))


def scorer(gold: Path, said: Path, *, show: int = 0) -> str:
    """What the given scorer prints."""
    return subprocess.run(
        [sys.executable, SCORER, gold, said, "--show", str(show)], check=True, capture_output=True, text=True
    ).stdout
