"""Which of the bot's own words are an answer where one is waited for."""

from __future__ import annotations

import pytest

from bot.own_words import names_what_a_board_has


@pytest.mark.parametrize(
    "word",
    [
        "minutes", "Minutes.", "draft minutes", "minutes of the Joint forum", "minutes of the board",
        "meetings", "board meetings", "calendar", "forward plan", "outcomes", "matters arising", "lead list",
    ],
)  # fmt: skip
def test_the_name_of_what_a_board_has_is_one(word: str) -> None:
    assert names_what_a_board_has(word)


@pytest.mark.parametrize(
    "word",
    [
        "help", "status", "status red", "mine", "undo", "privacy", "yes", "no", "stop", "cancel", "settings",
        "history 2.7a", "record 2.7", "paper highlight", "when is the next board", "export", "go live",
        "decide", "grant 2.7a", "pause 2.7a", "share in the channel", "hand over R Dunmore", "round",
    ],
)  # fmt: skip
def test_what_leads_out_of_a_question_or_says_what_to_do_is_still_a_command(word: str) -> None:
    assert not names_what_a_board_has(word)


def test_other_words_never_were_commands() -> None:
    assert not names_what_a_board_has("the minutes say so")
    assert not names_what_a_board_has("history")
    assert not names_what_a_board_has("paper")
