"""`leadline paper`: the same meeting as Word and as Excel, and what is said when there is none."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

import pytest
from typer.testing import CliRunner

from leadline.commands import build

NAME = "Larkmere Partnership"
MEETING = ("--board", "Board", "--meeting", "2026-10-14")


@pytest.fixture(autouse=True)
def live_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with as_file(files("leadline.sample") / "larkmere_plan.csv") as plan:
        typed("import", str(plan), "--partnership", NAME, "--yes")
    typed("setup", NAME, "--officer", "P Lowell", "--meeting", "2026-10-14", "--papers", "2026-10-04")
    typed("go-live", NAME)


def typed(*words: str, status: int = 0) -> str:
    result = CliRunner().invoke(build(words[0]), list(words))
    assert result.exit_code == status, result.output
    return result.output


def test_a_paper_is_written_and_named_after_its_meeting() -> None:
    said = typed("paper", "highlight", *MEETING)
    assert said.startswith("Highlight report for Board, Wed 14 Oct 2026: Draft, not frozen, as at ")
    assert Path("larkmere-partnership-board-2026-10-14-highlight.docx").read_bytes()[:2] == b"PK"
    assert "37 actions." in typed("paper", "tracker", *MEETING, "--out", "tracker.xlsx")
    assert Path("tracker.xlsx").exists()


def test_a_meeting_that_is_not_in_the_calendar_is_answered_with_those_that_are() -> None:
    said = typed("paper", "highlight", "--board", "Board", "--meeting", "2026-12-01", status=2)
    assert "there is no such meeting. In the calendar: Board" in said
    assert list(Path().glob("*.docx")) == []
