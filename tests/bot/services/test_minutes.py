"""What a meeting settled, ready for its minutes: decisions and actions apart, and what was carried over."""

from __future__ import annotations

from datetime import date, time

from tests.bot.services.dialogue import Office


def recorded(asked: Office, words: str) -> None:
    (drafted,) = asked.say("P Lowell", words)
    asked.press("P Lowell", drafted.card, "Record" if "decision" in words else "Add to the plan")


def test_the_minutes_list_decisions_and_actions_apart_with_their_minutes(asked: Office) -> None:
    assert asked.answer("P Lowell", "minutes").startswith("Larkmere plan has held no meeting yet")
    asked.say("S Okoro", "more time for 2.7a until end of Jan because waiting for IT")
    asked.at(date(2026, 10, 14), time(15, 0))
    asked.say("P Lowell", "grant 2.7a, minute 6.2")
    recorded(asked, "decision: the plan runs to 2028, minute 6.1")
    recorded(asked, "action: write to GPs, lead K Bramley, by Dec 2026, minute 6.3")
    told = asked.answer("A Merrin", "minutes of the board").splitlines()
    assert told[:2] == ["For the minutes: board, Wed 14 Oct 2026", "Decisions (2)"]
    assert told[2] == '6.1  "the plan runs to 2028"'
    assert told[3].startswith(
        "6.2  Granted by the board, 14 Oct, minute 6.2: 2.7a is now due end of Jan 2027."
    )
    assert told[4:6] == ["Actions (1)", "6.3  N1 write to GPs · K Bramley · Dec 2026"]
    assert told[6:8] == ["Carried over from earlier meetings (0)", "none on record"]
    asked.at(date(2026, 11, 18), time(15, 0))
    told = asked.answer("P Lowell", "minutes").splitlines()
    assert told[0] == "For the minutes: board, Wed 18 Nov 2026"
    assert told[5:7] == [
        "Carried over from earlier meetings (1)",
        "N1 write to GPs · K Bramley, Larkmere Council · due Dec 2026",
    ]
