"""From a draft to the first introductions, all in chat: who is who, settings, previews, going live."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.plan import ActionPlan, PlanState
from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import OFFICER, account

PLAN = "\n".join(
    (
        "Harbour mental health plan",
        "Ref,Action,Lead,Organisation,Timescale,Status",
        "1.1,Agree the discharge letter,S Okoro,Dunvale NHS Trust,Sept 2027,In progress",
        "1.2,Train the ward staff,S Okoro,Dunvale NHS Trust,Dec 2026,In progress",
        "1.3,Open the carers' group,L Pashley,Larkmere Carers,Nov 2026,In progress",
        "2.1,Publish the leaflet,K Bramley,Larkmere Council,March 2027,In progress",
    )
).encode()
OLD = PLAN.replace(b"2027", b"2016").replace(b"2026", b"2015")


def begin(chat: Dialogue, plan: bytes = PLAN) -> None:
    chat.drops(OFFICER, "Harbour plan.csv", plan)
    chat.presses(OFFICER, "I am the board officer…")
    chat.fills(OFFICER, name=OFFICER, partnership="Harbour Partnership")


@pytest.fixture
def officer(empty_chat: Dialogue) -> Dialogue:
    """The plan is in, without a doubt, and P Lowell is its board officer."""
    begin(empty_chat)
    return empty_chat


def link_all(chat: Dialogue) -> None:
    chat.says(OFFICER, "people")
    for name in ("S Okoro", "L Pashley", "K Bramley"):
        chat.picks(OFFICER, "Choose their account", account(name))


def set_up(chat: Dialogue) -> None:
    chat.presses(OFFICER, "Settings…")
    chat.fills(OFFICER, channel="CHARBOUR", meetings="14 Oct 2026, papers 4 Oct 2026")


def plan_of(chat: Dialogue) -> ActionPlan:
    with chat.record.open_work(chat.workspace.id, read_only=True) as work:
        return work.plans.all()[-1]


def test_each_step_says_what_is_set_and_what_is_missing(officer: Dialogue) -> None:
    assert officer.sees(OFFICER).splitlines()[1:] == [
        "No row is in doubt any more.",
        "People: 0 of 3 leads linked to an account, 3 to match.",
        "Channel: not set; digests wait until it is.",
        "Chair: not named yet.",
        "Meetings: none yet; nobody is asked before one is set.",
    ]


def test_names_are_matched_by_the_officer_one_at_a_time_and_never_guessed(officer: Dialogue) -> None:
    (first,) = officer.says(OFFICER, "people")
    assert "Dunvale NHS Trust · leads 1.1 and 1.2 · 3 to match" in first
    assert "I do not guess: a name alone matches nobody." in first
    (second,) = officer.picks(OFFICER, "Choose their account", account("S Okoro"))
    assert second.startswith("Who is L Pashley?\nLinked: S Okoro.")
    (third,) = officer.presses(OFFICER, "Not on Slack")
    assert 'L Pashley is not on Slack: listed as "nobody to ask"' in third
    (end,) = officer.presses(OFFICER, "Later")
    assert "People: 1 of 3 leads linked to an account, 1 not on Slack, 1 to match." in end
    (again,) = officer.presses(OFFICER, "Who is who")
    assert again.startswith("Who is K Bramley?")
    (mine,) = officer.says("S Okoro", "help")
    assert "I don't know you yet" not in mine


def test_a_chair_who_leads_nothing_is_matched_too(officer: Dialogue) -> None:
    officer.presses(OFFICER, "Settings…")
    (saved,) = officer.fills(OFFICER, chairs="cllr merrin")
    assert 'Chair: Cllr Merrin. No account yet for Cllr Merrin; see "people".' in saved
    link_all(officer)
    asked = officer.sees(OFFICER)
    assert "Who is Cllr Merrin?" in asked
    assert "chair · 1 to match" in asked
    (end,) = officer.picks(OFFICER, "Choose their account", account("Cllr A Merrin"))
    assert "Chair: Cllr Merrin.\n" in end
    officer.says(OFFICER, "go live")
    officer.presses(OFFICER, "Go live")
    assert "Harbour" in officer.says("Cllr A Merrin", "status")[0]


def test_a_chair_who_is_not_on_slack_is_not_asked_for_again(officer: Dialogue) -> None:
    officer.presses(OFFICER, "Settings…")
    officer.fills(OFFICER, chairs="cllr merrin")
    link_all(officer)
    (end,) = officer.presses(OFFICER, "Not on Slack")
    assert end.startswith("Cllr Merrin is not on Slack. That is everybody for now.")
    assert "Chair: Cllr Merrin.\n" in end


def test_one_account_is_one_person(officer: Dialogue) -> None:
    officer.says(OFFICER, "people")
    officer.picks(OFFICER, "Choose their account", account("S Okoro"))
    (refused,) = officer.picks(OFFICER, "Choose their account", account("S Okoro"))
    assert refused.startswith("That account is already linked to S Okoro. Nothing has been changed")


def test_somebody_who_was_put_elsewhere_can_be_linked_later(officer: Dialogue) -> None:
    officer.says(OFFICER, "people")
    officer.presses(OFFICER, "Not on Slack")
    (card,) = officer.says(OFFICER, "link S Okoro")
    assert card.startswith("Who is S Okoro?")
    officer.picks(OFFICER, "Choose their account", account("S Okoro"))
    (setup,) = officer.says(OFFICER, "set up")
    assert "People: 1 of 3 leads linked to an account, 2 to match." in setup


def test_a_draft_is_changed_in_words_before_anybody_hears_of_it(officer: Dialogue) -> None:
    link_all(officer)
    (shown,) = officer.says(OFFICER, "reword 1.2: Train every ward")
    assert shown == '1.2, wording: "Train every ward" (was "Train the ward staff").\nNothing is saved yet.'
    officer.says(OFFICER, "yes")
    for change in ("1.2 lead is now L Pashley", "add 2.2 Map the beds, lead K Bramley, by May 2027"):
        officer.says(OFFICER, change)
        officer.presses(OFFICER, "Save")
    assert officer.says(OFFICER, "correct 2.1 date to April 2027")[0].startswith("2.1 is due April 2027 (was")
    (told,) = officer.says(OFFICER, "withdraw 1.3, not needed")
    assert told.startswith("1.3 is in Harbour mental health plan, which is a draft.")
    held = {action.ref: action for action in plan_of(officer).actions}
    assert (held["1.2"].text, held["1.2"].leads[0].name) == ("Train every ward", "L Pashley")
    assert str(held["2.1"].baseline_due).count("April 2027") == 1
    assert "2.2" in held
    assert not any(officer.everything_for(who) for who in ("S Okoro", "L Pashley", "K Bramley"))


def test_settings_are_a_form_with_what_holds_until_they_are_set(officer: Dialogue) -> None:
    officer.presses(OFFICER, "Settings…")
    asked = {block["block_id"]: block for block in officer.slack.views[-1]["blocks"] if "block_id" in block}
    assert asked["digest_at"]["element"]["initial_value"] == "09:00"
    assert asked["channel"]["hint"]["text"].startswith("Where digests go.")
    wrong = officer.fills(
        OFFICER, officers="", ask_at="half nine", meetings="14 Oct 2026, papers 20 Oct 2026"
    )
    assert isinstance(wrong, dict)
    assert wrong["officers"].startswith("Name at least one board officer")
    assert wrong["ask_at"] == 'I cannot read "half nine" as a time. Try 09:30.'
    assert "meetings" in wrong
    assert "soon" in str(officer.fills(OFFICER, meetings="soon"))
    (saved,) = officer.fills(
        OFFICER,
        name="Harbour",
        channel="CHARBOUR",
        chairs="Cllr A Merrin",
        meetings="14 Oct 2026, papers 4 Oct 2026\n11 Nov 2026",
    )
    assert saved.startswith("Settings saved.")
    assert "Channel: set." in saved
    assert "Chair: Cllr A Merrin." in saved
    assert "Next meeting: Board, Wed 14 Oct 2026, papers Sun 4 Oct." in saved
    (shown,) = officer.says(OFFICER, "settings")
    assert "Leads are asked: before each meeting. " in shown
    assert "Time of asking: 09:30. " in shown


def test_a_preview_shows_everything_and_sends_and_notes_nothing(officer: Dialogue) -> None:
    link_all(officer)
    set_up(officer)
    (shown,) = officer.says(OFFICER, "preview S Okoro")
    assert shown.startswith("Preview: what S Okoro gets\nNothing is sent or noted.\nHello, I am Leadline.")
    assert "2 Harbour Partnership actions: update by noon Tue 29 Sept (Board 14 Oct)" in shown
    assert "[No change] [On track] [Slipping…] [Done] [Need help]" in shown
    (digest,) = officer.says(OFFICER, "preview digest as if it were 3 September")
    assert digest.startswith("Preview: the digest of Thu 3 Sept 2026")
    assert "4 actions:" in digest
    assert officer.everything_for("S Okoro") == []
    assert plan_of(officer).state is PlanState.DRAFT
    with officer.record.open_work(officer.workspace.id, read_only=True) as work:
        person = work.people.named("S Okoro")[0]
        assert work.prompts.latest_for(person.id) is None


def test_before_going_live_it_is_said_what_happens_and_what_is_missing(officer: Dialogue) -> None:
    (bare,) = officer.says(OFFICER, "go live")
    assert "Nobody to ask yet for S Okoro, L Pashley and K Bramley: no account is linked." in bare
    assert "No meeting is set, so nobody is asked before there is one." in bare
    assert "No channel is set, so digests wait." in bare
    link_all(officer)
    set_up(officer)
    (ready,) = officer.says(OFFICER, "go live")
    assert ready.startswith(
        "If you go live: 3 leads get one introduction today; first ask Mon 21 Sept 09:30; "
        "updates by noon Tue 29 Sept; papers Fri 2 Oct (4 Oct is a Sunday)."
    )
    assert "silence counts from today" in ready
    (back,) = officer.presses(OFFICER, "Not yet")
    assert "People: 3 of 3 leads linked to an account." in back
    assert plan_of(officer).state is PlanState.DRAFT


def test_it_goes_live_for_all(officer: Dialogue) -> None:
    link_all(officer)
    set_up(officer)
    officer.says(OFFICER, "go live")
    (live,) = officer.presses(OFFICER, "Go live")
    assert live.startswith(
        "Harbour mental health plan is live: 3 leads can be reached. Leads are first asked "
    )
    for name in ("S Okoro", "L Pashley", "K Bramley"):
        assert "P Lowell (board officer) set me up" in officer.everything_for(name)[0]
    (again,) = officer.says(OFFICER, "go live")
    assert again == "Harbour mental health plan is live, and every lead is asked."


def test_it_begins_with_some_leads_and_the_others_hear_nothing_until_all(officer: Dialogue) -> None:
    link_all(officer)
    set_up(officer)
    officer.says(OFFICER, "go live")
    officer.presses(OFFICER, "Start with some leads…")
    assert officer.fills(OFFICER, leads="Q Nobody") == {
        "leads": 'I find no lead called "Q Nobody" in this plan.'
    }
    (live,) = officer.fills(OFFICER, leads="K Bramley")
    assert "Only K Bramley hear from me; the others when you say so." in live
    officer.at(timedelta(hours=2))
    assert len(officer.everything_for("K Bramley")) == 2
    assert officer.everything_for("S Okoro") == []
    (asked,) = officer.says(OFFICER, "go live for all")
    assert "asks K Bramley so far. Going on, 2 other leads hear from me too." in asked
    officer.presses(OFFICER, "Go live for all")
    assert "P Lowell (board officer) set me up" in officer.everything_for("S Okoro")[0]
    assert "every lead is asked from now on" in officer.sees(OFFICER)


def test_an_old_plan_can_be_kept_as_an_archive_that_asks_nobody(empty_chat: Dialogue) -> None:
    begin(empty_chat, OLD)
    assert "Every date in this plan is past. Is it an archive?" in empty_chat.sees(OFFICER)
    (kept,) = empty_chat.presses(OFFICER, "It is an archive: import, ask nobody")
    assert "is kept as an archive. Nobody is asked about it, and no digest counts it." in kept
    assert plan_of(empty_chat).state is PlanState.ARCHIVED
    assert "There is no import to carry on with." in empty_chat.says(OFFICER, "set up")[0]


def test_help_tells_an_officer_what_there_is_to_set_up(officer: Dialogue) -> None:
    (told,) = officer.says(OFFICER, "help")
    assert told.startswith("Setting up: drop a plan file here · doubts · people · settings")


def test_nobody_else_sets_anything_up(officer: Dialogue) -> None:
    link_all(officer)
    for words in ("people", "settings", "preview S Okoro", "go live"):
        (refused,) = officer.says("S Okoro", words)
        assert refused == "You run no plan here. Please ask P Lowell."
    officer.says(OFFICER, "go live")
    for label in ("Go live", "Not yet", "Start with some leads…"):
        (refused,) = officer.presses("S Okoro", label, of=OFFICER)
        assert "Only the board officer can do that for Harbour Partnership." in refused
    assert plan_of(officer).state is PlanState.DRAFT


def test_a_sloppy_officer_is_understood(officer: Dialogue) -> None:
    officer.presses(OFFICER, "Settings…")
    (saved,) = officer.fills(
        OFFICER, chairs="cllr a merrin", ask_at="9.30am", meetings="board 14th october, papers by 4th october"
    )
    assert "Chair: Cllr A Merrin." in saved
    assert "Next meeting: Board, Wed 14 Oct 2026, papers Sun 4 Oct." in saved
    assert officer.says(OFFICER, "preview okoro")[0].startswith("Preview: what S Okoro gets")
    assert "a draft. Nothing is live" in officer.says(OFFICER, "how do i go live?")[0]
    shown = officer.says(OFFICER, "preview digest as if 3 September")[0]
    assert shown.startswith("Preview: the digest of Thu 3 Sept 2026")
