"""`leadline read`: a line in, a line out, in order, whatever the line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.language.reading import Context, Conventions, Progress
from bot.rag import Rag
from leadline.commands.read import read, read_conventions, read_lines, read_plan

PLAN = """ref,action,leads,organisation,timescale
1.1,Agree a communications plan,P Lowell,Larkmere Council,Sept 2026
2.1,Commission a crisis line,"S Okoro; J Tranter",Dunvale NHS Trust,31 January 2027
,,,,
"""
CONTEXT = """
fiscal_start_month = 4
quarters = "calendar"
nation = "wales"
scale = { green = "complete", amber = "on track" }

[meetings]
"partnership board" = ["2026-12-09", 2027-01-13]

[status_words]
"Dormant" = "on_hold"
"Concern" = "amber"
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "larkmere.csv"
    path.write_text(PLAN, encoding="utf-8")
    return path


def answers(lines: str, *options: str) -> list[dict[str, object]]:
    app = typer.Typer()
    app.command()(read)
    result = CliRunner().invoke(app, ["--today", "2026-11-22", *options], input=lines)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_each_line_is_answered_in_order(plan: Path) -> None:
    said = answers(
        '{"id": 7, "text": "2.1 amber", "extra": 1}\n'
        '{"id": 8, "text": "done", "asked": ["1.1"], "speaker": null}\n',
        "--plan",
        str(plan),
    )
    assert [one["id"] for one in said] == [7, 8]
    assert [one["updates"][0]["action"] for one in said] == ["2.1", "1.1"]  # type: ignore[index]  # plain JSON


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        "[]",
        '{"text": 3}',
        '{"text": "a", "asked": "1.1"}',
        '{"text": "a", "speaker": 1}',
        "[" * 100000,
    ],
)
def test_a_line_that_cannot_be_read_is_answered_with_its_error(line: str) -> None:
    first, second = answers(line + '\n\n{"id": 1, "text": "1.1 green"}\n')
    assert set(first) == {"error"}
    assert second["id"] == 1


def test_with_several_plans_each_update_names_its_own(plan: Path, tmp_path: Path) -> None:
    other = tmp_path / "dunvale.csv"
    other.write_text(
        "ref,action,leads,organisation,timescale\n5.1,Refurbish the day centre,A Reed,,\n", encoding="utf-8"
    )
    (said,) = answers('{"text": "5.1 green"}\n', "--plan", str(plan), "--plan", str(other))
    assert said["updates"][0]["plan"] == "dunvale"  # type: ignore[index]  # plain JSON


def test_explained_the_words_are_given(plan: Path) -> None:
    (said,) = answers('{"text": "2.1 green"}\n', "--plan", str(plan), "--explain")
    assert said["updates"][0]["evidence"][0]["words"] == "green"  # type: ignore[index]  # plain JSON


def test_a_plan_is_read_from_its_csv(plan: Path) -> None:
    known = read_plan(plan, date(2026, 11, 22), Conventions())
    assert known.name == "larkmere"
    assert [(one.ref, one.leads) for one in known.actions] == [
        ("1.1", ("P Lowell",)),
        ("2.1", ("S Okoro", "J Tranter")),
    ]
    assert known.actions[1].due is not None


def test_the_context_gives_the_calendar_and_the_plans_words(tmp_path: Path) -> None:
    path = tmp_path / "context.toml"
    path.write_text(CONTEXT, encoding="utf-8")
    said = read_conventions(path)
    assert said.quarters_by_calendar
    assert said.nation == "wales"
    assert said.scale_complete == {"green"}
    assert said.meetings == (
        ("partnership board", date(2026, 12, 9)),
        ("partnership board", date(2027, 1, 13)),
    )
    assert said.status_words == (("dormant", Progress.ON_HOLD), ("concern", Rag.AMBER))


def test_a_word_of_two_halves_is_heard_however_they_are_parted(tmp_path: Path) -> None:
    path = tmp_path / "context.toml"
    path.write_text('status_words = { "Handed over – watching" = "complete" }', encoding="utf-8")
    said = b'{"text": "1.4 handed over - watching"}\n{"text": "1.4 Handed over (watching)"}'
    view = Context(conventions=read_conventions(path))
    for line in read_lines(said.splitlines(), date(2026, 11, 22), view):
        assert json.loads(line)["updates"][0]["progress"] == "complete"


@pytest.mark.parametrize(
    ("toml", "complete"),
    [
        ('scale = "delivery"', {"green", "blue"}),
        ('scale_complete = ["blue"]', {"blue"}),
        ("scale = 3", set()),
    ],
)
def test_a_scale_may_be_named_or_listed(toml: str, complete: set[str], tmp_path: Path) -> None:
    path = tmp_path / "context.toml"
    path.write_text(toml, encoding="utf-8")
    assert read_conventions(path).scale_complete == complete


def test_meetings_may_be_a_list_of_tables(tmp_path: Path) -> None:
    path = tmp_path / "context.toml"
    path.write_text('[[meetings]]\nname = "board"\ndate = 2026-12-09\n', encoding="utf-8")
    assert read_conventions(path).meetings == (("board", date(2026, 12, 9)),)


@pytest.mark.parametrize("toml", ["nation = 'mars'", "[[", "status_words = { a = 'mauve' }"])
def test_a_context_that_makes_no_sense_says_so(toml: str, tmp_path: Path) -> None:
    path = tmp_path / "context.toml"
    path.write_text(toml, encoding="utf-8")
    with pytest.raises(typer.BadParameter):
        read_conventions(path)
