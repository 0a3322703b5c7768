"""A plan is closed by two people, kept to be read, and opened again within thirty days."""

from __future__ import annotations

from datetime import timedelta

from bot.plan import ActionStatus, PlanState
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHAIR, CHANNEL, OFFICER, account

LEAD = "S Okoro"
ENDS = (
    "end 6.2: done, the locum has started; 2.7a and 4.1: carried over to the 2027 plan; "
    "the rest stopped, no funding"
)


def put_to_the_chair(chat: Dialogue) -> None:
    chat.says(OFFICER, "close the plan")
    chat.says(OFFICER, ENDS)
    chat.presses(OFFICER, "Ask the chair")


def closed(chat: Dialogue) -> None:
    put_to_the_chair(chat)
    chat.presses(CHAIR, "Confirm: close it")


def test_every_open_action_needs_an_end_before_a_chair_is_asked(chat: Dialogue) -> None:
    (answer,) = chat.says(OFFICER, "close the plan")
    assert answer.startswith(
        "Closing Larkmere plan needs an end for each of 5 open actions. Nothing is closed"
    )
    (answer,) = chat.says(
        OFFICER, "end 6.2: done, the locum has started; 2.7a: carried over to the 2027 plan"
    )
    assert answer.startswith(
        "Closing Larkmere plan needs an end for each of 5 open actions; 3 have none yet."
    )
    (answer,) = chat.says(OFFICER, "end 4.1: stopped")
    assert answer.startswith("4.1: stopped, why? Each end needs a reason.")
    (answer,) = chat.says(OFFICER, "all the rest carried over to the 2027 plan")
    assert answer.startswith("Every open action of Larkmere plan has an end: 1 done, 4 carried over.")
    assert "A chair confirms it: Cllr A Merrin." in answer
    chat.presses(OFFICER, "Change ends…")
    (answer,) = chat.fills(OFFICER, which="1.10, 5.3", end="superseded", words="the county's own plan")
    assert "1 done, 2 carried over, 2 superseded" in answer
    (answer,) = chat.presses(OFFICER, "See each end")
    assert '2.7a Discharge letters to GPs: carried over, "the 2027 plan"' in answer
    chat.presses(OFFICER, "Ask the chair")
    assert any(one.startswith("Asked Cllr A Merrin to confirm") for one in chat.everything_for(OFFICER))
    assert chat.sees(CHAIR).startswith("P Lowell asks you to confirm that Larkmere plan is closed.")
    assert chat.says(LEAD, "status 4.1")[0].startswith("4.1 Supervision policy"), "nothing is closed yet"


def test_the_chair_confirms_and_the_plan_ends_with_a_report_and_a_last_line(chat: Dialogue) -> None:
    put_to_the_chair(chat)
    (refused,) = chat.presses(OFFICER, "Confirm: close it", of=CHAIR)
    assert refused.startswith("A chair confirms that Larkmere plan is closed who gave none of its ends")
    chat.presses(CHAIR, "Confirm: close it")
    (line,) = chat.reads(CHANNEL)
    assert line.startswith(
        "Larkmere plan was closed on Mon 21 Sept 2026. Open until then: 1 done, 2 carried over"
    )
    assert line.endswith("Final report 2026-09-final.")
    assert any(one.startswith("Larkmere plan is closed. 1 done") for one in chat.everything_for(OFFICER))
    assert {channel for channel, name, _ in chat.slack.uploaded if name.endswith("final.docx")} == {
        f"D{account(OFFICER)}",
        f"D{account(CHAIR)}",
    }
    with chat.record.open_work(chat.workspace.id, read_only=True) as work:
        (plan,) = work.plans.closed()
        assert (plan.state, plan.ended_at) == (PlanState.CLOSED, work.now)
        stood = {action.ref: (action.status, action.status_reason) for action in plan.actions}
    assert stood["6.2"][0] is ActionStatus.COMPLETE
    assert stood["2.7a"] == (ActionStatus.WITHDRAWN, "carried over to the 2027 plan")
    assert chat.record.verify_audit() == ()


