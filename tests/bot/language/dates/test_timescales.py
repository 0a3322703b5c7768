"""A plan's timescale cell, or an answer that is only a date."""

from datetime import date

import pytest

from bot.language.dates import Direction, read_timescale
from bot.language.reading import Conventions
from tests.bot.language.dates.saying import TODAY, interval

CELLS = [
    ("Sept 2007", "2007-09-01..2007-09-30", "month"),
    ("May/June 2007", "2007-05-01..2007-06-30", "month"),
    ("12 – 18 month period", "2027-11-22..2028-05-22", "range"),
    ("over the next 18 months", "2026-11-22..2028-05-22", "range"),
    ("6 weeks", "2026-11-22..2027-01-03", "range"),
    ("17.7.12", "2012-07-17", "day"),
    ("Monday Feb 23rd 2004", "2004-02-23", "day"),
    ("Autumn 2009", "2009-09-01..2009-11-30", "season"),
    ("30 Sept", "2027-09-30", "day"),
    ("30 th Sept 09", "2009-09-30", "day"),
    ("2027-03-05", "2027-03-05", "day"),
    ("Oct – Jan", "2026-10-01..2027-01-31", "range"),
    ("By end of March", "2027-03-31", "day"),
    ("March 2008 (end)", "2008-03-01..2008-03-31", "month"),
    ("From April 10", "2010-04-01..2010-04-30", "month"),
    ("2009/10", "2009-04-01..2010-03-31", "year"),
    ("Q4 (Jan–Mar 2027)", "2027-01-01..2027-03-31", "quarter"),
    ("June 2007\nJune 2007", "2007-06-01..2007-06-30", "month"),
    ("8/10", "2027-10-08", "day"),
    ("may", "2027-05-01..2027-05-31", "month"),
    ("2028", "2028-01-01..2028-12-31", "year"),
    ("15.12", "2026-12-15", "day"),
    ("20261215", "2026-12-15", "day"),
    ("15 12 26", "2026-12-15", "day"),
    ("the 24", "2026-11-24", "day"),
    ("make it the 14th", "2026-12-14", "day"),
    ("let's say mid Jan please", "2027-01-15", "month"),
    ("it's now 3rd March", "2027-03-03", "day"),
    ("late Feb or early March", "2027-03-01..2027-03-10", "month"),
    ("w/c 7th Dec", "2026-12-07..2026-12-13", "week"),
]
IN_ANOTHER_ORDER = [
    ("2019/aug/01", "2019-08-01"),
    ("Feb 5 2027 10:30", "2027-02-05"),
    ("2027 March 5", "2027-03-05"),
]
NOT_ONE_TIME = [
    "", "   ", "Ongoing", "monthly", "TBC", "Immediately", "as soon as possible", "June 2007 Dec 2007",
    "24/7",
    "31 April", "12", "1.4", "5 staff 2027", "3 posts by 2027 may", "10 June 2012 – ongoing",
    "March 2007 Achieved",
    "we will have finished it all by the end of March, if the panel agrees at its next meeting",
    "x" * 500, "99.99", "20261399", "40 13 26", "the 45",
]  # fmt: skip


@pytest.mark.parametrize(("cell", "days", "precision"), CELLS)
def test_a_cell_is_one_time_in_its_own_words(cell: str, days: str, precision: str) -> None:
    read = read_timescale(cell, TODAY, Conventions())

    assert read is not None
    assert (interval(read), read.precision, read.words) == (days, precision, cell)


@pytest.mark.parametrize(("cell", "days"), IN_ANOTHER_ORDER)
def test_a_full_date_in_another_order_is_read_at_last(cell: str, days: str) -> None:
    read = read_timescale(cell, TODAY, Conventions())

    assert read is not None
    assert interval(read) == days


@pytest.mark.parametrize("cell", NOT_ONE_TIME)
def test_what_is_no_time_or_more_than_one_is_left(cell: str) -> None:
    assert read_timescale(cell, TODAY, Conventions()) is None


def test_a_date_far_from_any_plan_is_not_believed() -> None:
    assert read_timescale("1876/aug/01", TODAY, Conventions()) is None


def test_the_direction_chooses_the_year() -> None:
    ahead = read_timescale("30 Sept", TODAY, Conventions(), Direction.FUTURE)
    behind = read_timescale("30 Sept", TODAY, Conventions(), Direction.PAST)

    assert ahead is not None
    assert behind is not None
    assert (ahead.end, behind.end) == (date(2027, 9, 30), date(2026, 9, 30))
