"""A lead answers the prompt: in a sentence, by a button, in a form; and takes it back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.scenarios.dialogue import Dialogue

LEAD = "S Okoro"


@pytest.fixture
def asked(chat: Dialogue) -> Dialogue:
    """Monday morning: everybody has been introduced and asked."""
    chat.tick()
    return chat


def test_everybody_is_introduced_before_they_are_asked(asked: Dialogue) -> None:
    introduction, prompt = asked.everything_for(LEAD)
    assert "P Lowell (board officer) set me up" in introduction
    assert "You lead 2.7a, 4.1 and 5.3" in introduction
    assert prompt.startswith("3 Larkmere plan actions: update by noon Tue 29 Sept")


def test_looking_at_the_calendar_again_asks_nobody_twice(asked: Dialogue) -> None:
    before = asked.everything_for(LEAD)
    asked.tick()
    asked.tick()
    assert asked.everything_for(LEAD) == before


def test_several_actions_in_one_sentence_are_saved_at_once_and_read_back(asked: Dialogue) -> None:
    (answer,) = asked.says(LEAD, "2.7a slips to end of Jan, waiting for IT; 4.1 no change")
    assert answer.startswith("Saved for 14 Oct.")
    assert "September 2026 → end of Jan 2027 (18 weeks after the first date)" in answer
    assert '"waiting for IT"' in answer
    assert "4.1: no change." in answer


def test_a_leads_words_are_shown_as_they_were_typed(asked: Dialogue) -> None:
    (answer,) = asked.says(LEAD, "2.7a slips to end of Jan, waiting for A&amp;E and <@UKBRAMLEY>")
    assert '"waiting for A&E and @K Bramley"' in answer
    section = asked.posted[-1]["blocks"][0]["text"]
    assert section["type"] == "plain_text"
    assert "waiting for A&E and @K Bramley" in section["text"]


def test_what_was_saved_can_be_undone_by_its_button_once(asked: Dialogue) -> None:
    asked.says(LEAD, "2.7a slips to end of Jan, waiting for IT; 4.1 no change")
    (answer,) = asked.presses(LEAD, "Undo")
    assert answer.startswith("Undone: 2.7a and 4.1")
    assert "now end of Jan" not in asked.types(LEAD, "/plan-status 2.7a")


def test_undo_works_as_a_word_too(asked: Dialogue) -> None:
    asked.says(LEAD, "2.7a slips to end of Jan")
    (answer,) = asked.says(LEAD, "undo")
    assert answer.startswith("Undone: 2.7a")


def test_a_button_of_the_prompt_answers_for_its_own_action(asked: Dialogue) -> None:
    (answer,) = asked.presses(LEAD, "On track")
    assert "2.7a Discharge letters to GPs" in answer
    assert "🟢 Green" in answer


def test_slipping_opens_a_form_that_asks_when(asked: Dialogue) -> None:
    asked.presses(LEAD, "Slipping…")
    wrong = asked.fills(LEAD, standing="amber", finish="one fine day")
    assert isinstance(wrong, dict)
    assert "one fine day" in wrong["finish"]
    saved = asked.fills(LEAD, standing="amber", finish="end of Jan", path="mailbox open by 16 Oct")
    assert isinstance(saved, list)
    assert "end of Jan 2027" in saved[-1]
    assert "🔶 Amber" in saved[-1]


def test_the_whole_prompt_can_be_answered_in_one_form(asked: Dialogue) -> None:
    asked.presses(LEAD, "Answer in a form")
    first = next(block["block_id"] for block in asked.slack.views[-1]["blocks"] if block["type"] == "input")
    assert asked.fills(LEAD) == {first: "Say how at least one action stands, or close the form."}
    saved = asked.fills(LEAD, **{first: "green"})
    assert isinstance(saved, list)
    assert "2.7a" in saved[-1]


def test_amber_without_a_path_asks_for_just_that(asked: Dialogue) -> None:
    (answer,) = asked.says(LEAD, "2.7a amber")
    assert "what brings it back, and by when?" in answer
    (answer,) = asked.says(LEAD, "mailbox open by 16 Oct")
    assert '"mailbox open by 16 Oct"' in answer
    assert "Saved" in answer


def test_somebody_elses_action_is_not_changed(asked: Dialogue) -> None:
    (answer,) = asked.says(LEAD, "6.2 done")
    assert "6.2 is led by K Bramley, so I have not changed it" in answer
    assert "Not reported" in asked.types(LEAD, "/plan-status 6.2")


def test_a_button_in_anothers_message_is_refused(asked: Dialogue) -> None:
    asked.says(LEAD, "2.7a slips to end of Jan")
    (answer,) = asked.presses("K Bramley", "Undo", of=LEAD)
    assert "Nothing has been changed" in answer or "Only S Okoro" in answer
    assert "now end of Jan" in asked.types(LEAD, "/plan-status 2.7a")


def test_an_edit_is_read_anew_and_a_deletion_leaves_the_record(asked: Dialogue) -> None:
    asked.says(LEAD, "2.7a slips to end of Jan")
    (answer,) = asked.edits(LEAD, "2.7a slips to end of Feb")
    assert "end of Feb 2027" in answer
    assert asked.deletes(LEAD) == []
    assert "end of Jan 2027" in asked.types(LEAD, "/plan-status history 2.7a")


def test_a_mention_is_read_back_privately_and_confirmed_where_it_was_said(asked: Dialogue) -> None:
    (proposal,) = asked.mentions("K Bramley", "CLARKMERE", "6.2 amber, locum starts 12 Oct")
    assert "Nothing is saved yet" in proposal
    assert asked.reads("CLARKMERE") == []
    asked.presses("K Bramley", "Confirm")
    (line,) = asked.reads("CLARKMERE")
    assert line.startswith("6.2: 🔶 Amber")
    assert line.endswith("K Bramley, 21 Sept.")


def test_no_change_in_two_rounds_asks_what_would_help(asked: Dialogue) -> None:
    (answer,) = asked.says(LEAD, "4.1 no change")
    assert "What would help" not in answer
    (answer,) = asked.says(LEAD, "4.1 no change")
    assert "What would help" not in answer
    asked.at(timedelta(days=10))
    (answer,) = asked.says(LEAD, "4.1 no change")
    asked.says(LEAD, "yes")
    assert any(
        "4.1: no change twice in a row. What would help it move?" in one for one in asked.everything_for(LEAD)
    )
    asked.presses(LEAD, "Need help")
    saved = asked.fills(LEAD, standing="keep", blocker="nobody to train the trainers")
    assert isinstance(saved, list)
    assert "nobody to train the trainers" in saved[-1]


def test_a_sentence_about_another_matter_does_not_answer_which_action_was_meant(asked: Dialogue) -> None:
    (question,) = asked.says(LEAD, "9.9 done")
    assert "Which action" in question
    answers = asked.says(LEAD, "the supervision policy is going ok I think")
    assert not any("Reported done" in answer for answer in answers)


def test_what_was_said_since_puts_the_question_behind(asked: Dialogue) -> None:
    asked.says(LEAD, "9.9 done")
    asked.says(LEAD, "4.1 green")
    answers = asked.says(LEAD, "the supervision policy")
    assert not any("Reported done" in answer for answer in answers)


def test_which_action_was_meant_can_be_said_by_name(asked: Dialogue) -> None:
    asked.says(LEAD, "9.9 done")
    (answer,) = asked.says(LEAD, "the supervision policy")
    assert "4.1 Supervision policy\n Reported done" in answer


def test_a_number_no_action_has_is_said_to_be_none(asked: Dialogue) -> None:
    (question,) = asked.says(LEAD, "9.9 done")
    assert question.startswith('I find no 9.9 in the plan. Which action is "9.9 done"?')
    (several,) = asked.says(LEAD, "2.7 done")
    assert "I find no" not in several


def test_history_tells_the_day_that_was_given_then(asked: Dialogue) -> None:
    asked.says(LEAD, "2.7a done on 15 Sept")
    asked.says(LEAD, "2.7a slips to March")
    (history,) = asked.says(LEAD, "history 2.7a")
    assert "Reported done on 15 Sept" in history


def test_undo_does_not_reach_into_an_earlier_round(asked: Dialogue) -> None:
    asked.says(LEAD, "2.7a slips to end of Jan")
    asked.at(timedelta(days=8))
    assert asked.says(LEAD, "undo") == ["There is nothing of yours from the last seven days to undo."]


def test_what_a_lead_has_to_do_is_of_their_own(asked: Dialogue) -> None:
    (answer,) = asked.says(LEAD, "what do I have to do?")
    assert "(3)" in answer
    assert "6.2" not in answer
    (late,) = asked.says(LEAD, "what am I late with?")
    assert late == "Your actions · late: none."
