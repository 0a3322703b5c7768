"""A plan's own words and calendar, and the reader's sense of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.conventions import PlanConventions, meaning_named, reader_conventions
from bot.language import understand
from bot.language.reading import ActionInPlan, Context, Conventions, PlanInView, Progress, ReadUpdate
from bot.partnership import Meeting
from bot.rag import Rag
from tests.bot.larkmere import OCTOBER_BOARD, PARTNERSHIP, day, month

TODAY = date(2026, 9, 21)
ACTIONS = (ActionInPlan("2.3", "Crisis café"), ActionInPlan("3.1", "Supervision policy"))
USUAL = PlanConventions()


def read(text: str, own: PlanConventions = USUAL, meetings: tuple[Meeting, ...] = ()) -> ReadUpdate:
    conventions = reader_conventions(own, PARTNERSHIP, meetings)
    context = Context((PlanInView("Larkmere plan", ACTIONS),), conventions=conventions)
    return understand(text, TODAY, context).updates[0]


def meeting(body: str, *on: int) -> Meeting:
    return replace(OCTOBER_BOARD, body=body, on=day(*on))


def test_a_plan_of_which_nothing_is_said_is_read_as_most_boards_are() -> None:
    assert reader_conventions(USUAL, PARTNERSHIP, ()) == Conventions()


def test_every_state_and_colour_has_a_name() -> None:
    for meaning in (*Progress, *Rag):
        assert meaning_named(meaning.value) is meaning
    assert meaning_named(" Amber/Red ") is Rag.AMBER_RED
    assert meaning_named("On hold") is Progress.ON_HOLD
    assert meaning_named("brilliant") is None


def test_words_are_compared_without_their_dashes_and_capitals() -> None:
    own = USUAL.with_word("  Delivered – monitoring ", Progress.COMPLETE)
    assert own.status_words == (("Delivered – monitoring", Progress.COMPLETE),)
    assert own.meaning_of("delivered, monitoring") is Progress.COMPLETE
    assert own.with_word("DELIVERED MONITORING", Rag.GREEN).status_words == (
        ("DELIVERED MONITORING", Rag.GREEN),
    )
    assert own.without_word("delivered-monitoring") == USUAL


@pytest.mark.parametrize(
    "said",
    [
        "3.1 handed to localities – monitoring",
        "3.1 handed to localities - monitoring",
        "3.1 is handed to localities, monitoring",
        "3.1: handed to localities (monitoring)",
        "3.1 handed to localities/monitoring",
        "3.1 now handed to localities monitoring",
    ],
)
def test_a_plans_words_are_heard_in_every_punctuation(said: str) -> None:
    own = USUAL.with_word("handed to localities – monitoring", Progress.COMPLETE)
    assert read(said, own).progress is Progress.COMPLETE
    assert read(said).progress is None


def test_a_hyphen_within_a_word_and_a_curly_apostrophe_are_no_hindrance() -> None:
    own = USUAL.with_word("Carry-on", Progress.ON_TRACK).with_word("Can’t begin", Progress.NOT_STARTED)
    assert read("2.3 carry-on", own).progress is Progress.ON_TRACK
    assert read("2.3 can't begin", own).progress is Progress.NOT_STARTED


@pytest.mark.parametrize(
    "said",
    ["2.3 not yet mainstreamed", "2.3 should be mainstreamed by March", "2.3 nearly mainstreamed"],
)
def test_a_plans_word_denied_or_hoped_for_is_not_said(said: str) -> None:
    own = USUAL.with_word("Mainstreamed", Progress.COMPLETE)
    assert read("2.3 mainstreamed", own).progress is Progress.COMPLETE
    assert read(said, own).progress is None


def test_a_plans_word_can_be_a_colour() -> None:
    own = USUAL.with_word("Of concern", Rag.AMBER_RED)
    assert read("2.3 of concern", own).rag is Rag.AMBER_RED


def test_words_of_marks_alone_are_no_words() -> None:
    assert reader_conventions(USUAL.with_word("–", Rag.RED), PARTNERSHIP, ()).status_words == ()


def test_where_green_means_complete() -> None:
    own = replace(USUAL, scale_complete=frozenset({"green", "blue"}))
    assert (read("2.3 green", own).rag, read("2.3 green", own).progress) == (Rag.GREEN, Progress.COMPLETE)
    assert read("2.3 blue", own).progress is Progress.COMPLETE
    assert read("2.3 green").progress is None


def test_quarters_and_years_as_the_plan_counts_them() -> None:
    def due(text: str, own: PlanConventions = USUAL) -> date:
        forecast = read(text, own).forecast
        assert forecast is not None
        return forecast.end

    assert due("2.3 slipping to end of Q1") == date(2027, 6, 30)
    assert due("2.3 slipping to end of Q1", replace(USUAL, quarters_by_calendar=True)) == date(2027, 3, 31)
    assert due("2.3 slipping to year end", replace(USUAL, fiscal_start_month=9)) == date(2027, 8, 31)


BOARDS = (meeting("Board", 2026, 10, 14), meeting("Board", 2027, 3, 10))


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("2.3 slipping to the next board", date(2026, 10, 14)),
        ("2.3 will be finished before the March board", date(2027, 3, 10)),
        ("2.3 will be finished before the March partnership board", date(2027, 3, 10)),
        ("2.3 slipping to the March Larkmere board", date(2027, 3, 10)),
    ],
)
def test_the_board_is_found_under_all_its_names(said: str, when: date) -> None:
    forecast = read(said, meetings=BOARDS).forecast
    assert forecast is not None
    assert forecast.end == when


def test_bodies_of_several_names_are_kept_apart() -> None:
    both = (meeting("Programme board", 2027, 3, 3), meeting("Partnership board", 2027, 3, 10))
    names = dict(reader_conventions(USUAL, PARTNERSHIP, both).meetings)
    assert names == {"Programme board": date(2027, 3, 3), "Partnership board": date(2027, 3, 10)}
    beside = (meeting("Board", 2027, 3, 3), meeting("Partnership board", 2027, 3, 10))
    assert set(dict(reader_conventions(USUAL, PARTNERSHIP, beside).meetings)) == {
        "Board",
        "Partnership board",
    }


def test_a_meeting_without_a_day_gives_none() -> None:
    some_time = replace(OCTOBER_BOARD, on=month(2026, 10))
    assert reader_conventions(USUAL, PARTNERSHIP, (some_time,)).meetings == ()
