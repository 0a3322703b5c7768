"""A chair's status is a message in their own conversation, however they ask for it."""

from __future__ import annotations

from datetime import timedelta

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHAIR, CHANNEL, account

LONGEST_LINE = 40
MOST_LINES = 10


def newest_message(chat: Dialogue) -> str:
    mine = [one for one in chat.posted if one["channel"] in (account(CHAIR), f"D{account(CHAIR)}")]
    return str(mine[-1]["text"])


def test_a_command_by_a_chair_is_answered_by_a_message_that_stays(chat: Dialogue) -> None:
    answered = chat.types(CHAIR, "/plan-status")
    chat.settle()
    assert answered == "I have sent it to you as a message, so that you still have it in the meeting."
    assert "Late" in newest_message(chat)


def test_it_can_be_read_on_a_phone(chat: Dialogue) -> None:
    chat.says(CHAIR, "status")
    _summary, *lines = newest_message(chat).splitlines()
    assert len(lines) <= MOST_LINES
    assert all(len(line) <= LONGEST_LINE for line in lines)


def test_a_leads_command_is_answered_to_them_alone_and_posts_nothing(chat: Dialogue) -> None:
    before = len(chat.posted)
    assert "2.7a" in chat.types("S Okoro", "/plan-status 2.7a")
    chat.settle()
    assert len(chat.posted) == before


def test_a_chair_need_only_say_late_and_share(chat: Dialogue) -> None:
    (late,) = chat.says(CHAIR, "late")
    assert late.startswith("Late: past the date")
    (shared,) = chat.says(CHAIR, "share late")
    assert shared == "Shared in the channel."
    assert any("Late: past the date" in text for text in chat.reads(CHANNEL))


def test_a_lead_who_says_late_tells_of_an_action(chat: Dialogue) -> None:
    assert not any(text.startswith("Late:") for text in chat.says("S Okoro", "late"))
    (refused,) = chat.says("S Okoro", "share")
    assert "Cllr A Merrin" in refused


def test_the_next_meeting_is_named_until_it_is_held_also_once_updates_have_closed(chat: Dialogue) -> None:
    chat.at(timedelta(days=14))
    chat.says(CHAIR, "status")
    assert "Next: Board, Wed 14 Oct" in newest_message(chat)


def test_a_chair_asks_in_words_of_their_own(chat: Dialogue) -> None:
    (late,) = chat.says(CHAIR, "what has Dunvale got that's late?")
    assert late.startswith("Late · led from Dunvale NHS Trust (1)\n1.10 Day-service agreement")
    (due,) = chat.says(CHAIR, "show me everything due before November")
    assert due.startswith("Due before November (3)")
    (one,) = chat.says(CHAIR, "where are we with the discharge letters?")
    assert "2.7a Discharge letters to GPs" in one


def test_a_chair_has_the_paper_of_the_pack_and_the_actions_nobody_reported_on(chat: Dialogue) -> None:
    chat.tick()
    (silent,) = chat.says(CHAIR, "who hasn't replied?")
    assert silent.startswith("No update or ❔ Not reported (5)")
    (paper,) = chat.says(CHAIR, "send me the pack")
    assert paper.startswith("Highlight report for Board, Wed 14 Oct 2026")
    assert len(chat.slack.uploaded) == 1
