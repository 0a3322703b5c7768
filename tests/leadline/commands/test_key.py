"""`leadline key`: what an officer can say of a plan's words and calendar at the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.conventions import PlanConventions
from bot.language.reading import Progress
from bot.plan import PlanState
from bot.rag import Rag, RagScale
from leadline.commands import build
from leadline.commands.import_plan import keep, read_plan
from leadline.commands.key import COMPLETE_COLOURS, Green, key
from leadline.office import open_office
from tests.leadline.commands.terminal import terminal
from tests.storage.larkmere import NOW

PLAN = """Ref,Action,Lead,Due,Status
1.1,Write,S Okoro,May 2099,Significant progress
1.2,Read,S Okoro,May 2099,Complete
"""


@pytest.fixture(scope="module")
def a_draft(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("a_draft")
    with terminal(folder):
        path = Path("Larkmere plan.csv")
        path.write_text(PLAN, encoding="utf-8")
        keep(read_plan(path, NOW.date()), "Larkmere")
    return folder


@pytest.fixture(autouse=True)
def larkmere(a_draft: Path, tmp_path: Path) -> Iterator[Path]:
    """A record of its own with one plan in it."""
    with terminal(tmp_path, beginning_with=a_draft):
        yield tmp_path / "Larkmere plan.csv"


def conventions() -> PlanConventions:
    with open_office() as office, office.work(read_only=True) as work:
        return work.plans.all()[0].conventions


def test_it_shows_what_the_import_learnt(capsys: pytest.CaptureFixture[str]) -> None:
    key("Larkmere")
    assert capsys.readouterr().out == (
        "Larkmere plan\n"
        "  Financial year: April to March\n"
        "  Quarters: financial, Q1 is April to June\n"
        "  Colours: Red, Amber, Green\n"
        "  Green means: on track\n"
        "  Its own words:\n"
        '    "Significant progress" = on track\n'
    )


def test_everything_can_be_said_in_one_line() -> None:
    line = [
        *("key", "Larkmere", "--add", "Embedded, monitoring=complete", "--add", "Of concern = Amber/Red"),
        *("--remove", "significant progress", "--quarters", "calendar", "--year-starts", "September"),
        *("--green-means", "complete"),
    ]
    done = CliRunner().invoke(build("key"), line)
    assert done.exit_code == 0, done.output
    assert "Quarters: calendar, Q1 is January to March" in done.output
    assert conventions() == PlanConventions(
        fiscal_start_month=9,
        quarters_by_calendar=True,
        scale_complete=frozenset({"green", "blue"}),
        status_words=(("Embedded, monitoring", Progress.COMPLETE), ("Of concern", Rag.AMBER_RED)),
    )


def test_what_is_not_named_stays() -> None:
    key("Larkmere", year_starts="sept", green_means=Green.COMPLETE)
    key("Larkmere", add=["Watching brief=on hold"])
    key("Larkmere", green_means=Green.ON_TRACK)
    assert conventions() == PlanConventions(
        fiscal_start_month=9,
        status_words=(("Significant progress", Progress.ON_TRACK), ("Watching brief", Progress.ON_HOLD)),
    )


def test_a_word_said_again_means_what_was_said_last() -> None:
    key("Larkmere", add=["SIGNIFICANT PROGRESS = green"])
    assert conventions().status_words == (("SIGNIFICANT PROGRESS", Rag.GREEN),)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"add": ["Embedded"]}, "“Embedded” needs words and what they mean"),
        ({"add": ["=complete"]}, "“=complete” needs words and what they mean"),
        ({"add": ["Embedded=splendid"]}, "“splendid” is not something I can record"),
        ({"year_starts": "Spring"}, "“Spring” is not a month"),
        ({"year_starts": ""}, "“” is not a month"),
        ({"remove": ["Embedded"]}, "It has “Significant progress”. Nothing was changed."),
        ({"plan": "Dunvale plan"}, "Which plan? There is “Larkmere plan”."),
    ],
)
def test_what_cannot_be_understood_is_said_and_nothing_is_changed(
    asked: dict[str, object], sentence: str
) -> None:
    before = conventions()
    with pytest.raises(typer.BadParameter) as refused:
        key("Larkmere", **asked)  # type: ignore[arg-type]  # by name
    assert sentence in refused.value.message
    assert conventions() == before


def test_of_two_plans_one_has_to_be_named(larkmere: Path) -> None:
    second = larkmere.with_name("Carers plan.csv")
    second.write_text(PLAN.replace("Write", "Visit").replace("Read", "Ring round"), encoding="utf-8")
    keep(read_plan(second, NOW.date()), "Larkmere")
    with pytest.raises(typer.BadParameter, match="“Larkmere plan” and “Carers plan”"):
        key("Larkmere")
    key("Larkmere", plan="carers plan", year_starts="may")
    with open_office() as office, office.work(read_only=True) as work:
        months = {plan.title: plan.conventions.fiscal_start_month for plan in work.plans.all()}
        assert {plan.state for plan in work.plans.all()} == {PlanState.DRAFT}
    assert months == {"Larkmere plan": 4, "Carers plan": 5}


def test_every_meaning_of_green_has_its_colours() -> None:
    assert set(COMPLETE_COLOURS) == set(Green)


def test_a_board_of_five_colours_says_so() -> None:
    told = CliRunner().invoke(build("key"), ["key", "Larkmere", "--scale", "five-point"])
    assert "Colours: Red, Amber/Red, Amber, Amber/Green, Green" in told.output
    assert conventions().scale is RagScale.FIVE_POINT
    CliRunner().invoke(build("key"), ["key", "Larkmere", "--scale", "three-point"])
    assert conventions().scale is RagScale.THREE_POINT
