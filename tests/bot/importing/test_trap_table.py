"""The page's table of traps is true: each stands by its words in the test named, and none is left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PRACTICES = ROOT.parent / "shared" / "PRACTICES.md"
TABLE = (
    (ROOT / "docs" / "importing.md")
    .read_text(encoding="utf-8")
    .partition("## The traps")[2]
    .partition("\n## ")[0]
)
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TABLE.splitlines()
    if line.startswith("| ") and "`" in line
]
NOT_BY_THEIR_WORDS = {"1.1 strategic planning, service…", "april 2007", "cdw in place by dec 2007"}
"""What the papers print, of which our own sample has another wording."""


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}: {row[2]}")
def test_each_trap_stands_in_the_test_that_is_named(row: list[str]) -> None:
    text = (ROOT / "tests" / row[2].strip("`")).read_text(encoding="utf-8").casefold()
    assert [words for words in row[1].split(" · ") if words.casefold() not in text] == []


def test_no_trap_is_left_out() -> None:
    if not PRACTICES.exists():
        pytest.skip("the practices are not here: ../shared/PRACTICES.md")
    traps = PRACTICES.read_text(encoding="utf-8").partition("## Traps")[2].partition("\n---")[0]
    listed = " ".join(row[1] for row in ROWS).casefold()
    kept = [line for line in traps.splitlines() if not line.startswith("People:")]
    said = {words.casefold().rstrip("…. ") for line in kept for words in re.findall(r'"([^"]+)"', line)}
    known = {
        words
        for words in said
        if words in listed or all(part.strip() in listed for part in words.split("…") if part)
    }
    assert said - known - {words.rstrip("…. ") for words in NOT_BY_THEIR_WORDS} == set()
