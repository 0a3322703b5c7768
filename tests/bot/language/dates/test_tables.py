"""Every table of the grammar is complete: each kind, unit, edge, nation and named day has its entry."""

from datetime import date

import pytest

from bot.calendar import NATIONS
from bot.language.dates.durations import UNITS as DURATION_UNITS
from bot.language.dates.grammar import LAYERS, WITH_ARTICLE
from bot.language.dates.holidays import DAYS, easter
from bot.language.dates.parts import part_of
from bot.language.dates.quantities import COUNTED
from bot.language.dates.reckoning import Interval, Reckoning
from bot.language.dates.relative import PRECISIONS, shift
from bot.language.dates.unresolved import PHRASES
from bot.language.dates.words import Edge, Kind, Unit, senses
from bot.language.reading import Conventions
from bot.timescale import Precision
from tests.bot.language.dates.saying import said

LEDGER = Conventions.__dataclass_fields__["nation"].type
EASTERS = {
    2024: (3, 31),
    2025: (4, 20),
    2026: (4, 5),
    2027: (3, 28),
    2028: (4, 16),
    2038: (4, 25),
    2285: (3, 22),
}


def test_every_kind_of_word_has_its_rules_in_every_layer() -> None:
    assert all(set(layer) == set(Kind) for layer in LAYERS)


def test_every_unit_has_a_precision_and_can_be_counted() -> None:
    at = Reckoning(date(2026, 11, 22), Conventions())

    assert set(PRECISIONS) == set(Unit)
    assert all(shift(at.today, 1, unit, at) > at.today for unit in Unit)
    assert set(DURATION_UNITS) == COUNTED


@pytest.mark.parametrize("edge", Edge)
@pytest.mark.parametrize(
    ("start", "end", "precision"),
    [
        (date(2027, 2, 1), date(2027, 2, 28), Precision.MONTH),
        (date(2027, 2, 1), date(2027, 3, 31), Precision.MONTH),
        (date(2027, 1, 4), date(2027, 1, 10), Precision.WEEK),
        (date(2027, 1, 1), date(2027, 1, 7), Precision.WEEK),
        (date(2027, 4, 1), date(2027, 6, 30), Precision.QUARTER),
        (date(2027, 4, 1), date(2027, 9, 30), Precision.HALF),
        (date(2026, 12, 1), date(2027, 2, 28), Precision.SEASON),
        (date(2027, 1, 1), date(2027, 12, 31), Precision.YEAR),
        (date(2027, 1, 5), date(2027, 2, 9), Precision.RANGE),
        (date(2027, 1, 5), date(2027, 1, 5), Precision.DAY),
    ],
)
def test_every_part_of_every_kind_of_time_lies_inside_it(
    edge: Edge, start: date, end: date, precision: Precision
) -> None:
    if edge in (Edge.EARLIER, Edge.LATER):
        return  # these are counted from today, and so by the part itself
    part = part_of(Interval(start, end, precision), edge)

    assert start <= part.start <= part.end <= end


def test_every_named_day_can_be_said() -> None:
    for name in DAYS:
        assert senses().get(name.split()[0]) is not None, name
        written = name.replace(" s ", "'s ")
        assert list(said(f"on {written}")) == [written]


def test_every_named_day_falls_in_every_year() -> None:
    for name, day_of in DAYS.items():
        assert all(day_of(year).year == year for year in range(1950, 2100)), name


@pytest.mark.parametrize(("year", "day"), EASTERS.items())
def test_easter_falls_where_the_church_says(year: int, day: tuple[int, int]) -> None:
    assert (easter(year).month, easter(year).day) == day


def test_the_nations_are_those_a_plan_can_choose() -> None:
    assert all(repr(nation) in str(LEDGER).replace('"', "'") for nation in NATIONS)


def test_tables_of_words_hold_no_empty_entry() -> None:
    assert all(prefix for prefix in WITH_ARTICLE)
    assert all(words.split() and pattern for words, pattern in PHRASES.items())
