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
