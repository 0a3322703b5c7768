from datetime import date

import pytest

from bot.importing.columns import Column
from bot.importing.headings import lead_list_heading, plan_heading, with_second_row
from bot.importing.rows import Cell, RawRow


def row(*cells: Cell, number: int = 1) -> RawRow:
    return RawRow(number, cells)


def test_a_heading_names_the_work_and_what_is_tracked() -> None:
    heading = plan_heading(row("Ref", "Action", "Lead", "By when"))
    assert heading is not None
    assert heading.columns == (Column.REF, Column.ACTION, Column.LEAD, Column.TIMESCALE)
    assert heading.has(Column.LEAD)
    assert heading.position(Column.RAG) is None


@pytest.mark.parametrize(
    "cells",
    [
        ("Action", "Outcome"),
        ("Lead", "Due"),
        ("Action",),
        ("Year", "Outturn", "Budget"),
        ("Review the lead officers' list with all of the partners before it is sent", "Lead", "Action"),
        (date(2026, 9, 1), "Action", "Lead"),
        ("1.1", "Write the plan", "S Okoro", "Sept 2026"),
    ],
)
def test_other_rows_are_no_headings(cells: tuple[Cell, ...]) -> None:
    assert plan_heading(row(*cells)) is None


def test_a_first_column_without_a_name_holds_the_numbers() -> None:
    heading = plan_heading(row("", "Recommendation", "Action taken", "Status"))
    assert heading is not None
    assert heading.columns[0] is Column.REF


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        (("Recommendation", "Lead"), (Column.ACTION, Column.LEAD)),
        (("Priority", "Outcome", "Due"), (Column.ACTION, Column.OUTCOME, Column.TIMESCALE)),
        (("Outcome", "Due"), (Column.ACTION, Column.TIMESCALE)),
        (
            ("Action", "Due", "Target", "Action taken"),
            (Column.ACTION, Column.TIMESCALE, Column.FORECAST, Column.COMMENTS),
        ),
        (
            ("Action", "Due", "New date", "Revised date"),
            (Column.ACTION, Column.TIMESCALE, Column.FORECAST, Column.OTHER),
        ),
        (("Action", "Lead", "Supporting"), (Column.ACTION, Column.LEAD, Column.LEAD)),
    ],
)
def test_columns_settle_on_one_meaning_each(cells: tuple[str, ...], columns: tuple[Column, ...]) -> None:
    heading = plan_heading(row(*cells))
    assert heading is not None
    assert heading.columns == columns


def test_a_second_row_of_words_completes_a_heading() -> None:
    first = plan_heading(row("Ref", "Action", "Lead", "Timescale", ""))
    assert first is not None
    both = with_second_row(first, row("", "", "", "Original", "Revised", number=2))
    assert both is not None
    assert both.row == 2
    assert both.columns[3:] == (Column.TIMESCALE, Column.FORECAST)


@pytest.mark.parametrize(
    ("cells", "number"),
    [
        (("", "", "", "Original", "Revised"), 3),
        (("1", "Write it", "S Okoro", "May", "June"), 2),
        (("", "", "", "May 2026", "June 2026"), 2),
        (("", "", "", "Original", ""), 2),
    ],
)
def test_a_row_of_the_plan_is_no_second_heading(cells: tuple[str, ...], number: int) -> None:
    first = plan_heading(row("Ref", "Action", "Lead", "Timescale", ""))
    assert first is not None
    assert with_second_row(first, row(*cells, number=number)) is None


def test_a_second_row_of_words_nobody_knows_is_none() -> None:
    first = plan_heading(row("Action", "Lead", "Risk", ""))
    assert first is not None
    assert with_second_row(first, row("", "", "high", "low", number=2)) is None


def test_a_list_of_leads_has_names_and_employers_posts_or_initials() -> None:
    assert lead_list_heading(row("Name", "Initials", "Organisation")) is not None
    assert lead_list_heading(row("Name", "Action", "Organisation")) is None
    assert lead_list_heading(row("Name", "Comments")) is None
    assert lead_list_heading(row("S Okoro")) is None
