"""An officer's everyday words do what the buttons do; the same words of a lead are news."""

from __future__ import annotations

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import OFFICER

LEAD = "S Okoro"


def test_one_reminder_and_no_second(chat: Dialogue) -> None:
    chat.tick()
    assert "Waiting: S Okoro (3)" in chat.says(OFFICER, "who hasn't answered")[-1]
    assert chat.says(OFFICER, "remind S Okoro")[-1].startswith("Reminded: S Okoro. That is the one reminder")
    assert chat.says(OFFICER, "chase everyone")[-1].startswith(
        "Reminded: K Bramley. That is the one reminder"
    )
    assert chat.says(OFFICER, "remind everybody please")[-1].startswith("Nobody is reminded")
    assert len([one for one in chat.everything_for(LEAD) if "still open, due" in one]) == 1


def test_what_somebody_rang_to_say_is_theirs(chat: Dialogue) -> None:
    told = "\n".join(chat.says(OFFICER, "S Okoro rang, 2.7a is amber, waiting for IT"))
    assert 'Recorded as "S Okoro, by phone 21 Sept, entered by P Lowell".' in told
    told = "\n".join(chat.says(LEAD, "K Bramley told me 2.7a is stuck"))
    assert 'Blocker: "stuck"' in told
    assert "entered by" not in told


def test_a_leads_extension_is_their_forecast_and_the_officers_the_boards(chat: Dialogue) -> None:
    chat.tick()
    assert "Forecast: September 2026 → January 2027" in chat.says(LEAD, "2.7a was extended to January")[0]
    assert "no request to grant yet" in chat.says(OFFICER, "2.7a was extended to January")[0]
    chat.says(LEAD, "more time for 2.7a until January because IT is slow")
    assert "which minute agreed January" in chat.says(OFFICER, "the board agreed to move 2.7a to January")[-1]
    granted = chat.says(OFFICER, "the board agreed to move 2.7a to January, minute 6.2")[-1]
    assert "minute 6.2" in granted
    assert "is now due January 2027" in granted
