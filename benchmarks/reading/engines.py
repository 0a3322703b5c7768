"""The other date engines, each in a throw-away folder; one that cannot be had is left out with the reason."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
FINDERS = Path(__file__).parent / "finders"
PATIENCE = 180  # seconds that an installation may take


class NotToBeHadError(Exception):
    """Why an engine is left out, as a sentence."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A date finder: its name in the table, and how its process is made ready in an empty folder."""

    name: str
    ready: Callable[[Path], list[str]]


def _python(module: str) -> Callable[[Path], list[str]]:
    return lambda _folder: [sys.executable, "-m", f"benchmarks.reading.finders.{module}"]


def _parsedatetime(folder: Path) -> list[str]:
    python = str(folder / "bin" / "python")
    _install([sys.executable, "-m", "venv", str(folder)], folder)
    _install([python, "-m", "pip", "install", "--quiet", "parsedatetime==2.6"], folder)
    return [python, "-m", "benchmarks.reading.finders.with_parsedatetime"]


def _chrono(folder: Path) -> list[str]:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise NotToBeHadError("node is not on this machine")
    _install([npm, "install", "--silent", "--prefix", str(folder), "chrono-node@2.10.3"], folder)
    return [node, str(FINDERS / "with_chrono.mjs")]


def _install(command: list[str], folder: Path) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE, cwd=folder)
    except (subprocess.SubprocessError, OSError) as problem:
        raise NotToBeHadError(f"it could not be installed here ({type(problem).__name__})") from problem


OURS = Engine("Leadline, the whole reader", _python("with_leadline"))
OTHERS = (
    Engine("Leadline, its date grammar alone", _python("with_grammar")),
    Engine("dateparser, search", _python("with_dateparser")),
    Engine("parsedatetime", _parsedatetime),
    Engine("chrono-node", _chrono),
)
