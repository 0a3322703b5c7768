"""A lead asks for more time, and somebody else of the board decides."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHAIR, CHANNEL, OFFICER

LEAD = "S Okoro"
ASKED = "more time for 2.7a until end of Jan because waiting for IT to open the GP mailbox"


def labels(chat: Dialogue, who: str) -> list[str]:
    """The buttons that somebody still has to decide by."""
    found = [str(one["text"]["text"]) for _, one in chat.buttons(who)]
    return [one for one in found if one.startswith(("Grant", "Refuse", "For the board"))]


@pytest.fixture
def slipping(chat: Dialogue) -> Dialogue:
    """The lead has said that 2.7a slips."""
    chat.tick()
    chat.says(LEAD, "2.7a amber, slips to end of Jan, waiting for IT to open the GP mailbox")
    return chat


def test_the_read_back_offers_to_ask_and_the_form_knows_the_date(slipping: Dialogue) -> None:
    slipping.presses(LEAD, "Ask for more time")
    (answer,) = slipping.fills(LEAD, when="end of Jan", why="waiting for IT")
    assert answer.startswith("More time asked for 2.7a: end of Jan 2027. Asked: Cllr A Merrin (chair) and")
    assert "Until it is decided 2.7a stays due September 2026" in answer
    assert slipping.sees(CHAIR).startswith(
        '2.7a: S Okoro asks for end of Jan 2027 (first September 2026). Reason: "waiting for IT". '
        "Moved before: no."
    )
    assert slipping.sees(OFFICER).startswith("2.7a: S Okoro asks")


def test_words_ask_too_and_a_chair_grants_between_meetings(chat: Dialogue) -> None:
    (answer,) = chat.says(LEAD, ASKED)
    assert answer.startswith("More time asked for 2.7a")
    chat.presses(CHAIR, "Grant, chair's action")
    assert chat.sees(LEAD).startswith(
        "Granted by Cllr A Merrin (chair), 21 Sept: 2.7a is now due end of Jan 2027. "
        "The first date, September 2026, stays on record: 18 weeks later, moved once."
    )
    (detail,) = chat.says(LEAD, "status 2.7a")
    assert "First September 2026 · agreed end of Jan 2027" in detail
    assert "moved once" in detail
    assert "Extended once on 21 Sept" in detail


def test_a_granted_extension_is_one_line_of_the_next_digest_and_of_none_after_it(chat: Dialogue) -> None:
    chat.tick()
    chat.at(timedelta(days=7, minutes=5))
    chat.says(LEAD, ASKED)
    chat.presses(CHAIR, "Grant, chair's action")
    for _ in range(2):
        chat.at(timedelta(days=7, minutes=5))
    _, second, third = [text for text in chat.reads(CHANNEL) if text.startswith("Larkmere plan")]
    assert "More time granted: 2.7a to end of Jan 2027 (first September 2026)" in second
    assert "Late against the first date, within the agreed date 1" in second
    assert "More time granted" not in third


def test_the_first_digest_is_a_starting_position_and_tells_of_no_time_granted_before_it(
    chat: Dialogue,
) -> None:
    chat.tick()
    chat.says(LEAD, ASKED)
    chat.presses(CHAIR, "Grant, chair's action")
    chat.at(timedelta(days=7, minutes=5))
    (first,) = [text for text in chat.reads(CHANNEL) if text.startswith("Larkmere plan")]
    assert "This is the starting position: silence counts from now on." in first
    assert "No update this round 0" in first, "nobody was silent before it began"
    assert "More time granted" not in first
    assert not any("tolerance" in one for who in (CHAIR, OFFICER) for one in chat.everything_for(who))
    assert "Late against the first date, within the agreed date 1" in first


def test_the_last_action_spoken_of_is_meant(slipping: Dialogue) -> None:
    (answer,) = slipping.says(LEAD, "can we have until Friday week?")
    assert "More time asked for 2.7a: 2 Oct 2026" in answer


def test_which_action_is_asked_when_it_is_not_clear(chat: Dialogue) -> None:
    (answer,) = chat.says(LEAD, "could we have until end of March 2027, HR is short of people?")
    assert answer.startswith("Which action needs more time?")
    (answer,) = chat.presses(LEAD, "4.1 Supervision policy")
    assert answer.startswith("More time asked for 4.1: end of March 2027")
    (answer,) = chat.says("K Bramley", "more time for 9.1 until end of Jan, the firm closed")
    assert answer == "I cannot find 9.1 among what you can see. Nothing has been saved."


def test_a_missing_date_or_reason_is_asked_for_alone(chat: Dialogue) -> None:
    (answer,) = chat.says(LEAD, "I need more time for 2.7a")
    assert answer.startswith("2.7a: Until when? Nothing has been asked yet.")
    (answer,) = chat.says(LEAD, "more time for 2.7a until end of Jan")
    assert "The board will want to know why" in answer
    chat.presses(LEAD, "Say why")
    assert chat.fills(LEAD, when="soon", why="IT") != []
    wrong = chat.fills(LEAD, when="August 2026", why="waiting for IT")
    assert isinstance(wrong, dict)
    assert "which is not before August 2026" in wrong["when"]
    (answer,) = chat.fills(LEAD, when="end of Jan", why="waiting for IT")
    assert answer.startswith("More time asked for 2.7a")


def test_the_board_decides_with_a_minute(slipping: Dialogue) -> None:
    slipping.says(LEAD, ASKED)
    slipping.presses(CHAIR, "For the board on 14 Oct")
    assert "Down for the board, 14 Oct" in slipping.sees(CHAIR)
    assert labels(slipping, OFFICER) == ["Granted by the board…", "Refused by the board…"]
    slipping.at(timedelta(days=23))
    slipping.presses(CHAIR, "Granted by the board…")
    slipping.fills(CHAIR, minute="6.2", answer="")
    assert (
        "Granted by the board, 14 Oct, minute 6.2: 2.7a is now due end of Jan 2027. "
        "The first date, September 2026, stays on record: 18 weeks later, moved once."
    ) in slipping.everything_for(LEAD)[-1]


def test_a_refusal_keeps_the_date_and_says_why_and_asking_again_is_allowed(chat: Dialogue) -> None:
    chat.says(LEAD, ASKED)
    (answer,) = chat.says(CHAIR, "refuse 2.7a")
    assert answer.startswith("Why is 2.7a refused?")
    (answer,) = chat.says(CHAIR, "refuse 2.7a: bring an interim letter first")
    assert answer.startswith("Cllr A Merrin (chair) kept September 2026 for 2.7a (21 Sept)")
    assert '"bring an interim letter first". Your forecast stays as you gave it.' in chat.sees(LEAD)
    (answer,) = chat.presses(LEAD, "Talk to P Lowell")
    assert answer == "P Lowell is told that you would like to talk about 2.7a. It is on record."
    told = "S Okoro would like to talk to you about 2.7a Discharge letters to GPs."
    assert chat.sees(OFFICER).startswith(told)
    (answer,) = chat.presses(LEAD, "Talk to P Lowell")
    assert answer.startswith("P Lowell was told today already")
    assert sum(one.startswith(told) for one in chat.everything_for(OFFICER)) == 1
    assert "agreed" not in chat.says(LEAD, "status 2.7a")[0]
    (answer,) = chat.says(LEAD, "more time for 2.7a until end of Feb because the mailbox opens in January")
    assert answer.startswith("More time asked for 2.7a: end of Feb 2027")


def test_words_decide_at_the_board_too(chat: Dialogue) -> None:
    chat.says(LEAD, ASKED)
    (answer,) = chat.says(OFFICER, "put 2.7a down for the board")
    assert answer.startswith("2.7a is down for the board on 14 Oct.")
    chat.at(timedelta(days=23))
    (answer,) = chat.says(OFFICER, "grant 2.7a, minute 6.2")
    assert answer.startswith("Granted by the board, 14 Oct, minute 6.2")


def test_the_lead_takes_the_request_back(chat: Dialogue) -> None:
    chat.says(LEAD, ASKED)
    (answer,) = chat.says(LEAD, "withdraw my request for 2.7a")
    assert answer.startswith("Taken back: no more time is asked for 2.7a. It stays due September 2026.")
    assert "S Okoro has taken the request for more time back" in chat.sees(CHAIR)
    (answer,) = chat.says(CHAIR, "grant 2.7a")
    assert answer.startswith("No request for more time waits for 2.7a.")


def test_what_one_has_decided_the_others_cannot_decide_again(chat: Dialogue) -> None:
    chat.says(LEAD, ASKED)
    ((shown, grant), *_) = [
        one for one in chat.buttons(OFFICER) if one[1]["text"]["text"].startswith("Grant,")
    ]
    chat.presses(CHAIR, "Grant, chair's action")
    assert chat.sees(OFFICER).startswith("Granted by Cllr A Merrin (chair), 21 Sept: 2.7a")
    assert labels(chat, OFFICER) == []
    assert "This was granted already" in chat.tap(OFFICER, shown, grant)


def test_only_a_lead_asks_and_a_lead_never_decides(chat: Dialogue) -> None:
    (answer,) = chat.says("K Bramley", "more time for 2.7a until end of Jan because of the mailbox")
    assert "2.7a is led by S Okoro, who can ask for more time. Nothing has been asked." in answer
    chat.says(LEAD, ASKED)
    (answer,) = chat.says(LEAD, "grant 2.7a")
    assert "so 2.7a waits. Please ask Cllr A Merrin and P Lowell." in answer
    assert "agreed" not in chat.says(LEAD, "status 2.7a")[0]


def test_a_second_request_waits_for_the_first(chat: Dialogue) -> None:
    chat.says(LEAD, ASKED)
    (answer,) = chat.says(LEAD, "more time for 2.7a until end of Feb because of the mailbox")
    assert "it is not decided yet" in answer


def test_a_grant_that_is_undone_waits_again(chat: Dialogue) -> None:
    chat.says(LEAD, ASKED)
    chat.presses(CHAIR, "Grant, chair's action")
    (answer,) = chat.says(CHAIR, "undo")
    assert answer.startswith("Undone: 2.7a")
    assert "was taken back" in chat.sees(LEAD)
    (answer,) = chat.says(CHAIR, "decide")
    assert "2.7a: S Okoro asks for end of Jan 2027" in answer


def test_decide_lists_what_waits(chat: Dialogue) -> None:
    assert chat.says(CHAIR, "decide") == ["There is nothing for you to decide."]
    chat.says(LEAD, ASKED)
    chat.says(LEAD, "more time for 4.1 until Feb 2027 because HR is short of people")
    (answer,) = chat.says(CHAIR, "decide")
    assert answer.startswith("2 requests for more time to decide")
    (summary,) = chat.says(CHAIR, "status")
    assert "Decide 2: 2.7a, 4.1" in summary
