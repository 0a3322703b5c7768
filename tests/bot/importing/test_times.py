from datetime import date, datetime

import pytest

from bot.importing.rows import Cell
from bot.importing.times import DateCell, is_date_cell, is_date_shaped, read_date_cell
from bot.language.dates import read_timescale
from bot.language.reading import Conventions
from bot.timescale import Precision, Timescale


def read(words: str) -> Timescale | None:
    return read_timescale(words, date(2026, 9, 21), Conventions())


def cell(said: Cell) -> DateCell:
    return read_date_cell(said, read)


def test_one_time() -> None:
    (time,) = cell("Sept 2026").times
    assert (time.start, time.end, time.precision, time.words) == (
        date(2026, 9, 1),
        date(2026, 9, 30),
        Precision.MONTH,
        "Sept 2026",
    )


def test_two_months_are_one_time() -> None:
    (time,) = cell("May/June 2026").times
    assert (time.start, time.end) == (date(2026, 5, 1), date(2026, 6, 30))


def test_several_times_in_one_cell() -> None:
    assert [time.words for time in cell("June 2026 Dec 2026").times] == ["June 2026", "Dec 2026"]
    assert [time.words for time in cell("June 2026\nJune 2026").times] == ["June 2026", "June 2026"]


def test_a_range_is_one_time() -> None:
    assert [time.words for time in cell("Oct to Dec 2026").times] == ["Oct to Dec 2026"]


def test_a_status_beside_a_time() -> None:
    assert cell("March 2026 Achieved").status_words == "Achieved"
    assert [time.words for time in cell("March 2026 Achieved").times] == ["March 2026"]


def test_a_status_alone() -> None:
    assert cell("Ongoing") == DateCell(status_words="Ongoing")


def test_words_that_are_no_time_are_left() -> None:
    assert cell("To be agreed") == DateCell(left="To be agreed")
    assert cell("") == DateCell()


@pytest.mark.parametrize("said", [date(2027, 9, 30), datetime(2027, 9, 30, 12)])  # noqa: DTZ001 - as a workbook holds it
def test_a_real_date_is_a_day_in_plain_words(said: date) -> None:
    (time,) = cell(said).times
    assert (time.start, time.precision, time.words) == (date(2027, 9, 30), Precision.DAY, "30 Sep 2027")


@pytest.mark.parametrize(
    "said", ["Sept 2026", "March 2026 Achieved", "30.9.27", "May/June 2026", date(2026, 1, 1)]
)
def test_cells_of_dates_and_nothing_else(said: Cell) -> None:
    assert is_date_cell(said)
    assert is_date_shaped(said)


@pytest.mark.parametrize(
    "said", ["Post in place by Dec 2026 and then reviewed every year", "S Okoro", "", "Ongoing"]
)
def test_other_cells_are_no_date_cells(said: str) -> None:
    assert not is_date_cell(said)


def test_the_shape_of_a_time() -> None:
    assert is_date_shaped("by the end of Q3")
    assert not is_date_shaped("managers")
