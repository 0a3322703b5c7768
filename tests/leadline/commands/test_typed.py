"""An NHS number typed at the terminal is refused by every command, before anything is opened or kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from leadline.commands import build

NUMBER = "943 476 5919"
PLAN = "Ref,Action,Lead,Timescale\n1.1,Agree the letter,S Okoro,Sept 2030\n1.2,Train the staff,,Dec 2030\n"


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.delenv("DATABASE_URL", raising=False)


def typed(*words: str, answers: str = "", status: int = 0) -> str:
    result = CliRunner().invoke(build(words[0]), list(words), input=answers)
    assert result.exit_code == status, result.output
    return result.output


@pytest.mark.parametrize(
    "words",
    [
        ("setup", "Larkmere", "--officer", f"P Lowell {NUMBER}"),
        ("key", "Larkmere", "--add", f"Embedded, monitoring, {NUMBER}=complete"),
        ("boards", "promise", f"Report on {NUMBER}", "--when", "Sept 2027"),
        ("record", NUMBER),
    ],
)
def test_no_word_of_a_command_is_taken(words: tuple[str, ...], tmp_path: Path) -> None:
    assert "This looks like an NHS number." in typed(*words, status=2)
    assert list(tmp_path.iterdir()) == [], "nothing was opened"


def test_a_file_may_be_called_by_ten_digits() -> None:
    Path("9434765919.csv").write_text(PLAN, encoding="utf-8")
    assert "2 actions" in typed("import", "9434765919.csv", "--dry-run")


def test_an_answer_is_asked_for_again_and_answers_in_a_file_are_refused() -> None:
    Path("plan.csv").write_text(PLAN, encoding="utf-8")
    typed("import", "plan.csv", "--partnership", "Larkmere", "--yes")
    said = typed("doubts", answers=f"the son of {NUMBER}\nJ Tranter\n")
    assert "This looks like an NHS number." in said
    assert "Saved. 1.2: led by J Tranter." in said
    told = {"gone": {"1.1": {"is": "withdrawn", "words": f"done for {NUMBER}"}}}
    Path("answers.json").write_text(json.dumps(told), encoding="utf-8")
    words = ("import", "plan.csv", "--into", "plan", "--answers", "answers.json")
    assert "This looks like an NHS number." in typed(*words, status=2)
