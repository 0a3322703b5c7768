"""Numbers, letters and strays."""

from bot.draft import DoubtKind
from bot.plan import Theme
from bot.rag import Rag
from tests.bot.importing.tables import kinds, one, plan_in, plan_of, refs

HEAD = "Priorities|Commentary|Action required|Timescale|Lead|Outcome"


def test_several_lines_under_one_number_are_lettered() -> None:
    plan = plan_in(f"""
{HEAD}
1.4 Capacity|Prioritised.|Present the case|April 2027|R Vale|Money
|||Sept 2027|T Cole|Terms agreed
||Write the terms|Sept 2027|T Cole|Terms agreed
1.10 Money||Agree the budget|May 2027|R Vale|
""")
    assert refs(plan) == ["1.4a", "1.4b", "1.4c", "1.10"]
    assert one(plan, "1.4b").text == ""
    assert kinds(plan, 3) == {DoubtKind.NO_ACTION_TEXT}


def test_a_number_printed_twice_is_no_part_of_the_title() -> None:
    plan = plan_of(["Ref", "Priority", "Action", "Lead"], ["1.4", "1.4 Beds", "Write it", "R Vale"])
    assert plan.actions[0].recommendation == "Beds"


def test_a_numbered_row_of_two_cells_above_its_numbers_is_no_theme_when_it_says_more() -> None:
    plan = plan_of(
        ["Ref", "Action", "Lead"],
        ["2. Leaving hospital", "Write it", ""],
        ["2.1", "Send it", "R Vale"],
    )
    assert plan.themes == ()
    assert refs(plan) == ["2", "2.1"]


def test_a_number_repeated_on_every_line_is_lettered_too() -> None:
    plan = plan_of(
        ["Ref", "Priority", "Action", "Lead"],
        ["1.4", "Capacity", "Write it", "R Vale"],
        ["1.4", "Capacity", "Send it", "R Vale"],
    )
    assert refs(plan) == ["1.4a", "1.4b"]
    assert plan.actions[0].recommendation == plan.actions[1].recommendation == "Capacity"


def test_themes_without_numbers_go_by_their_actions_numbers_or_their_order() -> None:
    plan = plan_of(
        ["Ref", "Action", "Lead"],
        ["Access", "", ""],
        ["3.1", "Write it", "R Vale"],
        ["3.2", "Send it", "R Vale"],
        ["Money", "", ""],
        ["7.1", "Count it", "R Vale"],
        ["8.1", "Spend it", "R Vale"],
    )
    assert plan.themes == (Theme("3", "Access"), Theme("2", "Money"))
    assert [action.theme for action in plan.actions] == ["3", "3", "2", "2"]


def test_a_theme_may_be_a_number_and_a_title_above_its_numbers() -> None:
    plan = plan_of(
        ["Ref", "Action", "Lead"],
        ["2", "Leaving hospital", ""],
        ["2.1", "Write it", "R Vale"],
        ["3.0", "Coming home", ""],
        ["3.1", "Send it", "R Vale"],
    )
    assert plan.themes == (Theme("2", "Leaving hospital"), Theme("3.0", "Coming home"))


def test_an_objective_printed_once_stands_for_the_numbers_below_it() -> None:
    plan = plan_of(
        ["Objective", "Key actions", "Lead"],
        ["1. Fewer falls", "1.1 Fit rails", "K Bramley"],
        ["", "1.2 Check eyes", "K Bramley"],
        ["", "2.1 New menus", "K Bramley"],
    )
    assert [(action.ref, action.recommendation) for action in plan.actions] == [
        ("1.1", "1. Fewer falls"),
        ("1.2", "1. Fewer falls"),
        ("2.1", ""),
    ]


def test_plain_numbers_that_begin_again_under_each_theme_are_told_apart() -> None:
    plan = plan_of(
        ["No", "Action", "Lead"],
        ["Theme A: Roads"],
        ["1", "Mend", "R Vale"],
        ["2", "Paint", "R Vale"],
        ["Theme B: Paths"],
        ["1", "Cut", "R Vale"],
    )
    assert refs(plan) == ["A.1", "2", "B.1"]
    assert kinds(plan, 3) == {DoubtKind.STRAY_NUMBER}


