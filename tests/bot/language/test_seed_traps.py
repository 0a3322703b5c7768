"""The traps that real papers set for the reader of messages, each by its own words."""

from __future__ import annotations

from datetime import date

import pytest

from bot.language import understand
from bot.language.reading import ActionInPlan, Context, Conventions, PlanInView
from tests.bot.language.reader import in_short, read

WRITTEN = date(2009, 11, 1)
PLAN = PlanInView(
    "Recommendations",
    tuple(
        ActionInPlan(ref, words, ())
        for ref, words in (
            ("3", "Leadership"),
            ("8", "Draft the strategy"),
            ("11", "Train staff"),
            ("12", "Agree the budget"),
        )
    ),
)


def in_2009(text: str, asked: str = "8") -> list[str]:
    """What was understood of words about one of the recommendations, on the day they were written."""
    context = Context((PLAN,), tuple(asked.split()), None, Conventions())
    return [in_short(one) for one in understand(text, WRITTEN, context).updates]


@pytest.mark.parametrize(
    ("words", "understood"),
    [
        ("Will be completed December 2009", ["8 by 2009-12-31"]),
        ("from April 10", ["8 by 2010-04-30"]),
        ("over the next 18 months", ["8 by 2011-05-01"]),
        ("done in the next 3 to 6 months", ["8 by 2010-05-01"]),
        ("Clear plan to be delivered by Autumn 2009", ["8? by 2009-11-30"]),
        ("the strategy is expected by the beginning of 2010", ["8 by 2010-01-01"]),
        ("Delivered. There is ongoing work to strengthen it", ["8?"]),
        ("All the actions for this recommendation are completed", ["8 complete"]),
        ("green, on track for the revised date", ["8 green on_track"]),
        ("On track for the revised date", ["8 on_track"]),
        ("Agreed by the OSC in June 2009", ["8"]),
    ],
)
def test_what_stands_in_a_comment_is_read_as_it_would_be_from_a_lead(
    words: str, understood: list[str]
) -> None:
    assert in_2009(words) == understood


@pytest.mark.parametrize(
    ("words", "refs"),
    [
        ("Rec 8 is amber", ["8 amber"]),
        ("recommendation 11 is amber", ["11 amber"]),
        ("action 8 and 12 are amber", ["8 amber", "12 amber"]),
        ("See also action 8 and 12 comments.", ["8", "12"]),
    ],
)
def test_references_as_the_papers_write_them(words: str, refs: list[str]) -> None:
    assert in_2009(words, "") == refs


@pytest.mark.parametrize(
    "words",
    [
        "we are working with the green-ranked clients",
        "the Green paper is out",
        "raised a red flag with the board",
        "an amber alert went out",
        "no longer red",
        "not green yet",
        "would be green if HR agreed",
        "we hoped to be done by Sept",
    ],
)
def test_words_that_only_hold_a_colour_or_a_finish_give_neither(words: str) -> None:
    assert read(f"2.1 {words}") in (["2.1"], ["2.1 blocked"], ["2.1 help"])
