"""What is still to be asked of a reading."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.language.reading import Outcome, Progress, Question, ReadUpdate, Shift
from bot.narrative import narrative_in
from bot.rag import Rag
from bot.unanswered import Unanswered, unanswered
from tests.bot.larkmere import action, day

NOVEMBER, JANUARY = day(2026, 11, 3), day(2027, 1, 31)


def said(**fields: object) -> ReadUpdate:
    return replace(ReadUpdate(Outcome.AMBIGUOUS, "2.7a"), **fields)  # type: ignore[arg-type]


def test_which_action_comes_first() -> None:
    assert unanswered(said(questions=(Question("rag"),)), None) == Unanswered("action")


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        (
            {"questions": (Question("action"), Question("rag", ("amber", "red", "mauve")))},
            Unanswered("rag", colours=(Rag.AMBER, Rag.RED)),
        ),
        (
            {"questions": (Question("forecast", ("3 Nov", "end of Jan")),), "choices": (NOVEMBER, JANUARY)},
            Unanswered("forecast", dates=(NOVEMBER, JANUARY)),
        ),
        ({"questions": (Question("progress", ("complete",)),)}, Unanswered("progress")),
        ({"rag_implied": Rag.AMBER, "words": "2.7a slips"}, Unanswered("forecast")),
        ({"words": "2.7a is amber or red"}, Unanswered("rag")),
        ({"words": "2.7a nearly done"}, None),
        ({"no_change": True}, None),
        ({"progress": Progress.COMPLETE}, None),
        ({"shift": Shift(3, "week")}, None),
    ],
)
def test_the_first_open_question(fields: dict[str, object], asked: Unanswered | None) -> None:
    assert unanswered(said(**fields), action()) == asked


def test_a_move_of_an_unknown_date_needs_one() -> None:
    assert unanswered(said(shift=Shift(3, "week")), action(approved_due=None)) == Unanswered("forecast")


@pytest.mark.parametrize(
    ("words", "fields", "told"),
    [
        ("2.7a amber", {"rag": Rag.AMBER}, False),
        ("2.7a amber, two nurses short", {"rag": Rag.AMBER}, True),
        ("2.7a slips to end of Jan", {"forecast": JANUARY.in_words("end of Jan")}, False),
        ("2.7a done 3 Nov", {"progress": Progress.COMPLETE, "completed": NOVEMBER.in_words("3 Nov")}, False),
        ("rest no change", {"no_change": True}, False),
        ("mailbox open by 16 Oct", {"path_to_green": "mailbox open by 16 Oct"}, False),
        ("first payments went out", {}, True),
        ("2.7a", {}, False),
    ],
)
def test_words_are_a_narrative_when_no_field_holds_them(
    words: str, fields: dict[str, object], told: bool
) -> None:
    assert (narrative_in(said(words=words, **fields)) is not None) is told
