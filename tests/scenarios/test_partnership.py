"""The rest of the round: who somebody is, what the chair sees, what the channel is told."""

from __future__ import annotations

from datetime import timedelta

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHAIR, CHANNEL, OFFICER


def test_nobody_is_linked_before_the_officer_says_so(chat: Dialogue) -> None:
    (answer,) = chat.says("Q New", "I am T Vance")
    assert "asked P Lowell" in answer
    (answer,) = chat.says("Q New", "1.10 on track")
    assert "I don't know you yet" in answer
    assert "says it is T Vance" in chat.sees(OFFICER)
    chat.presses(OFFICER, "Approve")
    assert "you are T Vance" in chat.sees("Q New")
    (answer,) = chat.says("Q New", "mine")
    assert "1.10" in answer


def test_a_wrong_claim_is_refused_and_said_so(chat: Dialogue) -> None:
    chat.says("Q New", "I am T Vance")
    chat.presses(OFFICER, "Not them")
    assert "T Vance" in chat.sees("Q New")
    (answer,) = chat.says("Q New", "mine")
    assert "I don't know you yet" in answer


def test_the_chair_hears_how_things_stand_and_shares_it(chat: Dialogue) -> None:
    (answer,) = chat.says(CHAIR, "status")
    assert "Late 1" in answer
    assert "Next: Board, Wed 14 Oct" in answer
    chat.presses(CHAIR, "Share")
    (shared,) = chat.reads(CHANNEL)
    assert shared.endswith(f"Shared by {CHAIR}.")


def test_a_claim_of_done_is_accepted_by_the_chair_not_by_the_lead(chat: Dialogue) -> None:
    chat.tick()
    (answer,) = chat.says("S Okoro", "4.1 done")
    assert "until the chair or board officer accepts it" in answer
    (answer,) = chat.says(CHAIR, "status 4.1")
    assert "reported done" in answer.casefold()
    chat.presses(CHAIR, "Accept as done")
    assert "🟦 Complete" in chat.types("S Okoro", "/plan-status 4.1")


def test_the_digest_is_posted_once_with_its_detail_in_the_thread(chat: Dialogue) -> None:
    chat.tick()
    chat.at(timedelta(days=7, minutes=5))
    chat.tick()
    header, *detail = [one for one in chat.slack.stored if one["channel"] == CHANNEL]
    assert header["text"].startswith("Larkmere plan: what is slipping · Mon 28 Sept 2026")
    assert detail
    assert {one.get("thread_ts") for one in detail} == {header["ts"]}
    assert "1.10 Day-service agreement" in detail[0]["text"]


def test_a_week_in_which_nobody_looked_is_caught_up_once(chat: Dialogue) -> None:
    chat.tick()
    chat.at(timedelta(days=21))
    headers = [one for one in chat.slack.stored if one["text"].startswith("Larkmere plan: what is slipping")]
    assert len(headers) <= 1
