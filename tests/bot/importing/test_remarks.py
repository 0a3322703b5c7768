"""What a plan says only among its remarks is put to its officer, and not taken before."""

from __future__ import annotations

from datetime import date

import pytest

from bot.draft import Doubt, DoubtKind, DraftPlan, Proposal
from bot.plan import ActionStatus
from tests.bot.importing.tables import plan_of

HEAD = ["Ref", "Action", "Lead", "Timescale", "Status", "Comments"]
WRITTEN = date(2009, 11, 1)


def asked_of(comments: str, status: str = "", due: str = "Sept 2009") -> Doubt | None:
    found = [one for one in plan(comments, status, due).doubts if one.kind is DoubtKind.SAID_IN_REMARKS]
    return found[0] if found else None


def plan(comments: str, status: str = "", due: str = "Sept 2009") -> DraftPlan:
    return plan_of(HEAD, ["1", "Write it", "R Vale", due, status, comments], today=WRITTEN)


@pytest.mark.parametrize(
    ("comments", "end"),
    [
        ("Will be completed December 2009", date(2009, 12, 31)),
        ("Two staff left. A strategy will be there by the beginning of 2010", date(2010, 1, 1)),
        ("Revised date October 2010.", date(2010, 10, 31)),
        ("To be delivered from April 10", date(2010, 4, 30)),
        ("Clear plan and congress to be delivered by Autumn 2009", date(2009, 11, 30)),
        ("This will run over the next 18 months", date(2011, 5, 1)),
    ],
)
def test_a_later_date_in_the_comments_is_proposed_and_not_taken(comments: str, end: date) -> None:
    doubt = asked_of(comments, "In progress")
    assert doubt is not None
    assert doubt.proposed is not None
    assert doubt.proposed.forecast is not None
    assert doubt.proposed.forecast.end == end
    assert plan(comments, "In progress").actions[0].forecast is None
    assert "If you take that as read" in doubt.message


@pytest.mark.parametrize(
    "comments",
    [
        "Agreed by the OSC in June 2009",
        "We hoped to be done by Dec 2009",
        "Met on 5th October 2009",
        "Interviews on 26.11.09",
        "Was due to finish in December 2009 but the post is vacant",
        "Funded until the review",
    ],
)
def test_a_date_that_is_no_promise_is_not(comments: str) -> None:
    assert asked_of(comments, "In progress") is None


def test_a_date_that_is_no_later_than_the_plan_says_is_not_asked_about() -> None:
    assert asked_of("Will be completed December 2009", "In progress", "March 2010") is None
    assert asked_of("Will be completed December 2009", "Delivered") is None


def test_a_finish_that_only_the_comments_tell_is_proposed_as_a_claim() -> None:
    doubt = asked_of("All the actions for this recommendation are completed")
    assert doubt is not None
    assert doubt.proposed == Proposal(status=ActionStatus.CLAIMED_DONE)
    assert plan("All the actions are completed").actions[0].status is ActionStatus.NOT_STARTED
    assert asked_of("All the actions for this recommendation are completed", "Significant progress") is None
    assert asked_of("Delivered. There is ongoing work to strengthen it") is None


def test_a_paper_read_long_after_still_says_what_it_expected() -> None:
    found = plan_of(HEAD, ["1", "Write it", "R Vale", "", "", "Will be completed December 2009"])
    (doubt,) = [one for one in found.doubts if one.kind is DoubtKind.SAID_IN_REMARKS]
    assert doubt.proposed is not None
    assert doubt.proposed.forecast is not None
    assert doubt.proposed.forecast.end == date(2009, 12, 31)
