"""The words in which views are asked for and given, and what a message is to somebody who was asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.orders import OrderKind, order_in
from bot.view_words import (
    Circumstances,
    SaidAsk,
    Sense,
    StatedView,
    ask_in,
    is_holding,
    is_nothing,
    members_meant,
    parts_by_ref,
    sense_of,
    stated_view,
)


def said(who: str, whose: str = "", refs: tuple[str, ...] = ("2.7",), **more: object) -> SaidAsk:
    plain = SaidAsk(who, whose, refs, "", "", is_before=False)
    return replace(plain, **more)  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ask for views on 2.7", said("")),
        (
            "ask the Partnership Board members for views on 2.7 before 12 Nov",
            said("the Partnership Board members", when="12 Nov", is_before=True),
        ),
        ("ask J Kelly for the carers' view on 2.7", said("J Kelly", "carers")),
        ("ask J Kelly for the Forum's view on 2.7 by 6 Nov", said("J Kelly", "Forum", when="6 Nov")),
        ("ask carers for their view on 2.7a, 3.1 and R11", said("carers", refs=("2.7a", "3.1", "R11"))),
        (
            "ask members for views on the draft strategy before the board",
            said("members", refs=(), matter="the draft strategy", is_before=True),
        ),
    ],
)  # fmt: skip
def test_views_are_asked_for_in_plain_words(words: str, expected: SaidAsk) -> None:
    assert ask_in(words) == expected
    order = order_in(words)
    assert order is not None
    assert order.kind is OrderKind.ASK_VIEWS


def test_to_ask_a_lead_for_an_update_stays_that() -> None:
    assert ask_in("ask T Vance about 1.10") is None
    order = order_in("ask T Vance about 1.10")
    assert order is not None
    assert order.kind is OrderKind.ASK_UPDATE


@pytest.mark.parametrize(
    ("who", "body"),
    [
        ("", ""),
        ("members", ""),
        ("all the members of the Joint forum", "Joint forum"),
        ("the Board members", "Board"),
        ("everyone on the Board", "Board"),
        ("J Kelly", None),
    ],
)
def test_whose_members_are_meant(who: str, body: str | None) -> None:
    assert members_meant(who) == body


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("our view on 2.7: too slow", StatedView("2.7", "too slow")),
        (
            "the carers' view on 2.7 is that it is slow",
            StatedView("2.7", "is that it is slow", whose="carers"),
        ),
        ("view of J Kelly by phone on 2.7: slow", StatedView("2.7", "slow", "J Kelly", way="by phone")),
        ("J Kelly's view on 2.7: slow", StatedView("2.7", "slow", "J Kelly")),
        ("no view on 2.7", StatedView("2.7", "no view")),
        ("withdraw our view on 2.7", StatedView("2.7", "", is_taken_back=True)),
        ("2.7 is red in our view", None),
        ("2.7a slips to Nov", None),
    ],
)
def test_a_view_that_says_it_is_one(text: str, expected: StatedView | None) -> None:
    assert stated_view(text) == expected


@pytest.mark.parametrize("words", ["no view", "Nothing to add.", "we have no comments", "None", "n/a"])
def test_nothing_to_add_in_its_many_words(words: str) -> None:
    assert is_nothing(words)


@pytest.mark.parametrize("words", ["nothing works here", "no view was ever asked of us before", "noisy ward"])
def test_a_view_that_begins_like_nothing_is_a_view(words: str) -> None:
    assert not is_nothing(words)


def test_a_promise_to_ask_is_no_view() -> None:
    assert is_holding("I'll ask our group on Thursday")
    assert is_holding("Thanks, we will get back to you")
    assert not is_holding("We will not support this")


def test_each_number_has_its_own_words() -> None:
    refs = ("2.7", "3.1")
    assert parts_by_ref("2.7: too slow; 3.1: nothing to add", refs) == {
        "2.7": "too slow",
        "3.1": "nothing to add",
    }
    assert parts_by_ref("2.7 is red in our view", refs) == {"2.7": "2.7 is red in our view"}
    assert parts_by_ref("carers find 2.7 slow", refs) == {"2.7": "carers find 2.7 slow"}
    assert parts_by_ref("it is slow", refs) == {}
    assert parts_by_ref("2.70 is slow", refs) == {}


PLAIN = Circumstances()


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (PLAIN, Sense.VIEW),
        (replace(PLAIN, names_asked=True, tells_news=True), Sense.VIEW),
        (replace(PLAIN, names_asked=True, has_other_open=True, tells_news=True), Sense.VIEW),
        (replace(PLAIN, names_asked=True, names_own=True), Sense.ASK),
        (replace(PLAIN, names_own=True, tells_news=True), Sense.OTHER),
        (replace(PLAIN, names_other=True), Sense.OTHER),
        (replace(PLAIN, has_other_open=True), Sense.ASK),
        (replace(PLAIN, has_other_open=True, tells_news=True), Sense.OTHER),
        (replace(PLAIN, is_question=True), Sense.ASK),
        (replace(PLAIN, is_question=True, in_thread=True), Sense.VIEW),
        (replace(PLAIN, in_thread=True, names_own=True, tells_news=True), Sense.VIEW),
        (replace(PLAIN, is_neither=True, in_thread=True), Sense.OTHER),
    ],
)
def test_a_view_becomes_no_update_and_an_update_no_view(case: Circumstances, expected: Sense) -> None:
    assert sense_of(case) is expected
