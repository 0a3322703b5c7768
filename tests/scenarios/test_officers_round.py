"""The board officer's one message a round, edited in place."""

from __future__ import annotations

from datetime import timedelta

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHAIR, OFFICER

LEAD = "S Okoro"


def rounds(chat: Dialogue) -> list[str]:
    return [one for one in chat.everything_for(OFFICER) if one.startswith("Round for")]


def test_it_comes_once_and_is_edited_as_leads_answer(chat: Dialogue) -> None:
    chat.tick()
    (message,) = rounds(chat)
    assert message.startswith("Round for 14 Oct · 0 of 3 leads answered, 0 of 5 actions · 09:")
    assert "Waiting: S Okoro (3), K Bramley (1)" in message
    assert "Nobody to ask: T Vance (1)" in message
    chat.tick()
    chat.says(LEAD, "2.7a slips to end of Jan, waiting for IT; rest no change")
    chat.at(timedelta(minutes=5))
    (message,) = rounds(chat)
    assert message.startswith("Round for 14 Oct · 1 of 3 leads answered, 3 of 5 actions")
    assert "Waiting: K Bramley (1)" in message
    assert "S Okoro" not in message
    chat.says(LEAD, "4.1 done")
    chat.at(timedelta(minutes=5))
    (message,) = rounds(chat)
    assert "For you: 1 to accept as done" in message


def test_nothing_new_is_not_edited(chat: Dialogue) -> None:
    chat.tick()
    chat.at(timedelta(minutes=5))
    before = chat.slack.requests.count("chat.update")
    chat.at(timedelta(minutes=5))
    assert chat.slack.requests.count("chat.update") == before


def test_the_one_reminder_can_be_sent_early_and_is_not_sent_again(chat: Dialogue) -> None:
    chat.tick()
    (answer,) = chat.presses(OFFICER, "Remind once")
    assert answer.startswith("Reminded: S Okoro and K Bramley. That is the one reminder of this round.")
    (again,) = chat.presses(OFFICER, "Remind once")
    assert again.startswith("Nobody is reminded")
    chat.at(timedelta(days=7, hours=1))
    assert len([one for one in chat.everything_for(LEAD) if "still open, due" in one]) == 1


def test_every_list_is_behind_a_button_and_entering_is_explained(chat: Dialogue) -> None:
    chat.tick()
    (answer,) = chat.presses(OFFICER, "See all")
    assert "Nobody to ask (1)\nT Vance (1): 1.10" in answer
    assert "S Okoro (3): 2.7a, 4.1 and 5.3" in answer
    (answer,) = chat.presses(OFFICER, "Enter for someone")
    assert answer.startswith('Write to me "for T Vance by phone: 1.10 on track", or paste their e-mail.')


def test_the_pack_is_previewed_in_words_too(chat: Dialogue) -> None:
    (shown,) = chat.says(OFFICER, "preview pack")
    assert shown.startswith("Preview: the pack of Wed 14 Oct, as things stand")
    assert "1.10 Day-service agreement" in shown
    assert chat.says(LEAD, "preview the pack") == ["You run no plan here. Please ask P Lowell."]


def test_round_is_a_word_for_officers_only(chat: Dialogue) -> None:
    (answer,) = chat.says(OFFICER, "round")
    assert answer.startswith("Round for 14 Oct")
    (refused,) = chat.says(LEAD, "round")
    assert refused.startswith("Only the board officer can do that")
    chat.tick()
    (refused,) = chat.presses(CHAIR, "Remind once", of=OFFICER)
    assert refused.startswith("Only the board officer can do that")


def test_an_absence_and_a_deputy_are_shown_to_the_officer(chat: Dialogue) -> None:
    chat.says(LEAD, "I'm away until 6 Nov")
    chat.tick()
    (message,) = rounds(chat)
    assert "S Okoro (3; away until Fri 6 Nov)" in message
    chat.says(OFFICER, "K Bramley for S Okoro until 6 Nov")
    chat.at(timedelta(minutes=5))
    (message,) = rounds(chat)
    assert "K Bramley for S Okoro (3)" in message
