"""Questions come alone, taps first."""

from __future__ import annotations

from dataclasses import replace

from bot.card import Act, Button, Menu, Taps
from bot.conversation import UpdateId
from bot.phrases import questions
from bot.plan import ActionId, PlanId
from bot.rag import Rag
from tests.bot.larkmere import action, day
from tests.bot.services.dialogue import text_of

ONE, TWO = action(), action(id=ActionId(2), ref="4.1", text="Supervision policy")

PLANS = {PlanId(1): "Larkmere plan", PlanId(2): "Dunvale plan"}


def test_which_action() -> None:
    card = questions.which_action(UpdateId(7), "the mailbox thing is sorted", (ONE, TWO), PLANS)
    assert text_of(card) == (
        'Which action is "the mailbox thing is sorted"?\n'
        "[2.7a Discharge letters to GPs] [4.1 Supervision policy] [Cancel]\n"
        "Or write its number. Nothing is saved yet."
    )


def test_one_number_in_two_plans_is_told_apart_by_the_plan() -> None:
    other = replace(ONE, id=ActionId(9), plan_id=PlanId(2))
    text = text_of(questions.which_action(UpdateId(7), "sorted", (ONE, other), PLANS))
    assert "[2.7a Discharge letters to GPs (Larkmere plan)]" in text
    assert "[2.7a Discharge letters to GPs (Dunvale plan)]" in text


def test_more_than_four_candidates_are_a_menu() -> None:
    many = [replace(ONE, id=ActionId(number), ref=f"1.{number}") for number in range(1, 6)]
    card = questions.which_action(UpdateId(7), "sorted", many, PLANS)
    taps = next(piece for piece in card.pieces if isinstance(piece, Taps))
    assert isinstance(taps.items[0], Menu)
    assert taps.items[0].choices[4].value == "update:7 action:5"


def test_without_candidates_its_number_is_asked_for() -> None:
    assert text_of(questions.which_action(UpdateId(7), "sorted", (), PLANS)) == (
        'Which action is "sorted"? Give me its number, please. Nothing is saved yet.'
    )


def test_which_date() -> None:
    card = questions.which_date(
        UpdateId(7), ONE, (day(2026, 11, 3).in_words("3 Nov"), day(2027, 1, 31).in_words("end of Jan"))
    )
    assert text_of(card) == (
        "2.7a: you gave 3 Nov 2026 and end of Jan 2027. When will the action be finished?\n"
        "[3 Nov 2026] [End of Jan 2027] [The date stays] [Another date] [Cancel]\n"
        "Nothing is saved yet."
    )
    taps = next(piece for piece in card.pieces if isinstance(piece, Taps))
    assert taps.items[1] == Button("End of Jan 2027", Act.CHOOSE_DATE, "update:7 choice:1")


def test_a_single_date_is_asked_about_in_its_own_words() -> None:
    card = questions.which_date(UpdateId(7), ONE, (day(2026, 10, 12).in_words("12 Oct"),))
    assert text_of(card) == (
        "2.7a: is 12 Oct 2026 when the action will be finished?\n"
        "[12 Oct 2026] [The date stays] [Another date] [Cancel]\n"
        "Nothing is saved yet."
    )


def test_a_move_without_a_date() -> None:
    assert text_of(questions.which_date(UpdateId(7), ONE, ())) == (
        "2.7a: to when? A month is enough.\n[Give a date] [Cancel]\nNothing is saved yet."
    )


def test_which_colour_and_is_it_done() -> None:
    assert text_of(questions.which_colour(UpdateId(7), ONE, (Rag.AMBER, Rag.RED))) == (
        "2.7a: which colour is it now?\n[🔶 Amber] [🔺 Red] [Cancel]\nNothing is saved yet."
    )
    assert "[🟢 Green] [🔶 Amber] [🔺 Red]" in text_of(questions.which_colour(UpdateId(7), ONE, ()))
    assert text_of(questions.is_it_done(UpdateId(7), ONE)) == (
        "2.7a: is it done, or does some of it go on?\n[Done] [Not done yet] [Cancel]\nNothing is saved yet."
    )
