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
    chat.presses(OFFICER, "One by one…")
    (first, *_) = fields = [
        block["block_id"] for block in chat.slack.views[-1]["blocks"] if "element" in block
    ]
    assert len(fields) == 3
    (left,) = chat.fills(OFFICER, **{first: NEXT})
    assert left.startswith(f"2.7a has passed from S Okoro to {NEXT}, with their history.")
    assert left.endswith("S Okoro leads 4.1 and 5.3. Who takes them?")
    chat.presses(OFFICER, "Hand all 2 to…")
    wrong = chat.fills(OFFICER, name="Q New")
    assert wrong == {"name": 'I know nobody called Q New. If they are new here, add "(new)" after the name.'}
    chat.fills(OFFICER, name=NEXT)
    assert chat.sees(NEXT).startswith("You now lead 4.1 and 5.3, from S Okoro.")


def test_a_post_that_was_left_vacant_keeps_its_actions_for_whoever_comes(chat: Dialogue) -> None:
    (asked,) = chat.says(OFFICER, "hand over S Okoro")
    assert asked == "S Okoro leads 2.7a, 4.1 and 5.3. Who takes them?"
    chat.presses(OFFICER, "Post is vacant…")
    assert chat.fills(OFFICER, post=NEXT) == {"post": f"{NEXT} is somebody's name. What is the post called?"}
    (done,) = chat.fills(OFFICER, post="Ward manager, Beech ward")
    assert "to the post Ward manager, Beech ward, which is vacant" in done
    assert "Ward manager, Beech ward (vacant)" in chat.says(OFFICER, "status 5.3")[0]
    chat.says(OFFICER, f"{NEXT} holds Ward manager, Beech ward")
    assert "which leads 2.7a, 4.1 and 5.3" in chat.sees(NEXT)


def test_whoever_has_left_is_not_asked(chat: Dialogue) -> None:
    assert chat.send({"type": "user_change", "user": {"id": account(LEAD), "deleted": True}}).status == 200
    chat.tick()
    assert not any("update by noon" in one for one in chat.everything_for(LEAD))
    message = next(one for one in chat.everything_for(OFFICER) if one.startswith("Round for"))
    assert "Nobody to ask: T Vance (1), S Okoro (3)" in message
