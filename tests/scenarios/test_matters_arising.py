"""What became of what a board was asked for: recorded after the meeting, and brought to the next."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHAIR, OFFICER

LEAD = "S Okoro"
ASKED = "more time for 2.7a until end of Jan because waiting for IT to open the GP mailbox"


@pytest.fixture
def met(chat: Dialogue) -> Dialogue:
    """More time was asked for, the pack went on 2 Oct, and the board met on 14 Oct; it is the day after."""
    chat.tick()
    chat.says(LEAD, ASKED)
    for _ in range(2):
        chat.at(timedelta(days=12))
    return chat


def test_the_officer_is_asked_the_day_after_and_says_it_in_words(met: Dialogue) -> None:
    asked = met.sees(OFFICER)
    assert asked.startswith("The board, 14 Oct: what became of")
    assert "More time for 2.7a: no outcome on record" in asked
    (answer,) = met.says(OFFICER, "decided 2.7a agreed at the Board 14 Oct, subject to a review, minute 6.2")
    assert answer.startswith('More time for 2.7a: agreed, minute 6.2. "subject to a review".')
    assert "With it the date asked for is agreed" in answer
    (answer,) = met.presses(OFFICER, "Record")
    assert answer.startswith("Recorded (the board, 14 Oct, minute 6.2): More time for 2.7a, agreed.")
    assert met.sees(LEAD).startswith(
        "Granted by the board, 14 Oct, minute 6.2: 2.7a is now due end of Jan 2027"
    )
    assert "More time for 2.7a: agreed" in met.says(CHAIR, "history 2.7a")[0]
    (card,) = met.says(OFFICER, "outcomes")
    assert 'More time for 2.7a: agreed, minute 6.2. "subject to a review"' in card


def test_a_form_records_what_was_only_noted_and_the_next_pack_can_be_told(met: Dialogue) -> None:
    met.presses(OFFICER, "Record an outcome…", "Late: 1.10, 2.7a")
    (answer,) = met.fills(OFFICER, result="noted", minute="4.1")
    assert answer.startswith("Recorded (the board, 14 Oct, minute 4.1): Late: 1.10, 2.7a, noted.")
    met.says(OFFICER, "outcome of 2.7a: held over to the next board, minute 6.2")
    met.presses(OFFICER, "Record")
    assert "not decided yet" in met.says(CHAIR, "status 2.7a")[0]
    (card,) = met.says(CHAIR, "matters arising")
    assert "Late: 1.10, 2.7a: noted, minute 4.1" in card
    assert 'More time for 2.7a: held over, minute 6.2. "to the next board"' in card


def test_only_the_board_records_and_a_meeting_not_held_is_said(met: Dialogue) -> None:
    (refused,) = met.says("K Bramley", "decided 2.7a agreed, minute 6.2")
    assert "Cllr A Merrin" in refused
    (answer,) = met.says(OFFICER, "decided 2.7a agreed at the Board 3 Aug, minute 6.2")
    assert answer.startswith("No meeting that was held is")
