"""Lengths of time, for shifts: found by themselves and not inside dates."""

import pytest

from bot.language.dates import find_durations

LENGTHS = [
    ("slipped three weeks", "three weeks", 3, "week"),
    ("delayed by a fortnight", "a fortnight", 2, "week"),
    ("slipped by two fortnights", "two fortnights", 4, "week"),
    ("will be a couple of weeks late", "a couple of weeks", 2, "week"),
    ("now running 6 weeks behind plan", "6 weeks", 6, "week"),
    ("10 working days late", "10 working days", 10, "working_day"),
    ("slipped a quarter", "a quarter", 1, "quarter"),
    ("extension of two months requested", "two months", 2, "month"),
    ("another month needed", "month", 1, "month"),
    ("a further 6 weeks", "6 weeks", 6, "week"),
    ("pushed back by half a year", "half a year", 6, "month"),
    ("a month and a half late", "a month and a half", 6, "week"),
    ("two and a half years", "two and a half years", 30, "month"),
    ("slipped by 2 months from June", "2 months", 2, "month"),
    ("4wks slip", "4wks", 4, "week"),
    ("21 days' slippage", "21 days", 21, "day"),
    ("a year late", "a year", 1, "year"),
    ("brought forward two weeks", "two weeks", 2, "week"),
]
RANGES = [
    ("2-3 months late", 2, 3),
    ("3 to 4 weeks' slippage", 3, 4),
    ("by a week or two", 1, 2),
    ("two or three weeks", 2, 3),
]
ADJECTIVES = ["a 3 year plan agreed", "six-week consultation", "18-month programme", "a 12 week course"]
MEASURES = ["slipped three weeks", "a two week delay", "one month extension", "another month needed"]
NONE = [
    "in three weeks", "three weeks ago", "for the next 3 weeks", "a week on Monday",
    "two weeks before Christmas",
    "a quarter of staff", "three times a week", "£400 a day", "week 3", "1.5 weeks", "no change",
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "n", "unit"), LENGTHS)
def test_a_length_is_found_with_its_number_and_unit(text: str, words: str, n: int, unit: str) -> None:
    (found,) = find_durations(text)

    assert (found.words, found.n, found.unit) == (words, n, unit)
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(("text", "least", "most"), RANGES)
def test_a_length_between_two_keeps_both(text: str, least: int, most: int) -> None:
    (found,) = find_durations(text)

    assert (found.at_least, found.n) == (least, most)


@pytest.mark.parametrize("text", ADJECTIVES)
def test_a_length_that_describes_a_thing_says_so(text: str) -> None:
    assert [found.attributive for found in find_durations(text)] == [True]


@pytest.mark.parametrize("text", MEASURES)
def test_a_length_that_measures_a_move_does_not(text: str) -> None:
    assert [found.attributive for found in find_durations(text)] == [False]


@pytest.mark.parametrize("text", NONE)
def test_a_length_inside_a_date_or_a_rate_is_none(text: str) -> None:
    assert find_durations(text) == []
