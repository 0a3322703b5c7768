"""A lead is away: only the days are kept, a deputy is asked, and answers in both names."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.engine import open_engine
from storage.tables import metadata
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHAIR, CHANNEL, OFFICER

LEAD, DEPUTY = "S Okoro", "K Bramley"


@pytest.fixture
def early(chat: Dialogue) -> Dialogue:
    """The morning of the ask, before anybody was asked."""
    return chat


def test_the_days_are_read_back_and_the_officer_has_the_list_until_somebody_is_named(early: Dialogue) -> None:
    (answer,) = early.says(LEAD, "I'm away 19 Oct to 6 Nov")
    assert answer.startswith("Noted: away Mon 19 Oct to Fri 6 Nov. I keep the dates, not the reason.")
    assert "Who is asked about 2.7a, 4.1 and 5.3 meanwhile? Until you say, P Lowell's list has" in answer
    (answer,) = early.presses(LEAD, "Nobody: tell the board officer")
    assert answer == "Noted: no deputy. I have told P Lowell, with the dates only."
    assert early.sees(OFFICER).startswith("S Okoro is away Mon 19 Oct to Fri 6 Nov, with no deputy.")


def test_who_is_away_soon_says_so_in_their_first_message_which_stays(chat: Dialogue) -> None:
    chat.tick()
    introduction = chat.everything_for(LEAD)[0]
    chat.presses(LEAD, "I am away soon…")
    (noted,) = chat.fills(LEAD, when="19 Oct to 6 Nov")
    assert noted.startswith("Noted: away Mon 19 Oct to Fri 6 Nov. I keep the dates, not the reason.")
    assert chat.everything_for(LEAD)[0] == introduction


@pytest.mark.parametrize(
    "words",
    [
        "I'm away 19 Oct to 6 Nov for a gallstone operation",
        "I'm having a gallstone operation, so away 19 Oct to 6 Nov; 4.1 no change",
        "2.7a on track, I'm off sick 19 Oct to 6 Nov with gallstone trouble",
        "I'm on sick leave, gallstone trouble again",
        "I'm back from my gallstone operation",
        "sorry I've been off with gallstones, 2.7a is still with IT",
    ],
)
def test_a_reason_is_kept_nowhere(early: Dialogue, words: str, sqlite_url: str) -> None:
    early.says(LEAD, words)
    engine = open_engine(sqlite_url)
    with engine.connect() as connection:
        kept = [str(row) for table in metadata.sorted_tables for row in connection.execute(select(table))]
    engine.dispose()
    assert [row for row in kept if "gallstone" in row] == []


def test_news_beside_an_absence_is_saved_too(early: Dialogue) -> None:
    early.tick()
    answers = early.says(LEAD, "4.1 no change. On leave from 19 Oct until 6 Nov.")
    assert any("4.1: no change" in one for one in answers)
    assert any(one.startswith("Noted: away Mon 19 Oct to Fri 6 Nov") for one in answers)


def test_the_deputy_is_asked_instead_and_answers_in_both_names(early: Dialogue) -> None:
    (answer,) = early.says(LEAD, "K Bramley covers for me until 6 Nov")
    assert answer.startswith("Noted: K Bramley answers for S Okoro, Mon 21 Sept to Fri 6 Nov, on 2.7a, 4.1")
    assert early.sees(DEPUTY).startswith("You stand in for S Okoro, Mon 21 Sept to Fri 6 Nov")
    early.tick()
    assert not any("update by noon" in one for one in early.everything_for(LEAD))
    prompt = next(one for one in early.everything_for(DEPUTY) if one.startswith("For S Okoro"))
    assert prompt.startswith(
        "For S Okoro, as deputy until Fri 6 Nov: 3 Larkmere plan actions: update by noon"
    )
    (answer,) = early.says(DEPUTY, "2.7a slips to end of Jan, waiting for IT")
    assert "end of Jan 2027" in answer
    (history,) = early.says(DEPUTY, "history 2.7a")
    assert "K Bramley for S Okoro by direct message:" in history
    (shown,) = early.says(CHAIR, "status 2.7a")
    assert "K Bramley for S Okoro" in shown


def test_looking_at_the_calendar_again_asks_neither_of_them_twice(early: Dialogue) -> None:
    early.says(LEAD, "K Bramley covers for me until 6 Nov")
    early.tick()
    before = early.everything_for(LEAD), early.everything_for(DEPUTY)
    early.tick()
    early.says(LEAD, "I'm back")
    early.at(timedelta(minutes=10))
    asks = [one for one in early.everything_for(LEAD)[len(before[0]) :] if "update by noon" in one]
    assert asks == []
    assert len([one for one in early.everything_for(DEPUTY) if one.startswith("For S Okoro")]) == 1


def test_an_ask_moves_to_the_day_its_lead_is_back(early: Dialogue) -> None:
    early.says(LEAD, "I'm away until 23 Sept")
    early.tick()
    assert not any("update by noon" in one for one in early.everything_for(LEAD))
    early.at(timedelta(days=3))
    asks = [one for one in early.everything_for(LEAD) if "update by noon" in one]
    assert len(asks) == 1
    early.at(timedelta(days=1))
    assert len([one for one in early.everything_for(LEAD) if "update by noon" in one]) == 1


def test_coming_back_early_ends_it_and_the_deputy_is_told(early: Dialogue) -> None:
    early.says(LEAD, "K Bramley covers for me until 6 Nov")
    (answer,) = early.says(LEAD, "I'm back")
    assert answer == "Noted: you are back, and asked from today. K Bramley no longer stands in."
    assert early.sees(DEPUTY).startswith("You no longer stand in for S Okoro")
    early.tick()
    assert any("update by noon" in one for one in early.everything_for(LEAD))
    (refused,) = early.says(DEPUTY, "2.7a done")
    assert "2.7a is led by S Okoro, so I have not changed it" in refused


def test_the_officer_arranges_cover_for_a_lead_and_nobody_else_does(early: Dialogue) -> None:
    (refused,) = early.says(DEPUTY, "K Bramley for S Okoro until 6 Nov")
    assert refused.startswith("Only S Okoro or the board officer says when S Okoro is away")
    (answer,) = early.says(OFFICER, "S Okoro is away 19 Oct to 6 Nov")
    assert answer.startswith("Noted: S Okoro: away Mon 19 Oct to Fri 6 Nov.")
    early.presses(OFFICER, "Name a deputy")
    assert early.fills(OFFICER, name=CHAIR) == {
        "name": "Cllr A Merrin cannot stand in: prompts never go to a chair."
    }
    assert early.fills(OFFICER, name="Q Nobody") == {
        "name": "I know nobody called Q Nobody. The board officer can add them."
    }
    (answer,) = early.fills(OFFICER, name=DEPUTY)
    assert answer.startswith("Noted: K Bramley answers for S Okoro, Mon 19 Oct to Fri 6 Nov")


def test_the_deputy_of_last_time_is_suggested(early: Dialogue) -> None:
    early.says(LEAD, "K Bramley covers for me until 25 Sept")
    early.says(LEAD, "I'm back")
    (answer,) = early.says(LEAD, "I'm away 19 Oct to 6 Nov")
    assert "K Bramley will be asked about 2.7a, 4.1 and 5.3." in answer
    (answer,) = early.presses(LEAD, "Right")
    assert answer.startswith("Noted: K Bramley answers for S Okoro")


def test_a_deputy_does_not_accept_what_they_stand_in_for(early: Dialogue) -> None:
    early.says(LEAD, "4.1 done")
    early.says(LEAD, "yes")
    early.says(LEAD, "P Lowell covers for me until 6 Nov")
    (answer,) = early.says(OFFICER, "accept 4.1")
    assert "Nobody accepts their own" in answer


def test_a_channel_shows_the_deputy_not_the_absence(early: Dialogue) -> None:
    early.says(OFFICER, "K Bramley stands in for T Vance until 6 Nov")
    early.tick()
    early.at(timedelta(days=7, minutes=5))
    posted = "\n".join(early.reads(CHANNEL))
    assert "K Bramley for T Vance" in posted
    assert "away" not in posted


def test_days_that_are_past_or_missing_are_not_noted(early: Dialogue) -> None:
    (answer,) = early.says(LEAD, "I'm on leave")
    assert answer.startswith("From when to when?")
    (answer,) = early.says(LEAD, "Jo is on leave until 6 Nov")
    assert answer.startswith("Who is away?")
    (answer,) = early.says(LEAD, "I'm back")
    assert answer == "I have no absence noted for you. Nothing has been changed."
    early.says(LEAD, "I'm away 19 Oct to 6 Nov")
    (answer,) = early.presses(LEAD, "Not away")
    assert answer == "Taken back: no absence is noted."
