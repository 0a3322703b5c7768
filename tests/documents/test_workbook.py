import io
from datetime import date, datetime, time
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from bot.errors import PlanUnreadable
from bot.importing.rows import RawTable
from documents.workbook import read_workbook
from tests.documents.books import HEAD, ROW, SHEET, book, inline, spoilt, with_rows


def one(content: bytes) -> RawTable:
    ((table,), _) = read_workbook(content)
    return table


def test_rows_are_numbered_as_excel_numbers_them() -> None:
    table = one(book([("Title",), (), HEAD, ROW]))
    assert [(row.number, row.cells) for row in table.rows if not row.is_blank] == [
        (1, ("Title",)),
        (3, HEAD),
        (4, ROW),
    ]
    assert table.name == "Sheet"


def test_values_are_read_as_a_person_sees_them() -> None:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    values = [1.1, 3.0, 1.1, 0.5, True, False, datetime(2027, 9, 30), date(2027, 9, 30), time(14, 30), "x", 7]  # noqa: DTZ001 - as Excel holds it
    sheet.append(values)
    sheet["C1"].number_format = "0.00"
    sheet["D1"].number_format = "0%"
    file = io.BytesIO()
    made.save(file)
    (row,) = one(file.getvalue()).rows
    day = date(2027, 9, 30)
    assert row.cells == ("1.1", "3", "1.10", "50%", "Yes", "No", day, day, "14:30", "x", "7")


def test_cells_merged_downwards_are_marked() -> None:
    table = one(
        book([HEAD, ROW, ("", "Send it", "", ""), ("1.2", "Keep it", "", "")], merged=["A2:A3", "C2:C4"])
    )
    assert [row.spanned for row in table.rows] == [
        frozenset(),
        frozenset(),
        frozenset({0, 2}),
        frozenset({2}),
    ]


def test_a_merge_of_half_the_sheet_is_left_aside() -> None:
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="F1:F100000"/></mergeCells>'
    table = one(spoilt(SHEET, lambda xml: xml.replace(b"</sheetData>", merge)))
    assert not any(row.spanned for row in table.rows)


def test_hidden_sheets_are_left_aside() -> None:
    made = Workbook()
    made.create_sheet("Lists").sheet_state = "hidden"
    assert made.active is not None
    made.active.append(list(HEAD))
    file = io.BytesIO()
    made.save(file)
    shown, hidden = read_workbook(file.getvalue())
    assert [table.name for table in shown] == ["Sheet"]
    assert hidden == tuple(sheet.title for sheet in made.worksheets if sheet.sheet_state != "visible")


def test_a_lying_dimension_is_not_believed() -> None:
    content = spoilt(SHEET, lambda xml: xml.replace(b'ref="A1:D2"', b'ref="A1:XFD1048576"'))
    assert [row.cells for row in one(content).rows] == [HEAD, ROW]


def test_a_row_far_below_is_not_lost() -> None:
    rows = one(with_rows(b'<row r="90000">' + inline("A90000", b"far") + b"</row>")).rows
    assert (rows[-1].number, rows[-1].cells) == (90000, ("far",))
    assert len(rows) < 10


EXTERNAL = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY e "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml"])
@pytest.mark.parametrize("doctype", [EXTERNAL, LAUGHS])
def test_entities_are_never_followed(part: str, doctype: bytes) -> None:
    def add(xml: bytes) -> bytes:
        body = xml.partition(b"?>")[2] if xml.startswith(b"<?xml") else xml
        return doctype + body.replace(b"<sheetData>", b"<sheetData>&e;").replace(
            b'name="Sheet"', b'name="&e;"'
        )

    with pytest.raises(PlanUnreadable, match="I have not opened it"):
        read_workbook(spoilt(part, add))


def test_macros_are_refused() -> None:
    with pytest.raises(PlanUnreadable, match="macros"):
        read_workbook(spoilt("xl/vbaProject.bin", lambda _: b"x"))


def test_a_zip_bomb_is_refused_by_its_directory() -> None:
    cell = inline("A3", b"A" * 41_000_000)
    with pytest.raises(PlanUnreadable, match="I have not opened it"):
        read_workbook(with_rows(b'<row r="3">' + cell + b"</row>"))


def test_a_part_that_is_mostly_air_is_refused() -> None:
    with pytest.raises(PlanUnreadable, match="I have not opened it"):
        read_workbook(spoilt("xl/media/picture.bin", lambda _: b"\0" * 6_000_000))


def test_a_workbook_of_many_parts_is_refused() -> None:
    many = io.BytesIO(book())
    with ZipFile(many, "a") as package:
        for number in range(400):
            package.writestr(f"part{number}", b"x")
    with pytest.raises(PlanUnreadable, match="I have not opened it"):
        read_workbook(many.getvalue())


def test_more_values_than_a_plan_has_are_refused() -> None:
    rows = b"".join(
        b'<row r="%d"><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>' % number
        for number in range(3, 90_000)
    )
    with pytest.raises(PlanUnreadable, match="rows, more than I read"):
        read_workbook(with_rows(rows))


def test_more_rows_than_a_plan_has_are_refused() -> None:
    rows = b"".join(
        b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (number, number) for number in range(3, 20_010)
    )
    with pytest.raises(PlanUnreadable, match="more than 20,000 rows"):
        read_workbook(with_rows(rows))


def test_more_columns_than_a_plan_has_are_refused() -> None:
    with pytest.raises(PlanUnreadable, match="more than 100 columns"):
        read_workbook(with_rows(b'<row r="3">' + inline("XFD3", b"x") + b"</row>"))


@pytest.mark.parametrize("cut", [30, 2000, -30])
def test_a_truncated_workbook_is_damaged(cut: int) -> None:
    with pytest.raises(PlanUnreadable, match="damaged or not complete"):
        read_workbook(book()[:cut])


def test_another_package_is_no_workbook() -> None:
    file = io.BytesIO()
    with ZipFile(file, "w") as package:
        package.writestr("readme.txt", "hello")
    with pytest.raises(PlanUnreadable, match="damaged or not complete"):
        read_workbook(file.getvalue())


def test_a_broken_sheet_is_damaged() -> None:
    with pytest.raises(PlanUnreadable, match="damaged or not complete"):
        read_workbook(spoilt(SHEET, lambda xml: xml[:-40]))
