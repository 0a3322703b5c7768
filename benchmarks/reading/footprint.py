"""What the reader costs beside its time: loading, memory, and memory as lines stream by."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import IO

from benchmarks.reading.corpora import TODAY
from benchmarks.reading.engines import ROOT

RUNS = 7
FEW, SOME, MANY, MILLION = 10_000, 100_000, 200_000, 1_000_000
COMPILED = tempfile.TemporaryDirectory(prefix="leadline-benchmark-")  # gone when the run ends

_LOADING = """
import sys, time
from datetime import date
started, clock = time.process_time(), time.perf_counter()
{imports}
loaded, clock = time.process_time(), time.perf_counter() - clock
from bot.language.reading import Context
understand("1.4 amber, slipping to end of Feb - waiting on HR", date(2026, 11, 22), Context())
first = time.process_time()
assert {lazy} or "dateparser" not in sys.modules
print(clock * 1e3, (loaded - started) * 1e3, (first - loaded) * 1e3)
"""
_PEAK = """
import sys
status = "/proc/self/status"  # its own peak; getrusage would tell of the process it was forked from
try:
    lines = open(status, encoding="utf-8").read().splitlines()
    print(next(line.split()[1] for line in lines if line.startswith("VmHWM")))
except OSError:
    import resource
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1))
"""
_READING = """
import json, sys
from datetime import date
from bot.language import understand
from bot.language.reading import Context
for text in json.load(sys.stdin):
    understand(text, date(2026, 11, 22), Context())
"""


@dataclass(frozen=True, slots=True)
class Loading:
    """Medians of fresh interpreters: ms to import, processor ms for that and for the first reading."""

    by_clock: float
    imported: float
    first: float
    peak: int


def loading(*, with_dateparser: bool) -> Loading:
    """Import the reader in fresh interpreters; the first only compiles and fills the disk's caches."""
    imports = "from bot.language import understand"
    code = _LOADING.format(
        imports=imports + "; import dateparser" if with_dateparser else imports, lazy=with_dateparser
    )
    runs = [[float(number) for number in _fresh(code + _PEAK).split()] for _ in range(RUNS + 1)][1:]
    by_clock, imported, first, peak = (median(column) for column in zip(*runs, strict=True))
    return Loading(by_clock, imported, first, int(peak))


def peaks(texts: list[str], longest: str) -> tuple[int, int, int]:
    """KiB at the peak: a bare interpreter; every message read; one of 40,000 characters besides."""
    _fresh(_READING, json.dumps(texts))  # compiles what is loaded only when a message asks for it
    return (
        int(_fresh(_PEAK)),
        int(_fresh(_READING + _PEAK, json.dumps(texts))),
        int(_fresh(_READING + _PEAK, json.dumps([*texts, longest]))),
    )


def _fresh(code: str, given: str = "") -> str:
    """Run in a new interpreter that keeps its compiled modules, as an installed program does."""
    env = {key: said for key, said in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run(
        [sys.executable, "-c", code],
        input=given,
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**env, "PYTHONPYCACHEPREFIX": COMPILED.name},
    ).stdout


@dataclass(frozen=True, slots=True)
class Streaming:
    """KiB that `leadline read` holds after so many lines, the last of which are all; and lines a second."""

    held: tuple[tuple[int, int], ...]
    a_second: float


def streaming(texts: list[str], lines: int) -> Streaming | None:
    """Stream so many lines, no two alike, through `leadline read`; None on a system without /proc."""
    if not Path("/proc/self/status").exists():
        return None
    with subprocess.Popen(
        [sys.executable, "-m", "leadline", "read", "--today", str(TODAY)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        if process.stdin is None or process.stdout is None:  # pipes were asked for
            return None
        feeder = threading.Thread(target=_feed, args=(process.stdin, texts, lines), daemon=True)
        feeder.start()
        marks: dict[int, tuple[int, float]] = {}
        for count, _ in enumerate(process.stdout, 1):
            if count in (FEW, SOME, lines):
                marks[count] = _resident(process.pid), time.perf_counter()
            if count == lines:
                break
        feeder.join()
        process.stdin.close()
    held = tuple((count, resident) for count, (resident, _) in marks.items())
    return Streaming(held, (lines - FEW) / (marks[lines][1] - marks[FEW][1]))


def _feed(pipe: IO[bytes], texts: list[str], lines: int) -> None:
    """The pipe stays open, so that the process still stands to be measured when the last answer is out."""
    for i in range(lines):
        said = {"id": i, "text": f"{texts[i % len(texts)]} (note {i})"}
        pipe.write(json.dumps(said, ensure_ascii=False).encode() + b"\n")
    pipe.flush()


def _resident(pid: int) -> int:
    """KiB in memory now."""
    for line in Path(f"/proc/{pid}/status").read_text("utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise LookupError("no VmRSS")
