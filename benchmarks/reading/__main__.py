"""Measure Leadline's reader, beside the other date engines: `make bench-reading`, or

    python -m benchmarks.reading [--alone | --costs] [--million] [--write docs/reading.md] [--fresh]

Prints Markdown. Takes some three minutes, and wants an idle machine. `--fresh` opens the corpus that nobody
who writes the reader has seen; give it once, at the end, for its first score is the one that counts.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from benchmarks.reading import accuracy, comparison, date_suites, footprint, page, speed, tables
from benchmarks.reading.corpora import FRESH, KNOWN, PLAN, STATUSES, SUITES, Corpus
from benchmarks.reading.engines import OTHERS, OURS, ROOT, Engine, NotToBeHadError
from bot.language.reading import Context

INVENTED = (
    "1.4 amber, slipping to end of Feb - waiting on HR",
    "2.1 complete, signed off at the board on 12 November",
    "3.2 on track for March, no change to 3.3",
    "Slipped three weeks, now w/c 11 January; support needed please",
)
"""Timed where there are no corpora beside the repository."""


def main() -> None:
    """Measure, print, and write the page when asked to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument(
        "--alone", action="store_true", help="leave the other engines out (nothing is installed)"
    )
    parser.add_argument("--costs", action="store_true", help="measure time and memory, and nothing else")
    parser.add_argument("--million", action="store_true", help="stream a million lines, not 200,000")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="put the tables into this page")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N wrong known messages")
    parser.add_argument("--fresh", action="store_true", help="score the fresh corpus too: once, at the end")
    parser.add_argument(
        "--fresh-file", type=Path, default=FRESH.path, metavar="FILE", help="another file in its place"
    )
    said = parser.parse_args()
    engines = (OURS,) if said.alone else (OURS, *OTHERS)
    load = os.getloadavg()[0]
    measured = fresh = None
    if not said.costs:
        known = (
            _known(engines, said.show) if KNOWN.is_there else [f"{KNOWN.name}: not beside the repository."]
        )
        measured = "\n\n".join([_where(load), *known])
    costs = "\n\n".join([_where(load), *_costs(footprint.MILLION if said.million else footprint.MANY)])
    if said.fresh:
        fresh = _fresh(Corpus(said.fresh_file.name, said.fresh_file, PLAN), engines, load)
    print("\n\n".join(filter(None, (measured, costs, fresh))))
    if said.write:
        page.write(said.write, measured, costs, fresh)


def _where(load: float) -> str:
    """The day, the machine and the tree."""
    commit = _git("rev-parse", "--short", "HEAD") or "none"
    changed = " and changes not committed" if _git("status", "--porcelain", "--", "bot", "leadline") else ""
    now = datetime.now().astimezone()
    return (
        f"Measured on {now:%-d %B %Y at %H:%M} with commit {commit}{changed}, "
        f"on {_processor()} ({os.cpu_count()} cores), {platform.system()}, "
        f"{platform.python_implementation()} {platform.python_version()}; load before the run {load:.1f}."
    )


def _git(*words: str) -> str:
    return subprocess.run(
        ["git", *words], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()


def _processor() -> str:
    about = Path("/proc/cpuinfo")
    lines = about.read_text("utf-8").splitlines() if about.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def _known(engines: Sequence[Engine], show: int) -> list[str]:
    """The corpora that the rules were written beside."""
    shares, faults = accuracy.rows_of(KNOWN, show=show)
    right, seen = date_suites.counted(SUITES.path)
    in_scope = [name for name in date_suites.SUITES if name in seen]
    in_total = accuracy.Share(sum(right[name] for name in in_scope), sum(seen[name] for name in in_scope))
    return [
        "### READING.md's goals, on the known corpora",
        tables.goals_of_accuracy({**shares, "in_scope": in_total}),
        "### Side by side: the dates of updates.jsonl",
        _side_by_side(KNOWN, engines),
        "### Every row of the scorer",
        tables.every_row({KNOWN.name: shares, STATUSES.name: accuracy.statuses(STATUSES)}),
        "### The two public suites",
        tables.suites(right, seen, in_scope),
        *([faults] if show else []),
    ]


def _side_by_side(corpus: Corpus, engines: Sequence[Engine]) -> str:
    standings, left_out = [], []
    for engine in engines:
        try:
            standings.append(comparison.compared(engine, corpus.rows()))
        except NotToBeHadError as problem:
            left_out.append(f"{engine.name} is left out: {problem}.")
    return tables.side_by_side(standings, left_out)


def _costs(lines: int) -> list[str]:
    """Time and memory."""
    texts = [row["text"] for corpus in (KNOWN, STATUSES) if corpus.is_there for row in corpus.rows()]
    texts = [text for text in texts if len(text) <= speed.SHORT] or list(INVENTED)
    in_view = Corpus("", KNOWN.path, PLAN).context()
    asked = Context(plans=in_view.plans, asked=("2.1", "2.3"), speaker=in_view.plans[0].actions[0].leads[0])
    measured = {
        f"{len(texts)} known messages, no plan": speed.per_message(texts, Context()),
        f"the same, with a plan of {len(asked.plans[0].actions)} in view": speed.per_message(texts, asked),
    }
    longest = (" ".join(texts) * 10)[:40_000]
    return [
        "### Speed: messages up to 300 characters",
        tables.speed(measured),
        "### Growth with length",
        tables.grown(speed.growth(" ".join(texts), asked)),
        "### Loading and memory",
        tables.footprint(
            footprint.loading(with_dateparser=False),
            footprint.loading(with_dateparser=True),
            footprint.peaks(texts, longest),
            footprint.streaming(texts, lines),
        ),
    ]


def _fresh(corpus: Corpus, engines: Sequence[Engine], load: float) -> str:
    """The corpus that nobody who writes the reader has seen."""
    if not corpus.is_there:
        return f"{corpus.name} was not scored: it, or the scorer beside the repository, is missing."
    shares, _ = accuracy.rows_of(corpus)
    rows = corpus.rows()
    texts = [row["text"] for row in rows if len(row["text"]) <= speed.SHORT]
    measured = {f"{len(texts)} of its messages": speed.per_message(texts, corpus.context())}
    return "\n\n".join(
        [
            f"{len(rows)} messages of {corpus.name}. " + _where(load),
            tables.goals_of_accuracy(shares),
            "Every row of the scorer:",
            tables.every_row({corpus.name: shares}),
            "Side by side, the dates of the same messages:",
            _side_by_side(corpus, engines),
            "Speed, messages up to 300 characters:",
            tables.speed(measured),
            "By kind of language, the weakest first:",
            tables.tags(accuracy.by_tag(corpus)),
        ]
    )


if __name__ == "__main__":
    main()
