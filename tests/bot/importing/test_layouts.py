"""Plans as councils and trusts lay them out: who, when and how each stands."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.draft import DoubtKind, DraftPlan
from bot.plan import ActionStatus
from bot.rag import Rag
from tests.bot.importing import layouts
from tests.bot.importing.tables import one, plan_of, refs

TODAY = date(2027, 4, 1)
# What a reading replaces by a value: colours by letter, marks, initials, and words of second headings.
REPLACED = {"ditto", "as", "above", "a", "g", "b", "rv", "tc", "mb", "and", "priority", "na"} | {
    *("lead", "support", "original", "revised")
}
NUMBERS = ("1", "2", "MD1")


def plan(text: str) -> DraftPlan:
    return plan_of(*[line.split("|") for line in text.strip("\n").splitlines()], today=TODAY)


def dues(found: DraftPlan) -> list[tuple[str | None, str | None]]:
    """Each action's date and new date in words."""
    return [
        (a.timescale.words if a.timescale else None, a.forecast.words if a.forecast else None)
        for a in found.actions
    ]


def test_a_board_s_tracker_with_new_dates_and_initials() -> None:
    found = plan(layouts.HULL)
    assert refs(found) == ["12/27", "13/27", "14/27"]
    assert [a.leads for a in found.actions] == [("Rosa Vale",), ("Tom Cole", "M Bright"), ("M Bright",)]
    assert dues(found) == [("17.7.27", "13 Nov 2027"), ("30 Sept 2027", None), ("14 Aug 2027", None)]
    assert [a.status_text for a in found.actions] == ["", "Not yet due", "Complete"]
    assert found.actions[0].comments == "Moved to Nov for lack of time"
    assert found.doubts == ()


def test_a_trust_s_summary_of_actions_keeps_its_minute_numbers() -> None:
    found = plan(layouts.OXFORD)
    assert refs(found) == ["BOD 60/27(h)", "BOD 61/27(a)", "BOD 61/27(b)", "SR (26/27) 01"]
    assert [a.status for a in found.actions] == [
        ActionStatus.IN_PROGRESS,
        ActionStatus.NOT_STARTED,
        ActionStatus.ON_HOLD,
        ActionStatus.COMPLETE,
    ]
    assert found.actions[1].comments == "tbc in meeting"


def test_an_improvement_plan_with_success_measures_and_blue() -> None:
    found = plan(layouts.IMPROVEMENT)
    assert [(a.ref, a.theme, a.rag) for a in found.actions] == [
        ("1.1", "1", Rag.GREEN),
        ("1.2", "1", Rag.AMBER),
        ("2.1", "2", None),
    ]
    assert one(found, "2.1").status is ActionStatus.COMPLETE
    assert one(found, "1.1").outcome == "95% in one day Audit report"
    assert one(found, "1.1").repeats == "Monthly"


def test_objectives_with_numbered_actions_and_milestones() -> None:
    found = plan(layouts.NESTED)
    assert refs(found) == ["1.1", "1.2", "2.1"]
    assert [a.recommendation for a in found.actions] == ["1. Shorter waits"] * 2 + ["2. Better letters"]
    assert dues(found) == [("June 2027", "Sept 2027"), ("Dec 2027", None), ("Autumn 2027", None)]
    assert one(found, "1.1").leads == ("R Vale", "T Cole", "M Bright")


def test_what_an_inspector_says_must_and_should_be_done() -> None:
    found = plan(layouts.CQC)
    assert [(a.ref, a.rag) for a in found.actions] == [
        ("MD1a", Rag.GREEN),
        ("MD1b", Rag.AMBER),
        ("SD1", Rag.RED),
    ]


def test_a_plan_without_numbers_goes_by_ours_and_says_so() -> None:
    found = plan(layouts.NO_NUMBERS)
    assert refs(found) == ["1", "2", "3"]
    assert [(doubt.row, doubt.kind) for doubt in found.doubts] == [(1, DoubtKind.OWN_NUMBERS)]


def test_recommendation_and_action_in_one_cell() -> None:
    found = plan(layouts.ONE_CELL)
    assert found.actions[0].text == "Review the lease. Report to the committee"
    assert found.doubts == ()


def test_a_heading_over_two_rows() -> None:
    found = plan(layouts.TWO_ROWS)
    assert dues(found) == [("May 2027", "Aug 2027"), ("June 2027", None)]
    assert one(found, "1.1").leads == ("R Vale", "T Cole")


def test_timescales_that_are_no_single_date() -> None:
    found = plan(layouts.PHASED)
    phased = one(found, "1").timescale
    assert phased is not None
    assert (phased.start, phased.end) == (date(2027, 6, 1), date(2027, 12, 31))
    assert "Phase 2" in one(found, "1").comments
    assert [(a.ref, a.repeats) for a in found.actions if a.repeats] == [
        ("2", "every 3 months"),
        ("3", "two-monthly"),
    ]
    later = one(found, "4").timescale
    assert later is not None
    assert later.start == date(2027, 9, 1)
    asked = {(doubt.row, doubt.kind) for doubt in found.doubts if doubt.kind is DoubtKind.NO_DATE}
    assert asked == {(6, DoubtKind.NO_DATE), (7, DoubtKind.NO_DATE)}


def test_as_above_and_ditto_marks_in_any_column() -> None:
    found = plan(layouts.DITTO)
    assert {a.leads for a in found.actions} == {("R Vale",)}
    assert dues(found)[2] == ("June 2027", None)
    assert [a.outcome for a in found.actions] == ["Policy in place"] * 2 + ["", "Policy in place"]


def test_leads_joined_in_every_way() -> None:
    found = plan(layouts.SEMICOLONS)
    assert [a.leads for a in found.actions] == [
        ("R Vale", "T Cole"),
        ("R Vale", "T Cole", "M Bright"),
        ("R Vale", "T Cole", "Estates team"),
        ("R Vale", "T Cole"),
    ]
    employers = {person.name: person.organisations for person in found.people}
    assert (employers["R Vale"], employers["T Cole"]) == (("Larkmere Council",), ("Dunvale NHS Trust",))


def test_a_chart_of_months_is_said_and_kept_but_gives_no_dates() -> None:
    found = plan(layouts.GANTT)
    assert dues(found) == [(None, None)] * 3
    assert found.actions[0].comments == "Apr 27: x\nMay 27: x"
    (doubt,) = found.doubts
    assert doubt.kind is DoubtKind.NO_DATE
    assert '"Apr 27" to "Dec 27"' in doubt.message


def test_the_first_date_is_the_one_agreed_and_the_second_a_forecast() -> None:
    found = plan(layouts.FORECASTS)
    assert dues(found) == [("31 March 2027", "30 June 2027"), ("30 April 2027", None)]


@pytest.mark.parametrize("name", [name for name in dir(layouts) if name.isupper()])
def test_every_word_of_a_layout_is_somewhere_in_the_draft(name: str) -> None:
    lines = [line.split("|") for line in getattr(layouts, name).strip("\n").splitlines()]
    heading = next(index for index, line in enumerate(lines) if len(line) > 3)
    kept = set(re.findall(r"\w+", repr(plan(getattr(layouts, name))).casefold()))
    replaced = REPLACED | {one.casefold() for one in re.findall(r"\w+", " ".join(NUMBERS))}
    for line in lines[heading + 1 :]:
        for cell in line:
            if not cell.startswith("Key:"):
                assert set(re.findall(r"\w+", cell.casefold())) - replaced <= kept, cell