def test_a_closed_plan_is_read_and_not_changed(chat: Dialogue) -> None:
    chat.tick()
    closed(chat)
    before = len(chat.everything_for(LEAD))
    chat.at(timedelta(days=7, hours=1))
    assert len(chat.everything_for(LEAD)) == before, "no reminder, no nudge"
    for words in ("2.7a on track", "status", "more time for 2.7a to March", "what is late?"):
        (answer,) = chat.says(LEAD, words)
        assert answer.startswith(
            "Larkmere plan was closed on Mon 21 Sept 2026, so nothing is changed any more."
        )
        assert "P Lowell can reopen it until Wed 21 Oct 2026." in answer
    (refused,) = chat.presses(LEAD, "On track")
    assert refused.startswith("Larkmere plan was closed on Mon 21 Sept 2026")
    assert "carried over" in chat.says(LEAD, "history 2.7a")[0]
    assert len(chat.reads(CHANNEL)) == 1, "no digest after the last line"
    chat.says(OFFICER, "status")
    sent = chat.presses(OFFICER, "Final report")
    assert "The final report of Larkmere plan, as it was when the plan was closed." in sent


def test_it_is_reopened_within_thirty_days_and_stands_as_before(chat: Dialogue) -> None:
    chat.says(LEAD, "2.7a amber, mailbox promised for 16 Oct")
    closed(chat)
    assert chat.says(LEAD, "reopen the plan")[0].startswith("Only the board officer can do that")
    chat.at(timedelta(days=29))
    (answer,) = chat.says(OFFICER, "reopen the plan")
    assert answer.startswith("Larkmere plan is open again. 5 actions stand as before it was closed")
    assert chat.reads(CHANNEL)[-1].startswith("Larkmere plan is open again since Tue 20 Oct 2026.")
    with chat.record.open_work(chat.workspace.id, read_only=True) as work:
        (plan,) = work.plans.live()
        assert plan.ended_at is None
        assert all(action.status is ActionStatus.IN_PROGRESS for action in plan.actions)
    assert "2.7a Discharge letters to GPs" in chat.says(LEAD, "2.7a on track")[0]
    assert chat.record.verify_audit() == ()


def test_after_thirty_days_it_stays_closed_and_kindly(chat: Dialogue) -> None:
    closed(chat)
    chat.at(timedelta(days=31))
    (answer,) = chat.says(OFFICER, "reopen the plan")
    assert answer.startswith(
        "Larkmere plan was closed on Mon 21 Sept 2026, more than 30 days ago, so it stays"
    )
    assert chat.says(LEAD, "2.7a done")[0].endswith("Its record can still be read.")


def test_what_was_put_to_the_chair_first_is_not_confirmed_once_it_has_changed(chat: Dialogue) -> None:
    put_to_the_chair(chat)
    chat.says(OFFICER, "end 2.7a: stopped, the mailbox opened")
    (answer,) = chat.presses(CHAIR, "Confirm: close it")
    assert answer.startswith("This was changed or set aside by the board officer already")
    (answer,) = chat.says(OFFICER, "do not close the plan")
    assert answer.startswith("Larkmere plan stays open.")
    assert chat.says(OFFICER, "end 2.7a: stopped, really")[0].startswith("No plan of yours is being closed")


def test_the_chair_may_say_not_now_and_what_was_opened_since_is_not_closed_unseen(chat: Dialogue) -> None:
    put_to_the_chair(chat)
    chat.presses(CHAIR, "Not now")
    assert chat.sees(OFFICER).startswith("Cllr A Merrin has not confirmed that Larkmere plan is closed.")
    chat.says(OFFICER, "close the plan")
    chat.presses(OFFICER, "Ask the chair")
    chat.says(CHAIR, "new action: open the crisis line, lead K Bramley, by Dec 2026")
    chat.presses(CHAIR, "Add to the plan")
    chat.presses(CHAIR, "Confirm: close it")
    assert any("N1 was opened since you were asked" in one for one in chat.everything_for(CHAIR))
    with chat.record.open_work(chat.workspace.id, read_only=True) as work:
        assert work.plans.closed() == ()
