"""Which words change the plan itself, and which only tell how it stands."""

from __future__ import annotations

import pytest

from bot.amending_words import next_number, parts_in
from bot.orders import Order, OrderKind, order_in
from tests.bot.larkmere import action, plan

K = OrderKind


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("add 4.6 Map beds, lead S Okoro", Order(K.ADD_TO_PLAN, "4.6", "Map beds, lead S Okoro")),
        ("Please add action Map beds.", Order(K.ADD_TO_PLAN, "", "Map beds")),
        ("split 2.7 into 2.7a and 2.7b", Order(K.SPLIT, "2.7", "2.7a and 2.7b")),
        ("split 2.7", Order(K.SPLIT, "2.7")),
        ("merge 3.1 into 3.2", Order(K.MERGE, "3.1", other="3.2", when="into")),
        ("3.1 becomes part of 3.2", Order(K.MERGE, "3.1", other="3.2")),
        ("renumber 1.4 to 1.5", Order(K.RENUMBER, "1.4", other="1.5")),
        ("change the number of 1.4 to 1.5", Order(K.RENUMBER, "1.4", other="1.5")),
        (
            "2.7 lead is now J Tranter instead of S Okoro",
            Order(K.NEW_LEAD, "2.7", "J Tranter", "S Okoro"),
        ),
        (
            "change the lead of 2.7 from S Okoro to J Tranter",
            Order(K.NEW_LEAD, "2.7", "J Tranter", "S Okoro"),
        ),
        ("add J Tranter as a supporting lead to 2.7", Order(K.JOIN_LEAD, "2.7", "J Tranter")),
        ("add J Tranter as joint lead of 2.7", Order(K.JOIN_LEAD, "2.7", "J Tranter", when="joint")),
        ("remove J Tranter from 2.7", Order(K.LEAVE_LEAD, "2.7", "J Tranter")),
        ("J Tranter no longer leads 2.7", Order(K.LEAVE_LEAD, "2.7", "J Tranter")),
        ("reword 2.7: Letters in a day", Order(K.REWORD, "2.7", "Letters in a day")),
        ("change the outcome of 2.7 to all sent", Order(K.REWORD, "2.7", "all sent", "outcome")),
        ("correct the wording of 2.7 to Letters", Order(K.REWORD, "2.7", "Letters", "wording", "correct")),
        ("reword theme 4: Staff and training", Order(K.HEADING, "", "Staff and training", "4")),
        ("rename theme Letters to Mail", Order(K.HEADING, "", "Mail", "Letters")),
        ("theme 4 is now called Staff", Order(K.HEADING, "", "Staff", "4")),
        ("move 2.7 to theme 4", Order(K.TO_THEME, "2.7", other="4")),
        ("set the agreed date of 2.7 to March 2027", Order(K.SET_AGREED, "2.7", when="March 2027")),
    ],
)
def test_an_order_that_changes_the_plan(text: str, order: Order) -> None:
    assert order_in(text) == order


@pytest.mark.parametrize(
    "text",
    [
        "add 3 more staff to the rota",
        "2.7 lead is off sick",
        "2.7 outcome: 12 staff trained",
        "2.7 split opinions",
        "theme 4 is now on track",
        "2.7a slips to March 2027",
        "merged 3.1 and 3.2 spreadsheets, on track",
    ],
)
def test_news_of_an_action_is_no_order(text: str) -> None:
    assert order_in(text) is None


@pytest.mark.parametrize(
    ("ref", "words", "parts"),
    [
        ("2.7", "2.7a letters to GPs; 2.7B the mailbox, lead J Tranter",
         [("2.7a", "letters to GPs", ()), ("2.7b", "the mailbox", ("J Tranter",))]),
        ("2.7a", "2.7a letters and 2.7b mailbox", [("2.7a", "letters", ()), ("2.7b", "mailbox", ())]),
        ("2.7", "letters; mailbox by May", [("2.7a", "letters", ()), ("2.7b", "mailbox by May", ())]),
        ("2.7", "three", [("2.7a", "", ()), ("2.7b", "", ()), ("2.7c", "", ())]),
        ("2.7a", "", [("2.7a", "", ()), ("2.7c", "", ())]),
        ("2.7", "2.7a", [("2.7a", "", ())]),
    ],
)  # fmt: skip
def test_the_parts_of_a_split(ref: str, words: str, parts: list[tuple[str, str, tuple[str, ...]]]) -> None:
    here = plan(action(ref=ref), action(ref="2.7b" if ref == "2.7a" else "9.9"))
    assert [(one.ref, one.text, one.leads) for one in parts_in(here, ref, words)] == parts


def test_the_next_number_follows_the_last_of_its_theme() -> None:
    here = plan(action(ref="4.9"), action(ref="4.10", theme_ref="4"), action(ref="5.1a"))
    assert next_number(here, "4") == "4.11"
    assert next_number(here, None) == "5.2"
    assert next_number(plan(action(ref="(c)")), None) == "N1"
