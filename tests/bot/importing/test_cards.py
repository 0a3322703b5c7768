"""A plan laid out as cards is turned; a paper's cover sheet is none."""

from __future__ import annotations

import pytest

from bot.errors import PlanUnreadable
from tests.bot.importing.tables import one, plan_of, refs

CARD = (
    ["Priority action 1.1: Damp homes", ""],
    ["What we will do", "Inspect 300 homes"],
    ["Lead", "R Vale"],
    ["By when", "May 2027"],
    ["Budget", "£4,000"],
)
SECOND = (["Priority action 1.2: Cold homes", ""], ["What we will do", "Insulate 90"], *CARD[2:])


def test_a_card_s_title_number_and_unknown_rows_are_kept() -> None:
    plan = plan_of(["Homes plan", ""], ["", ""], *CARD, ["", ""], *SECOND)
    assert (plan.title, refs(plan)) == ("Homes plan", ["1.1", "1.2"])
    first = one(plan, "1.1")
    assert (first.text, first.recommendation, first.leads) == ("Inspect 300 homes", "Damp homes", ("R Vale",))
    assert "Budget: £4,000" in first.comments


def test_cards_without_a_blank_row_between_them_are_told_apart_by_their_labels() -> None:
    assert refs(plan_of(*CARD[1:], *CARD[1:4])) == ["1", "2"]


@pytest.mark.parametrize(
    "sheet",
    [
        (
            ["Report to", "Board"],
            ["Lead director", "R Vale"],
            ["Date", "4 May 2027"],
            ["Action required", "To note"],
        ),
        (["Title", "Homes plan"], ["Owner", "R Vale"], ["Version", "3"], ["Status", "Draft"]),
    ],
)
def test_a_cover_sheet_is_no_card(sheet: tuple[list[str], ...]) -> None:
    with pytest.raises(PlanUnreadable):
        plan_of(*sheet)
