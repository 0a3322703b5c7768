"""Why a colour differs from the dates, the key, roll-up, history, and duties that recur."""

from __future__ import annotations

from datetime import timedelta

from bot.services.plans.go_live import go_live
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
    assert '"2.7a slips to Nov, waiting for IT"' in history


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


DUTIES = "\r\n".join(
    (
        "Harbour plan",
        "Ref,Action,Lead,Timescale",
        "1.1,Agree the lease,S Okoro,May 2027",
        '1.2,"Subject to 1.1 being agreed, sell the annexe",S Okoro,June 2027',
        "1.3,Report to the carers' forum,S Okoro,every 3 months",
        "1.4,Check the rota,S Okoro,weekly",
    )
).encode()


def test_a_plans_repeating_timescales_and_conditions_are_what_its_actions_do(empty_chat: Dialogue) -> None:
    empty_chat.drops(OFFICER, "Harbour plan.csv", DUTIES)
    empty_chat.presses(OFFICER, "I am the board officer…")
    empty_chat.fills(OFFICER, name=OFFICER, partnership="Harbour Partnership")
    with empty_chat.record.open_work(empty_chat.workspace.id) as work:
        (plan,) = work.plans.all()
        go_live(work, plan.id, None)
    (duty,) = empty_chat.says(OFFICER, "status 1.3")
    assert "Every 3 months: next by 30 Nov 2026" in duty
    (waiting,) = empty_chat.says(OFFICER, "status 1.2")
    assert "waiting for 1.1" in waiting
    (often,) = empty_chat.says(OFFICER, "status 1.4")
    assert "No date" in often


def test_a_duty_may_end_and_says_so(chat: Dialogue) -> None:
    (answer,) = chat.says(OFFICER, "5.3 recurs every 3 months from 30 Sept 2026 until March 2028")
    assert "first by 30 Sept 2026, until 31 March 2028." in answer
    assert "until 31 March 2028" in chat.says(CHAIR, "status 5.3")[0]
    (refused,) = chat.says(OFFICER, "5.3 recurs monthly from 30 Sept 2026 until May 2026")
    assert "before it is first due" in refused


def test_a_duty_is_asked_about_before_each_occurrence_and_not_between_them(chat: Dialogue) -> None:
    chat.says(OFFICER, "5.3 recurs every 6 months from 30 Sept 2026")
    chat.says(OFFICER, "4.1 recurs yearly from 30 June 2027")
    chat.tick()
    asked = next(text for text in chat.everything_for(LEAD) if "update by" in text)
    assert "5.3 Transition protocol · every 6 months, next due by 30 Sept" in asked
    assert "4.1 Supervision policy · due December 2026 · ➖ Not yet due: nothing needed this time" in asked
    chat.says(LEAD, "5.3 done")
    chat.says(LEAD, "yes")
    chat.says(LEAD, "2.7a on track")
    seen = len(chat.everything_for(LEAD))
    chat.at(timedelta(days=8))
    assert not any("5.3" in text for text in chat.everything_for(LEAD)[seen:])


FIVE_POINTS = "\r\n".join(
    (
        "Harbour plan",
        "Ref,Action,Lead,Timescale,RAG",
        "1.1,Agree the lease,S Okoro,Aug 2026,Amber/Green",
        "1.2,Sell the annexe,S Okoro,June 2027,Green",
    )
).encode()


def test_a_plan_printed_in_five_colours_keeps_its_scale_and_the_dates_suggest_on_it(
    empty_chat: Dialogue,
) -> None:
    empty_chat.drops(OFFICER, "Harbour plan.csv", FIVE_POINTS)
    empty_chat.presses(OFFICER, "I am the board officer…")
    empty_chat.fills(OFFICER, name=OFFICER, partnership="Harbour Partnership")
    with empty_chat.record.open_work(empty_chat.workspace.id) as work:
        (plan,) = work.plans.all()
        go_live(work, plan.id, None)
    (key,) = empty_chat.says(OFFICER, "status key")
    assert "🔺🔶 Amber/Red: in doubt; action is urgent" in key
    (detail,) = empty_chat.says(OFFICER, "status 1.1")
    assert "🔶🟢 Amber/Green" in detail
    assert "By the dates 🔶 Amber" in detail


def test_an_officer_sets_the_scale_and_hears_what_its_colours_mean(chat: Dialogue) -> None:
    (told,) = chat.says(LEAD, "scale")
    assert "Larkmere plan is rated on: classic." in told
    (refused,) = chat.says(LEAD, "scale delivery")
    assert OFFICER in refused
    (answer,) = chat.says(OFFICER, "set the scale to delivery")
    assert answer.startswith("Larkmere plan is now rated on: delivery (was classic).")
    assert "🟢 Green: complete" in answer
    (key,) = chat.says(LEAD, "status key")
    assert "🔶 Amber: on track" in key
    (answer,) = chat.says(OFFICER, "scale five-point")
    assert "🔶🟢 Amber/Green" in answer
