"""What a board officer says in passing, and what of a lead's news is none of it."""

from __future__ import annotations

import pytest

from bot.commands import Name, command_in
from bot.conversation import HeardBy
from bot.orders import OrderKind, order_in
from bot.relaying import relay_in
from bot.services.standing.meanings import is_known


@pytest.mark.parametrize(
    ("text", "kind", "ref", "words", "other"),
    [
        ("S Okoro has left", OrderKind.LEFT, "", "", "S Okoro"),
        ("S Okoro is leaving on 30 October", OrderKind.LEFT, "", "", "S Okoro"),
        ("J Patel takes over 2.7a from S Okoro", OrderKind.GOES_TO, "2.7a", "J Patel", "S Okoro"),
        ("2.7a goes to K Bramley", OrderKind.GOES_TO, "2.7a", "K Bramley", ""),
        ("please give 2.7a to K Bramley", OrderKind.GOES_TO, "2.7a", "K Bramley", ""),
        ("add K Bramley to 2.7a", OrderKind.JOIN_LEAD, "2.7a", "K Bramley", ""),
        ("K Bramley is joint lead of 2.7a", OrderKind.JOIN_LEAD, "2.7a", "K Bramley", ""),
        ("remind S Okoro", OrderKind.REMIND, "", "", "S Okoro"),
        ("Can you chase everyone please?", OrderKind.REMIND, "", "everyone", ""),
        ("remind the late ones", OrderKind.REMIND, "", "the late ones", ""),
        ("who hasn't answered", OrderKind.WHO_WAITS, "", "", ""),
        ("who has not replied yet?", OrderKind.WHO_WAITS, "", "", ""),
        ("who are we still waiting for", OrderKind.WHO_WAITS, "", "", ""),
        ("change the digest to tuesday at 10", OrderKind.RHYTHM, "", "tuesday at 10", "the digest"),
        ("prompts on thursdays", OrderKind.RHYTHM, "", "on thursdays", "prompts"),
        ("send me the pack", OrderKind.SEND_PACK, "", "", ""),
        ("pause 6.2 until January", OrderKind.HOLD, "6.2", "until January", ""),
        ("the date of 5.3 is wrong, it should be March 2028", OrderKind.CORRECT, "5.3", "", ""),
        ("the board agreed to move 1.10 to May, minute 6.2", OrderKind.TIME_GIVEN, "1.10", "minute 6.2", ""),
        ("delete the plan", OrderKind.DELETE_PLAN, "", "", ""),
        ("minutes of 14 October", OrderKind.MINUTES, "", "14 October", ""),
        ("please chase S Okoro about 2.7a", OrderKind.ASK_UPDATE, "2.7a", "", "S Okoro"),
        ("2.7a new lead K Bramley", OrderKind.GOES_TO, "2.7a", "K Bramley", ""),
        ("K Bramley is taking over from S Okoro", OrderKind.LEFT, "", "", "S Okoro"),
        ("move all of S Okoro's actions to K Bramley", OrderKind.HAND_OVER, "", "K Bramley", "S Okoro"),
        ("has everyone replied?", OrderKind.WHO_WAITS, "", "", ""),
        ("stop the digest", OrderKind.RHYTHM, "", "", "the digest"),
        ("pause everything until January", OrderKind.PAUSE_PLAN, "", "", ""),
        ("chair's action: 1.10 extended to May", OrderKind.TIME_GIVEN, "1.10", "", ""),
        ("remove 6.2 from the plan", OrderKind.DELETE_PLAN, "6.2", "", ""),
        ("remind me on Thursday", OrderKind.SNOOZE, "", "", ""),
    ],
)  # fmt: skip
def test_what_an_officer_says(text: str, kind: OrderKind, ref: str, words: str, other: str) -> None:
    order = order_in(text)
    assert order is not None
    assert (order.kind, order.ref, order.words, order.other) == (kind, ref, words, other)


@pytest.mark.parametrize(
    "text",
    [
        "our project manager has left, so 2.7a is stuck",
        "2.7a goes to Cabinet in May for sign-off",
        "we chase everyone every week and 2.7a is on track",
        "the digest of complaints is done, 2.7a green",
        "2.7a date is wrong",
        "remind the GPs about 2.7a in May, waiting for IT",
        "2.7a needs a lead, who has left us with nothing",
        "can you look at 2.7a?",
        "4.1 pack is with the printers",
        "everyone has replied to 2.7a except the GPs",
        "2.7a lead is off sick",
        "2.7a agreed by June 2027",
        "2.7a agreed by the committee in June 2026",
        "K Bramley is taking over the room bookings, 2.7a on track",
    ],
)
def test_a_leads_news_is_no_order(text: str) -> None:
    assert order_in(text) is None


@pytest.mark.parametrize(
    ("text", "argument"),
    [
        ("send me the tracker", "tracker"),
        ("highlight report for the board please", "highlight"),
        ("can I have the exception report for the Board?", "exception"),
    ],
)
def test_papers_are_asked_for_in_a_sentence(text: str, argument: str) -> None:
    found = command_in(text)
    assert found is not None
    assert found.name is Name.PAPER
    assert argument in found.argument


@pytest.mark.parametrize(
    ("text", "by", "when", "words"),
    [
        ("S Okoro rang, 2.7a is amber, waiting for IT", HeardBy.PHONE, "", "2.7a is amber, waiting for IT"),
        ("S Okoro emailed yesterday: 4.1 done", HeardBy.EMAIL, "yesterday", "4.1 done"),
        ("S Okoro told me that 2.7a slips to May", HeardBy.ELSEWHERE, "", "2.7a slips to May"),
        ("got an e-mail from S Okoro: 2.7a on track", HeardBy.EMAIL, "", "2.7a on track"),
        ("just spoken to S Okoro and 4.1 is fine", HeardBy.ELSEWHERE, "", "4.1 is fine"),
    ],
)
def test_somebody_elses_word_is_told(text: str, by: HeardBy, when: str, words: str) -> None:
    relay = relay_in(text)
    assert relay is not None
    assert (relay.name, relay.by, relay.when, relay.words, relay.is_told) == (
        "S Okoro",
        by,
        when,
        words,
        True,
    )


def test_only_words_of_ours_have_a_meaning() -> None:
    assert is_known("baseline date")
    assert is_known("agreed and forecast date")
    assert not is_known("good date")
    assert not is_known("baseline date and a good one")
