"""The bot's Home, as each of the people sees it, and what is pressed there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.plan import Classification
from bot.services.persons import people
from handlers.slack.home import publish
from tests.handlers.slack import payloads
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHAIR, OFFICER, account

LEAD = "S Okoro"


def test_a_lead_sees_their_actions_with_the_taps_of_a_prompt_and_when_they_are_asked(chat: Dialogue) -> None:
    shown = chat.opens_home(LEAD)
    assert shown.startswith("Your 3 actions in Larkmere plan")
    assert "Updates by noon Tue 29 Sept, for Board 14 Oct." in shown
    assert "2.7a Discharge letters to GPs · due September 2026" in shown
    assert shown.index("2.7a") < shown.index("4.1") < shown.index("5.3")
    assert chat.buttons_at_home(LEAD)[:5] == ["No change", "On track", "Slipping…", "Done", "Need help"]
    assert chat.buttons_at_home(LEAD).count("On track") == 3
    assert "Larkmere plan · Mon 21 Sept" in shown, "and the plan at a glance"
    assert "Remind once" not in chat.buttons_at_home(LEAD)
    assert chat.everything_for(LEAD)[1:] == [], "nobody is written to by opening it"


def test_what_is_pressed_there_is_saved_and_answered_there(chat: Dialogue) -> None:
    chat.opens_home(LEAD)
    shown = chat.presses_at_home(LEAD, "On track")
    assert shown.startswith("Saved for 14 Oct. 2.7a Discharge letters to GPs")
    assert "🟢 Green" in shown.split("Your 3 actions")[1], "and what stands below it is new"
    shown = chat.presses_at_home(LEAD, "Undo")
    assert shown.startswith("Undone: 2.7a")
    shown = chat.presses_at_home(LEAD, "Close this answer")
    assert shown.startswith("Your 3 actions")


def test_a_form_opened_there_is_answered_there(chat: Dialogue) -> None:
    chat.opens_home(LEAD)
    chat.presses_at_home(LEAD, "Slipping…")
    chat.fills(LEAD, finish="end of Jan", blocker="waiting for IT")
    assert "end of Jan 2027" in chat.home_of(LEAD)
    chat.presses_at_home(LEAD, "I am away…")
    assert chat.fills(LEAD, when="soon") == {
        "when": 'I find no days in that. For example "19 Oct to 6 Nov". Nothing is saved.'
    }
    chat.fills(LEAD, when="19 Oct to 6 Nov, a knee")
    assert chat.home_of(LEAD).startswith(
        "Noted: away Mon 19 Oct to Fri 6 Nov. I keep the dates, not the reason."
    )
    assert "Away Mon 19 Oct to Fri 6 Nov: nobody stands in." in chat.presses_at_home(LEAD, "Look again")
    assert "knee" not in chat.home_of(LEAD)


def test_a_chair_sees_the_plan_and_an_officer_the_round(chat: Dialogue) -> None:
    chat.says(LEAD, "4.1 done, the policy is signed")
    shown = chat.opens_home(CHAIR)
    assert shown.startswith("Larkmere plan · Mon 21 Sept")
    assert "Your" not in shown
    assert "Round for" not in shown
    shown = chat.opens_home(OFFICER)
    assert shown.startswith("Round for 14 Oct · ")
    assert "Waiting: " in shown
    assert {"See all", "Remind once", "Enter for someone"} <= set(chat.buttons_at_home(OFFICER))
    shown = chat.presses_at_home(OFFICER, "See all")
    assert "Nobody to ask (1)" in shown
    shown = chat.presses_at_home(OFFICER, "Enter for someone")
    assert 'Write to me "for ' in shown


def test_a_stranger_gets_one_kind_sentence_and_nothing_of_the_plan(chat: Dialogue) -> None:
    shown = chat.opens_home("Q Nobody")
    assert shown.startswith(
        "Hello. I help leads tell an action plan's board how it stands. I don't know you yet"
    )
    assert "Larkmere" not in shown
    assert chat.buttons_at_home("Q Nobody") == []


def test_a_restricted_plan_stays_with_its_own_people(chat: Dialogue) -> None:
    with chat.record.open_work(chat.workspace.id) as work:
        (plan,) = work.plans.live()
        people.link(work, work.people.add("J Walker", ()).id, account("J Walker"))
        work.plans.classify(plan.id, Classification.RESTRICTED)
    shown = chat.opens_home("J Walker")
    assert shown.startswith("There is no plan here that you can see.")
    assert "2.7a" in chat.opens_home(LEAD)


def test_the_messages_tab_draws_nothing_and_an_old_manifest_does_no_harm(chat: Dialogue) -> None:
    chat.send(payloads.home_opened(account(LEAD), tab="messages"))
    chat.settle()
    assert chat.slack.homes == {}
    chat.slack.errors["views.publish"] = "not_enabled"
    chat.send(payloads.home_opened(account(LEAD)))
    chat.settle()
    assert not chat.try_inbox(), "it is not tried for ever"
    assert not [one for one in chat.everything_for(OFFICER) if "could not" in one]


def test_a_paused_and_a_closed_plan_say_so_at_home(chat: Dialogue) -> None:
    chat.says(OFFICER, "pause the plan until 5 January")
    shown = chat.opens_home(LEAD)
    assert "Paused until Tue 5 Jan: nobody is asked. You can still tell me how an action stands." in shown
    chat.says(OFFICER, "close the plan")
    chat.says(OFFICER, "end all: stopped, no funding")
    chat.presses(OFFICER, "Ask the chair")
    chat.presses(CHAIR, "Confirm: close it")
    chat.at(timedelta(minutes=1))
    assert chat.presses_at_home(LEAD, "On track").startswith("Larkmere plan was closed on Mon 21 Sept 2026")
    assert chat.opens_home(LEAD).startswith("Larkmere plan was closed on Mon 21 Sept 2026")


def test_a_guest_sees_what_they_lead_and_no_more(chat: Dialogue) -> None:
    chat.slack.accounts[account(LEAD)] = {"is_restricted": True}
    shown = chat.opens_home(LEAD)
    assert "2.7a" in shown
    assert "6.2" not in shown
    assert "Late " not in shown, "nothing is counted of what they may not see"


def test_how_the_plan_went_stands_there_in_words_and_its_pictures_come_when_asked_for(chat: Dialogue) -> None:
    chat.says(LEAD, "2.7a red, slips to end of Jan, waiting for IT")
    chat.says(LEAD, "yes")
    chat.at(timedelta(days=15))
    shown = chat.opens_home(LEAD)
    assert "Larkmere plan over time" in shown
    assert "2.7a Discharge letters to GPs\n🔺 🔺 Red throughout" in shown
    assert chat.presses_at_home(LEAD, "Send me the charts").startswith("I have sent the charts to your")
    sent = {name: content for _, name, content in chat.slack.uploaded}
    assert set(sent) == {f"larkmere-plan-{kind}.png" for kind in ("slip", "colours", "bodies")}
    assert all(content[:4] == b"\x89PNG" for content in sent.values())
    assert chat.slack.alt_texts["larkmere-plan-slip.png"].startswith("Slip chart. 2 of 5 open actions are")


def test_where_slack_can_fetch_them_the_pictures_stand_on_the_home_itself(chat: Dialogue) -> None:
    chat.services = replace(chat.services, picture_address=lambda one: f"https://here.example/{one.kind}.png")

    def pictures() -> list[str]:
        publish(chat.client, chat.services, chat.workspace.id, account(LEAD))
        return [one["image_url"] for one in chat.slack.homes[account(LEAD)]["blocks"] if "image_url" in one]

    assert pictures() == ["https://here.example/slip.png"]
    (block,) = [one for one in chat.slack.homes[account(LEAD)]["blocks"] if one["type"] == "image"]
    assert block["alt_text"].startswith("Slip chart. 1 of 5 open actions is expected after its first date")
    for error in ("hash_conflict", "invalid_arguments"):
        chat.slack.without_pictures = error
        assert pictures() == []
        assert "2.7a" in chat.home_of(LEAD), "and the rest is there at once"
