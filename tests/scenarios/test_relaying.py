"""Somebody does not use the chat tool: the officer sends the text, and enters what comes back."""

from __future__ import annotations

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHAIR, OFFICER

LEAD, ELSEWHERE = "S Okoro", "T Vance"
RELAYED = "for T Vance by phone 18 Sept: 1.10 slips to end of Nov, waiting for the solicitor"
NAMES = "T Vance, by phone 18 Sept, entered by P Lowell"


def test_what_a_lead_said_by_phone_is_read_back_and_saved_in_both_names(chat: Dialogue) -> None:
    (proposed,) = chat.says(OFFICER, RELAYED)
    assert "1.10 Day-service agreement" in proposed
    assert "end of Nov 2026" in proposed
    assert "Nothing is saved yet" in proposed
    assert f'Recorded as "{NAMES}".' in proposed
    (saved,) = chat.presses(OFFICER, "Confirm")
    assert saved.startswith("Saved for 14 Oct. 1.10")
    (history,) = chat.says(OFFICER, "history 1.10")
    assert f'{NAMES}: "1.10 slips to end of Nov, waiting for the solicitor"' in history


def test_a_pasted_e_mail_is_read_without_what_it_answers(chat: Dialogue) -> None:
    (proposed,) = chat.says(
        OFFICER,
        "From: T Vance <t.vance@example.org>\nSent: 18 September 2026 10:02\nSubject: Re: plan\n\n"
        "1.10 on track again, signed on Monday\n\nFrom: P Lowell\n1.10 is red, please reply",
    )
    assert "🟢 Green" in proposed
    assert 'Recorded as "T Vance, by e-mail 18 Sept, entered by P Lowell".' in proposed


def test_what_was_entered_is_edited_and_undone_by_whoever_entered_it(chat: Dialogue) -> None:
    chat.says(OFFICER, "1.10 for T Vance: amber, by e-mail 18 Sept")
    chat.presses(OFFICER, "Edit")
    saved = chat.fills(OFFICER, standing="red", blocker="no solicitor", path="a new one by 9 Oct")
    assert isinstance(saved, list)
    assert "🔺 Red" in saved[-1]
    assert 'Recorded as "T Vance, by e-mail 18 Sept, entered by P Lowell".' in saved[-1]
    (answer,) = chat.says(OFFICER, "undo")
    assert answer.startswith("Undone: 1.10")


def test_a_question_about_it_is_answered_by_whoever_entered_it(chat: Dialogue) -> None:
    (asked,) = chat.says(OFFICER, "for T Vance by phone: 1.10 is slipping")
    assert "1.10" in asked
    (answer,) = chat.says(OFFICER, "end of Nov")
    assert "end of Nov 2026" in answer
    assert "entered by P Lowell" in answer


def test_only_the_board_officer_enters_it(chat: Dialogue) -> None:
    for who in (CHAIR, LEAD):
        (refused,) = chat.says(who, RELAYED)
        assert refused == (
            "The board officer enters what somebody else said. Please ask P Lowell. Nothing has been saved."
        )


def test_nobody_of_that_name_and_no_action_in_it_are_said(chat: Dialogue) -> None:
    (answer,) = chat.says(OFFICER, "for Q Nobody by phone: 1.10 done")
    assert answer.startswith("I cannot find Q Nobody")
    (answer,) = chat.says(OFFICER, "for T Vance by phone: hello")
    assert answer.startswith("I read no action in that.")


def test_the_prompt_comes_as_text_to_send(chat: Dialogue) -> None:
    (text,) = chat.says(OFFICER, "ask by e-mail T Vance")
    subject, line, ending, how = text.splitlines()
    assert subject == "Subject: Larkmere plan: 1 action, please reply by noon Tue 29 Sept"
    assert line == "1.10 Day-service agreement, due June 2026. Last time: no update."
    assert ending.endswith("done, or help needed. P Lowell, board officer")
    assert how.startswith('When the answer is here: "for T Vance by e-mail:"')
    (refused,) = chat.says(LEAD, "ask by e-mail T Vance")
    assert refused.startswith("The board officer enters")


def test_an_absence_that_was_relayed_keeps_no_reason(chat: Dialogue) -> None:
    (answer,) = chat.says(OFFICER, "for T Vance by phone: I'm away 19 Oct to 6 Nov, gallstones")
    assert answer.startswith("Noted: T Vance: away Mon 19 Oct to Fri 6 Nov.")


def test_what_the_officer_says_in_their_own_name_needs_a_reason(chat: Dialogue) -> None:
    (asked,) = chat.says(OFFICER, "1.10 slips to end of Nov")
    assert asked.startswith("You don't lead 1.10. What is this based on? One line goes on the record.")
    assert 'Or enter it for the lead: "for T Vance: …". Nothing is saved yet.' in asked
    (read,) = chat.says(OFFICER, "the solicitor told the board so on 18 Sept")
    assert "end of Nov 2026" in read
    assert "18 Sept" in read
    (saved,) = chat.presses(OFFICER, "Confirm")
    assert saved.startswith("Saved for 14 Oct. 1.10")
    (history,) = chat.says(CHAIR, "history 1.10")
    assert '"1.10 slips to end of Nov; the solicitor told the board so on 18 Sept"' in history
    assert chat.record.verify_audit() == ()
