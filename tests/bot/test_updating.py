"""What an update does to its action."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.conversation import FieldChange
from bot.fields import (
    FIELDS,
    REPORTED_AT,
    before_update,
    changes_between,
    has_changed_since,
    undoing,
    with_field,
)
from bot.language.reading import Outcome, Progress, ReadUpdate, Shift
from bot.narrative import is_empty
from bot.plan import Action, ActionStatus
from bot.rag import Rag
from bot.recurring import Duty
from bot.shifting import shifted
from bot.timescale import Timescale
from bot.updating import STATUS_OF, Decision, decide, forecast_meant, lacks_date, reason_wanted, reopens
from bot.waiting import Waiting, WaitsFor
from tests.bot.larkmere import SEPTEMBER, action, day, month

TODAY = date(2026, 9, 21)
JANUARY = month(2027, 1, "end of Jan")


def said(**fields: object) -> ReadUpdate:
    return replace(ReadUpdate(Outcome.UNDERSTOOD, "2.7a"), **fields)  # type: ignore[arg-type]


def deciding(one: Action | None = None, **fields: object) -> Decision:
    return decide(one or action(), said(**fields), TODAY)


def changed(decision: Decision) -> dict[str, object]:
    return {change.field: change.now for change in decision.changes}


def test_every_progress_has_its_status() -> None:
    assert set(STATUS_OF) == set(Progress)


@pytest.mark.parametrize(
    ("before", "progress", "after"),
    [
        (ActionStatus.NOT_STARTED, Progress.ON_TRACK, ActionStatus.IN_PROGRESS),
        (ActionStatus.IN_PROGRESS, Progress.COMPLETE, ActionStatus.CLAIMED_DONE),
        (ActionStatus.COMPLETE, Progress.COMPLETE, ActionStatus.COMPLETE),
        (ActionStatus.CLAIMED_DONE, Progress.ON_TRACK, ActionStatus.IN_PROGRESS),
        (ActionStatus.IN_PROGRESS, Progress.ON_HOLD, ActionStatus.ON_HOLD),
        (ActionStatus.IN_PROGRESS, Progress.WITHDRAWN, ActionStatus.WITHDRAWN),
        (ActionStatus.IN_PROGRESS, Progress.NOT_STARTED, ActionStatus.NOT_STARTED),
    ],
)
def test_a_leads_word_sets_the_status(before: ActionStatus, progress: Progress, after: ActionStatus) -> None:
    assert deciding(action(status=before), progress=progress).after.status is after


def test_done_is_a_claim_with_its_day_which_is_never_in_the_future() -> None:
    assert deciding(progress=Progress.COMPLETE).after.completed_on == TODAY
    earlier = deciding(progress=Progress.COMPLETE, completed=day(2026, 9, 18))
    assert earlier.after.completed_on == date(2026, 9, 18)
    later = deciding(progress=Progress.COMPLETE, completed=day(2026, 9, 30))
    assert later.after.completed_on == TODAY


def test_a_later_word_on_work_reported_done_leaves_the_day_it_was_done() -> None:
    claimed = action(status=ActionStatus.CLAIMED_DONE, completed_on=date(2026, 9, 15))
    for says in ({"no_change": True}, {"rag": Rag.GREEN}, {"support": True}, {"progress": Progress.COMPLETE}):
        assert deciding(claimed, **says).after.completed_on == date(2026, 9, 15)
    said_anew = deciding(claimed, progress=Progress.COMPLETE, completed=day(2026, 9, 18))
    assert said_anew.after.completed_on == date(2026, 9, 18)


def test_the_plans_own_word_goes_when_the_status_moves_on() -> None:
    worded = action(status_text="Significant progress")
    assert deciding(worded, progress=Progress.COMPLETE).after.status_text == ""
    assert deciding(worded, rag=Rag.AMBER).after.status_text == "Significant progress"


def test_a_claim_falls_when_its_lead_gives_a_new_date_or_a_worse_colour_but_not_for_green() -> None:
    claimed = action(status=ActionStatus.CLAIMED_DONE, completed_on=TODAY)
    assert deciding(claimed, forecast=JANUARY).after.status is ActionStatus.IN_PROGRESS
    assert deciding(claimed, rag=Rag.AMBER).after.completed_on is None
    assert deciding(claimed, rag=Rag.GREEN).after.status is ActionStatus.CLAIMED_DONE


def test_a_percentage_is_kept_and_begins_the_work() -> None:
    decision = deciding(action(status=ActionStatus.NOT_STARTED), percent=40)
    assert changed(decision) == {"percent": 40, "status": "in_progress"}
    assert changed(deciding(percent=0)) == {"percent": 0}


def test_a_new_finish_is_a_move_from_the_date_that_was_known() -> None:
    decision = deciding(forecast=JANUARY)
    assert decision.move is not None
    assert (decision.move.was, decision.move.now) == (SEPTEMBER, JANUARY)
    again = deciding(action(forecast_due=JANUARY), forecast=month(2027, 3, "March"))
    assert again.move is not None
    assert again.move.was == JANUARY


def test_the_same_finish_again_is_no_move() -> None:
    assert deciding(forecast=SEPTEMBER.in_words("end of September")).changes == ()
    assert deciding(action(forecast_due=JANUARY), forecast=JANUARY).move is None


def test_a_first_date_is_no_move() -> None:
    undated = action(baseline_due=None, approved_due=None)
    decision = deciding(undated, forecast=JANUARY)
    assert decision.move is None
    assert "forecast_due" in changed(decision)


def test_a_move_by_so_much_needs_a_date_to_move() -> None:
    three_weeks = said(shift=Shift(3, "week"))
    assert forecast_meant(action(), three_weeks, "england") == Timescale.of_day(
        date(2026, 10, 21), "21 Oct 2026"
    )
    undated = action(approved_due=None)
    assert lacks_date(undated, three_weeks, "england")
    assert not lacks_date(action(), three_weeks, "england")
    assert not lacks_date(undated, said(), "england")
    assert decide(undated, three_weeks, TODAY).changes == ()


@pytest.mark.parametrize(
    ("known", "shift", "end", "words"),
    [
        (SEPTEMBER, Shift(3, "month"), date(2026, 12, 31), "Dec 2026"),
        (SEPTEMBER, Shift(1, "quarter"), date(2026, 12, 31), "Dec 2026"),
        (SEPTEMBER, Shift(-1, "month"), date(2026, 8, 31), "Aug 2026"),
        (SEPTEMBER, Shift(1, "year"), date(2027, 9, 30), "Sept 2027"),
        (SEPTEMBER, Shift(10, "day"), date(2026, 10, 10), "10 Oct 2026"),
        (SEPTEMBER, Shift(-2, "week"), date(2026, 9, 16), "16 Sept 2026"),
        (SEPTEMBER, Shift(3, "working_day"), date(2026, 10, 5), "5 Oct 2026"),
        (day(2027, 1, 31), Shift(1, "month"), date(2027, 2, 28), "28 Feb 2027"),
        (day(2027, 1, 15), Shift(1, "month"), date(2027, 2, 15), "15 Feb 2027"),
        (day(2027, 2, 28), Shift(1, "month"), date(2027, 3, 31), "31 March 2027"),
    ],
)
def test_a_known_date_moves_by_so_much(known: Timescale, shift: Shift, end: date, words: str) -> None:
    moved = shifted(known, shift)
    assert (moved.end, moved.words) == (end, words)


def test_amber_and_red_want_a_reason_green_does_not() -> None:
    assert deciding(rag=Rag.AMBER, words="2.7a amber").wants_reason
    assert deciding(rag=Rag.RED, words="2.7a is now red").wants_reason
    assert not deciding(rag=Rag.GREEN, words="2.7a green").wants_reason
    assert not deciding(rag=Rag.AMBER, blocked=True, blocker="waiting for IT").wants_reason
    assert not deciding(rag=Rag.AMBER, words="2.7a amber, two nurses short").wants_reason
    assert not deciding(rag=Rag.AMBER, path_to_green="mailbox open by 16 Oct").wants_reason


def test_a_reason_for_a_better_colour_does_not_excuse_a_worse_one() -> None:
    told = action(rag=Rag.GREEN, narrative="venue found", path_to_green="booked")
    decision = deciding(told, rag=Rag.RED, words="red")
    assert (decision.after.narrative, decision.after.path_to_green) == (None, None)
    assert decision.wants_reason
    still = action(rag=Rag.AMBER, narrative="two nurses short")
    assert not reason_wanted(deciding(still, rag=Rag.AMBER, words="amber").after)


def test_good_news_clears_what_was_in_the_way() -> None:
    stuck = action(rag=Rag.AMBER, blocker="waiting for IT", support_wanted=True, path_to_green="mailbox")
    after = deciding(stuck, progress=Progress.ON_TRACK).after
    assert (after.blocker, after.support_wanted, after.path_to_green) == (None, False, None)
    assert deciding(stuck, percent=50).after.blocker == "waiting for IT"


def test_a_blocker_is_the_words_said_of_it() -> None:
    assert deciding(blocked=True, words="stuck with HR").after.blocker == "stuck with HR"
    assert deciding(blocked=True).after.blocker == "blocked"
    assert deciding(support=True).after.support_wanted


def test_no_change_changes_nothing() -> None:
    assert deciding(no_change=True, words="2.7a no change").changes == ()


def test_words_that_tell_more_are_the_narrative() -> None:
    assert changed(deciding(words="first payments went out Monday")) == {
        "narrative": "first payments went out Monday"
    }


def test_an_empty_reading_only_names_its_action() -> None:
    assert is_empty(said(words="the mailbox thing"))
    assert not is_empty(said(percent=0))
    assert not is_empty(said(no_change=True))


def test_only_going_on_reopens_a_closed_action() -> None:
    done = action(status=ActionStatus.COMPLETE)
    assert reopens(done, said(rag=Rag.AMBER))
    assert reopens(done, said(forecast=JANUARY))
    assert not reopens(done, said(progress=Progress.COMPLETE))
    assert not reopens(done, said(rag=Rag.GREEN))
    assert not reopens(done, said(no_change=True))
    assert not reopens(action(), said(rag=Rag.RED))


def test_the_fields_an_update_may_change_are_fields_of_an_action() -> None:
    assert set(FIELDS) <= set(Action.__dataclass_fields__)
    with pytest.raises(ValueError, match="does not change"):
        with_field(action(), "ref", "9.9")


EVERYTHING = replace(
    action(),
    status=ActionStatus.CLAIMED_DONE,
    status_text="x",
    rag=Rag.RED,
    forecast_due=JANUARY,
    completed_on=TODAY,
    percent=60,
    blocker="b",
    support_wanted=True,
    path_to_green="p",
    narrative="n",
    approved_due=JANUARY,
    rag_reason="r",
    waiting_for=Waiting(WaitsFor.ACTION, "1.4"),
    superseded_by="5.2",
    help_from="h",
    status_reason="s",
    duty=Duty(3, TODAY),
    check_on=TODAY,
    risk_ref="CRR14",
    workstream="Finance",
)


def test_undoing_puts_every_field_back() -> None:
    changes = changes_between(action(), EVERYTHING)
    assert {change.field for change in changes} == set(FIELDS)
    kept = tuple(FieldChange(one.field, one.was, one.now) for one in changes)
    back = EVERYTHING
    for change in undoing(EVERYTHING, kept):
        back = with_field(back, change.field, change.now)
    assert back == action()
    assert before_update(EVERYTHING, kept) == action()


def test_undoing_waits_when_a_field_has_changed_since() -> None:
    kept = (FieldChange("rag", "green", "amber"),)
    assert not has_changed_since(action(rag=Rag.AMBER), kept)
    assert has_changed_since(action(rag=Rag.RED), kept)


def test_when_it_was_reported_goes_back_too() -> None:
    was = datetime(2026, 8, 1, tzinfo=UTC)
    now = TODAY.isoformat()
    assert before_update(action(), (FieldChange(REPORTED_AT, was.isoformat(), now),)).reported_at == was
    assert before_update(action(), (FieldChange(REPORTED_AT, None, now),)).reported_at is None
