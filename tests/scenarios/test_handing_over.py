"""A lead goes: everything passes to another in one act, with its history, and both are told."""

from __future__ import annotations

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHAIR, OFFICER, account

LEAD, NEXT = "S Okoro", "K Bramley"


def test_everything_passes_in_one_act_and_the_history_stays(chat: Dialogue) -> None:
    chat.tick()
    chat.says(LEAD, "2.7a slips to end of Jan, waiting for IT")
    (answer,) = chat.says(OFFICER, "hand over everything of S Okoro to K Bramley")
    assert (
        answer
        == "2.7a, 4.1 and 5.3 have passed from S Okoro to K Bramley, with their history. Both are told."
    )
    assert chat.sees(NEXT).startswith("You now lead 2.7a, 4.1 and 5.3, from S Okoro.\nTheir history comes")
    assert chat.sees(LEAD).startswith("K Bramley now leads 2.7a, 4.1 and 5.3, handed over by P Lowell.")
    (history,) = chat.says(NEXT, "history 2.7a")
    assert '"2.7a slips to end of Jan, waiting for IT"' in history
    assert "P Lowell: handed over from S Okoro to K Bramley" in history
    (saved,) = chat.says(NEXT, "2.7a on track")
    assert "2.7a" in saved
    (refused,) = chat.says(LEAD, "4.1 done")
    assert "Nothing is saved" in refused


def test_one_action_passes_to_somebody_new(chat: Dialogue) -> None:
    (answer,) = chat.says(OFFICER, "hand 4.1 to Q New")
    assert answer.startswith("I know nobody called Q New. Nothing has been changed.")
    (answer,) = chat.says(OFFICER, "hand 4.1 to Q New (new)")
    assert answer.startswith("4.1 has passed from S Okoro to Q New")
    assert "I cannot write to Q New yet" in answer
    (answer,) = chat.says(OFFICER, "who leads 4.1?")
    assert "4.1 is led by Q New" in answer


def test_only_the_officer_hands_over(chat: Dialogue) -> None:
    for who in (LEAD, CHAIR):
        (refused,) = chat.says(who, "hand over everything of S Okoro to K Bramley")
        assert refused.startswith("Only the board officer can do that"), who
    (answer,) = chat.says(CHAIR, "who leads 4.1?")
    assert "4.1 is led by S Okoro" in answer


def test_a_closed_account_is_told_to_the_officer_who_hands_everything_on(chat: Dialogue) -> None:
    chat.tick()
    gone = {"type": "user_change", "user": {"id": account(LEAD), "deleted": True}}
    assert chat.send(gone).status == 200
    chat.settle()
    message = next(one for one in chat.everything_for(OFFICER) if "account has closed" in one)
    assert message.startswith("S Okoro's account has closed. 2.7a, 4.1 and 5.3 have nobody to ask.")
    chat.presses(OFFICER, "Hand all 3 to…")
    wrong = chat.fills(OFFICER, name="Q New")
    assert wrong == {"name": 'I know nobody called Q New. If they are new here, add "(new)" after the name.'}
    chat.fills(OFFICER, name=NEXT)
    assert chat.sees(NEXT).startswith("You now lead 2.7a, 4.1 and 5.3, from S Okoro.")


def test_whoever_has_left_is_not_asked(chat: Dialogue) -> None:
    assert chat.send({"type": "user_change", "user": {"id": account(LEAD), "deleted": True}}).status == 200
    chat.tick()
    assert not any("update by noon" in one for one in chat.everything_for(LEAD))
    message = next(one for one in chat.everything_for(OFFICER) if one.startswith("Round for"))
    assert "Nobody to ask: T Vance (1), S Okoro (3)" in message
