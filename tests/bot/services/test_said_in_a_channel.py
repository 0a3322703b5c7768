"""Whatever is said to the bot in a channel is answered privately; only the confirmed line stands there."""

from __future__ import annotations

import pytest

from bot.delivery import DeliveryKind
from tests.bot.services.dialogue import Office, Post

SAID = (
    "2.7a on track",
    "2.7a slips to end of Jan, waiting for IT",
    "2.7a slips",
    "2.7a sign-off 3 Nov, live end of Jan",
    "2.7a is amber or red",
    "4.1 complete except training",
    "the mailbox thing is sorted",
    "1.10 red, no lawyer yet",
    "99.9 on track",
    "status",
    "status 2.7a",
    "history 2.7a",
    "who leads 2.7a?",
    "help",
    "privacy",
    "undo",
    "mine",
    "thanks",
    "👍",
    "not now, Friday",
    "I'm away 19 Oct to 6 Nov",
    "more time for 2.7a until Jan because IT is slow",
    "ask 2.7a",
    "round",
    "decide",
    "asdf qwer",
)


def public(posts: list[Post]) -> list[Post]:
    return [one for one in posts if one.delivery.owed.channel.startswith("C")]


@pytest.mark.parametrize("who", ["S Okoro", "P Lowell", "A Merrin", "U404"])
def test_every_answer_is_private(asked: Office, who: str) -> None:
    for words in SAID:
        posts = asked.say(who, words, channel="C1")
        assert posts, words
        for post in public(posts):
            assert post.delivery.owed.kind is DeliveryKind.CONFIRMED_LINE, (words, post.text)


def test_the_confirmed_line_stands_in_the_thread_it_came_from(asked: Office) -> None:
    asked.say("S Okoro", "2.7a amber, waiting for IT", channel="C1", ts="900.1", thread="900.0")
    (line,) = public(asked.say("S Okoro", "yes"))
    assert (line.delivery.owed.channel, line.delivery.owed.thread_ts) == ("C1", "900.0")
    assert line.text.startswith("2.7a: 🔶 Amber (was Green). S Okoro, 21 Sept.")
