"""The labelled corpora, where they lie beside the repository: what was read well stays so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.language import understand
from bot.language.reading import Context, Progress, ReadUpdate
from tests.bot.language.reader import TODAY

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
FLOOR_STATUS = 122
FLOOR_FORECAST = 0.98


def rows(name: str) -> list[dict]:  # type: ignore[type-arg]  # labelled JSON, of no fixed shape
    path = CORPUS / name
    if not path.exists():
        pytest.skip(f"no {name} beside the repository")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def status(update: ReadUpdate | None) -> str | None:
    """The state, else the colour stated, else the colour suggested."""
    if update is None:
        return None
    if update.progress is Progress.WITHDRAWN:
        return "closed"
    if update.progress not in (None, Progress.ON_TRACK):
        return update.progress.value
    colour = update.rag or update.rag_implied
    return colour.value if colour else None


def test_short_statuses_are_read() -> None:
    right = wrong = 0
    for row in rows("rag.jsonl"):
        updates = understand(row["text"], TODAY, Context()).updates
        said = status(updates[0] if updates else None)
        right += said == row["status"]
        wrong += said is not None and said != row["status"]
    assert right >= FLOOR_STATUS
    assert wrong == 0


def test_forecasts_of_the_corpus_are_read() -> None:
    right = total = 0
    for row in rows("updates.jsonl"):
        for gold in row["updates"]:
            if "forecast" in row.get("ignore", ()):
                continue
            updates = understand(row["text"], TODAY, Context(asked=tuple(row["asked"]))).updates
            said = next((one.forecast for one in updates if one.action == gold["action"]), None)
            want = gold["forecast"]
            accepted = [want["end"], *(end for _, end in want["alts"])] if want else [None]
            total += 1
            right += (said.end.isoformat() if said else None) in accepted
    assert right >= FLOOR_FORECAST * total
