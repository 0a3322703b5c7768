"""Filters put together from several, and a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.assessment import assess_action
from bot.phrases.statuses import heading
from bot.plan import ActionStatus, Theme
from bot.rag import Rag
from bot.status_filter import Filter, Shown, matches
from bot.status_narrowed import filter_asked, is_of_many
from bot.window import Window
from tests.bot.larkmere import BRAMLEY, action, month, plan

TODAY = date(2026, 9, 21)
PLAN = replace(
    plan(
        action(text="Discharge letters to GPs"),
        action(ref="4.1", leads=(BRAMLEY,), text="Supervision policy for wards"),
        action(ref="4.2", leads=(BRAMLEY,), text="Supervision of students", theme_ref="3.0"),
    ),
    themes=(Theme("2.0", "Leaving hospital"), Theme("3.0", "Crisis line")),
)
RED_OR_AMBER = Filter(Shown.ANY_OF, parts=(Filter(Shown.RED), Filter(Shown.AMBER)))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("red or amber", RED_OR_AMBER),
        ("reds and ambers", RED_OR_AMBER),
        ("all red, amber actions please", RED_OR_AMBER),
        (
            "late in Dunvale",
            Filter(Shown.ALL_OF, parts=(Filter(Shown.ORGANISATION, "Dunvale NHS Trust"), Filter(Shown.LATE))),
        ),
        (
            "K Bramley's red ones",
            Filter(Shown.ALL_OF, parts=(Filter(Shown.PERSON, "K Bramley"), Filter(Shown.RED))),
        ),
        (
            "everything outstanding in crisis line",
            Filter(Shown.ALL_OF, parts=(Filter(Shown.THEME, "3.0"), Filter(Shown.OPEN))),
        ),
        ("my late ones", Filter(Shown.ALL_OF, parts=(Filter(Shown.MINE), Filter(Shown.LATE)))),
        ("supervision", Filter(Shown.ABOUT, "supervision")),
        ("the supervision policy", Filter(Shown.ACTION, "4.1")),
        ("2.7a amber", None),
        ("red in the moon", None),
        ("the moon", None),
    ],
)
def test_words_are_put_together_or_not_understood(words: str, expected: Filter | None) -> None:
    found = filter_asked(words, [PLAN], TODAY)
    assert _unordered(found) == _unordered(expected)


def _unordered(wanted: Filter | None) -> object:
    return wanted and (wanted.shown, wanted.name, {(part.shown, part.name) for part in wanted.parts})


@pytest.mark.parametrize(
    ("words", "shown", "window"),
    [
        ("due before Christmas", Shown.DUE, Window(None, date(2026, 12, 24))),
        ("due by end of March", Shown.DUE, Window(None, date(2027, 3, 31))),
        ("due in October", Shown.DUE, Window(date(2026, 10, 1), date(2026, 10, 31))),
        ("next month", Shown.DUE, Window(date(2026, 10, 1), date(2026, 10, 31))),
        ("coming up", Shown.DUE, Window(TODAY, date(2026, 10, 19))),
        ("completed this month", Shown.COMPLETED_IN, Window(date(2026, 9, 1), date(2026, 9, 30))),
        ("completed in August", Shown.COMPLETED_IN, Window(date(2026, 8, 1), date(2026, 8, 31))),
    ],
)
def test_a_time_is_a_window(words: str, shown: Shown, window: Window) -> None:
    found = filter_asked(words, [PLAN], TODAY)
    assert found is not None
    assert (found.shown, found.window) == (shown, window)


def test_what_is_due_goes_by_the_agreed_date_and_leaves_out_what_is_complete() -> None:
    wanted = filter_asked("due by October", [PLAN], TODAY)
    assert wanted is not None
    due = action(approved_due=month(2026, 10))
    for shown, one in (
        (True, due),
        (False, replace(due, approved_due=month(2026, 11))),
        (False, replace(due, status=ActionStatus.COMPLETE)),
    ):
        assert matches(wanted, assess_action(one, 31, TODAY, None), None) is shown


def test_all_of_it_must_hold_and_any_of_the_colours() -> None:
    wanted = filter_asked("red or amber for K Bramley", [PLAN], TODAY)
    assert wanted is not None
    for shown, fields in (
        (True, {"rag": Rag.RED, "leads": (BRAMLEY,)}),
        (True, {"rag": Rag.AMBER, "leads": (BRAMLEY,)}),
        (False, {"rag": Rag.GREEN, "leads": (BRAMLEY,)}),
        (False, {"rag": Rag.RED}),
    ):
        assert matches(wanted, assess_action(action(**fields), 31, TODAY, None), None) is shown


def test_a_list_is_headed_by_what_it_was_put_together_from() -> None:
    found = filter_asked("late, red or amber, due before Christmas", [PLAN], TODAY)
    assert found is not None
    assert heading(found) == "🔺 Red or 🔶 Amber · late · due before Christmas"


@pytest.mark.parametrize(
    ("words", "alone", "asked"),
    [
        ("red or amber", True, True),
        ("due in October", True, True),
        ("amber", False, True),
        ("K Bramley", False, True),
        ("supervision", False, False),
        ("4.1", False, False),
        ("the plan", False, False),
    ],
)
def test_a_state_alone_asks_for_a_list_only_where_the_words_around_it_ask(
    words: str, *, alone: bool, asked: bool
) -> None:
    found = filter_asked(words, [PLAN], TODAY)
    assert found is not None
    assert (is_of_many(found, is_asked=False), is_of_many(found, is_asked=True)) == (alone, asked)
