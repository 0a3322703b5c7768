"""The lead's current stated colour, and the words that only look like one."""

import pytest

from bot.language.reading import Conventions, Progress
from bot.rag import Rag
from tests.bot.language.reader import read, reading

STATED = [
    ("1.1 green", ["1.1 green"]),
    ("RAG for 1.1 is amber", ["1.1 amber"]),
    ("1.1 🔴", ["1.1 red"]),
    ("1.1 :large_yellow_circle:", ["1.1 amber"]),
    ("1.1 - G", ["1.1 green"]),
    ("1.1: A/R", ["1.1 amber_red"]),
    ("1.2 Amber/Green overall", ["1.2 amber_green"]),
    ("2.1: R. 2.3: A.", ["2.1 red", "2.3 amber"]),
    ("was red, now amber: 2.1", ["2.1 amber"]),
    ("2.1 has moved from amber to green", ["2.1 green"]),
    ("2.1 red -> amber", ["2.1 amber"]),
    ("2.1 ~green~ amber", ["2.1 amber"]),
    ("2.1 no longer red, amber", ["2.1 amber"]),
    ("2.1 downgraded to red", ["2.1 red"]),
    ("2.1 amber (was green)", ["2.1 amber"]),
    ("2.1 reported amber in October, still amber", ["2.1 amber"]),
    ("2.1 went amber last month but is green again now", ["2.1 green"]),
    ("2.1 not amber, green", ["2.1 green"]),
    ("2.1 red, sorry I mean amber", ["2.1 amber"]),
    ("Could go red if funding isn't confirmed, 2.1 amber for now", ["2.1 amber"]),
    ("2.3 and 2.4 green, amber respectively", ["2.3 green", "2.4 amber"]),
    ("2.1 ambre", ["2.1 amber"]),
    ("2.1 gren, on trak", ["2.1 green on_track"]),
    ("2.1 70% green", ["2.1 green 70%"]),
    ("2.1 is at 45% and amber", ["2.1 amber 45%"]),
    ("2.1 green unless I tell you otherwise", ["2.1 green"]),
    ("2.1 amber if I'm honest", ["2.1 amber"]),
    ("2.1 green *edit: amber*", ["2.1 amber"]),
]

NOT_STATED = [
    "2.1 not green yet",
    "2.1 isn't red any more",
    "2.1 should be green if the board signs",
    "2.1 would be green if HR moved",
    "if HR don't move 2.1 will go red",
    "2.1 could turn amber",
    "2.1 had the green light from finance",
    "2.1 red tape everywhere",
    "2.1 Red Cross briefing held",
    "2.1 green spaces team met",
    "2.1 Amber from HR rang",
    "2.1 Mr Green has joined us",
    "2.1 blue light partners engaged",
    "is 2.1 still amber?",
    "2.1 green if the trust signs, if not red",
    "2.1 amber provided the grant arrives",
    "2.1 red-rated practices first, then the others",
]


@pytest.mark.parametrize(("text", "understood"), STATED)
def test_a_stated_colour_is_read(text: str, understood: list[str]) -> None:
    assert read(text) == understood


@pytest.mark.parametrize("text", NOT_STATED)
def test_a_colour_that_is_not_the_leads_own_today_is_not(text: str) -> None:
    assert all(update.rag is None for update in reading(text).updates)


def test_two_colours_at_once_are_a_question() -> None:
    update = reading("2.1 green on delivery and red on budget").updates[0]
    assert [(one.field, one.candidates) for one in update.questions] == [("rag", ("green", "red"))]


def test_blue_is_complete_unless_the_scale_says_otherwise() -> None:
    amber_is_done = Conventions(scale_complete=frozenset({"amber"}))
    assert reading("2.1 🔵").updates[0].progress is Progress.COMPLETE
    assert reading("2.1 🔵", conventions=amber_is_done).updates[0].progress is None


def test_a_colour_that_means_complete_on_this_board_is_both() -> None:
    update = reading("2.1 green", conventions=Conventions(scale_complete=frozenset({"green"}))).updates[0]
    assert (update.rag, update.progress) == (Rag.GREEN, Progress.COMPLETE)


def test_the_plans_own_words_come_first() -> None:
    own = Conventions(status_words=(("significant progress", Rag.GREEN), ("dormant", Progress.ON_HOLD)))
    assert reading("2.1 Significant progress", conventions=own).updates[0].rag is Rag.GREEN
    assert reading("2.1 dormant", conventions=own).updates[0].progress is Progress.ON_HOLD


SUGGESTED = [
    ("2.1 some slippage but manageable", Rag.AMBER),
    ("2.1 stalled", Rag.RED),
    ("2.1 won't make March", Rag.RED),
    ("2.1 progressing well", Rag.GREEN),
    ("2.1 slipping a bit", Rag.AMBER),
    ("2.1 not at risk", Rag.GREEN),
    ("2.1 on track", Rag.GREEN),
    ("2.1 amber, going well", None),
    ("2.1 ongoing", None),
]


@pytest.mark.parametrize(("text", "colour"), SUGGESTED)
def test_soft_words_only_suggest_a_colour(text: str, colour: Rag | None) -> None:
    assert reading(text).updates[0].rag_implied is colour
