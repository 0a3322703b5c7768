"""One person's rights at the terminal: all that is kept of them, and two people who erase them for good."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.errors import NotAllowed, NotFound
from leadline.commands import build
from tests.leadline.commands.terminal import terminal, typed

PLAN = "Harbour mental health plan"
HEAD = "Ref,Action,Lead,Timescale,Status,RAG"
ROWS = f"{PLAN},,,,,\n{HEAD}\n1.1,Agree the letter,S Okoro,Sept 2027,In progress,Green\n"


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path) -> Iterator[None]:
    with terminal(tmp_path):
        set_up()
        yield


def set_up() -> None:
    Path("plan.csv").write_text(ROWS, encoding="utf-8")
    typed("import", "plan.csv", "--yes")
    typed("setup", PLAN, "--officer", "P Lowell", "--chair", "A Merrin", "--meeting", "2027-06-14")


def refused(*words: str) -> BaseException | None:
    return CliRunner().invoke(build(words[0]), list(words)).exception


def test_everything_kept_of_a_person_is_written_as_json_and_csv() -> None:
    said = typed("person", "export", "s okoro", "--out", "given")
    assert said.startswith("Everything kept of S Okoro: ")
    (held,) = (json.loads(one.read_text()) for one in Path("given").glob("*.json"))
    assert held["person"][0]["name"] == "S Okoro"
    assert len(held["action_lead"]) == 1
    (table,) = Path("given").glob("*.csv")
    rows = list(csv.reader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert ["person", "1", "name", "S Okoro"] in rows


def test_two_people_erase_and_a_restored_backup_does_not_bring_the_person_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typed("backup", "before.zip")
    assert "Nothing is erased yet" in typed("person", "erase", "S Okoro", "--by", "A Merrin")
    assert "Nothing is erased yet" in typed("person", "erase", "S Okoro", "--by", "A Merrin")
    assert isinstance(refused("person", "erase", "S Okoro", "--by", "S Okoro"), NotAllowed)
    assert "(erased) stands wherever the name stood" in typed(
        "person", "erase", "S Okoro", "--by", "P Lowell"
    )
    assert "S Okoro" not in typed("people", "list")
    assert isinstance(refused("person", "export", "S Okoro"), NotFound)
    assert "The record is whole" in typed("audit", "verify")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{Path.cwd() / 'elsewhere.db'}")
    assert "Erased again, as before the backup was restored: 1." in typed("restore", "before.zip")
    assert "S Okoro" not in typed("people", "list")
    assert "The record is whole" in typed("audit", "verify")
