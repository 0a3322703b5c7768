"""What people complain of in tools like this one (C-1 to C-19 of the practices), each shown not to happen."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.instants import local_time
from bot.partnership import Cadence, Partnership, PartnershipId, Rhythm
from bot.rounds import rounds
from tests.handlers.slack import payloads
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHAIR, CHANNEL, OFFICER, account

LEAD, OTHER = "S Okoro", "K Bramley"
REMINDER = "still open, due"
TO_THE_REMINDER = timedelta(days=7, hours=1)


@pytest.fixture
def asked(chat: Dialogue) -> Dialogue:
    """Monday morning: everybody has been asked."""
    chat.tick()
    return chat


def of(chat: Dialogue, who: str, words: str) -> list[str]:
    return [one for one in chat.everything_for(who) if words in one]


def test_c1_nobody_is_chased_after_it_was_done(asked: Dialogue) -> None:
    asked.says(LEAD, "4.1 done; 2.7a slips to end of Jan, waiting for IT; 5.3 no change")
    asked.at(TO_THE_REMINDER)
    assert of(asked, LEAD, REMINDER) == []
    (reminder,) = of(asked, OTHER, REMINDER)
    assert "6.2" in reminder


def test_c1_what_was_said_before_the_ask_is_sent_is_not_asked(chat: Dialogue) -> None:
    chat.says(LEAD, "2.7a slips to end of Jan, waiting for IT")
    chat.says(LEAD, "yes")
    chat.tick()
    (prompt,) = of(chat, LEAD, "update by noon")
    assert prompt.startswith("2 Larkmere plan actions")


def test_c2_nothing_is_posted_twice(asked: Dialogue) -> None:
    said = payloads.message(account(LEAD), f"D{account(LEAD)}", asked.ts(), "2.7a on track")
    for _ in range(3):
        asked.send(said, key="EvAgain")
        asked.settle()
    assert len(of(asked, LEAD, "Saved for 14 Oct. 2.7a")) == 1
    before = asked.everything_for(LEAD)
    asked.tick()
    asked.tick()
    assert asked.everything_for(LEAD) == before


@pytest.mark.parametrize("nation", ["england", "wales", "scotland", "northern_ireland"])
@pytest.mark.parametrize("zone", ["Europe/London", "Europe/Madrid"])
@pytest.mark.parametrize("year", [2026, 2027])
def test_c3_and_c4_every_ask_of_a_year_comes_at_its_hour_on_a_working_day(
    nation: str, zone: str, year: int
) -> None:
    held = Partnership(
        PartnershipId(1),
        "Larkmere",
        None,
        zone=zone,
        nation=nation,
        rhythm=Rhythm(Cadence.WEEKLY),  # type: ignore[arg-type]  # a nation's name
    )
    asks: dict[str, datetime] = {}
    for month in (1, 7):
        around = datetime.combine(date(year, month, 1), time(12), tzinfo=ZoneInfo("UTC"))
        for one in rounds(held, (), around):
            assert asks.setdefault(one.key, one.ask_at) == one.ask_at
            assert one.ask_at < one.remind_at <= one.updates_by
    assert len(asks) >= 52
    for at in asks.values():
        local = local_time(at, zone)
        assert (local.hour, local.minute) == (9, 30)
        assert local.isoweekday() <= 5


def test_c5_a_channel_gets_a_short_header_with_the_detail_in_its_thread(asked: Dialogue) -> None:
    asked.at(TO_THE_REMINDER)
    header, *detail = [one for one in asked.slack.stored if one["channel"] == CHANNEL]
    assert len(header["text"].splitlines()) <= 12
    assert detail
    assert {one.get("thread_ts") for one in detail} == {header["ts"]}


def test_c6_one_message_asks_for_all_of_a_persons_actions(asked: Dialogue) -> None:
    (prompt,) = of(asked, LEAD, "update by noon")
    assert all(ref in prompt for ref in ("2.7a", "4.1", "5.3"))


def test_c7_after_one_ask_and_one_reminder_the_officer_has_it_not_the_lead_again(asked: Dialogue) -> None:
    asked.at(TO_THE_REMINDER)
    asked.at(timedelta(hours=20))
    before = asked.everything_for(LEAD)
    assert len(of(asked, LEAD, REMINDER)) == 1
    for _ in range(5):
        asked.at(timedelta(days=1))
    assert asked.everything_for(LEAD) == before
    assert of(asked, CHAIR, "update by noon") == []


def test_c8_a_message_nobody_answered_is_on_the_officers_list(asked: Dialogue) -> None:
    (message,) = of(asked, OFFICER, "Round for 14 Oct")
    assert "Waiting: S Okoro (3), K Bramley (1)" in message


def test_c9_a_question_can_be_left_and_news_goes_past_it(asked: Dialogue) -> None:
    (question,) = asked.says(LEAD, "2.7a is slipping")
    assert "2.7a" in question
    (answer,) = asked.says(LEAD, "4.1 no change")
    assert "4.1: no change" in answer
    asked.says(LEAD, "2.7a is slipping")
    (answer,) = asked.says(LEAD, "cancel")
    assert "2.7a" in answer
    assert asked.says(LEAD, "cancel") == [
        'Nothing waits for your word. "undo" takes back what you saved last.'
    ]


def test_c10_an_edit_makes_a_new_version_and_the_old_one_stays(asked: Dialogue) -> None:
    asked.says(LEAD, "2.7a slips to end of Jan, waiting for IT")
    (answer,) = asked.edits(LEAD, "2.7a slips to end of Feb, waiting for IT")
    assert "end of Feb 2027" in answer
    asked.presses(LEAD, "Confirm")
    (history,) = asked.says(LEAD, "history 2.7a")
    assert "end of Jan" in history
    assert "end of Feb" in history


def test_c11_a_green_that_the_dates_do_not_bear_is_told_to_the_lead_first(chat: Dialogue) -> None:
    (answer,) = chat.says(OFFICER, "for T Vance by phone: 1.10 green")
    assert "The board will see both." in answer
    (answer,) = chat.says(CHAIR, "status 5.3")
    assert "🟢" not in answer


def test_c12_moving_a_date_hides_nothing(asked: Dialogue) -> None:
    asked.says(LEAD, "2.7a slips to end of Nov, waiting for IT")
    asked.says(LEAD, "2.7a slips to end of Jan, still waiting for IT")
    (detail,) = asked.says(CHAIR, "status 2.7a")
    assert "First September 2026" in detail
    assert "moved 2 times" in detail


@pytest.mark.parametrize("when", ["mid Dec", "spring 2027", "Q4", "end of Jan"])
def test_c13_dates_are_taken_as_people_say_them(asked: Dialogue, when: str) -> None:
    (answer,) = asked.says(LEAD, f"2.7a slips to {when}, waiting for IT")
    assert answer.startswith("Saved for 14 Oct.")


def test_c14_any_wording_is_taken_and_only_what_is_missing_is_asked(asked: Dialogue) -> None:
    (answer,) = asked.says(LEAD, "2.7a amber")
    assert "what brings it back, and by when?" in answer
    (answer,) = asked.says(LEAD, "mailbox open by 16 Oct")
    assert answer.startswith("Saved for 14 Oct. 2.7a")


def test_c15_a_deputy_is_addressed_as_a_deputy(chat: Dialogue) -> None:
    chat.says(LEAD, "K Bramley covers for me until 6 Nov")
    chat.tick()
    (prompt,) = of(chat, OTHER, "For S Okoro, as deputy until Fri 6 Nov:")
    assert 'Your answer is shown as "K Bramley for S Okoro".' in prompt


def test_c16_counts_are_whole_and_no_list_is_cut(asked: Dialogue) -> None:
    (answer,) = asked.says(CHAIR, "status no update")
    late = asked.says(CHAIR, "status late")[0]
    assert "1.10" in late
    assert "…" not in answer.splitlines()[0]
    asked.presses(OFFICER, "See all")
    assert all(ref in asked.sees(OFFICER) for ref in ("1.10", "2.7a", "4.1", "5.3", "6.2"))


def test_c17_a_button_acts_on_the_action_it_was_drawn_for(asked: Dialogue) -> None:
    taps = [(shown, one) for shown, one in asked.buttons(LEAD) if one["text"]["text"] == "On track"]
    asked.says(LEAD, "2.7a slips to end of Jan, waiting for IT")
    asked.tap(LEAD, *taps[1])
    (four,) = asked.says(LEAD, "status 4.1")
    (seven,) = asked.says(LEAD, "status 2.7a")
    assert "🟢 Green" in four
    assert "🟢 Green" not in seven


def test_c18_what_is_withdrawn_keeps_its_history_and_its_reason(asked: Dialogue) -> None:
    asked.says(LEAD, "4.1 on track")
    asked.says(CHAIR, "withdraw 4.1, merged with 5.3")
    (history,) = asked.says(CHAIR, "history 4.1")
    assert "4.1 on track" in history
    assert "merged with 5.3" in history


def test_c19_somebody_without_the_chat_tool_is_heard_all_the_same(chat: Dialogue) -> None:
    (text,) = chat.says(OFFICER, "ask by e-mail T Vance")
    assert text.startswith("Subject: Larkmere plan: 1 action")
    chat.says(OFFICER, "for T Vance by e-mail: 1.10 slips to end of Nov, waiting for the solicitor")
    chat.presses(OFFICER, "Confirm")
    (detail,) = chat.says(CHAIR, "status 1.10")
    assert "end of Nov 2026" in detail
