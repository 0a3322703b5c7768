"""An import's doubts, settled at the terminal."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.leadline.commands.terminal import terminal, typed

NAME = "Harbour Partnership"
PLAN = """Harbour plan
Ref,Action,Lead,Timescale,Status
1.1,Agree the discharge letter,S Okoro,Sept 2030,In progress
1.2,Train the ward staff,,Dec 2030,
1.3,Open the carers' group,L Pashley,To be agreed,
2.2,Review the on-call rota,Team managers,May 2031,
"""


@pytest.fixture(scope="module")
def a_draft(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("a_draft")
    with terminal(folder):
        Path("plan.csv").write_text(PLAN, encoding="utf-8")
        typed("import", "plan.csv", "--partnership", NAME, "--yes")
    return folder


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(a_draft: Path, tmp_path: Path) -> Iterator[None]:
    with terminal(tmp_path, beginning_with=a_draft):
        yield


def test_they_are_listed_and_asked_one_at_a_time_and_what_is_wrong_is_asked_again() -> None:
    listed = typed("doubts", "--list")
    assert "Needs you (2):" in listed
    assert "Worth a look (1):" in listed
    said = typed("doubts", NAME, said="J Tranter\nsoonish\nMarch 2031\ny\n")
    assert "Saved. 1.2: led by J Tranter." in said
    assert 'I cannot read "soonish" as a date.' in said
    assert "Saved. 1.3: due March 2031." in said
    assert said.endswith("Harbour plan: no question left for later.\n")
    after = typed("doubts", "--list")
    assert "Needs you" not in after
    assert "To check (1):" in after


def test_what_is_left_for_later_is_asked_again() -> None:
    said = typed("doubts", said="\nnone\nn\n")
    assert "It stays without a date, and is listed so." in said
    assert said.endswith("Harbour plan: 1 question left for later.\n")
    assert "1.2 has no lead." in typed("doubts", said="nobody\nn\n")
    assert "1.2 has no lead." not in typed("doubts", "--list")


def test_what_only_the_comments_say_is_taken_when_it_is_said_to_be() -> None:
    Path("remarks.csv").write_text(
        "Remarks plan\nRef,Action,Lead,Timescale,Status,Comments\n"
        "1,Agree the letter,S Okoro,Sept 2030,In progress,Will be completed December 2030\n"
        "2,Send the letter,S Okoro,Oct 2030,In progress,\n",
        encoding="utf-8",
    )
    typed("import", "remarks.csv", "--partnership", NAME, "--yes")
    assert "becomes December 2030" in typed("doubts", NAME, "--list")
    assert forecast() == ""
    assert "Take what the comments say as forecasts and states (1)" in typed("doubts", NAME, said="y\n")
    assert "To check (1):" in typed("doubts", NAME, "--list")
    assert forecast() == "December 2030"


def forecast() -> str:
    """The first action's forecast, as the plan leaves."""
    typed("export", "Remarks plan", "--out", "out.csv")
    with Path("out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    heading = next(row for row in rows if "Forecast date" in row)
    return rows[rows.index(heading) + 1][heading.index("Forecast date")]
