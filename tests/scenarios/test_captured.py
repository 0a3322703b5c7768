"""Decisions and new actions are captured in words or from a message, read back, and only then recorded."""

from __future__ import annotations

from datetime import timedelta

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHAIR, OFFICER

LEAD = "S Okoro"


def test_a_decision_is_read_back_with_its_meeting_and_minute_and_recorded_once(chat: Dialogue) -> None:
    chat.at(timedelta(days=23))
    (answer,) = chat.says(CHAIR, "decision: the plan runs to 2028, minute 6.2")
    assert answer.startswith('Decision: "the plan runs to 2028".\nThe board, 14 Oct, minute 6.2.')
    assert "Nothing is saved yet." in answer
    (answer,) = chat.presses(CHAIR, "Record")
    assert answer.startswith('Recorded (the board, 14 Oct, minute 6.2): "the plan runs to 2028".')


def test_a_decision_with_its_letter_releases_what_waited_for_it(chat: Dialogue) -> None:
    chat.says(LEAD, "2.7a is waiting for the board's decision a)")
    chat.says(LEAD, "4.1 is waiting for the cabinet's decision on posts")
    chat.says(OFFICER, "decision a) the mailbox is paid for, minute 6.3")
    (answer,) = chat.presses(OFFICER, "Record")
    assert "No longer waiting for it: 2.7a." in answer
    assert "Does it settle what these wait for?" in answer
    assert chat.sees(LEAD).startswith("2.7a is live: the decision it waited for is made.")
    chat.presses(OFFICER, "4.1 is live")
    assert chat.sees(LEAD).startswith("4.1 is live")


def test_a_new_action_joins_the_plan_only_when_it_is_saved(chat: Dialogue) -> None:
    (answer,) = chat.says(OFFICER, "action: write to every GP, lead K Bramley, by Dec 2026")
    assert answer.startswith(
        'New action N1 for Larkmere plan: "write to every GP". Lead: K Bramley. Due: Dec 2026.'
    )
    before = chat.everything_for("K Bramley")
    assert "nothing called" in chat.says(CHAIR, "status N1")[0]
    (answer,) = chat.presses(OFFICER, "Add to the plan")
    assert answer.startswith("N1 write to every GP is in the plan, due Dec 2026.")
    assert chat.everything_for("K Bramley")[len(before) :][-1].startswith(
        "You now lead N1 write to every GP, due Dec 2026. Recorded by P Lowell."
    )
    assert "K Bramley" in chat.says(CHAIR, "status N1")[0]


def test_a_chair_takes_back_the_action_they_recorded(chat: Dialogue) -> None:
    chat.says(CHAIR, "action: write to every GP, lead K Bramley, by Dec 2026")
    assert chat.says(CHAIR, "yes")[0].startswith("N1 write to every GP is in the plan")
    (undone,) = chat.presses(CHAIR, "Undo")
    assert undone == "Undone: N1 is withdrawn, and its number is free again."
    assert "put the plan back: N1 is withdrawn" in chat.sees("K Bramley")
    chat.says(OFFICER, "add 4.2 Map the beds")
    chat.presses(OFFICER, "Save")
    (refused,) = chat.presses(CHAIR, "Undo", of=OFFICER)
    assert refused.startswith("The board officer")


def test_a_number_of_its_own_a_new_lead_and_a_drop(chat: Dialogue) -> None:
    (answer,) = chat.says(CHAIR, "new action 2.8: train the wards, lead J Tranter, by March 2027")
    assert answer.startswith("New action 2.8 for Larkmere plan")
    assert "J Tranter is not in the plan yet; I add them with it." in answer
    assert chat.says(CHAIR, "no") == ["Dropped. Nothing was saved."]
    (answer,) = chat.says(CHAIR, "new action 2.7a: train the wards")
    assert answer.startswith("2.7a is another action's number.")
    (answer,) = chat.says(CHAIR, "action: train the wards, by soon")
    assert answer.startswith('I cannot read one date in "soon". Nothing has been saved.')


def test_only_the_board_records(chat: Dialogue) -> None:
    (answer,) = chat.says(LEAD, "decision: no more letters")
    assert answer.startswith("The chair or the board officer records what the board decides.")
    assert "Nothing has been saved." in answer


def test_what_begins_with_an_actions_number_is_an_update(chat: Dialogue) -> None:
    chat.tick()
    (answer,) = chat.says(LEAD, "Action 2.7a: green, on track")
    assert "🟢 Green" in answer


def test_a_message_is_recorded_from_its_menu(chat: Dialogue) -> None:
    assert chat.records(OFFICER, "CLARKMERE", "We agreed to pay for the mailbox.") == []
    assert "We agreed to pay for the mailbox." in str(chat.slack.views[-1])
    wrong = chat.fills(OFFICER, kind="new_action", words="pay for the mailbox", when="one fine day")
    assert isinstance(wrong, dict)
    answer = chat.fills(OFFICER, kind="decision", words="The mailbox is paid for", minute="6.2")
    assert isinstance(answer, list)
    assert answer[-1].startswith('Decision: "The mailbox is paid for".')
    chat.presses(OFFICER, "Record")


def test_a_lead_is_refused_the_menus_entry(chat: Dialogue) -> None:
    views = len(chat.slack.views)
    (answer,) = chat.records(LEAD, "CLARKMERE", "We agreed to pay for the mailbox.")
    assert answer.startswith("The chair or the board officer records")
    assert len(chat.slack.views) == views
