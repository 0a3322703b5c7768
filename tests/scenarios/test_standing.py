"""An action's standing in words, by those who may: withdrawn, paused, waiting, accepted, corrected."""

from __future__ import annotations

import io
from datetime import timedelta

import openpyxl

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHAIR, OFFICER

LEAD = "S Okoro"


def test_the_board_withdraws_with_a_reason_and_brings_back(chat: Dialogue) -> None:
    (answer,) = chat.says(CHAIR, "withdraw 5.3")
    assert answer.startswith("Why? The board reads it beside 5.3.")
    (answer,) = chat.says(CHAIR, "withdraw 5.3, merged with 4.1")
    assert answer.startswith('5.3 is withdrawn: "merged with 4.1". It stays on record.')
    assert "5.3 Transition protocol: merged with 4.1" in chat.says(LEAD, "status withdrawn")[0]
    (answer,) = chat.says(CHAIR, "reopen 5.3, the merger is off")
    assert answer.startswith("5.3 is open again (was withdrawn)")
    (answer,) = chat.says(OFFICER, "5.3 is superseded by 4.1")
    assert answer.startswith("5.3 is withdrawn: superseded by 4.1.")
    (answer,) = chat.presses(OFFICER, "Undo")
    assert answer.startswith("Undone: 5.3")


def test_a_lead_pauses_and_resumes_but_does_not_withdraw(chat: Dialogue) -> None:
    (answer,) = chat.says(LEAD, "withdraw 5.3, not needed")
    assert answer.startswith("The chair or the board officer withdraws an action, so 5.3 stays in the plan.")
    assert chat.says(LEAD, "re-open 2.7a") == ["2.7a is in progress already. Nothing has been changed."]
    (answer,) = chat.says(LEAD, "5.3 withdrawn, not needed")
    assert "so 5.3 stays in the plan" in answer
    (answer,) = chat.says(LEAD, "pause 5.3, no funding until April")
    assert answer.startswith('5.3 is on hold: "no funding until April". Its dates stay as they are.')
    assert "5.3" in chat.says(LEAD, "status on hold")[0]
    (answer,) = chat.says(LEAD, "resume 5.3")
    assert answer.startswith("5.3 goes on: in progress, due March 2027.")


def test_waiting_for_a_named_decision_is_no_slippage_of_the_lead(chat: Dialogue) -> None:
    chat.at(timedelta(days=15))
    assert "2.7a" in chat.says(CHAIR, "status late")[0]
    (answer,) = chat.says(LEAD, "2.7a is waiting for the board's decision a)")
    assert answer.startswith(
        "2.7a is waiting for the board's decision a). It is shown as waiting, not as late"
    )
    assert "2.7a" not in chat.says(CHAIR, "status late")[0]
    assert "2.7a" in chat.says(CHAIR, "status waiting")[0]
    (answer,) = chat.says(CHAIR, "2.7a is no longer waiting")
    assert answer.startswith("2.7a is no longer waiting; due September 2026.")
    assert "2.7a" in chat.says(CHAIR, "status late")[0]


def test_waiting_for_another_action_ends_when_that_is_accepted(chat: Dialogue) -> None:
    (answer,) = chat.says(LEAD, "2.7a depends on 6.2")
    assert answer.startswith("2.7a is waiting for 6.2.")
    (answer,) = chat.says("K Bramley", "6.2 depends on 2.7a")
    assert answer.startswith("2.7a itself waits for 6.2, so 6.2 does not wait for it.")
    (answer,) = chat.says(CHAIR, "accept 6.2")
    assert answer.startswith("Nobody has reported 6.2 done yet")
    chat.says("K Bramley", "6.2 done, the locum has started")
    chat.says("K Bramley", "yes")
    (answer,) = chat.says("K Bramley", "accept 6.2")
    assert answer.startswith("Nobody accepts their own “done”")
    (answer,) = chat.says(CHAIR, "accept 6.2")
    assert answer.startswith("6.2 is 🟦 Complete, accepted by Cllr A Merrin.")
    assert "No longer waiting for it: 2.7a." in answer
    assert chat.sees(LEAD).startswith("2.7a is live: 6.2 is complete. It is due September 2026.")


