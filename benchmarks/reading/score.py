"""How well and how fast messages are read: `python -m benchmarks.reading.score [--show N]`.

Scores the labelled corpora where they lie beside the repository (`../shared/corpus`, with its tools), and
times the reader on the same messages. A message is read with no plan in view, as the corpora are labelled.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median

from bot.language import understand
from bot.language.as_json import as_json
from bot.language.reading import Context, Progress, Reading

SHARED = Path(__file__).parents[3] / "shared"
TODAY = date(2026, 11, 22)
ROUNDS = 5
HOSTILE = (
    "jan ",
    "1.4, ",
    "rest ",
    "1.1 green, slipped to end of Feb ",
    "no change all ",
    "~a~",
    "-",
    "2.4a and b ",
    "a",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", default="0", help="print this many wrong messages")
    said = parser.parse_args()
    updates = rows("updates.jsonl")
    if updates:
        score(updates, said.show)
        statuses(rows("rag.jsonl"))
    else:
        print("no corpus beside the repository: speed only")
    speed([row["text"] for row in updates] or ["1.4 amber, slipping to end of Feb - waiting on HR"])


def rows(name: str) -> list[dict]:
    path = SHARED / "corpus" / name
    return (
        [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []
    )


def score(updates: list[dict], show: str) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for row in updates:
            said = understand(row["text"], TODAY, Context(asked=tuple(row["asked"])))
            file.write(json.dumps({"id": row["id"], **as_json(said)}) + "\n")
        file.flush()
        scorer = SHARED / "tools" / "score_reading.py"
        subprocess.run(
            [sys.executable, scorer, SHARED / "corpus" / "updates.jsonl", file.name, "--show", show],
            check=True,
        )


def statuses(short: list[dict]) -> None:
    right = sum(status(understand(row["text"], TODAY, Context())) == row["status"] for row in short)
    print(f"{'short statuses':18} {right:5} of {len(short):5}")


def status(reading: Reading) -> str | None:
    update = next(iter(reading.updates), None)
    if update is None:
        return None
    if update.progress not in (None, Progress.ON_TRACK):
        return "closed" if update.progress is Progress.WITHDRAWN else update.progress.value
    colour = update.rag or update.rag_implied
    return colour.value if colour else None


def speed(texts: list[str]) -> None:
    context = Context()
    taken: list[float] = []
    for _ in range(ROUNDS + 1):
        for text in texts:
            started = time.perf_counter()
            understand(text, TODAY, context)
            taken.append((time.perf_counter() - started) * 1e6)
    taken = sorted(taken[len(texts) :])
    print(f"median {median(taken):.0f} µs, p99 {taken[int(len(taken) * 0.99)]:.0f} µs, {len(texts)} messages")
    for length in (4_000, 40_000):
        slowest = max(HOSTILE, key=lambda piece: _time(piece, length))
        print(f"{length} characters: at most {_time(slowest, length):.0f} ms ({slowest!r} repeated)")


def _time(piece: str, length: int) -> float:
    text = (piece * (length // len(piece) + 1))[:length]
    started = time.perf_counter()
    understand(text, TODAY, Context(asked=("2.1", "2.3")))
    return (time.perf_counter() - started) * 1e3


if __name__ == "__main__":
    main()
