"""A plan's own status words are learnt when it is brought in, and only where that is safe."""

from __future__ import annotations

import pytest

from bot.importing.local_words import EVERYDAY, MEANINGS
from bot.importing.standings import STATUS_WORDS
from bot.language.reading import Progress
from bot.plan import ActionStatus
from tests.bot.importing.tables import plan_of


def learnt(*cells: str) -> dict[str, Progress]:
    rows = [[f"1.{n}", f"Open clinic {n}", "S Okoro", "Dec 2026", cell] for n, cell in enumerate(cells, 1)]
    plan = plan_of(["Ref", "Action", "Lead", "Timescale", "Status"], *rows)
    assert len(plan.actions) == len(cells)
    return dict(plan.status_words)  # type: ignore[arg-type]  # states alone are learnt


@pytest.mark.parametrize(
    ("cell", "meaning"),
    [
        ("Significant progress", Progress.ON_TRACK),
        ("Good progress", Progress.ON_TRACK),
        ("Actioned", Progress.COMPLETE),
        ("Resolved", Progress.COMPLETE),
        ("Stalled", Progress.ON_HOLD),
        ("Awaiting start", Progress.NOT_STARTED),
        ("Future action", Progress.NOT_STARTED),
    ],
)
def test_a_status_in_the_plans_own_sense(cell: str, meaning: Progress) -> None:
    assert learnt(cell, "Red") == {cell: meaning}


@pytest.mark.parametrize(
    "cell", ["Complete", "On hold", "Not started", "On track", "Withdrawn", "Signed off"]
)
def test_what_the_language_hears_anyway_needs_no_row(cell: str) -> None:
    assert learnt(cell, cell) == {}


@pytest.mark.parametrize("cell", ["Some progress", "Limited progress", "Ongoing", "Overdue", "Partly met"])
def test_work_under_way_is_on_track_only_in_words_that_sound_like_it(cell: str) -> None:
    assert learnt(cell, cell) == {}


@pytest.mark.parametrize("cell", ["Open", "To do", "Met", "No progress", "Held", "Yes"])
def test_an_everyday_word_is_left_to_the_sentence_it_stands_in(cell: str) -> None:
    assert learnt(cell, cell) == {}


def test_a_cell_that_recurs_is_a_status_of_the_plan() -> None:
    cells = ["Delivered – monitoring", "Delivered - monitoring", "On hold (funding)", "On hold (funding)"]
    assert learnt(*cells) == {
        "Delivered – monitoring": Progress.COMPLETE,
        "On hold (funding)": Progress.ON_HOLD,
    }


@pytest.mark.parametrize(
    "cells",
    [
        ("Delivered – monitoring", "Red"),
        ("Complete. See 2.1", "Complete. See 2.1"),
        ("Complete: everybody agreed that it is now in place",) * 2,
    ],
)
def test_a_remark_is_not_a_status(cells: tuple[str, ...]) -> None:
    assert learnt(*cells) == {}


def test_words_nobody_knows_are_learnt_as_nothing() -> None:
    assert learnt("Mainstreamed", "Mainstreamed", "Green", "", "purple") == {}


def test_every_state_has_a_meaning_and_every_everyday_word_is_a_status() -> None:
    assert set(MEANINGS) == set(ActionStatus)
    assert {phrase for phrases in STATUS_WORDS.values() for phrase in phrases} >= EVERYDAY
