"""The board officer sees every setting with its reason, and changes any of them in words."""

from __future__ import annotations

import contextlib
import json
import sqlite3

from bot.settings import SETTINGS, how
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHAIR, OFFICER


def test_all_of_them_are_shown_and_each_is_changed_in_words(chat: Dialogue) -> None:
    (shown,) = chat.says(OFFICER, "settings")
    assert all(f"{one.label}: " in shown and one.means in shown for one in SETTINGS)
    assert "Digest day: Monday. When the channel hears what is slipping." in shown
    (answer,) = chat.says(OFFICER, "set digest day to tues")
    assert answer == (
        "Digest day: Tuesday (was Monday). When the channel hears what is slipping.\n"
        "To put it back: set digest day to Monday."
    )
    for one in SETTINGS:
        if how(one):
            (answer,) = chat.says(OFFICER, how(one))
            assert "cannot read" not in answer, how(one)
            assert "I know no" not in answer, how(one)
    (shown,) = chat.says(OFFICER, "settings")
    assert "Nation: Scotland (England unless you say otherwise). Whose bank holidays count." in shown
    assert "Tolerance: 28 days (31 days unless you say otherwise)." in shown
    assert "The plan's own words: 1 known" in shown
    with chat.record.open_work(chat.workspace.id, read_only=True) as work:
        partnership = work.partnerships.all()[0]
        (plan,) = work.plans.live()
    assert (partnership.nation, plan.tolerance_days, plan.is_restricted) == ("scotland", 28, True)


def test_what_cannot_be_read_changes_nothing_and_others_are_refused(chat: Dialogue) -> None:
    (answer,) = chat.says(OFFICER, "set quiet from to 09:00")
    assert answer.startswith('I cannot read "09:00" for quiet from. Nothing has been changed.')
    (answer,) = chat.says(OFFICER, "set the channel to something")
    assert answer.startswith("Channel is set in the form.")
    (answer,) = chat.says(OFFICER, "set word Embedded to lovely")
    assert answer.startswith('I know no state or colour "lovely".')
    (refused,) = chat.says(CHAIR, "set digest day to Friday")
    assert refused.startswith("You run no plan here. Please ask P Lowell.")


def test_every_change_is_on_record_was_and_now(chat: Dialogue, sqlite_url: str) -> None:
    chat.says(OFFICER, "set digest time to 10am")
    chat.says(OFFICER, "settings")
    chat.presses(OFFICER, "Change them…")
    chat.fills(OFFICER, digest_day="3")
    events = "SELECT details FROM audit_event WHERE verb = 'setting_changed' ORDER BY seq"
    with contextlib.closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as database:
        noted = [json.loads(details) for (details,) in database.execute(events)]
    assert noted == [
        {"setting": "rhythm.digest_at", "was": "09:00:00", "now": "10:00:00"},
        {"setting": "rhythm.digest_weekday", "was": 1, "now": 3},
    ]


def test_work_agreed_for_after_the_plans_end_is_shown_as_that_until_the_end_is_taken_away(
    chat: Dialogue,
) -> None:
    (answer,) = chat.says(OFFICER, "plan ends October 2026")
    assert answer.startswith("Plan ends: Oct 2026 (was not set).")
    assert answer.endswith("To put it back: set plan end to not set.")
    assert "After the plan's end 2: 4.1, 5.3" in chat.says(CHAIR, "status")[0]
    assert "Agreed for after the plan's end" in chat.says(OFFICER, "status 5.3")[0]
    assert "after the plan's end" not in chat.says(OFFICER, "status 2.7a")[0]
    (answer,) = chat.says(OFFICER, "set plan end to some day")
    assert answer.startswith("I cannot read")
    (answer,) = chat.says(OFFICER, "set plan end to not set")
    assert answer.startswith("Plan ends: not set (was Oct 2026).")
    assert "After the plan's end" not in chat.says(CHAIR, "status")[0]
