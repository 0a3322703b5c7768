"""A file that belongs to a live plan is a difference with questions; nothing is changed until it is taken."""

from __future__ import annotations

from typing import Any

import pytest

from bot.plan import ActionPlan, ActionStatus
from tests.scenarios.dialogue import Dialogue, Shown
from tests.scenarios.larkmere import OFFICER

HEADING = "Ref,Recommendation,Action,Lead,Timescale"
ROWS = {
    "1.10": "1.10,Recommendation 1.10,Day-service agreement,T Vance,June 2026",
    "2.7a": "2.7a,Recommendation 2.7a,Discharge letters to GPs,S Okoro,September 2026",
    "4.1": "4.1,Recommendation 4.1,Supervision policy,S Okoro,December 2026",
    "5.3": "5.3,Recommendation 5.3,Transition protocol,S Okoro,March 2027",
    "6.2": "6.2,Recommendation 6.2,Out-of-hours legal advice,K Bramley,October 2026",
}


def version(**rows: str) -> bytes:
    """A file of these rows under the plan's title."""
    return "\r\n".join(("Larkmere plan", HEADING, *rows.values())).encode()


V4 = version(
    **{one: row for one, row in ROWS.items() if one != "6.2"}
    | {
        "2.7a": ROWS["2.7a"].replace("September 2026", "January 2027"),
        "7.1": "7.1,Recommendation 7.1,Hold a fair,T Vance,May 2027",
    }
)


@pytest.fixture
def dropped(chat: Dialogue) -> Dialogue:
    """Version 4 has been dropped by the board officer."""
    chat.tick()
    chat.drops(OFFICER, "v4.csv", V4)
    return chat


def plan_of(chat: Dialogue) -> ActionPlan:
    with chat.record.open_work(chat.workspace.id, read_only=True) as work:
        return work.plans.live()[0]


def test_what_differs_is_told_and_nothing_is_changed_yet(dropped: Dialogue) -> None:
    before = plan_of(dropped)
    told = dropped.sees(OFFICER)
    assert told.startswith('"v4.csv" against my record: 1 new · 1 gone · 1 date changed')
    assert "Nothing is changed yet." in told
    assert "Question 1 of 2. 2.7a says January 2027, I hold September 2026. Is that" in told
    (everything,) = dropped.presses(OFFICER, "See it all")
    assert "7.1 Hold a fair" in everything
    assert plan_of(dropped) == before
    assert {action.ref for action in before.actions} == set(ROWS)


def test_each_question_has_its_buttons_and_the_answers_are_what_is_done(dropped: Dialogue) -> None:
    dropped.presses(OFFICER, "Agreed by the board: minute…")
    (asked,) = dropped.fills(OFFICER, words="6.2")
    assert "Question 2 of 2. 6.2 Out-of-hours legal advice is not in the file." in asked
    dropped.presses(OFFICER, "Withdraw it…")
    (ready,) = dropped.fills(OFFICER, words="merged with 5.3")
    assert "Question" not in ready
    assert plan_of(dropped).action("7.1") is None
    (done,) = dropped.presses(OFFICER, "Take it in")
    assert done == "Larkmere plan: 2 actions changed, 1 added."
    plan = plan_of(dropped)
    moved, withdrawn = plan.action("2.7a"), plan.action("6.2")
    assert plan.action("7.1") is not None
    assert moved is not None
    assert moved.approved_due is not None
    assert moved.baseline_due is not None
    assert (moved.approved_due.words, moved.baseline_due.words) == ("January 2027", "September 2026")
    assert withdrawn is not None
    assert (withdrawn.status, withdrawn.status_reason) == (ActionStatus.WITHDRAWN, "merged with 5.3")
    (again,) = dropped.drops(OFFICER, "v4.csv", V4)
    assert again.endswith("Nothing is changed.")


def test_a_leads_forecast_needs_no_words_and_the_rest_may_stay(dropped: Dialogue) -> None:
    dropped.presses(OFFICER, "The lead's forecast")
    (done,) = dropped.presses(OFFICER, "Take it in, the rest as it is")
    assert done.endswith("1 action not in the file: kept.")
    moved = plan_of(dropped).action("2.7a")
    assert moved is not None
    assert moved.approved_due is not None
    assert moved.forecast_due is not None
    assert (moved.approved_due.words, moved.forecast_due.words) == ("September 2026", "January 2027")


def test_it_can_be_called_off_and_its_old_buttons_do_nothing(dropped: Dialogue) -> None:
    before = plan_of(dropped)
    take = _take_button(dropped)
    (off,) = dropped.presses(OFFICER, "Call it off")
    assert off == "v4.csv is called off. Larkmere plan is as it was."
    dropped.tap(OFFICER, *take)
    assert "called off" in dropped.sees(OFFICER)
    assert plan_of(dropped) == before


def _take_button(chat: Dialogue) -> tuple[Shown, dict[str, Any]]:
    return next(one for one in chat.buttons(OFFICER) if one[1]["text"]["text"].startswith("Take it in"))


def test_the_same_plan_again_is_no_difference(dropped: Dialogue) -> None:
    (newer,) = dropped.drops(OFFICER, "v5.csv", version(**ROWS))
    assert newer.endswith("It says what I hold: no difference. Nothing is changed.")


def test_somebody_else_takes_nothing_in(dropped: Dialogue) -> None:
    before = plan_of(dropped)
    dropped.tap("S Okoro", *_take_button(dropped))
    assert plan_of(dropped) == before
