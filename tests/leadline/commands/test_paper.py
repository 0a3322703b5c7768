"""`leadline paper`: the same meeting as Word and as Excel, and what is said when there is none."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from tests.leadline.commands.terminal import terminal, typed

NAME = "Larkmere Partnership"
MEETING = ("--board", "Board", "--meeting", "2026-10-14")


@pytest.fixture(scope="module")
def live_plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("live_plan")
    with terminal(folder):
        with as_file(files("leadline.sample") / "larkmere_plan.csv") as plan:
            typed("import", str(plan), "--partnership", NAME, "--yes")
        typed("setup", NAME, "--officer", "P Lowell", "--meeting", "2026-10-14", "--papers", "2026-10-04")
        typed("go-live", NAME)
    return folder


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(live_plan: Path, tmp_path: Path) -> Iterator[None]:
    with terminal(tmp_path, beginning_with=live_plan):
        yield


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
