"""A plan that numbers its actions 1, 2, 3: a whole number is a reference only where nothing is counted."""

import pytest

from bot.language.reading import ActionInPlan, PlanInView
from tests.bot.language.reader import in_short, reading

PLAN = PlanInView(
    "Whole",
    tuple(
        ActionInPlan(ref, words, ())
        for ref, words in (("3", "Plan it"), ("8", "Write the guide"), ("11", "Fund it"), ("12", "Send it"))
    ),
)


def read(text: str, asked: str = "") -> list[str]:
    return [in_short(one) for one in reading(text, asked, plans=(PLAN,)).updates]


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("8: on hold", ["8 on_hold"]),
        ("8 achieved", ["8 complete"]),
        ("8 on hold", ["8 on_hold"]),
        ("8 not started", ["8 not_started"]),
        ("8 green, 11 amber", ["8 green", "11 amber"]),
        ("8 and 11 done", ["8 complete", "11 complete"]),
        ("8 done, 11 done, 3 amber", ["8 complete", "11 complete", "3 amber"]),
        ("11 red. 8 green.", ["11 red", "8 green"]),
        ("8 is green, slipping to March", ["8 green by 2027-03-31"]),
        ("8 slips to end of Jan; 11 no change", ["8 by 2027-01-31", "11 same"]),
        ("8 is done, 11 slipping to the end of January", ["8 complete", "11 by 2027-01-31"]),
        ("Rec 8 green, recommendation 11 amber", ["8 green", "11 amber"]),
        ("action 8 and 12 green", ["8 green", "12 green"]),
    ],
)
def test_a_whole_number_before_what_is_said_of_it_is_a_reference(text: str, understood: list[str]) -> None:
    assert read(text) == understood


@pytest.mark.parametrize(
    "text",
    [
        "3 done, 8 to go",
        "12 done and 8 left",
        "8 of 12 done",
        "3 on leave",
        "3 nurses in post",
        "8 still to do",
    ],
)
def test_a_number_that_counts_is_no_reference(text: str) -> None:
    assert not any(one.startswith(("3", "8", "12")) for one in read(text))


def test_in_answer_to_a_question_about_others_a_number_is_no_reference() -> None:
    assert "3 complete" not in read("3 done, and the guide is with the printer", "8")
    assert read("8 done", "8") == ["8 complete"]
