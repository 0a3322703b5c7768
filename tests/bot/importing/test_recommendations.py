from datetime import date

import pytest

from bot.draft import DoubtKind, DraftPlan
from bot.errors import PlanUnreadable
from bot.importing.plan import read_document
from bot.importing.rows import RawDocument, table_of
from bot.language.reading import Conventions


def paper(*lines: str) -> DraftPlan:
    table = table_of([[line] for line in lines], has_pages=True)
    return read_document(RawDocument("paper", (table,)), date(2027, 4, 1), Conventions())


def test_a_committee_s_recommendations_are_actions() -> None:
    plan = paper(
        "Larkmere Council",
        "Subject: The future of the day centre",
        "1. This report describes a consultation.",
        "7. The principles are:",
        "a) Fairness",
        "b) Openness",
        "Recommendations",
        "Members are asked to",
        "- a) **NOTE** the consultation.",
        "- b) AGREE a further report in October 2027 on costs, after",
        "the summer break.",
        "- c) Subject to b) being agreed, APPOINT a chair in May 2028.",
        "Contact: the board officer",
    )
    assert plan.title == "The future of the day centre"
    assert [(action.ref, action.text) for action in plan.actions] == [
        ("a", "NOTE the consultation."),
        ("b", "AGREE a further report in October 2027 on costs, after the summer break."),
        ("c", "Subject to b) being agreed, APPOINT a chair in May 2028."),
    ]
    assert [action.timescale and action.timescale.words for action in plan.actions] == [
        None,
        "October 2027",
        None,
    ]
    assert plan.actions[2].waits_for == ("b",)
    assert [doubt.kind for doubt in plan.doubts] == [
        DoubtKind.NO_LEAD,
        DoubtKind.NO_DATE,
        DoubtKind.DATE_IN_TEXT,
        DoubtKind.WAITS_FOR,
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("Reasons for the recommendations", "1. It is cheap", "2. It is quick"),
        ("Background", "a) Fairness", "b) Openness"),
        ("Recommendations", "None at present.", "Appendix", "List of papers", "a) One", "b) Two"),
        ("Recommendations", "b) Begin in the middle", "c) And go on"),
    ],
)
def test_other_lists_are_no_recommendations(lines: tuple[str, ...]) -> None:
    with pytest.raises(PlanUnreadable):
        paper(*lines)


@pytest.mark.parametrize(
    "marks", [("1.", "2.", "3."), ("i)", "ii)", "iii)"), ("(a)", "(b)", "(c)"), ("A.", "B.", "C.")]
)
def test_lists_are_numbered_in_several_ways(marks: tuple[str, ...]) -> None:
    plan = paper("The Board is recommended to:", *(f"{mark} Agree it" for mark in marks))
    assert len(plan.actions) == 3