def test_a_plan_without_numbers_is_numbered_in_printed_order() -> None:
    plan = plan_of(["Action", "Lead"], ["Write it", "R Vale"], ["Send it", "T Cole"])
    assert refs(plan) == ["1", "2"]


def test_a_line_without_a_number_goes_by_the_one_above() -> None:
    plan = plan_of(
        ["Ref", "Priority", "Action", "Lead"],
        ["", "Early", "Begin", "R Vale"],
        ["1.1", "First", "Write it", "R Vale"],
        ["", "Second", "Send it", "R Vale"],
    )
    assert refs(plan) == ["0", "1.1a", "1.1b"]


def test_a_letter_alone_numbers_a_line_of_the_recommendation_above() -> None:
    plan = plan_of(
        ["Ref", "Recommendation", "Action", "Lead", "RAG", "Status"],
        ["R1", "Publish the waits", "", "", "Red", "Ongoing"],
        ["", "(a)", "Publish monthly", "K Adair", "Amber", "Started"],
        ["b", "", "Explain them", "K Adair", "Green", ""],
    )
    assert refs(plan) == ["R1a", "R1b"]
    assert plan.actions[0].recommendation == "Publish the waits"
    assert plan.actions[0].comments == "Recommendation: Red\nRecommendation: Ongoing"
    assert (plan.actions[0].rag, plan.actions[0].status_text) == (Rag.AMBER, "Started")


def test_a_spreadsheet_s_lost_zero_is_put_back_and_said() -> None:
    rows = [["Ref", "Action", "Lead"]]
    rows += [[f"1.{count}", "Write it", "R Vale"] for count in range(1, 10)]
    plan = plan_of(
        *rows, ["1.1", "Send it", "R Vale"], ["", "Keep it", "R Vale"], ["1.11", "Burn it", "R Vale"]
    )
    assert refs(plan)[9:] == ["1.10a", "1.10b", "1.11"]
    assert kinds(plan, 11) == {DoubtKind.TWO_READINGS}


def test_a_stray_number_is_said_and_kept() -> None:
    plan = plan_in(f"""
{HEAD}
1.12 Buying||Write it|May 2027|R Vale|
(1.20)||Send it|May 2027|R Vale|
3||Keep it|May 2027|R Vale|
""")
    assert refs(plan) == ["1.12a", "1.12b", "1.12c"]
    assert kinds(plan, 3) == {DoubtKind.STRAY_NUMBER}
    assert kinds(plan, 4) == set()
    assert one(plan, "1.12c").comments == "Number as printed: 3"


def test_commentary_that_runs_beside_several_lines_is_one_text() -> None:
    plan = plan_in(f"""
{HEAD}
1.1 Beds|The work will dovetail and inter-|Review the beds|May 2027|R Vale|
|changeability of roles helps.|Count the beds|May 2027|R Vale|
|A new thought.|Buy beds|May 2027|R Vale|
""")
    assert [action.comments for action in plan.actions] == [
        "The work will dovetail and inter-changeability of roles helps.",
        "",
        "A new thought.",
    ]


def test_a_heading_row_with_nothing_but_a_numbered_title() -> None:
    plan = plan_in(f"{HEAD}\n1.1 Beds||||\n||Count them|May 2027|R Vale|\n1.2 Doors||Paint|May 2027|R Vale|")
    assert [(action.ref, action.recommendation, action.text) for action in plan.actions] == [
        ("1.1", "Beds", "Count them"),
        ("1.2", "Doors", "Paint"),
    ]


def test_a_number_glued_to_a_title_that_has_its_own_column() -> None:
    plan = plan_of(
        ["", "Recommendation", "Action Taken", "Status", "RAG", "Comments"],
        ["7.", "Links.", "Links made.", "Delivered", "G", "Good"],
        ["8. The trust should review its communication", "", "Agreed in June", "A new forum is there."],
    )
    action = one(plan, "8")
    assert action.recommendation == "The trust should review its communication"
    assert action.comments == "A new forum is there.\nAgreed in June"
    assert kinds(plan, 3) == {DoubtKind.UNKNOWN_STATUS, DoubtKind.NO_ACTION_TEXT}
