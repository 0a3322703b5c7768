"""Filters in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.assessment import Assessed, assess_action
from bot.plan import Action, ActionStatus, Theme
from bot.rag import Rag
from bot.status_filter import COMPOSED, MATCHES, NAMING, WORDS, Filter, Shown, filter_of, matches
from tests.bot.larkmere import BRAMLEY, action, month, plan

PLAN = replace(
    plan(
        action(),
        action(ref="2.7b", leads=(BRAMLEY,)),
        action(ref="2.71"),
        action(ref="R11", theme_ref="3.0", leads=()),
    ),
    themes=(Theme("2.0", "Leaving hospital"), Theme("3.0", "Crisis")),
)
TODAY = date(2026, 9, 21)


def assessed(**fields: object) -> Assessed:
    return assess_action(action(**fields), 31, TODAY, None)


def test_every_filter_has_words_or_is_a_name_and_something_to_match() -> None:
    assert set(WORDS) | NAMING | COMPOSED == set(Shown)
    assert set(MATCHES) | NAMING | COMPOSED | {Shown.MINE} == set(Shown)
    said = [word for words in WORDS.values() for word in words]
    assert len(said) == len(set(said))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", Filter(Shown.SUMMARY)),
        ("Red", Filter(Shown.RED)),
        ("overdue", Filter(Shown.LATE)),
        ("forecast late", Filter(Shown.FORECAST_LATE)),
        ("no update?", Filter(Shown.NO_UPDATE)),
        ("mine", Filter(Shown.MINE)),
        ("2.7A", Filter(Shown.ACTION, "2.7a")),
        ("action 2.7a", Filter(Shown.ACTION, "2.7a")),
        ("2.7", Filter(Shown.GROUP, "2.7")),
        ("2.71", Filter(Shown.ACTION, "2.71")),
        ("r11", Filter(Shown.ACTION, "R11")),
        ("2.0", Filter(Shown.THEME, "2.0")),
        ("theme crisis", Filter(Shown.THEME, "3.0")),
        ("S. Okoro", Filter(Shown.PERSON, "S Okoro")),
        ("bramley", Filter(Shown.PERSON, "K Bramley")),
        ("Dunvale NHS Trust", Filter(Shown.ORGANISATION, "Dunvale NHS Trust")),
        ("dunvale", Filter(Shown.ORGANISATION, "Dunvale NHS Trust")),
        ("9.9", None),
        ("the moon", None),
    ],
)
def test_words_name_a_filter(words: str, expected: Filter | None) -> None:
    assert filter_of(words, (PLAN,)) == expected


@pytest.mark.parametrize(
    ("shown", "fields"),
    [
        (Shown.RED, {"rag": Rag.AMBER_RED}),
        (Shown.AMBER, {"rag": Rag.AMBER}),
        (Shown.GREEN, {}),
        (Shown.COMPLETE, {"status": ActionStatus.COMPLETE}),
        (Shown.NOT_REPORTED, {"rag": None}),
        (Shown.LATE, {"approved_due": month(2026, 8)}),
        (Shown.FORECAST_LATE, {"forecast_due": month(2027, 1)}),
        (Shown.UNDATED, {"approved_due": None}),
        (Shown.UNDATED, {"leads": ()}),
        (Shown.REPORTED_DONE, {"status": ActionStatus.CLAIMED_DONE}),
        (Shown.HELP_WANTED, {"support_wanted": True}),
        (Shown.ON_HOLD, {"status": ActionStatus.ON_HOLD}),
        (Shown.WITHDRAWN, {"status": ActionStatus.WITHDRAWN}),
        (Shown.DISAGREEING, {"forecast_due": month(2027, 1)}),
        (Shown.SUMMARY, {}),
        (Shown.ALL, {}),
    ],
)
def test_a_filter_shows_what_it_names(shown: Shown, fields: dict[str, object]) -> None:
    assert matches(Filter(shown), assessed(**fields), None)


@pytest.mark.parametrize("shown", [Shown.RED, Shown.AMBER, Shown.LATE, Shown.NO_UPDATE, Shown.NOT_YET_DUE])
def test_a_filter_leaves_out_the_rest(shown: Shown) -> None:
    assert not matches(Filter(shown), assessed(), None)


def shows(name: Shown, words: str, one: Action, person: int | None = None) -> bool:
    return matches(Filter(name, words), assess_action(one, 31, TODAY, None), person)  # type: ignore[arg-type]


def test_filters_by_name() -> None:
    assert shows(Shown.ACTION, "2.7a", action())
    assert not shows(Shown.ACTION, "2.7", action())
    assert shows(Shown.GROUP, "2.7", action())
    assert not shows(Shown.GROUP, "2.7", action(ref="2.71"))
    assert shows(Shown.THEME, "2.0", action())
    assert shows(Shown.PERSON, "S Okoro", action())
    assert shows(Shown.ORGANISATION, "Dunvale NHS Trust", action())
    assert not shows(Shown.ORGANISATION, "Larkmere Council", action())
    assert shows(Shown.MINE, "", action(), 1)
    assert not shows(Shown.MINE, "", action(), 2)
    assert not shows(Shown.MINE, "", action())
