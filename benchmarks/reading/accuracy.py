"""How much of the labelled messages is read rightly: the given scorer's rows, and what it does not count."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from benchmarks.reading.corpora import Corpus, Row, readings, scorer

COMPLETE = ("complete", "not_started", "on_hold")
ROW = re.compile(r"^(\w+) +(\d+) of +(\d+) ", re.MULTILINE)


class Share(NamedTuple):
    """So many of so many."""

    hits: int
    of: int

    @property
    def ratio(self) -> float | None:
        """The share, unless there was nothing to count."""
        return self.hits / self.of if self.of else None

    def __str__(self) -> str:
        """As a cell of a table."""
        return "–" if self.ratio is None else f"{self.ratio:.1%} ({self.hits} of {self.of})"


def scored(gold: Iterable[Row], said: Iterable[Row], *, show: int = 0) -> tuple[dict[str, Share], str]:
    """Every row of the scorer, and the faults it shows."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Path(folder, "gold.jsonl"), Path(folder, "said.jsonl")
        for path, rows in zip(paths, (gold, said), strict=True):
            path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        printed = scorer(*paths, show=show)
    table, _, faults = printed.partition("\n\n")
    return {name: Share(int(hits), int(of)) for name, hits, of in ROW.findall(table)}, faults


def rows_of(corpus: Corpus, *, show: int = 0) -> tuple[dict[str, Share], str]:
    """The scorer's rows for one corpus; with `kind_exact` and `must_ask` where it has such labels."""
    gold, said = corpus.rows(), readings(corpus)
    table, faults = scored(gold, said, show=show)
    return {**table, **_beyond_the_scorer(gold, said)}, faults


def _beyond_the_scorer(gold: list[Row], said: list[Row]) -> dict[str, Share]:
    """Requests, commands and absences by their own names; messages that must be asked about and were not."""
    pairs = list(zip(gold, said, strict=True))
    kinds = [
        (want.get("kind_exact", want["kind"]), got["kind"])
        for want, got in pairs
        if "kind" not in want.get("ignore", ())
    ]
    asked = [got["outcome"] for want, got in pairs if want.get("must_ask")]
    found = {}
    if any("kind_exact" in want for want in gold):
        found["kind_exact"] = Share(sum(want == got for want, got in kinds), len(kinds))
    if asked:
        found["must_ask_not_asked"] = Share(asked.count("understood"), len(asked))
    return found


def by_tag(corpus: Corpus) -> dict[str, tuple[Share, Share, Share]]:
    """For each tag: messages wholly right, updates written wrong, messages asked about needlessly."""
    gold = corpus.rows()
    said = {row["id"]: row for row in readings(corpus)}
    tags = sorted({tag for row in gold for tag in row.get("tags", ())})
    found = {}
    for tag in tags:
        tagged = [row for row in gold if tag in row.get("tags", ())]
        table, _ = scored(tagged, [said[row["id"]] for row in tagged])
        found[tag] = table["message_exact"], table["written_wrong"], table["needless_asks"]
    return found


def statuses(corpus: Corpus) -> dict[str, Share]:
    """Short messages with one status each: those right, those left unread, those given another status."""
    pairs = [(row["status"], _status(got)) for row, got in zip(corpus.rows(), readings(corpus), strict=True)]
    of = len(pairs)
    return {
        "status_right": Share(sum(want == got for want, got in pairs), of),
        "status_missed": Share(sum(want is not None and got is None for want, got in pairs), of),
        "status_wrong": Share(sum(got is not None and want != got for want, got in pairs), of),
    }


def _status(reading: Row) -> str | None:
    """The one status of a short message: where the work is, else its colour, stated or suggested."""
    update = next(iter(reading["updates"]), None)
    if update is None:
        return None
    if update["progress"] == "withdrawn":
        return "closed"
    if update["progress"] in COMPLETE:
        return str(update["progress"])
    colour = update["rag"] or update["rag_implied"]
    return str(colour) if colour else None
