"""What a busy lead really types after a prompt."""

from __future__ import annotations

import pytest

from tests.scenarios.dialogue import Dialogue
from tests.scenarios.larkmere import OFFICER

LEAD = "S Okoro"


@pytest.fixture
def asked(chat: Dialogue) -> Dialogue:
    """Just after the prompt of three actions."""
    chat.tick()
    return chat


@pytest.mark.parametrize("words", ["no change", "as last time", "nothing to report this month thanks", "NC"])
def test_no_change_and_nothing_else_is_said_of_the_whole_prompt(asked: Dialogue, words: str) -> None:
    (answer,) = asked.says(LEAD, words)
    assert [f"{ref}: no change." in answer for ref in ("2.7a", "4.1", "5.3")] == [True] * 3
    (answer,) = asked.says(LEAD, "undo")
    assert answer.startswith("Undone: 5.3, 4.1 and 2.7a are as before.")


@pytest.mark.parametrize(
    ("before", "words"),
    [((), "done"), ((), "amber"), (("amber",), "no change"), (("2.7a amber",), "no change")],
)
def test_a_state_alone_or_an_answer_to_something_narrower_is_asked_about(
    asked: Dialogue, before: tuple[str, ...], words: str
) -> None:
    for one in before:
        asked.says(LEAD, one)
    (answer,) = asked.says(LEAD, words)
    assert answer.startswith(f'Which action is "{words}"?')


def test_no_change_without_a_prompt_is_asked_about(chat: Dialogue) -> None:
    (answer,) = chat.says(LEAD, "no change")
    assert answer.startswith('Which action is "no change"?')


def test_evidence_in_the_same_message_is_the_evidence_and_in_the_next_one_the_answer(asked: Dialogue) -> None:
    (answer,) = asked.says(LEAD, "2.7a complete, evidence is the audit report on sharepoint")
    assert 'Kept as what shows that 2.7a is done: "the audit report on sharepoint".' in answer
    (answer,) = asked.says(LEAD, "4.1 done")
    assert "What shows that 4.1 is done?" in answer
    (answer,) = asked.says(LEAD, "minutes of the board 3 sept")
    assert 'Note: "minutes of the board 3 sept"' in answer
    assert "What shows" not in answer
    (history,) = asked.says(OFFICER, "history 4.1")
    assert '"minutes of the board 3 sept" noted' in history


def test_what_is_asked_of_the_bot_is_answered_in_a_line(asked: Dialogue) -> None:
    for words, answer in (
        ("who can see what I write", "Plan members can read it."),
        ("when is this due", "Your update is wanted by noon Tue 29 Sept, for 14 Oct."),
        ("why are you asking me this", "the board on Wed 14 Oct reads how they stand"),
        ("who set this up", "P Lowell (board officer) set me up"),
    ):
        (said,) = asked.says(LEAD, words)
        assert answer in said


@pytest.mark.parametrize(
    ("words", "answer", "told"),
    [
        ("stop", "I ask once before each meeting, and remind once.", '"stop". They lead 2.7a, 4.1 and 5.3.'),
        ("wrong person", "I have you as S Okoro, lead of 2.7a, 4.1 and 5.3.", '"wrong person"'),
        ("I've left", "P Lowell can hand 2.7a, 4.1 and 5.3 to somebody else.", "Who takes them?"),
        ("call me", "I cannot call or be called", "They would like to talk."),
        ("see my email", "One line is enough", '"for S Okoro by e-mail: 2.7a on track"'),
    ],
)
def test_what_an_officer_must_see_to_is_told_to_them_once(
    asked: Dialogue, words: str, answer: str, told: str
) -> None:
    (said,) = asked.says(LEAD, words)
    assert answer in said
    assert "I have told P Lowell." in said
    assert told in asked.sees(OFFICER)
    before = len(asked.everything_for(OFFICER))
    asked.says(LEAD, words)
    assert len(asked.everything_for(OFFICER)) == before


def test_stop_calls_off_what_waits_and_an_answer_given_before_is_looked_up(asked: Dialogue) -> None:
    asked.says(LEAD, "amber")
    assert asked.says(LEAD, "stop") == ["Cancelled. Nothing was saved."]
    asked.says(LEAD, "4.1 no change")
    (said,) = asked.says(LEAD, "I answered last week")
    assert said.startswith("I have nothing from you on 2.7a and 5.3 since I asked on Mon 21 Sept.")


def test_another_action_that_was_meant_takes_the_place_of_the_first(asked: Dialogue) -> None:
    asked.says(LEAD, "2.7a done")
    (said,) = asked.says(LEAD, "I meant 4.1")
    assert said.startswith("Undone: 2.7a is as before.")
    assert "Reported done" in said.partition("4.1 Supervision policy")[2]
    (said,) = asked.says(LEAD, "no, not that one")
    assert said.startswith("Undone: 4.1 is as before.")
    assert 'Which action is "done"?' in said
    (said,) = asked.says(LEAD, "5.3")
    assert said.startswith("Saved for 14 Oct. 5.3 Transition protocol\n Reported done")


def test_not_that_one_is_no_reason_for_a_colour_and_somebody_elses_action_changes_nothing(
    asked: Dialogue,
) -> None:
    asked.says(LEAD, "2.7a amber")
    (said,) = asked.says(LEAD, "sorry I meant 1.10")
    assert said.startswith("1.10 is led by T Vance, so I have not changed it.")
    (said,) = asked.says(LEAD, "other one")
    assert 'Which action is "amber"?' in said
    (said,) = asked.says(LEAD, "not that one")
    assert said.startswith('Which action is "amber"?')


def test_a_thumbs_up_is_confirmed_by_a_yes(asked: Dialogue) -> None:
    assert asked.says(LEAD, "👍") == ["Does that mean no change on 2.7a, 4.1 and 5.3? Nothing is saved yet."]
    (said,) = asked.says(LEAD, "yes")
    assert "2.7a: no change." in said
    assert "5.3: no change." in said


def test_ditto_is_as_what_was_said_just_before(asked: Dialogue) -> None:
    asked.says(LEAD, "2.7a on track")
    (said,) = asked.says(LEAD, "ditto for 4.1")
    assert "4.1 Supervision policy\n Colour: 🟢 Green" in said


def test_a_quoted_prompt_and_a_signature_are_no_news(asked: Dialogue) -> None:
    (said,) = asked.says(
        LEAD,
        "> 2.7a Discharge letters to GPs · due Sept 2026\nnearly there, end of Oct\n"
        "> 4.1 Supervision policy\n"
        "no change\n\nMany thanks\nS Okoro\nWard manager",
    )
    assert "2.7a Discharge letters to GPs\n Forecast: September 2026 → end of Oct 2026" in said
    assert "4.1: no change." in said
    assert "Ward manager" not in said
