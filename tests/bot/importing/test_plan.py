"""What a document as a whole is read as: title, headings, sheets, loose rows."""

from dataclasses import replace
from datetime import date

import pytest

from bot.draft import DoubtKind
from bot.errors import PlanUnreadable
from bot.importing.plan import read_document
from bot.importing.rows import RawDocument, table_of
from bot.language.reading import Conventions
from bot.plan import ActionStatus
from tests.bot.importing.tables import TODAY, kinds, plan_in, plan_of, refs

HEAD = "Priorities|Commentary|Action required|Timescale|Lead|Outcome"


def test_a_title_a_heading_and_rows() -> None:
    plan = plan_in(f"""
Appendix 2
Care improvement action plan

{HEAD}
1.1 Planning|Beds are short|Review the beds|Sept 2027|R Vale|Enough beds
""")
    assert plan.title == "Care improvement action plan"
    (action,) = plan.actions
    assert (action.ref, action.recommendation, action.text, action.leads, action.outcome, action.row) == (
        "1.1",
        "Planning",
        "Review the beds",
        ("R Vale",),
        "Enough beds",
        5,
    )
    assert action.timescale is not None
    assert (action.timescale.words, action.timescale.end) == ("Sept 2027", date(2027, 9, 30))
    assert (action.status, action.status_text, action.rag) == (ActionStatus.NOT_STARTED, "", None)
    assert action.comments == "Beds are short"
    assert plan.doubts == ()


def test_without_a_title_the_file_s_name_is_the_title() -> None:
    assert plan_of(["Action", "Lead"], ["Write it", "R Vale"]).title == "the plan"


def test_a_first_line_is_the_title_when_none_says_plan() -> None:
    assert (
        plan_of(["Care in Larkmere"], ["Action", "Lead"], ["Write it", "R Vale"]).title == "Care in Larkmere"
    )


def test_a_document_without_a_plan_says_so() -> None:
    with pytest.raises(PlanUnreadable, match="no table of actions"):
        plan_of(["Year", "Outturn", "Budget"], ["2026", "1", "2"])
    with pytest.raises(PlanUnreadable, match="no table of actions"):
        plan_of(["Action", "Lead"])


def test_a_heading_of_two_rows() -> None:
    plan = plan_of(
        ["Ref", "Action", "Lead", "Timescale", ""],
        ["", "", "", "Original", "Revised"],
        ["1.1", "Write it", "R Vale", "May 2027", "June 2027"],
    )
    (action,) = plan.actions
    assert [time and time.words for time in (action.timescale, action.forecast)] == ["May 2027", "June 2027"]


def test_headings_repeated_on_each_page_are_skipped() -> None:
    plan = plan_in(f"{HEAD}\n1.1 A||Write it|May 2027|R Vale|\n\n{HEAD}\n1.2 B||Send it|May 2027|R Vale|")
    assert refs(plan) == ["1.1", "1.2"]


def test_a_column_nobody_knows_is_kept_with_its_heading() -> None:
    plan = plan_of(
        ["Action", "Lead", "Risk"], ["Write it", "R Vale", "High"], ["Send it", "R Vale", "", "see note"]
    )
    assert [action.comments for action in plan.actions] == ["Risk: High", "see note"]


def test_several_sheets_are_one_plan_and_doubts_say_the_sheet() -> None:
    head = ["No", "Action", "Lead", "Status"]
    document = RawDocument(
        "book",
        (
            table_of([head, ["1", "Write it", "LO", "Delivered"]], name="Access"),
            table_of([head, ["1", "Send it", "LO", "Waiting"]], name="Support"),
            table_of(
                [["Name", "Initials", "Employer"], ["Lena Osborne", "LO", "Fenwick Council"]], name="Leads"
            ),
            table_of([["Risk", "Score"], ["Money", "12"]], name="Risks"),
            table_of([[""]], name="Empty"),
        ),
    )
    plan = read_document(document, TODAY, Conventions())
    assert refs(plan) == ["1.1", "2.1"]
    assert [theme.title for theme in plan.themes] == ["Access", "Support"]
    assert plan.actions[0].leads == ("Lena Osborne",)
    messages = [doubt.message for doubt in plan.doubts]
    assert 'The sheet "Risks" has none of the headings of a plan. I did not read it.' in messages
    assert any(message.startswith('Sheet "Support": 2.1: the status says') for message in messages)
    assert not any("Empty" in message for message in messages)


def test_loose_rows_between_the_rows_of_a_plan_are_doubts() -> None:
    plan = plan_of(
        ["Action", "Lead"],
        ["Write it", "R Vale"],
        ["This was agreed at length."],
        ["Send it", "R Vale"],
        ["Signed off", ""],
    )
    assert [doubt.row for doubt in plan.doubts if doubt.kind is DoubtKind.ROW_NOT_READ] == [3, 5]


def test_prose_below_a_page_s_tables_is_prose() -> None:
    plan = plan_in(f"{HEAD}\n1.1 A||Write it|May 2027|R Vale|\n\nThank you for reading this far.")
    assert plan.doubts == ()


def test_a_rule_between_tables_is_no_row() -> None:
    plan = plan_in(
        f"{HEAD}\n1.1 A||Write it|May 2027|R Vale|\n--|---|--|---|--|-\n1.2 B||Send it|May 2027|R Vale|"
    )
    assert refs(plan) == ["1.1", "1.2"]
    assert plan.doubts == ()


def test_a_cell_whose_formula_was_never_computed_is_empty_and_asked_about() -> None:
    rows = [
        ["Ref", "Action", "Lead", "Due"],
        ["1", "Write it", "R Vale", ""],
        ["2", "Send it", "T Cole", "May 2027"],
    ]
    table = replace(table_of(rows, name="Plan"), uncomputed=((2, "D2", "=TODAY()+30"),))
    found = read_document(RawDocument("the plan", (table,)), date(2026, 9, 21), Conventions())
    assert [action.timescale is None for action in found.actions] == [True, False]
    assert kinds(found, 2) == {DoubtKind.NO_DATE, DoubtKind.UNCOMPUTED}
    many = replace(table, uncomputed=tuple((2, f"D{row}", "") for row in range(2, 90)))
    told = read_document(RawDocument("the plan", (many,)), date(2026, 9, 21), Conventions()).doubts
    assert sum(doubt.kind is DoubtKind.UNCOMPUTED for doubt in told) == 26
