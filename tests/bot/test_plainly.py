"""Questions in people's own words, and what only looks like one."""

from __future__ import annotations

import pytest

from bot.commands import Command, Name, command_in
from bot.orders import OrderKind, order_in


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("Status?", Command(Name.STATUS)),
        ("Could you give me an update on the plan, please?", Command(Name.STATUS)),
        ("give me the headlines", Command(Name.STATUS)),
        ("How are we doing?", Command(Name.STATUS)),
        ("where do we stand", Command(Name.STATUS)),
        ("anything I need to know before Wednesday?", Command(Name.STATUS)),
        ("brief me for the board", Command(Name.STATUS)),
        ("what's changed since last time?", Command(Name.STATUS, "since board")),
        ("since the last board", Command(Name.STATUS, "since board")),
        ("What’s new?", Command(Name.STATUS, "since board")),
        ("what has changed since Friday", Command(Name.STATUS, "since Friday")),
        ("2.7a history please", Command(Name.HISTORY, "2.7a")),
        ("what's been promised on 2.7a?", Command(Name.HISTORY, "2.7a")),
        ("how many times has 2.7a moved?", Command(Name.HISTORY, "2.7a")),
        ("and what about 2.7a?", Command(Name.STATUS, "2.7a")),
        ("tell me about 2.7a", Command(Name.STATUS, "2.7a")),
        ("any news on the legal advice?", Command(Name.STATUS, "the legal advice")),
        ("where are we with discharge letters", Command(Name.STATUS, "discharge letters")),
        ("when do we meet next?", Command(Name.NEXT, "meeting")),
    ],
)
def test_a_question_is_the_bots_own_word_for_it(text: str, command: Command) -> None:
    assert command_in(text) == command


@pytest.mark.parametrize(
    "text",
    [
        "update",
        "changes",
        "on hold",
        "on track",
        "on leave from Monday for two weeks",
        "about to finish",
        "update on the crisis line going well",
        "since last week we are short of staff",
        "2.7a history was rewritten, amber",
        "what about the training money, 4.1 is amber",
        "2.7a amber. How are we doing otherwise?",
        "news on 2.7a: slipping to Jan",
        "how about end of March",
        "how about 31/10",
    ],
)
def test_what_tells_something_or_answers_a_question_is_left_to_be_read(text: str) -> None:
    assert command_in(text) is None


@pytest.mark.parametrize(
    ("text", "ref", "named"),
    [
        ("chase 2.7a", "2.7a", ""),
        ("please chase up 2.7a", "2.7a", ""),
        ("ask S Okoro for an update on 2.7a", "2.7a", "S Okoro"),
        ("remind S Okoro about 2.7a", "2.7a", "S Okoro"),
        ("ask for a line on 2.7a from S Okoro", "2.7a", "S Okoro"),
    ],
)
def test_a_chair_chases_one_action(text: str, ref: str, named: str) -> None:
    order = order_in(text)
    assert order is not None
    assert (order.kind, order.ref, order.other) == (OrderKind.ASK_UPDATE, ref, named)
