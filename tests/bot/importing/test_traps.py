"""The traps that real papers set for the importer, each by its name."""

from __future__ import annotations

from datetime import date

import pytest

from bot.draft import DoubtKind
from bot.language.dates import read_timescale
from bot.language.reading import Conventions
from bot.plan import ActionStatus
from tests.bot.importing.tables import kinds, one, plan_of, refs

HEAD = ["Ref", "Action", "Lead", "Timescale", "Outcome", "Status"]
ISSUED = date(2007, 5, 20)


@pytest.mark.parametrize(
    ("words", "today", "end"),
    [
        ("Sept 2007", ISSUED, date(2007, 9, 30)),
        ("Mar 2008", ISSUED, date(2008, 3, 31)),
        ("March 2007", ISSUED, date(2007, 3, 31)),
        ("May/June 2007", ISSUED, date(2007, 6, 30)),
        ("Autumn 2009", date(2009, 5, 1), date(2009, 11, 30)),
        ("Spring 2010", date(2009, 11, 1), date(2010, 5, 31)),
        ("Feb/March", date(2009, 11, 1), date(2010, 3, 31)),
        ("from April 10", date(2009, 11, 1), date(2010, 4, 30)),
        ("5th October 2009", date(2009, 9, 1), date(2009, 10, 5)),
        ("21/09/09", date(2009, 9, 1), date(2009, 9, 21)),
        ("26.10.09", date(2009, 9, 1), date(2009, 10, 26)),
        ("28th Sept", date(2009, 9, 1), date(2009, 9, 28)),
        ("Oct – Jan", date(2009, 9, 1), date(2010, 1, 31)),
        ("summer 2012", date(2012, 5, 1), date(2012, 8, 31)),
        ("Monday Feb 23rd 2004", date(2004, 2, 1), date(2004, 2, 23)),
        ("May 6 2004", date(2004, 2, 1), date(2004, 5, 6)),
        ("17.7.12", date(2012, 5, 1), date(2012, 7, 17)),
        ("14 Aug", date(2012, 5, 1), date(2012, 8, 14)),
        ("30 Sept", date(2012, 5, 1), date(2012, 9, 30)),
        ("13 Nov", date(2012, 5, 1), date(2012, 11, 13)),
        ("June 2004", date(2004, 2, 1), date(2004, 6, 30)),
    ],
)
def test_a_date_as_the_papers_print_it(words: str, today: date, end: date) -> None:
    found = read_timescale(words, today, Conventions())
    assert found is not None
    assert found.end == end


def test_march_2007_achieved_is_a_date_and_a_status_to_be_checked() -> None:
    plan = plan_of(HEAD, ["1.2", "Review it", "R Vale", "March 2007 Achieved", "", ""], today=ISSUED)
    (action,) = plan.actions
    assert action.timescale is not None
    assert (action.timescale.words, action.status) == ("March 2007", ActionStatus.CLAIMED_DONE)
    assert kinds(plan, 2) == {DoubtKind.STATUS_IN_DATE}


def test_a_second_date_inside_an_outcome_does_not_move_the_timescale() -> None:
    plan = plan_of(HEAD, ["3.2", "Agree funding", "R Vale", "April 2027", "Worker in place by Dec 2027", ""])
    assert plan.actions[0].timescale is not None
    assert plan.actions[0].timescale.end == date(2027, 4, 30)
    assert plan.actions[0].forecast is None


def test_a_whole_period_is_no_single_month() -> None:
    plan = plan_of(HEAD, ["1", "Move it", "R Vale", "12 – 18 month period", "", ""])
    due = plan.actions[0].timescale
    assert due is None or (due.end - due.start).days > 31


def test_numbers_are_text() -> None:
    plan = plan_of(
        HEAD,
        ["1.1", "Plan it", "R Vale", "May 2027", "", ""],
        ["1.9", "Write it", "R Vale", "May 2027", "", ""],
        ["1.10", "Fund it", "R Vale", "May 2027", "", ""],
    )
    assert refs(plan) == ["1.1", "1.9", "1.10"]


def test_a_number_in_brackets_is_kept_and_leads_to_no_action_of_its_own() -> None:
    plan = plan_of(
        ["Priority", "Action", "Lead", "Timescale"],
        ["1.12 Buying", "Say where we stand", "R Vale", "June 2027"],
        ["(1.20)", "Agree what comes first", "R Vale", "Dec 2027"],
    )
    assert refs(plan) == ["1.12a", "1.12b"]
    assert DoubtKind.STRAY_NUMBER in kinds(plan, 3)
    assert "(1.20)" in one(plan, "1.12b").comments


