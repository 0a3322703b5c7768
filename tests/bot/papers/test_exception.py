"""The exception report: only what is outside tolerance, with everything a board needs to decide on it."""

from __future__ import annotations

from bot.papers.chosen import MOST_FORMS
from bot.papers.exception import exception, outside_tolerance
from bot.papers.paper import Grid, Paper
from bot.rag import Rag
from tests.bot.larkmere import month
from tests.bot.papers.facts import ALL, DONE, FAR, NEAR, facts, numbered


def form_of(paper: Paper, heading: str) -> dict[str, str]:
    """The fields of one action."""
    found = next(section for section in paper.sections if section.heading.startswith(heading))
    (grid,) = found.blocks
    assert isinstance(grid, Grid)
    return {row.cells[0]: row.cells[1] for row in grid.rows}


def test_only_actions_beyond_tolerance_are_in_it_the_furthest_first() -> None:
    further = numbered(7, baseline_due=month(2026, 2), approved_due=month(2026, 2))
    assert [line.action.ref for line in outside_tolerance(facts(FAR, further, NEAR, DONE).pack)] == [
        "1.1",
        "7.1",
    ]
    assert [section.heading for section in exception(ALL).sections] == [
        "Summary",
        "Outside tolerance (1)",
        "1.1 Discharge letters to GPs",
    ]


def test_an_exception_has_cause_effect_ask_and_new_forecast() -> None:
    form = form_of(exception(ALL), "1.1")
    assert form["Cause"].startswith('"no locum"')
    assert form["Effect"] == "Not yet reached: A solicitor every night\n3.1 waits for it."
    assert form["Options and ask"].startswith("DECIDE: More time for 1.1, to Jan 2027")
    assert "AGREE: help from somebody the board names." in form["Options and ask"]
    assert form["New forecast"] == "Jan 2027; 35 weeks after the first date"


def test_how_far_past_the_agreed_date_is_said_where_the_board_has_moved_it() -> None:
    given = numbered(
        9,
        baseline_due=month(2026, 2),
        approved_due=month(2026, 5),
        forecast_due=month(2027, 1),
        rag=Rag.GREEN,
    )
    form = form_of(exception(facts(given)), "9.1")
    assert form["New forecast"].endswith("after the first date (35 weeks past the agreed date)")
    assert (form["RAG"], form["By the dates"]) == ("● Green", "▲ Red")


def test_of_very_many_the_furthest_are_set_out_and_the_others_stand_in_a_table() -> None:
    many = [numbered(one, baseline_due=month(2026, 5), approved_due=month(2026, 5)) for one in range(1, 101)]
    paper = exception(facts(*many))
    assert "Outside tolerance (100)" in [section.heading for section in paper.sections]
    assert (
        sum(section.heading.endswith("Discharge letters to GPs") for section in paper.sections) == MOST_FORMS
    )
    (grid,) = paper.sections[-1].blocks
    assert isinstance(grid, Grid)
    assert len(grid.rows) == 100 - MOST_FORMS


def test_what_is_not_known_is_said_to_be_so() -> None:
    bare = numbered(8, baseline_due=month(2026, 5), approved_due=month(2026, 5), outcome="")
    form = form_of(exception(facts(bare)), "8.1")
    assert form["Cause"] == "No cause given."
    assert form["Effect"] == "No effect is on record."
    assert form["Options and ask"] == "NOTE: nothing is asked of the board."
    assert form["New forecast"].startswith("No new date given")


def test_red_within_tolerance_is_named_and_not_an_exception() -> None:
    assert exception(ALL).summary == (
        "Of 5 actions, 1 is outside tolerance. 5.1 is red by the lead's own judgement and within tolerance."
    )


def test_nothing_outside_tolerance_is_one_sentence() -> None:
    quiet = exception(facts(DONE))
    assert quiet.summary == "Of 1 action, none is outside tolerance."
    assert (quiet.asks, len(quiet.sections)) == ((), 1)
