"""Why a colour differs from the dates, the key, roll-up, history, and duties that recur."""

from __future__ import annotations

from datetime import timedelta

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHAIR, OFFICER

LEAD = "S Okoro"


def test_why_a_colour_differs_is_asked_of_the_lead_first_and_shown_beside_it(chat: Dialogue) -> None:
    chat.tick()
    chat.says(LEAD, "2.7a green, slips to end of Jan")
    chat.presses(LEAD, "Say why Green")
    chat.fills(LEAD, why="an interim letter goes out daily")
    (detail,) = chat.says(CHAIR, "status 2.7a")
    assert 'By the dates 🔺 Red; the lead: "an interim letter goes out daily"' in detail
    chat.says(LEAD, "2.7a red, the interim letter stopped")
    chat.says(LEAD, "yes")
    assert "the lead:" not in chat.says(CHAIR, "status 2.7a")[0]


def test_the_plans_key_is_published(chat: Dialogue) -> None:
    (key,) = chat.says(LEAD, "status key")
    assert "🔶 Amber: at risk" in key
    assert "By the dates: on time Green, up to 4 weeks late Amber, more Red." in key
    assert "Larkmere plan" in key


def test_a_recommendation_rolls_up_by_the_stated_rule(chat: Dialogue) -> None:
    chat.says(OFFICER, "new action 2.7b: letters to carers, lead K Bramley, by Dec 2026")
    chat.presses(OFFICER, "Add to the plan")
    (group,) = chat.says(CHAIR, "status 2.7")
    assert "0 of 2 delivered · ❔ Not reported (the worst of its open lines" in group


def test_the_history_says_every_move(chat: Dialogue) -> None:
    chat.tick()
    for when in ("Nov", "Jan", "March 2027"):
        chat.says(LEAD, f"2.7a slips to {when}, waiting for IT")
    (history,) = chat.says(CHAIR, "history 2.7a")
    assert "moved ×3: September 2026 → Nov 2026 → Jan 2027 → March 2027" in history
    assert 'S Okoro: "2.7a slips to Nov, waiting for IT"' in history


def test_doing_a_duty_once_does_not_complete_it_and_missing_it_is_slippage(chat: Dialogue) -> None:
    (answer,) = chat.says(OFFICER, "5.3 recurs every 3 months from 30 Sept 2026")
    assert answer.startswith("5.3 recurs every 3 months, first by 30 Sept 2026.")
    chat.at(timedelta(days=12))
    assert "5.3" in chat.says(CHAIR, "status late")[0]
    assert "missed 30 Sept 2026" in chat.says(CHAIR, "status 5.3")[0]
    chat.says(LEAD, "5.3 done")
    chat.says(LEAD, "yes")
    (detail,) = chat.says(CHAIR, "status 5.3")
    assert "Every 3 months: next by 31 Dec 2026; 1 done" in detail
    assert "5.3" not in chat.says(CHAIR, "status late")[0]
    (answer,) = chat.says(LEAD, "5.3 repeats monthly")
    assert "records what the board decides" in answer
