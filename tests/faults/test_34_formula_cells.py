"""Fault 34: cells that a spreadsheet would run, on their way out and on their way in."""

from __future__ import annotations

import csv
import io
import re
from zipfile import ZipFile

import openpyxl
import pytest

from bot.errors import PlanUnreadable
from bot.exporting.table import Format
from documents.formulas import is_risky
from documents.workbook import read_workbook
from documents.written import written
from tests.documents.books import inline, with_rows
from tests.documents.test_formulas import AT, RISKY, table
from tests.documents.test_workbook import one


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    content = written(table(*RISKY), Format.XLSX, AT)
    with ZipFile(io.BytesIO(content)) as package:
        assert not re.search(rb"<f[ >/]", package.read("xl/worksheets/sheet1.xml"))
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    marked = [cell for cell in cells if is_risky(str(cell.value))]
    assert len(marked) >= len(RISKY)
    assert all(cell.quotePrefix for cell in marked)


def test_no_cell_of_a_delimited_file_begins_a_formula() -> None:
    content = written(table(*RISKY), Format.CSV, AT).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(content, newline="")) for cell in row]
    assert not [cell for cell in cells if is_risky(cell)]


def test_a_formula_with_its_result_is_its_result() -> None:
    content = with_rows(b'<row r="3"><c r="A3"><f>A2+1</f><v>2</v></c></row>')
    assert one(content).rows[2].cells[0] == "2"


@pytest.mark.parametrize(
    "cell", [b"<f>A2+1</f>", b"<f>A2+1</f><v></v>", b"<f>A2+1</f><v/>", b'<f t="shared" si="0"/>']
)
def test_a_formula_without_its_result_is_an_empty_cell_and_told(cell: bytes) -> None:
    content = with_rows(b'<row r="3"><c r="A3">' + cell + b"</c>" + inline("B3", b"beside it") + b"</row>")
    table = one(content)
    assert table.rows[2].cells[:2] == ("", "beside it")
    assert table.uncomputed == ((3, "A3", "=A2+1" if b"A2" in cell else ""),)


def test_a_workbook_of_nothing_but_uncomputed_formulas_is_refused() -> None:
    rows = b"".join(b'<row r="%d"><c r="A%d"><f>A2+1</f></c></row>' % (row, row) for row in range(3, 40))
    with pytest.raises(PlanUnreadable, match="formulas whose results are not in the file"):
        read_workbook(with_rows(rows))
