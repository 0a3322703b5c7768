"""What is relayed, whose words it is, and how and when it was heard."""

from __future__ import annotations

import pytest

from bot.conversation import HeardBy
from bot.relaying import relay_in

MAIL = "From: L Pashley <l@larkmere.example>\nSent: 24 September 2026 10:02\nSubject: Re: plan\n\n3.2 done\n"
SENT = "24 September 2026 10:02"
ANSWERS = "for L Pashley by e-mail:\n3.2 done\n\nOn Mon P Lowell wrote:\n> 3.2?"


@pytest.mark.parametrize(
    ("text", "by", "when", "words"),
    [
        ("for L Pashley by phone: 3.2 done", HeardBy.PHONE, "", "3.2 done"),
        ("for L Pashley, by e-mail 24 Sept: 3.2 done", HeardBy.EMAIL, "24 Sept", "3.2 done"),
        (ANSWERS, HeardBy.EMAIL, "", "3.2 done"),
        ("for L Pashley in person: 3.2 done", HeardBy.IN_PERSON, "", "3.2 done"),
        ("enter for L Pashley: 3.2 done", HeardBy.ELSEWHERE, "", "3.2 done"),
        ("3.2 for L Pashley: done, by e-mail 3 Nov", HeardBy.EMAIL, "3 Nov", "3.2 done"),
        (MAIL, HeardBy.EMAIL, SENT, "3.2 done"),
        (
            f"{MAIL}\n-----Original Message-----\n3.5 red",
            HeardBy.EMAIL,
            "24 September 2026 10:02",
            "3.2 done",
        ),
    ],
)
def test_relayed_words(text: str, by: HeardBy, when: str, words: str) -> None:
    relay = relay_in(text)
    assert relay is not None
    assert (relay.name, relay.by, relay.when, relay.words) == ("L Pashley", by, when, words)


@pytest.mark.parametrize(
    "text", ["3.2 done", "for the board: 3.2 done", "waiting for IT: 3.2", "2.7a for now: green"]
)
def test_what_is_said_in_ones_own_name(text: str) -> None:
    assert relay_in(text) is None
