"""Blockers: taken on by a chair, asked of a group, answered and cleared; and one update asked for now."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHAIR, CHANNEL, OFFICER

LEAD = "S Okoro"


@pytest.fixture
def blocked(chat: Dialogue) -> Dialogue:
    """2.7a is blocked."""
    chat.says(LEAD, "2.7a amber, waiting for IT to open the GP mailbox")
    chat.says(LEAD, "yes")
    return chat


def test_a_chair_takes_a_blocker_on_until_the_lead_says_it_is_cleared(blocked: Dialogue) -> None:
    (detail,) = blocked.says(CHAIR, "status 2.7a")
    assert 'Blocker: "waiting for IT to open the GP mailbox"' in detail
    (answer,) = blocked.presses(CHAIR, "I will take the blocker")
    assert answer.startswith("You have taken on the blocker of 2.7a")
    assert blocked.sees(LEAD).startswith("Cllr A Merrin (chair) has taken on the blocker of 2.7a")
    assert "Asked of you: 2.7a, waiting for IT to…" in blocked.says(CHAIR, "status")[0]
    assert "Taken on by Cllr A Merrin" in blocked.says(LEAD, "status 2.7a")[0]
    (asked,) = blocked.says(LEAD, "mailbox is open now")
    assert asked.startswith('Is the blocker of 2.7a cleared: "waiting for IT to open the GP mailbox"?')
    (answer,) = blocked.presses(LEAD, "Yes, cleared")
    assert answer.startswith("2.7a: blocker cleared")
    assert blocked.sees(CHAIR) == "2.7a: the blocker is cleared, says S Okoro."
    assert "Asked of you" not in blocked.says(CHAIR, "status")[0]


def test_words_take_and_clear_too_and_green_clears_by_itself(blocked: Dialogue) -> None:
    (answer,) = blocked.says(CHAIR, "I'll take the blocker on 2.7a")
    assert answer.startswith("You have taken on")
    assert blocked.says(CHAIR, "I will take the blocker on 2.7a") == [
        "You have taken the blocker of 2.7a on already."
    ]
    (answer,) = blocked.says(CHAIR, "2.7a blocker cleared")
    assert answer.startswith("2.7a: blocker cleared")
    assert blocked.says(CHAIR, "2.7a blocker cleared") == ["2.7a has no blocker. Nothing has been changed."]


def test_a_lead_cannot_take_it_on(blocked: Dialogue) -> None:
    (answer,) = blocked.says("K Bramley", "I will take the blocker on 2.7a")
    assert answer.startswith("A chair or the board officer takes a blocker on")


def test_a_group_without_a_channel_is_asked_through_the_officer(blocked: Dialogue) -> None:
    (answer,) = blocked.says(CHAIR, "ask Dunvale IT to help with 2.7a")
    assert answer.startswith("I know no channel of Dunvale IT, so P Lowell is asked to pass it on for 2.7a.")
    assert blocked.sees(OFFICER).startswith("Please ask Dunvale IT to help with 2.7a Discharge letters")
    blocked.presses(OFFICER, "Answer")
    blocked.fills(OFFICER, answer="the mailbox opens on Friday")
    assert 'Dunvale IT on 2.7a: "the mailbox opens on Friday".' in blocked.sees(LEAD)
    assert 'Dunvale IT on 2.7a: "the mailbox opens on Friday".' in blocked.sees(CHAIR)
    assert 'Asked Dunvale IT: "the mailbox opens on Friday"' in blocked.says(LEAD, "status 2.7a")[0]
    assert "2.7a" in blocked.says(CHAIR, "status help wanted")[0]


def test_a_group_with_a_channel_is_asked_there(blocked: Dialogue) -> None:
    (answer,) = blocked.says(OFFICER, "group Dunvale IT: #C0DUNVALEIT")
    assert answer.startswith("Dunvale IT is asked in the channel C0DUNVALEIT")
    (answer,) = blocked.says(LEAD, "ask dunvale it to help with 2.7a: please open the mailbox")
    assert answer.startswith("Asked Dunvale IT in their channel to help with 2.7a.")
    (posted,) = blocked.reads("C0DUNVALEIT")
    assert posted.startswith("Dunvale IT: can you help with 2.7a Discharge letters to GPs?")
    assert '"please open the mailbox"' in posted
    (answer,) = blocked.says(OFFICER, "answer from Dunvale IT on 2.7a: it opens on Friday")
    assert answer.startswith('Noted: Dunvale IT on 2.7a: "it opens on Friday".')
    (answer,) = blocked.says(OFFICER, "answer from Finance on 2.7a: no")
    assert answer.startswith("Finance has not been asked about 2.7a.")


def test_who_could_help_is_kept(blocked: Dialogue) -> None:
    (answer,) = blocked.says(LEAD, "2.7a needs help from Dunvale IT")
    assert answer.startswith("2.7a: help wanted from Dunvale IT.")
    assert "Could help: Dunvale IT" in blocked.says(LEAD, "status 2.7a")[0]


def test_a_chair_asks_for_one_update_now_and_the_answer_comes_to_them(chat: Dialogue) -> None:
    (answer,) = chat.says(CHAIR, "ask 6.2")
    assert answer == "Asked, and noted on 6.2: K Bramley."
    assert chat.sees("K Bramley").startswith(
        "Cllr A Merrin (chair) would like a line on 6.2 before the board on Wed 14 Oct. "
        "What would help counts as an answer."
    )
    (answer,) = chat.says(CHAIR, "ask for an update on 6.2")
    assert answer.startswith("6.2 was asked about today already.")
    chat.says("K Bramley", "6.2 green, locum starts 12 Oct")
    chat.says("K Bramley", "yes")
    assert chat.sees(CHAIR).startswith('6.2, K Bramley: "6.2 green, locum starts 12 Oct"')
    chat.at(timedelta(days=1))
    (answer,) = chat.says(CHAIR, "ask K Bramley about 6.2")
    assert answer == "Asked, and noted on 6.2: K Bramley."
    chat.presses("K Bramley", "Cannot before then")
    assert chat.sees(CHAIR) == "6.2: K Bramley cannot give a line before then."


def test_who_cannot_be_reached_is_said(chat: Dialogue) -> None:
    (answer,) = chat.says(CHAIR, "ask 1.10")
    assert answer == "I cannot reach T Vance, so nobody was asked about 1.10."
    (answer,) = chat.says(LEAD, "ask 6.2")
    assert answer.startswith("A chair or the board officer asks for an update on 6.2.")
    assert "Nobody has been asked." in answer


def test_a_breach_of_tolerance_is_told_once_on_forecast(chat: Dialogue) -> None:
    (answer,) = chat.says(OFFICER, "tolerance 4 weeks")
    assert answer.startswith("Larkmere plan: up to 4 weeks past the agreed date is 🔶 Amber")
    chat.says(LEAD, "4.1 slips to March 2027, HR is short")
    chat.says(LEAD, "yes")
    told = [one for one in chat.everything_for(CHAIR) if "beyond the plan's tolerance of 4 weeks" in one]
    assert len(told) == 1
    assert told[0].startswith("4.1 Supervision policy is forecast 13 weeks past its agreed date")
    chat.says(LEAD, "4.1 slips to April 2027")
    chat.says(LEAD, "yes")
    told = [one for one in chat.everything_for(CHAIR) if "beyond the plan's tolerance" in one]
    assert len(told) == 1
    for back_and_beyond in ("4.1 now due Dec 2026", "4.1 slips to May 2027"):
        chat.says(LEAD, back_and_beyond)
        chat.says(LEAD, "yes")
    told = [one for one in chat.everything_for(CHAIR) if "beyond the plan's tolerance" in one]
    assert len(told) == 2
    (answer,) = chat.says(CHAIR, "tolerance 2 weeks")
    assert answer.startswith("Only the board officer can do that")


def test_the_weekly_digest_says_who_could_help_and_who_took_it_on(blocked: Dialogue) -> None:
    blocked.says(LEAD, "2.7a needs help from Dunvale IT")
    blocked.says(CHAIR, "I will take the blocker on 2.7a")
    blocked.tick()
    blocked.at(timedelta(days=7, minutes=5))
    digest = next(text for text in blocked.reads(CHANNEL) if "Help wanted: " in text)
    assert "2.7a, waiting for IT to open the GP mailbox (Dunvale IT; taken on by Cllr A Merrin" in digest