def test_two_numbers_that_share_a_title_stay_two() -> None:
    plan = plan_of(
        ["Priority", "Action", "Lead", "Timescale"],
        ["2.2 The agreement", "Ratify it", "R Vale", "June 2027"],
        ["2.3 The agreement", "Append a memorandum", "R Vale", "June 2027"],
    )
    assert refs(plan) == ["2.2", "2.3"]
    assert {action.recommendation for action in plan.actions} == {"The agreement"}


@pytest.mark.parametrize(
    ("cell", "leads"),
    [
        ("R. Vale", ("R Vale",)),
        ("J Moore\nM Moore", ("J Moore", "M Moore")),
        ("L Wills/ A Hale", ("L Wills", "A Hale")),
        ("Team managers", ("Team managers",)),
        ("M Kane\nL Wills\nTeam Managers", ("M Kane", "L Wills", "Team Managers")),
        ("MW/YO", ("MW", "YO")),
        ("R Vale T Cole M Kane", ("R Vale", "T Cole", "M Kane")),
    ],
)
def test_people_as_the_papers_name_them(cell: str, leads: tuple[str, ...]) -> None:
    plan = plan_of(HEAD, ["1", "Write it", cell, "May 2027", "", ""])
    assert plan.actions[0].leads == leads


def test_a_lead_list_that_runs_on_and_two_employers_of_one_person() -> None:
    plan = plan_of(
        HEAD,
        ["1", "Write it", "L Marsh", "May 2027", "", ""],
        ["Lead Officers for Actions"],
        ["L Marsh Larkmere Primary Care TrustS Ripley Care Services Partnership"],
        ["E Crane Larkmere Council/ Dunvale NHS Trust"],
    )
    employers = {person.name: person.organisations for person in plan.people}
    assert employers["S Ripley"] == ("Care Services Partnership",)
    assert employers["E Crane"] == ("Larkmere Council", "Dunvale NHS Trust")


def test_text_that_was_lost_in_a_cell_looks_cut() -> None:
    plan = plan_of(HEAD, ["1", "Assurance Framework across the", "R Vale", "May 2027", "", ""])
    assert kinds(plan, 2) == {DoubtKind.CUT_TEXT}


def test_a_row_with_no_action_lead_or_date_is_there_and_asked_about() -> None:
    plan = plan_of(
        ["Priority", "Action", "Lead", "Timescale"],
        ["6.1 Out of hours", "", "", ""],
        ["6.2 Advice", "Agree it", "R Vale", "May 2027"],
    )
    assert refs(plan) == ["6.1", "6.2"]
    assert kinds(plan, 2) == {DoubtKind.NO_ACTION_TEXT, DoubtKind.NO_LEAD, DoubtKind.NO_DATE}


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Delivered", ActionStatus.COMPLETE),
        ("Achieved", ActionStatus.COMPLETE),
        ("Significant progress", ActionStatus.IN_PROGRESS),
        ("Not yet due", ActionStatus.NOT_STARTED),
        ("in progress", ActionStatus.IN_PROGRESS),
        ("on hold", ActionStatus.ON_HOLD),
        ("ongoing", ActionStatus.IN_PROGRESS),
        ("underway", ActionStatus.IN_PROGRESS),
    ],
)
def test_status_words_are_known_and_kept(words: str, status: ActionStatus) -> None:
    plan = plan_of(HEAD, ["1", "Write it", "R Vale", "May 2027", "", words])
    assert (plan.actions[0].status, plan.actions[0].status_text) == (status, words)


@pytest.mark.parametrize("words", ["Agreed by the OSC in June 2009", "tbc in meeting"])
def test_a_remark_in_the_status_column_is_a_comment_and_asked_about(words: str) -> None:
    plan = plan_of(HEAD, ["1", "Write it", "R Vale", "May 2027", "", words])
    assert words in plan.actions[0].comments
    assert kinds(plan, 2) == {DoubtKind.UNKNOWN_STATUS}


@pytest.mark.parametrize(
    "words",
    ["green-ranked clients", "Green paper", "red flag", "amber alert", "no longer red", "not green yet"],
)
def test_words_that_hold_a_colour_are_no_colour(words: str) -> None:
    plan = plan_of([*HEAD, "RAG", "Comments"], ["1", "Write it", "R Vale", "May 2027", "", "", words, "x"])
    assert plan.actions[0].rag is None
