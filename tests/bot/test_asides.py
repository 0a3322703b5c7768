"""What is said or asked of the bot itself, and what only mentions such a thing."""

from __future__ import annotations

import pytest

from bot.asides import TOLD_ON, Aside, aside_in
from bot.phrases.asides import told_officer

SAID = {
    Aside.WHO_SEES: (
        "who can see what I write",
        "Who sees this?",
        "is this confidential",
        "who reads my updates",
    ),
    Aside.WHO_ARE_YOU: ("what is this", "who are you?", "are you a bot", "is this spam"),
    Aside.WHO_SET_UP: ("who set this up", "who sent this", "who do I talk to about this"),
    Aside.WHY_ASKED: ("why are you asking me this", "why me?", "why am I getting these", "what is this for"),
    Aside.WHEN_DUE: ("when is this due", "by when?", "deadline?", "when do you need this by"),
    Aside.STOP: (
        "stop",
        "please stop messaging me",
        "unsubscribe",
        "STOP SENDING ME REMINDERS",
        "leave me alone",
    ),
    Aside.WRONG_PERSON: ("wrong person", "sorry, not me", "these aren't mine", "this isn't for me"),
    Aside.LEFT: ("I've left", "I no longer work here", "Ive retired", "I left the trust in August"),
    Aside.TALK: ("call me", "can someone ring me back please", "I'd rather talk to a person"),
    Aside.ELSEWHERE: ("see my email", "I already told Sarah", "sorry, I've emailed P Lowell about this"),
    Aside.ANSWERED: ("I answered last week", "already replied", "but I've already told you this"),
}
NOT_SAID = (
    "2.7a stopped", "stop 2.7a", "I've left it with IT", "who leads 2.7", "what is late",
    "why is 1.10 late", "see minutes 4.2", "4.1 is not mine", "call me when 2.7a is done",
    "when is the next board", "done already", "who is responsible for supervision",
    "the wrong person was appointed, so 2.7a slips",
    "see my last update", "I told IT on 3 Sept that 2.7a must be done", "",
)  # fmt: skip


@pytest.mark.parametrize(("aside", "words"), [(one, words) for one, said in SAID.items() for words in said])
def test_it_is_known_by_the_whole_message(aside: Aside, words: str) -> None:
    assert aside_in(words) is aside


@pytest.mark.parametrize("words", NOT_SAID)
def test_news_and_other_questions_are_none(words: str) -> None:
    assert aside_in(words) is None


def test_there_is_an_example_of_each_and_a_line_for_the_officer_of_each_they_are_told_of() -> None:
    assert set(SAID) == set(Aside)
    for aside in TOLD_ON:
        assert told_officer(aside, "S Okoro", "words", ()).pieces