def test_whether_it_held_is_asked_on_acceptance_and_later(chat: Dialogue) -> None:
    chat.says("K Bramley", "6.2 done, the locum has started")
    chat.says("K Bramley", "yes")
    chat.says(CHAIR, "accept 6.2")
    (answer,) = chat.presses(CHAIR, "In 3 months")
    assert "I ask on 21 Dec 2026 whether 6.2 held." in answer
    chat.says(LEAD, "4.1 done, every supervisor is trained")
    chat.says(LEAD, "yes")
    chat.says(CHAIR, "accept 4.1, check in 3 months")
    chat.at(timedelta(days=90, hours=14))
    assert not any("held?" in one for one in chat.everything_for(OFFICER)), "not in the night"
    chat.at(timedelta(days=1, hours=12))
    (asked,) = [one for one in chat.everything_for(OFFICER) if "completed actions held?" in one]
    assert "Have these 2 completed actions held?\n4.1 Supervision policy was completed" in asked
    (answer,) = chat.presses(OFFICER, "It did not: re-open it")
    assert "4.1 is open again" in answer
    assert "6.2 Out-of-hours legal advice was completed" in answer, "the other is still asked about"
    assert chat.presses(OFFICER, "It held") == ["Noted: 6.2 has held, says P Lowell."]
    assert "In progress" in chat.says(CHAIR, "history 4.1")[0]


def test_a_first_date_typed_wrongly_is_corrected_by_the_officer_and_is_no_move(chat: Dialogue) -> None:
    (answer,) = chat.says(LEAD, "correct 2.7a date to Jan 2027")
    assert answer.startswith("The board officer corrects the plan's dates, so 2.7a is as it was.")
    (answer,) = chat.says(OFFICER, "correct 2.7a date to Jan 2027, not September")
    assert answer.startswith(
        "Corrected: the first date of 2.7a is Jan 2027 (it was typed as September 2026). "
        "Both stay on record; it does not count as a move."
    )
    (detail,) = chat.says(LEAD, "status 2.7a")
    assert "First Jan 2027" in detail
    assert "First date corrected 21 Sept by P Lowell (was typed as September 2026)" in detail
    assert "moved" not in detail


def test_what_was_said_before_a_correction_is_told_from_the_date_of_then(chat: Dialogue) -> None:
    chat.says(LEAD, "2.7a slips to end of Jan 2027, waiting for IT")
    chat.presses(LEAD, "Confirm")
    chat.says(OFFICER, "correct 2.7a date to Dec 2026, not September")
    chat.at(timedelta(hours=1))
    chat.says(LEAD, "2.7a slips to end of Feb 2027, waiting for IT")
    told = chat.says(LEAD, "history 2.7a") and str(chat.posted[-1]["blocks"])
    assert "First date Dec 2026" in told
    assert "First date corrected 21 Sept by P Lowell (was typed as September 2026)" in told
    assert "September 2026 → end of Jan 2027 (18 weeks after the first date)" in told, "as it was said"
    assert "end of Jan 2027 → end of Feb 2027 (8 weeks after the first date)" in told
    chat.says(OFFICER, "record 2.7a")
    content = next(held for _, name, held in reversed(chat.slack.uploaded) if name.endswith(".xlsx"))
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    cells = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    assert "September 2026 → end of Jan 2027 (18 weeks after the first date)" in cells


def test_a_leads_own_typing_error_counts_one_move(chat: Dialogue) -> None:
    chat.tick()
    chat.says(LEAD, "2.7a slips to June 2027, waiting for IT")
    (answer,) = chat.says(LEAD, "that was a typing error, 2.7a should be Jan not June")
    assert "Jan 2027" in answer
    assert "moved once" in chat.says(LEAD, "status 2.7a")[0]


def test_a_form_put_right_in_words_counts_one_move(chat: Dialogue) -> None:
    chat.tick()
    chat.presses(LEAD, "Slipping…")
    chat.fills(LEAD, standing="amber", finish="June 2027", path="mailbox open by 16 Oct")
    (answer,) = chat.says(LEAD, "no, end of Jan")
    assert "It does not count as a second move." in answer
    assert "moved once" in chat.says(LEAD, "status 2.7a")[0]


def test_a_request_shows_the_agreed_date_as_it_stands_after_a_correction(chat: Dialogue) -> None:
    chat.says(LEAD, "more time for 2.7a until end of Feb because the mailbox is not ready")
    chat.says(OFFICER, "correct 2.7a date to Jan 2027")
    (card,) = chat.says(CHAIR, "decide")
    assert "asks for end of Feb 2027 (first Jan 2027)." in card
    assert "Until decided it stays due Jan 2027." in card


def test_an_action_carries_the_number_of_a_risk_that_is_kept_elsewhere(chat: Dialogue) -> None:
    (answer,) = chat.says(LEAD, "2.7a risk ref CRR14")
    assert answer.startswith("2.7a is linked to risk CRR14.")
    assert "Risk: CRR14" in chat.says(OFFICER, "status 2.7a")[0]
    assert "Risk: CRR14" in chat.says(OFFICER, "history 2.7a")[0]
    (answer,) = chat.says(LEAD, "2.7a risk ref none")
    assert answer.startswith("2.7a is linked to no risk any more.")
    chat.says(LEAD, "undo")
    assert "Risk: CRR14" in chat.says(OFFICER, "status 2.7a")[0]
