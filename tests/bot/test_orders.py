"""Which words are an order, and what is an update that only mentions one."""

from __future__ import annotations

import pytest

from bot.orders import OrderKind, order_in
from bot.services.orders import USES


@pytest.mark.parametrize(
    ("text", "kind", "ref", "words"),
    [
        ("hand over everything of R Dunmore to T Vance", OrderKind.HAND_OVER, "", "T Vance"),
        ("hand 1.6 to J Tranter (new)", OrderKind.HAND_OVER, "1.6", "J Tranter (new)"),
        ("hand over R Dunmore", OrderKind.HAND_OVER, "", ""),
        ("round", OrderKind.ROUND, "", ""),
        ("share", OrderKind.SHARE, "", ""),
        ("scale of the Larkmere plan is five point", OrderKind.SCALE, "", "five point"),
        ("decided 2.7a agreed, minute 5.2", OrderKind.OUTCOME, "2.7a", "agreed, minute 5.2"),
        ("outcome of 4.1: not accepted at the Board", OrderKind.OUTCOME, "4.1", "not accepted at the Board"),
        ("decision: 2.7a runs to 2028", OrderKind.RECORD_DECISION, "", "2.7a runs to 2028"),
        ("review: the agreement, Board, Sept 2027", OrderKind.PROMISE, "", "the agreement, Board, Sept 2027"),
        ("The Joint forum meets at least 3 times a year", OrderKind.LEAST_MEETINGS, "", "3"),
        ("Joint forum has no minimum.", OrderKind.LEAST_MEETINGS, "", ""),
        ("Board papers go to the OSC, SHA", OrderKind.DISTRIBUTION, "", "the OSC, SHA"),
        ("members of the Joint forum", OrderKind.MEMBERS, "", ""),
        ("T Vance advises the Board", OrderKind.SEAT, "", "T Vance advises the Board"),
        ("distribution of the Board: OSC, SHA", OrderKind.DISTRIBUTION, "", "OSC, SHA"),
        ("Share late in the channel.", OrderKind.SHARE, "", "late"),
        ("ask by e-mail L Pashley", OrderKind.ASK_BY_EMAIL, "", ""),
        ("J Tranter for S Okoro until 6 Nov", OrderKind.DEPUTY, "", "S Okoro"),
        ("my deputy is J Tranter", OrderKind.DEPUTY, "", ""),
        ("S Okoro is on leave until 6 Nov", OrderKind.AWAY, "", ""),
        ("I'm back early", OrderKind.BACK, "", ""),
        ("decide", OrderKind.DECIDE, "", ""),
        ("grant 2.7a", OrderKind.GRANT_TIME, "2.7a", ""),
        ("Please grant 2.7a, minute 6.2.", OrderKind.GRANT_TIME, "2.7a", "minute 6.2"),
        ("refuse 2.7a: bring a letter first", OrderKind.REFUSE_TIME, "2.7a", "bring a letter first"),
        ("refuse the extension for 2.7a because it is late", OrderKind.REFUSE_TIME, "2.7a", "it is late"),
        ("put 2.7a down for the board", OrderKind.PUT_TO_BOARD, "2.7a", ""),
        ("withdraw my request for 2.7a", OrderKind.TAKE_BACK_TIME, "2.7a", ""),
        ("can we have until Friday week?", OrderKind.MORE_TIME, "", ""),
        ("can we have another two weeks for 2.7a, IT is slow", OrderKind.MORE_TIME, "", "IT is slow"),
        ("more time for 2.7a until Jan because IT is slow", OrderKind.MORE_TIME, "", "IT is slow"),
        ("2.7a needs an extension to end of Jan", OrderKind.MORE_TIME, "", ""),
        ("I'd like an extension for 4.1 to March", OrderKind.MORE_TIME, "", ""),
        (
            "please extend 2.7a to March as the contractor left",
            OrderKind.MORE_TIME,
            "",
            "the contractor left",
        ),
    ],
)
def test_orders(text: str, kind: OrderKind, ref: str, words: str) -> None:
    order = order_in(text)
    assert order is not None
    assert (order.kind, order.ref, order.words) == (kind, ref, words)


@pytest.mark.parametrize(
    "text",
    [
        "2.7a slips to end of Jan, waiting for IT",
        "2.7a slips to Jan, need more time",
        "we were granted more time for 2.7a",
        "the extension works of 2.7a are done",
        "2.7a green",
        "share the protocol with GPs",
        "status 2.7a",
    ],
)
def test_an_update_is_no_order(text: str) -> None:
    assert order_in(text) is None


def test_every_order_has_its_use() -> None:
    assert set(USES) == set(OrderKind)
