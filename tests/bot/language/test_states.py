"""Complete, on track, on hold, withdrawn, not started: of the action, and not of a piece of it."""

from datetime import date

import pytest

from tests.bot.language.reader import read, reading

STATES = [
    ("2.4 done", ["2.4 complete"]),
    ("2.4 completed yesterday", ["2.4 complete"]),
    ("2.4 signed off by exec last Thursday", ["2.4 complete"]),
    ("2.4 The policy was ratified at the October board so this can be closed", ["2.4 complete"]),
    ("2.4 Completed (06/11/26)", ["2.4 complete"]),
    ("Closing 2.4.", ["2.4 complete"]),
    ("2.4 ✅", ["2.4 complete"]),
    ("2.4 compelted", ["2.4 complete"]),
    ("2.4 on track", ["2.4 on_track"]),
    ("2.4 back on target", ["2.4 on_track"]),
    ("2.4 almost complete, on track", ["2.4 on_track"]),
    ("2.4 paused", ["2.4 on_hold"]),
    ("2.4 was on hold, now restarted and on track", ["2.4 on_track"]),
    ("4.2 superseded by the regional programme", ["4.2 withdrawn"]),
    ("4.2 no longer needed", ["4.2 withdrawn"]),
    ("3.3 dropped from the plan, replaced by 3.4", ["3.3 withdrawn"]),
    ("2.1 not started", ["2.1 not_started"]),
    ("2.1 hasn't begun yet", ["2.1 not_started"]),
    ("supervision policy signed off yesterday", ["2.4 complete"]),
]

NO_STATE = [
    ("2.4 nearly done", ["2.4"]),
    ("2.4 not complete", ["2.4"]),
    ("2.4 hasn't been signed off", ["2.4"]),
    ("2.4 first draft complete", ["2.4"]),
    ("2.4 interviews done", ["2.4"]),
    ("2.4 consultation completed, analysis underway", ["2.4"]),
    ("2.4 significant progress", ["2.4"]),
    ("2.4 ongoing", ["2.4"]),
    ("2.4 once signed off we can close it", ["2.4"]),
    ("2.4 9 of 12 teams completed", ["2.4"]),
    ("2.4 3 out of 5 workstreams on hold", ["2.4"]),
    ("2.4 no longer on hold", ["2.4"]),
    ("2.4 closed the meeting at four", ["2.4"]),
    ("2.4 should be done by 4 December", ["2.4 by 2026-12-04"]),
    ("2.4 complete by Christmas", ["2.4 by 2026-12-25"]),
]

ASKED_ABOUT = [
    "2.4 complete except the easy read version",
    "2.4 delivered, but work continues",
    "2.4 done, evaluation outstanding",
    "2.4 effectively complete",
    "2.4 complete, red",
]


@pytest.mark.parametrize(("text", "understood"), STATES)
def test_a_state_of_the_action_is_read(text: str, understood: list[str]) -> None:
    assert read(text) == understood


@pytest.mark.parametrize(("text", "understood"), NO_STATE)
def test_a_piece_a_hope_or_a_denial_is_no_state(text: str, understood: list[str]) -> None:
    assert read(text) == understood


@pytest.mark.parametrize("text", ASKED_ABOUT)
def test_done_with_something_left_is_asked_about(text: str) -> None:
    update = reading(text).updates[0]
    assert update.progress is None
    assert [one.field for one in update.questions] == ["progress"]


def test_the_day_it_was_finished_is_kept() -> None:
    update = reading("1.1 completed 16th Oct").updates[0]
    assert update.completed is not None
    assert update.completed.start == date(2026, 10, 16)
    assert update.forecast is None


def test_two_states_at_once_are_a_question() -> None:
    update = reading("2.1 not started, on hold").updates[0]
    assert [one.field for one in update.questions] == ["progress"]
