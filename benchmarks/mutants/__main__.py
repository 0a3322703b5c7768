"""`make mutants`: take each guard away in a copy of the tree and run the test that must notice."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic

from benchmarks.mutants.guards import GUARDS, Guard

HERE = Path(__file__).resolve().parents[2]
PATIENCE = 900


def main() -> int:
    """0 when every guard is missed by its test the moment it is gone."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks.mutants", description=__doc__)
    asked.add_argument("--only", nargs="+", default=[""], help="guards whose name holds one of these")
    options = asked.parse_args()
    wanted = [guard for guard in GUARDS if any(words in guard.name for words in options.only)]
    with tempfile.TemporaryDirectory(prefix="leadline-mutants-") as home:
        tree = Path(home) / "tree"
        _copy(tree)
        print("every named test, with every guard in place: ", end="", flush=True)
        whole = _run(tree, *dict.fromkeys(guard.test for guard in wanted))
        if not whole:
            print("one fails, so nothing would be proved")
            return 1
        print("all pass", flush=True)
        survived = [guard for guard in wanted if not _is_missed(tree, guard)]
    print(f"{len(wanted) - len(survived)} of {len(wanted)} guards are missed when they are gone.")
    return 1 if survived else 0


def _copy(tree: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=HERE, check=True, capture_output=True, text=True,
    )  # fmt: skip
    for name in listed.stdout.splitlines():
        if (HERE / name).is_file():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(HERE / name, tree / name)


def _is_missed(tree: Path, guard: Guard) -> bool:
    started, before = monotonic(), {name: (tree / name).read_text() for name, _, _ in guard.edits}
    for name, there, instead in guard.edits:
        held = (tree / name).read_text()
        if there not in held:
            raise SystemExit(f"{name} no longer says: {there}")
        (tree / name).write_text(held.replace(there, instead))
    is_missed = not _run(tree, guard.test)
    for name, held in before.items():
        (tree / name).write_text(held)
    verdict = "noticed " if is_missed else "SURVIVED"
    print(f"{verdict} {monotonic() - started:5.0f} s  {guard.name:<55} {guard.test}", flush=True)
    return is_missed


def _run(tree: Path, *tests: str) -> bool:
    """Whether these tests pass. One that does not come to an end has noticed, too."""
    command = [sys.executable, "-B", "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "PYTHONPATH": str(tree)}
    try:
        ended = subprocess.run(command, cwd=tree, env=environment, capture_output=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        print(f"(no end within {PATIENCE} s) ", end="")
        return False
    if ended.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(tests)} could not be run:\n{ended.stdout.decode()[-2000:]}")
    return ended.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
