"""The plan itself is changed from chat: read back, saved by an officer, told once, found again, undone."""

from __future__ import annotations

from datetime import timedelta

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import CHAIR, CHANNEL, OFFICER

LEAD, OTHER = "S Okoro", "K Bramley"


def test_an_action_is_added_told_to_its_lead_and_taken_back(chat: Dialogue) -> None:
    (shown,) = chat.says(OFFICER, "add 4.2 Map respite beds, lead S Okoro, by March 2027, theme 4")
    assert shown == (
        'New action 4.2: "Map respite beds". Lead: S Okoro. Due: March 2027. Theme: 4 People.\n'
        "Nothing is saved yet."
    )
    assert "I find nothing called" in chat.says(LEAD, "status 4.2")[0]
    chat.presses(OFFICER, "Save")
    assert "You now lead 4.2. It comes with your next ask; nothing to do today." in chat.sees(LEAD)
    assert "due March 2027" in chat.says(LEAD, "mine")[0]
    (undone,) = chat.says(OFFICER, "undo")
    assert undone == "Undone: 4.2 is withdrawn, and its number is free again."
    assert "4.2 Map" not in chat.says(LEAD, "mine")[0]


def test_a_split_an_old_number_and_a_merger_are_found_again_and_in_the_digest(chat: Dialogue) -> None:
    chat.tick()
    chat.at(timedelta(days=7))  # the starting position has been posted
    chat.says(LEAD, "2.7a amber, waiting for IT")
    chat.says(OFFICER, "split 2.7a into 2.7a letters to GPs; 2.7b the mailbox, lead K Bramley")
    (saved,) = chat.presses(OFFICER, "Save")
    assert saved.startswith("Saved. 2.7a is now 2.7a and 2.7b.\nS Okoro and K Bramley are told.")
    assert "2.7b split from 2.7a" in chat.says(OTHER, "history 2.7b")[0]
    assert "waiting for IT" in chat.says(OTHER, "history 2.7a")[0]
    chat.says(OFFICER, "merge 5.3 into 4.1")
    chat.says(OFFICER, "yes")
    (told,) = chat.says(LEAD, "5.3 done")
    assert told == "5.3 is part of 4.1 now, so I have not changed it. Please tell me of 4.1."
    chat.says(OFFICER, "renumber 1.10 to 1.4")
    chat.says(OFFICER, "save it")
    assert chat.says(CHAIR, "status 1.10")[0].startswith("1.10 has been 1.4 since 28 Sept.\n1.4 Day-service")
    assert chat.says(CHAIR, "history 1.10")[0].startswith("1.10 has been 1.4 since 28 Sept.\nHistory of 1.4")
    chat.at(timedelta(days=7))
    header = next(one for one in chat.reads(CHANNEL) if "Mon 5 Oct 2026" in one)
    assert "The plan itself: 2.7a is now 2.7a and 2.7b; 1.10 is now 1.4; 5.3 is now part of 4.1" in header


def test_a_theme_gets_another_heading_and_its_old_one_back(chat: Dialogue) -> None:
    (shown,) = chat.says(OFFICER, "reword theme 4: Staff and training")
    assert shown == 'Theme 4 is headed "Staff and training" (was "People").\nNothing is saved yet.'
    chat.presses(OFFICER, "Save")
    assert "Theme: 4 Staff and training." in chat.says(OFFICER, "add 4.2 Map the beds, theme 4")[0]
    (undone,) = chat.says(OFFICER, "undo")
    assert undone == 'Undone: theme 4 is headed "People" again.'
    chat.says(OFFICER, "reword theme 4: 4. Staff")
    chat.says(OFFICER, "yes")
    assert "Theme: 4 Staff." in chat.says(OFFICER, "add 4.2 Map the beds, theme staff")[0]
    (asked,) = chat.says(LEAD, "rename theme Staff to People")
    assert asked.startswith("The board officer changes the plan itself; I have passed this to P Lowell")


def test_a_typing_error_is_put_right_quietly_and_a_change_is_told(chat: Dialogue) -> None:
    before = len(chat.everything_for(OTHER))
    (shown,) = chat.says(OFFICER, "reword 6.2: Out-of-hours legal help")
    assert "Was it typed wrongly, or is something else to be done now?" in shown
    chat.presses(OFFICER, "Save: typed wrongly")
    assert len(chat.everything_for(OTHER)) == before
    assert "P Lowell corrected the plan: wording" in chat.says(CHAIR, "history 6.2")[0]
    chat.says(OFFICER, "change the outcome of 6.2 to a rota is published")
    chat.presses(OFFICER, "Save: it has changed")
    assert chat.sees(OTHER).startswith('P Lowell changed the plan. 6.2, outcome: "a rota is published".')


def test_a_leads_words_go_to_the_officer_who_takes_them_up_or_not(chat: Dialogue) -> None:
    (answer,) = chat.says(LEAD, "4.1 lead is now K Bramley instead of S Okoro")
    assert answer == (
        "The board officer changes the plan itself; I have passed this to P Lowell as your proposal: "
        "4.1 is led by K Bramley (was S Okoro).\nNothing has been changed."
    )
    (refused,) = chat.presses(LEAD, "Save", of=OFFICER)
    assert refused.startswith("The board officer changes the plan of Larkmere plan. Please ask P Lowell.")
    assert "4.1 is led by S Okoro" in chat.says(CHAIR, "who leads 4.1?")[0]
    chat.presses(OFFICER, "Save")
    assert chat.sees(LEAD).startswith("P Lowell took up your proposal. 4.1 is led by K Bramley")
    chat.says(CHAIR, "split 6.2")
    chat.presses(OFFICER, "Decline")
    assert chat.sees(CHAIR).startswith("P Lowell left the plan as it is.")


def test_a_draft_lapses_and_is_not_saved_over_what_has_changed(chat: Dialogue) -> None:
    chat.says(OFFICER, "renumber 6.2 to 6.3")
    chat.says(OFFICER, "renumber 6.2 to 6.4")
    chat.says(OFFICER, "yes")
    old, button = next(one for one in chat.buttons(OFFICER) if one[1]["text"]["text"] == "Save")
    chat.tap(OFFICER, old, button)
    assert old.text == "6.2 has changed since I read this back, so nothing was saved. Please tell me again."
    chat.says(OFFICER, "renumber 6.4 to 6.2")
    late, button = chat.buttons(OFFICER)[-2]
    chat.at(timedelta(days=8))
    chat.tap(OFFICER, late, button)
    assert late.text == "This has lapsed; nothing was saved. Please tell me again."


def test_the_words_of_a_draft_are_put_right_in_a_form(chat: Dialogue) -> None:
    chat.says(OFFICER, "split 6.2")
    chat.presses(OFFICER, "Edit…")
    chat.fills(OFFICER, text_0="legal advice at night", text_1="legal advice at weekends")
    chat.presses(OFFICER, "Save")
    assert "6.2b legal advice at weekends" in chat.says(CHAIR, "status 6.2")[0]


def test_an_agreed_date_moves_by_more_time_or_a_correction_only(chat: Dialogue) -> None:
    (answer,) = chat.says(OFFICER, "set the agreed date of 6.2 to March 2027")
    assert answer.startswith("The agreed date of 6.2, October 2026, moves in two ways only.")
    assert "“correct 6.2 date to March 2027”" in answer
    assert "due October 2026" in chat.says(CHAIR, "who leads 6.2?")[0]
