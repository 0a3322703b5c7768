"""A request for the record at the terminal: written, logged, listed, closed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.leadline.commands.terminal import terminal, typed

PLAN = "Harbour mental health plan"
HEAD = "Ref,Action,Lead,Timescale,Status,RAG"
ROWS = f"{PLAN},,,,,\n{HEAD}\n1.1,Agree the letter,S Okoro,Sept 2027,In progress,Green\n"


@pytest.fixture(scope="module")
def live_plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("live_plan")
    with terminal(folder):
        Path("plan.csv").write_text(ROWS, encoding="utf-8")
        typed("import", "plan.csv", "--yes")
        typed("setup", PLAN, "--officer", "P Lowell", "--meeting", "2027-06-14")
        typed("go-live", PLAN)
    return folder


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(live_plan: Path, tmp_path: Path) -> Iterator[None]:
    with terminal(tmp_path, beginning_with=live_plan):
        yield


@pytest.mark.parametrize("kind", ["docx", "xlsx", "json"])
def test_the_record_is_written_in_each_kind_of_file(kind: str) -> None:
    said = typed("record", "1.1", "--format", kind)
    assert "Everything I hold on 1.1" in said
    assert "Names to consider first: S Okoro." in said
    assert "Not held here" in said
    content = Path(f"record-1-1-request-1.{kind}").read_bytes()
    if kind == "json":
        held = json.loads(content)
        assert (held["actions"], held["people_named"]) == (["1.1"], ["S Okoro"])
    else:
        assert content.startswith(b"PK")


def test_a_folder_or_a_name_says_where_it_goes() -> None:
    Path("foi").mkdir()
    typed("record", "1.1", "--out", "foi")
    typed("record", "1.1", "--out", "answer.json")
    assert Path("foi/record-1-1-request-1.docx").exists()
    assert json.loads(Path("answer.json").read_bytes())["request"] == 1


def test_open_requests_are_listed_and_closed() -> None:
    assert "No request for the record is open." in typed("record")
    typed("record", "1.1")
    assert typed("record").startswith("1: 1.1, asked ")
    assert "Request 1 is closed." in typed("record", "1", "--close")
    assert "There is no open request 1." in typed("record", "1", "--close", status=1)
    assert "The record is whole" in typed("audit", "verify")
