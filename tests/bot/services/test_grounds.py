"""A chair or board officer who changes what they do not lead says what that is based on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.card import Answer, Form
from bot.plan import ActionStatus
from bot.rag import Rag
from tests.bot.services.dialogue import Office, text_of

CHAIR, OFFICER, LEAD = "A Merrin", "P Lowell", "S Okoro"
ASKED = "You don't lead 2.7a. What is this based on? One line goes on the record."


@pytest.mark.parametrize(
    ("who", "words", "is_asked"),
    [
        (CHAIR, "2.7a amber", True),
        (OFFICER, "2.7a amber", True),
        (CHAIR, "2.7a slips to end of Jan", True),
        (CHAIR, "2.7a slips by three weeks", True),
        (CHAIR, "2.7a done", True),
        (CHAIR, "2.7a is on hold", True),
        (OFFICER, "2.7a 60% complete", True),
        (CHAIR, "2.7a amber, four nurses short", False),
        (OFFICER, "2.7a slips to end of Jan, waiting for IT", False),
        (CHAIR, "2.7a no change", False),
        (CHAIR, "2.7a green", False),
        (OFFICER, "2.7a the trust met the surgeries", False),
        (OFFICER, "for S Okoro by phone: 2.7a done", False),
        (LEAD, "2.7a done", False),
    ],
)
def test_who_is_asked_for_a_reason_and_of_what(asked: Office, who: str, words: str, is_asked: bool) -> None:
    answer = asked.answer(who, words)
    assert (ASKED in answer) is is_asked, answer
    after = answer if who == LEAD else asked.answer(who, "yes")
    assert ("Saved" in after) is not is_asked, after
    assert (asked.action("2.7a").reported_at is None) is is_asked


def test_whoever_stands_in_for_the_lead_is_asked_for_none(asked: Office) -> None:
    asked.say(LEAD, "P Lowell covers for me until 6 Nov")
    assert "🔶 Amber (was Green)" in asked.answer(OFFICER, "2.7a amber")


def test_the_officer_is_offered_to_enter_it_for_the_lead_and_the_chair_is_not(asked: Office) -> None:
    offer = 'Or enter it for the lead: "for S Okoro: …". Nothing is saved yet.'
    assert offer in asked.answer(OFFICER, "2.7a amber")
    assert "enter it" not in asked.answer(CHAIR, "2.7a amber")
    asked.say(OFFICER, "for S Okoro: 2.7a amber")
    assert "Saved" in asked.answer(OFFICER, "yes")
    assert "S Okoro, " in asked.answer(OFFICER, "history 2.7a")


@pytest.mark.parametrize(
    "reason",
    [
        "the trust told the board on Friday",
        "minute 6.1",
        "the minutes",
        "e-mail",
        "amber is what the ward manager says",
    ],
)
def test_the_reason_joins_the_words_and_is_kept(asked: Office, reason: str) -> None:
    asked.say(CHAIR, "2.7a amber")
    read = asked.answer(CHAIR, reason)
    assert "🔶 Amber (was Green)" in read
    assert asked.action("2.7a").rag is Rag.GREEN
    assert "Saved" in asked.answer(CHAIR, "yes")
    told = asked.action("2.7a").narrative or ""
    assert told.startswith(f"2.7a amber; {reason}")
    assert reason in asked.answer(CHAIR, "history 2.7a")
    assert asked.record.verify_audit() == ()


@pytest.mark.parametrize(
    "words",
    ["thanks", "late", "6.1 red, the room is let", "2.7a red, four nurses short", "what is late?", "no"],
)
def test_what_is_no_reason_is_not_taken_for_one(asked: Office, words: str) -> None:
    asked.say(CHAIR, "2.7a amber")
    asked.say(CHAIR, words)
    asked.say(CHAIR, "yes")
    assert asked.action("2.7a").rag is not Rag.AMBER
    assert words not in (asked.action("2.7a").narrative or "") or words.startswith("2.7a")


@pytest.mark.parametrize("word", ["minutes", "Minutes of the board.", "meetings", "matters arising"])
def test_the_name_of_what_a_board_has_is_kept_as_the_reason_and_is_a_command_again(
    asked: Office, word: str
) -> None:
    asked.say(CHAIR, "2.7a amber")
    read = asked.answer(CHAIR, word)
    assert "🔶 Amber (was Green)" in read
    kept = f'Kept "{word}" as what this is based on. If you want to see it, say it again.'
    assert read.endswith(kept)
    assert kept not in asked.answer(CHAIR, word), "nothing waits for a reason now"
    assert "Saved" in asked.answer(CHAIR, "yes")
    assert asked.action("2.7a").narrative == f"2.7a amber; {word}"


def test_help_and_status_are_given_and_the_question_stays_open(asked: Office) -> None:
    asked.say(CHAIR, "2.7a amber")
    for word in ("help", "status", "privacy"):
        assert "Kept" not in asked.answer(CHAIR, word)
    assert ASKED in asked.answer(CHAIR, "yes")
    asked.say(CHAIR, "stop")
    assert "Kept" not in asked.answer(CHAIR, "minutes")


def test_in_a_channel_and_to_another_question_such_a_name_is_the_command(asked: Office) -> None:
    asked.say(CHAIR, "2.7a amber")
    assert "Kept" not in asked.answer(CHAIR, "meetings", channel="C1")
    assert asked.action("2.7a").rag is Rag.GREEN
    assert "what brings it back" in asked.answer(LEAD, "2.7a amber")
    asked.say(LEAD, "board meetings")
    assert asked.action("2.7a").path_to_green is None


def test_days_later_words_are_no_reason_any_more(asked: Office) -> None:
    asked.say(CHAIR, "2.7a amber")
    asked.clock.instant += timedelta(days=4)
    asked.say(CHAIR, "the minister visits the wards")
    asked.say(CHAIR, "yes")
    assert asked.action("2.7a").rag is Rag.GREEN


def test_a_tap_without_a_word_waits_for_one_and_is_then_saved(asked: Office) -> None:
    saved = asked.press(CHAIR, asked.say(CHAIR, "2.7a amber, four nurses short")[0].card, "Confirm")
    assert isinstance(saved, Answer)
    form = asked.press(CHAIR, saved.card, "Edit")
    assert isinstance(form, Form)
    sent = asked.submit(CHAIR, form, standing="done")
    assert isinstance(sent, Answer)
    assert ASKED in text_of(sent.card)
    assert asked.action("2.7a").status is ActionStatus.IN_PROGRESS
    assert "Saved" in asked.answer(CHAIR, "the ward manager showed the letters")
    assert asked.action("2.7a").status is ActionStatus.CLAIMED_DONE


def test_what_had_a_reason_is_put_right_without_a_second(asked: Office) -> None:
    asked.say(CHAIR, "2.7a slips to end of Jan, waiting for IT")
    asked.say(CHAIR, "yes")
    assert asked.answer(CHAIR, "no, end of Feb").startswith("Corrected: 2.7a")


def test_what_had_none_waits_for_it_when_it_is_put_right(asked: Office) -> None:
    asked.say(CHAIR, "2.7a no change")
    asked.say(CHAIR, "yes")
    assert ASKED in asked.answer(CHAIR, "no, amber")
    assert asked.action("2.7a").rag is Rag.GREEN
