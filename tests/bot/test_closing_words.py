"""What an officer says of the ends of actions, several at once."""

from __future__ import annotations

import pytest

from bot.closing import End
from bot.closing_words import SaidEnd, ends_in, refs_in
from bot.orders import OrderKind, order_in

DONE, OVER, BY, STOPPED = End.DONE, End.CARRIED_OVER, End.SUPERSEDED, End.STOPPED


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("1.4: done, signed off in May", [(("1.4",), DONE, "signed off in May")]),
        (
            "2.7a and 4.1: carried over to the 2027 plan; the rest stopped, no funding",
            [(("2.7a", "4.1"), OVER, "the 2027 plan"), ((), STOPPED, "no funding")],
        ),
        (
            "1.4: done, signed off 2.3: stopped, no funding. the others: superseded by BOD 60/17(h)",
            [(("1.4",), DONE, "signed off"), (("2.3",), STOPPED, "no funding"), ((), BY, "BOD 60/17(h)")],
        ),
        ("1.4 not proceeding because the site was sold", [(("1.4",), STOPPED, "the site was sold")]),
        ("all the rest carried over to the ICB", [((), OVER, "the ICB")]),
        ("R11, BOD 60/17(h): replaced by 2.3", [(("R11", "BOD 60/17(h)"), BY, "2.3")]),
        ("4.1: stopped", [(("4.1",), STOPPED, "")]),
    ],
)
def test_ends_are_taken_apart(words: str, ends: list[tuple[tuple[str, ...], End, str]]) -> None:
    found, unread = ends_in(words)
    assert unread == ""
    assert list(found) == [SaidEnd(*one) for one in ends]


def test_what_gives_no_end_is_named() -> None:
    assert ends_in("1.4: done, signed off; 2.3 is going well") == (
        (SaidEnd(("1.4",), DONE, "signed off"),),
        "2.3 is going well",
    )


@pytest.mark.parametrize(
    ("which", "refs"),
    [("the rest", ()), ("all", ()), ("1.4, 2.3 and 2.7a", ("1.4", "2.3", "2.7a")), ("those of Lena", None)],
)
def test_numbers_or_all_the_rest(which: str, refs: tuple[str, ...] | None) -> None:
    assert refs_in(which) == refs


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("pause the plan until 5 January", OrderKind.PAUSE_PLAN),
        ("pause", OrderKind.PAUSE_PLAN),
        ("pause our Larkmere plan", OrderKind.PAUSE_PLAN),
        ("pause 5.4, no funding", OrderKind.HOLD),
        ("resume the plan", OrderKind.RESUME_PLAN),
        ("close the plan", OrderKind.CLOSE_PLAN),
        ("don't close the plan", OrderKind.KEEP_OPEN),
        ("reopen the Larkmere plan", OrderKind.REOPEN_PLAN),
        ("reopen 5.4, it did not hold", OrderKind.REOPEN),
        ("end 1.4: done, signed off", OrderKind.END_ACTIONS),
        ("all the rest carried over to the 2027 plan", OrderKind.END_ACTIONS),
    ],
)
def test_each_way_of_putting_it_is_its_order(words: str, kind: OrderKind) -> None:
    found = order_in(words)
    assert found is not None
    assert found.kind is kind


@pytest.mark.parametrize(
    "words",
    [
        "the rest done",
        "all the rest on track",
        "end of Jan",
        "end of Jan, the rest done",
        "2.7a carried over to next year",
        "closed the plan meeting early, 2.7a on track",
    ],
)
def test_news_is_no_order(words: str) -> None:
    assert order_in(words) is None
