"""Theme bands, columns of themes, and objectives."""

from bot.importing.plan import read_document
from bot.importing.rows import RawDocument, table_of
from bot.language.reading import Conventions
from bot.plan import Theme
from tests.bot.importing.tables import TODAY, plan_in, plan_of

HEAD = "Priorities|Commentary|Action required|Timescale|Lead|Outcome"


def test_theme_bands_and_the_actions_below_them() -> None:
    plan = plan_in(f"""
{HEAD}
1.1 Start||Begin|May 2027|R Vale|
2.0 PARTNERSHIP: working together
2.1 Board||Review the board|May 2027|R Vale|
4.0 Assessment a|4.0 Assessment and care|||
3.1 Users||Ask them|May 2027|R Vale|
4.1 Forms||Print them|May 2027|R Vale|
""")
    assert plan.themes == (Theme("2.0", "PARTNERSHIP: working together"), Theme("4.0", "Assessment and care"))
    assert {action.ref: action.theme for action in plan.actions} == {
        "1.1": None,
        "2.1": "2.0",
        "3.1": None,
        "4.1": "4.0",
    }


def test_a_theme_above_its_own_table() -> None:
    plan = plan_of(
        ["Care plan"],
        ["Priority 1: Housing"],
        ["Action", "By whom", "By when"],
        ["Sign it", "L Shaw", "May 2027"],
        ["Priority 2: Work"],
        ["Action", "By whom", "By when"],
        ["Hold it", "L Shaw", "May 2027"],
    )
    assert plan.title == "Care plan"
    assert plan.themes == (Theme("1", "Housing"), Theme("2", "Work"))
    assert [action.theme for action in plan.actions] == ["1", "2"]


def test_a_column_of_themes() -> None:
    plan = plan_of(
        ["Theme", "Action", "Lead"],
        ["Theme 2: Homes", "Write it", "R Vale"],
        ["", "Send it", "R Vale"],
        ["Work", "Count it", "R Vale"],
        ["Theme 2: Homes", "Keep it", "R Vale"],
    )
    assert plan.themes == (Theme("2", "Homes"), Theme("1", "Work")) or plan.themes[0] == Theme("2", "Homes")
    assert [action.theme for action in plan.actions][:2] == ["2", "2"]
    assert plan.actions[3].theme == "2"


def test_a_theme_that_runs_over_two_sheets_is_one() -> None:
    head = ["Ref", "Action", "Lead"]
    document = RawDocument(
        "book",
        (
            table_of([head, ["Theme 1: Access"], ["1.1", "Write it", "R Vale"]], name="Page 1"),
            table_of([head, ["Theme 1: Access"], ["1.2", "Send it", "R Vale"]], name="Page 2"),
        ),
    )
    plan = read_document(document, TODAY, Conventions())
    assert plan.themes == (Theme("1", "Access"),)
    assert [action.theme for action in plan.actions] == ["1", "1"]
