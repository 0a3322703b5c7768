"""`python -m benchmarks.importing`: what reading a plan costs, beside its library alone, in one run.

Every number is of a fresh interpreter: processor seconds from before the file is opened, and the most memory
the interpreter held (VmHWM, Linux only). `library` reads every cell's words and does nothing with them;
`leadline` makes the draft plan of them and all doubts.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.importing.plans import FORMATS

ROOT = Path(__file__).resolve().parents[2]
SIZES = (100, 1_000, 10_000)
_ALONE = {
    ".csv": "import csv\nread = lambda p: sum(len(r) for r in csv.reader(p.open(newline='')))",
    ".txt": "read = lambda p: sum(len(line.split('\\t')) for line in p.open())",
    ".xlsx": (
        "import openpyxl\nread = lambda p: sum(len(str(c)) for s in openpyxl.load_workbook(p, read_only=True)"
        ".worksheets for r in s.iter_rows(values_only=True) for c in r)"
    ),
    ".docx": (
        "import docx\nfrom docx.oxml.ns import qn\nread = lambda p: sum(len(t.text or '')"
        " for t in docx.Document(str(p)).element.body.iter(qn('w:t')))"
    ),
    ".ics": (
        "import icalendar\nread = lambda p: sum(len(str(e['SUMMARY']))"
        " for e in icalendar.Calendar.from_ical(p.read_bytes()).walk('VEVENT'))"
    ),
}
_OURS = """
from datetime import date
from bot.importing.plan import read_document
from bot.language.reading import Conventions
from documents.delimited import read_delimited
from documents.files import parsed
from bot.importing.rows import RawDocument
def read(p):
    content = p.read_bytes()
    if p.suffix in (".csv", ".txt"):
        raw = RawDocument("plan", (read_delimited(content, p.name, has_pages=p.suffix == ".txt"),))
    else:
        raw = parsed(p.name, content)
    draft = read_document(raw, date(2026, 11, 22), Conventions())
    assert draft.actions or draft.meetings
"""
_MEASURE = """
import json, re, sys, time
from pathlib import Path
{reading}
started = time.process_time()
read(Path(sys.argv[1]))
used = time.process_time() - started
status = Path("/proc/self/status")
peak = re.search(r"VmHWM:\\s+(\\d+)", status.read_text()) if status.exists() else None
print(json.dumps([used, int(peak[1]) / 1000 if peak else None]))
"""


def measured(path: Path, reading: str) -> tuple[float, float | None]:
    """Processor seconds and megabytes of one reading in a fresh interpreter."""
    code = _MEASURE.replace("{reading}", reading)
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, check=True, text=True, cwd=ROOT
    )
    seconds, megabytes = json.loads(done.stdout)
    return seconds, megabytes


def main() -> None:
    """Measure every format at every size, and print a table."""
    parser = argparse.ArgumentParser(description="What reading a plan costs, beside its library alone.")
    parser.add_argument("--rows", type=int, nargs="+", default=SIZES)
    sizes = parser.parse_args().rows
    print("| file | rows | library s | library MB | leadline s | leadline MB | ms a row |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for suffix, write in FORMATS.items():
            for count in sizes:
                path = Path(folder) / f"plan{count}{suffix}"
                path.write_bytes(write(count))
                alone, ours = measured(path, _ALONE[suffix]), measured(path, _OURS)
                cells = (_said(alone[0]), _said(alone[1]), _said(ours[0]), _said(ours[1]))
                each = ours[0] / count * 1000
                print(f"| {suffix} | {count:,} | {' | '.join(cells)} | {each:.2f} |", flush=True)


def _said(number: float | None) -> str:
    return "–" if number is None else f"{number:.2f}" if number < 10 else f"{number:.0f}"


if __name__ == "__main__":
    main()
