"""How a plan stood at an earlier instant, told from what was recorded since."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.conversation import FieldChange
from bot.partnership import PersonId
from bot.past import Past, Recorded, as_known, dated_then
from bot.plan import ActionId, DateChange
from bot.rag import Rag
from bot.stored import stored_timescale
from tests.bot.larkmere import SEPTEMBER, action, month, plan

SINCE = datetime(2026, 9, 28, 8, 0, tzinfo=UTC)
LATER = datetime(2026, 9, 30, 8, 0, tzinfo=UTC)
ONE, TWO = action(), action(id=ActionId(2), ref="4.1")
REPORTED = datetime(2026, 9, 30, 8, 0, tzinfo=UTC)


def recorded(*changed: FieldChange) -> Recorded:
    return Recorded(ONE.id, LATER, changed)


def test_the_earliest_value_of_each_field_is_how_it_stood() -> None:
    now = plan(replace(ONE, rag=Rag.RED, percent=60), TWO)
    past = Past(
        SINCE,
        (
            recorded(FieldChange("rag", "green", "amber")),
            recorded(FieldChange("rag", "amber", "red"), FieldChange("percent", None, 60)),
        ),
    )
    assert as_known(now, past) == plan(ONE, TWO)


def test_agreed_dates_and_last_words_are_put_back_too() -> None:
    moved = replace(ONE, approved_due=month(2026, 12), reported_at=REPORTED)
    past = Past(
        SINCE,
        (
            recorded(
                FieldChange("approved_due", stored_timescale(SEPTEMBER), stored_timescale(month(2026, 12))),
                FieldChange("reported_at", "2026-08-14T09:00:00+00:00", REPORTED.isoformat()),
            ),
        ),
    )
    assert as_known(plan(moved), past) == plan(ONE)


def move(at: datetime, to: int) -> DateChange:
    return DateChange(SEPTEMBER, month(2026, to), None, date(2026, 9, 1), PersonId(1), at)


def test_a_later_move_has_not_been_made_and_one_taken_back_later_still_stands() -> None:
    earlier, later = move(datetime(2026, 9, 1, tzinfo=UTC), 11), move(LATER, 12)
    past = Past(SINCE, taken_back=((ONE.id, earlier),))
    (then,) = as_known(plan(replace(ONE, moves=(later,))), past).actions
    assert then.moves == (earlier,)


def test_an_action_that_joined_the_plan_later_was_not_in_it() -> None:
    assert as_known(plan(ONE, replace(TWO, added_at=LATER)), Past(SINCE)) == plan(ONE)


def test_a_mere_no_change_is_no_news() -> None:
    assert not Past(SINCE, (recorded(FieldChange("reported_at", None, REPORTED.isoformat())),)).is_news
    assert Past(SINCE, (recorded(FieldChange("percent", None, 40)),)).is_news


def test_an_earlier_instant_has_the_dates_from_before_they_were_corrected_or_granted() -> None:
    january, june = month(2027, 1), month(2027, 6)
    now = replace(ONE, baseline_due=january, approved_due=june)
    changes = (
        recorded(FieldChange("baseline_due", stored_timescale(SEPTEMBER), stored_timescale(january))),
        Recorded(TWO.id, LATER, (FieldChange("baseline_due", None, stored_timescale(june)),)),
        Recorded(
            ONE.id,
            datetime(2026, 10, 14, 8, 0, tzinfo=UTC),
            (FieldChange("approved_due", stored_timescale(january), stored_timescale(june)),),
        ),
    )
    then = dated_then(now, changes, SINCE)
    assert (then.baseline_due, then.approved_due) == (SEPTEMBER, january)
    between = dated_then(now, changes, LATER)
    assert (between.baseline_due, between.approved_due) == (january, january)
    assert dated_then(now, changes, datetime(2026, 11, 1, tzinfo=UTC)) == now
